package org.kulluna.certificates;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Words;
import org.kulluna.shell.PublicAddress;

/**
 * What can be earned, as Open Badges 3.0 has it: names are plain strings there, so a qualification is an achievement in
 * Arabic and another in English, each naming the other.
 */
record Achievement(String qualification, LocalizedText title) {
    static JsonArray context() {
        return Json.createArrayBuilder()
                .add(Contexts.CREDENTIALS)
                .add(Contexts.OPEN_BADGES)
                .build();
    }

    /** @param language ar or en */
    JsonObjectBuilder in(String language, PublicAddress address) {
        Words words = Words.in(language);
        String other = language.equals("ar") ? "en" : "ar";
        Map<String, String> named = Map.of("title", title.in(language));
        return Json.createObjectBuilder()
                .add("id", id(language, address))
                .add("type", Json.createArrayBuilder().add("Achievement"))
                .add("inLanguage", language)
                .add("name", title.in(language))
                .add("description", words.say("certificates.badge.description", named))
                .add(
                        "criteria",
                        Json.createObjectBuilder().add("narrative", words.say("certificates.badge.criteria", named)))
                .add(
                        "related",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("id", id(other, address))
                                        .add("type", Json.createArrayBuilder().add("Related"))
                                        .add("inLanguage", other)));
    }

    private String id(String language, PublicAddress address) {
        return address.of("/certificates/achievements/" + qualification + (language.equals("ar") ? "" : "/en"));
    }
}
