package org.kulluna.membership;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kulluna.people.EmiratesId;
import org.kulluna.shared.Ids;
import org.kulluna.support.Given;

/** What somebody types into the application form: right from the start, spoilt by the test. */
final class Newcomer {
    static final String PASSWORD = "a long test password";

    private Newcomer() {}

    /** A number nobody had, whose birth-year part no living person has. */
    static String emiratesId() {
        String before = "7841800" + String.format("%07d", Given.serial() % 10_000_000);
        return before + EmiratesId.checkDigit(before);
    }

    static Map<String, String> form(String place) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("id", Ids.next().toString());
        f.put("nameAr", "محمّد أحمد الهاشمي");
        f.put("nameEn", "Mohammed Ahmed Al Hashimi");
        f.put("nationality", "JO");
        f.put("bornOn", "1990-05-24");
        f.put("gender", "male");
        f.put("languages", "ar\nen");
        f.put("skills", "first_aid");
        f.put("homePlace", place);
        f.put("email", "someone@example.ae");
        f.put("phone", "+971500000000");
        f.put("contactBy", "email");
        f.put("language", "ar");
        f.put("emiratesId", emiratesId());
        f.put("visaValidFrom", "2024-01-01");
        f.put("visaValidTo", "2099-12-31");
        f.put("motivation", "أحب حيّي");
        f.put("username", "newcomer" + Given.serial());
        f.put("password", PASSWORD);
        return f;
    }

    static Map<String, String> form(String place, Map<String, String> but) {
        Map<String, String> f = form(place);
        f.putAll(but);
        return f;
    }

    /** As the API wants it. */
    static Map<String, Object> json(Map<String, String> form) {
        Map<String, Object> json = new LinkedHashMap<>(form);
        for (String list : new String[] {"languages", "skills", "contactBy"}) {
            json.put(list, form.get(list).lines().toList());
        }
        return json;
    }
}
