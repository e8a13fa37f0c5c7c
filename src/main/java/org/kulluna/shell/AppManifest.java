package org.kulluna.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.kulluna.shared.Words;

/** The web app manifest (W3C) in one language. The id stays the same in all of them: it is one app. */
final class AppManifest {
    private AppManifest() {}

    /** @param address gives one of our files its address */
    static Map<String, Object> in(String language, UnaryOperator<String> address) {
        Words words = Words.in(language);
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("id", "/home");
        m.put("name", words.say("shell.app.name"));
        m.put("short_name", words.say("shell.name"));
        m.put("description", words.say("shell.app.description"));
        m.put("lang", words.language());
        m.put("dir", words.language().equals("en") ? "ltr" : "rtl");
        m.put("start_url", "/home");
        m.put("scope", "/");
        m.put("display", "standalone");
        m.put("background_color", "#ffffff");
        m.put("theme_color", "#ffffff");
        m.put("categories", List.of("social", "lifestyle"));
        m.put(
                "icons",
                List.of(
                        icon(address.apply("/icon-192.png"), 192, "any"),
                        icon(address.apply("/icon-512.png"), 512, "any"),
                        icon(address.apply("/icon-maskable.png"), 512, "maskable")));
        m.put(
                "shortcuts",
                List.of(
                        shortcut(words.say("nav.pass"), "/membership/pass", address),
                        shortcut(words.say("shell.app.duties"), "/volunteering/mine", address),
                        shortcut(words.say("nav.inbox"), "/inbox", address)));
        return m;
    }

    private static Map<String, String> icon(String address, int size, String purpose) {
        return Map.of("src", address, "sizes", size + "x" + size, "type", "image/png", "purpose", purpose);
    }

    private static Map<String, Object> shortcut(String name, String path, UnaryOperator<String> address) {
        return Map.of("name", name, "url", path, "icons", List.of(icon(address.apply("/icon-192.png"), 192, "any")));
    }
}
