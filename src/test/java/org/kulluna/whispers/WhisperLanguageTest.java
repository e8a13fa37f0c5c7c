package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages fall back to Arabic for readers of Urdu; what was written for them in Urdu does not. */
class WhisperLanguageTest extends HouseTest {
    private static final String TITLE = "سڑک کی حفاظت";
    private static final String BODY = "اسکولوں کے قریب آہستہ چلیں۔";

    @Autowired
    private SendingGiven whispers;

    private Given.Actor officer = new Given.Actor(new PersonId(Ids.next()), "", Viewer.STRANGER);
    private Given.Actor reader = officer;
    private UUID whisper = Ids.next();

    @BeforeEach
    void a_reader_of_urdu_with_a_device_and_a_whisper_in_three_languages() {
        officer = given.actor(Role.COMMUNICATIONS_OFFICER);
        String place = given.place();
        reader = whispers.members(place, 1).getFirst();
        sql.sql("update people.person set language = 'ur' where id = ?")
                .param(reader.person().value())
                .update();
        sql.sql("""
                insert into delivery.subscription (id, person_id, endpoint, endpoint_hash, p256dh, auth, language,
                    created_at, renewed_at)
                values (?, ?, 'http://127.0.0.1:9/' || ?, decode(md5(?), 'hex'), decode(repeat('04', 65), 'hex'),
                    decode(repeat('01', 16), 'hex'), 'ar', now(), now())""")
                .params(Ids.next(), reader.person().value(), reader.username(), reader.username())
                .update();
        whisper = whispers.approved(place);
        sql.sql("insert into whispers.wording (whisper_id, revision, language, title, body) values (?, 1, 'ur', ?, ?)")
                .params(whisper, TITLE, BODY)
                .update();
    }

    @Test
    void it_is_what_they_get_in_the_inbox_on_the_page_and_by_push() {
        whispers.sent(officer, whisper);
        assertThat(api(reader).get("/api/v1/whispers/inbox").body().toString()).contains(TITLE, BODY);
        Visitor v = visitor(reader).open("/inbox");
        assertThat(v.page().selectFirst("html").attr("lang")).isEqualTo("ar");
        assertThat(v.page().select("article[lang=ur][dir=rtl]").text()).contains(TITLE, BODY);
        assertThat(v.open("/whispers/inbox/" + whisper)
                        .page()
                        .select("article[lang=ur][dir=rtl] h1")
                        .text())
                .isEqualTo(TITLE);
        Map<String, Object> pushed =
                sql.sql("""
                        select p.language, t.payload::text as payload
                          from delivery.push p
                          join delivery.push_text t on t.message_id = p.message_id and t.language = p.language
                         where p.message_id = ? and p.person_id = ?""").params(whisper, reader.person().value()).query().singleRow();
        assertThat(pushed.get("language")).isEqualTo("ur");
        assertThat(String.valueOf(pushed.get("payload")))
                .contains(TITLE, BODY, "\"dir\": \"rtl\"", "\"language\": \"ur\"");
    }

    @Test
    void the_desk_sees_it_as_a_lock_screen_and_the_inbox_will_show_it() {
        for (String language : List.of("ar", "en")) {
            Visitor v = visitor(officer).in(language).open("/whispers/manage/" + whisper);
            assertThat(v.page().select(".preview-lock__card[lang=ur][dir=rtl]").text())
                    .contains(TITLE, BODY);
            assertThat(v.page().select(".whisper[lang=ur][dir=rtl]").text()).contains(TITLE, BODY);
        }
    }
}
