package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.people.EmiratesId;

class FaultsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static Map<String, String> faults(Map<String, String> but) {
        Map<String, String> f = Newcomer.form("al-bateen", but);
        return ApplicationFaults.of(form(f), TODAY, 14, "al-bateen"::equals);
    }

    private static ApplicationForm form(Map<String, String> f) {
        return new ApplicationForm(
                f.get("id"),
                f.get("nameAr"),
                f.get("nameEn"),
                f.get("nationality"),
                f.get("bornOn"),
                f.get("gender"),
                f.get("languages").lines().toList(),
                f.get("skills").lines().toList(),
                f.get("homePlace"),
                f.get("email"),
                f.get("phone"),
                f.get("contactBy").lines().toList(),
                f.get("language"),
                f.get("emiratesId"),
                f.get("visaValidFrom"),
                f.get("visaValidTo"),
                f.get("motivation"),
                f.get("username"),
                f.get("password"));
    }

    @Test
    void a_right_form_has_no_faults_and_citizens_need_no_visa() {
        assertThat(faults(Map.of())).isEmpty();
        assertThat(faults(Map.of("nationality", "AE", "visaValidTo", "", "visaValidFrom", "")))
                .isEmpty();
        assertThat(faults(Map.of("visaValidFrom", ""))).isEmpty();
    }

    @Test
    void names_keep_to_their_script_with_all_marks_people_carry() {
        assertThat(faults(Map.of("nameAr", "عبد الرحمٰن بن يُوسُف", "nameEn", "José-María O’Neil Nguyễn")))
                .isEmpty();
        assertThat(faults(Map.of("nameAr", "Ahmed", "nameEn", "أحمد")))
                .containsOnly(Map.entry("nameAr", "not-arabic"), Map.entry("nameEn", "not-latin"));
        assertThat(faults(Map.of("nameAr", "...", "nameEn", "a".repeat(121))))
                .containsOnly(Map.entry("nameAr", "not-arabic"), Map.entry("nameEn", "too-long"));
    }

    @Test
    void age_is_whole_years_on_the_day() {
        assertThat(faults(Map.of("bornOn", "2012-03-01"))).isEmpty();
        assertThat(faults(Map.of("bornOn", "2012-03-02"))).containsEntry("bornOn", "too-young-to-join");
        assertThat(faults(Map.of("bornOn", "2026-03-02"))).containsEntry("bornOn", "not-a-birth-date");
        assertThat(faults(Map.of("bornOn", "1800-01-01"))).containsEntry("bornOn", "not-a-birth-date");
        assertThat(faults(Map.of("bornOn", "24/5/1990"))).containsEntry("bornOn", "not-a-date");
    }

    @Test
    void contact_by_a_way_needs_that_way() {
        assertThat(faults(Map.of("email", "", "contactBy", "email"))).containsEntry("email", "wanted-for-contact");
        assertThat(faults(Map.of("email", "", "phone", "", "contactBy", ""))).containsEntry("phone", "email-or-phone");
        assertThat(faults(Map.of("email", "me@x"))).containsEntry("email", "not-an-email");
        assertThat(ApplicationFaults.phone("00971 50-000 0000")).contains("+971500000000");
        assertThat(ApplicationFaults.phone("٠٥٠٠٠٠٠٠٠٠")).contains("0500000000");
        assertThat(ApplicationFaults.phone("call me")).isEmpty();
    }

    @Test
    void a_visa_is_open_today_and_begins_before_it_ends() {
        assertThat(faults(Map.of("visaValidTo", ""))).containsEntry("visaValidTo", "required");
        assertThat(faults(Map.of("visaValidTo", "2026-02-28"))).containsEntry("visaValidTo", "visa-expired");
        assertThat(faults(Map.of("visaValidTo", "2026-03-01"))).isEmpty();
        assertThat(faults(Map.of("visaValidFrom", "2030-01-01", "visaValidTo", "2029-01-01")))
                .containsEntry("visaValidFrom", "ends-before");
    }

    @Test
    void every_wrong_digit_of_an_identity_number_is_found() {
        String right = Newcomer.emiratesId();
        assertThat(EmiratesId.parse(right)).isPresent();
        assertThat(EmiratesId.parse(EmiratesId.parse(right).orElseThrow().formatted()))
                .isPresent();
        for (int i = 3; i < 15; i++) {
            for (char d = '0'; d <= '9'; d++) {
                String one = right.substring(0, i) + d + right.substring(i + 1);
                assertThat(EmiratesId.parse(one).isPresent()).as(one).isEqualTo(d == right.charAt(i));
            }
        }
        assertThat(faults(Map.of("emiratesId", "784"))).containsEntry("emiratesId", "not-an-emirates-id");
    }

    @Test
    void user_names_and_passwords_have_their_bounds() {
        for (String bad : List.of("ab", "a b c", "اسم", "a".repeat(61))) {
            assertThat(faults(Map.of("username", bad))).as(bad).containsEntry("username", "bad-username");
        }
        assertThat(faults(Map.of("password", "short"))).containsEntry("password", "password-under-ten");
        assertThat(faults(Map.of("username", "samesamesame", "password", "SameSameSame")))
                .containsEntry("password", "password-as-name");
    }
}
