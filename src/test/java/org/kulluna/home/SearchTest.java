package org.kulluna.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

/** One box for members, duties and pages, each for those who may see them. */
class SearchTest extends HouseTest {
    @Autowired
    VolunteeringGiven volunteering;

    private PersonId member(String nameAr, String nameEn) {
        PersonId id = given.person("IN", LocalDate.of(1990, 5, 24), nameAr, nameEn);
        volunteering.enrol(id, false);
        return id;
    }

    private static List<String> found(Visitor v, String typed) {
        String q = java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8);
        v.open("/search?q=" + q);
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().html()).doesNotContain("⟦");
        return v.page().select(".queue__item a").eachAttr("href");
    }

    @Test
    void a_member_is_found_by_name_in_either_script_however_it_is_spelled() {
        String tail = letters();
        PersonId id = member("أحمد الزرقاوي " + tail, "Mohammed Zarkawi" + tail);
        Visitor officer = visitor(given.actor(Role.MEMBERSHIP_OFFICER));
        String page = "/membership/members/" + id;
        for (String typed :
                List.of("احمد " + tail, "أَحْمَد الزرقاوى " + tail, "muhamad zarkawi" + tail, "Zarkawi" + tail)) {
            assertThat(found(officer, typed)).as(typed).containsExactly(page);
        }
        assertThat(found(officer, "خالد " + tail)).isEmpty();
    }

    @Test
    void a_member_is_found_by_number_with_or_without_its_letter_in_any_digits() {
        PersonId id = member("سالم", "Salem");
        long number = Math.floorMod(Given.serial(), 900_000_000L) + 5_000_000_000L;
        sql.sql("update membership.member set number = ? where person_id = ?")
                .params(number, id.value())
                .update();
        StringBuilder arabic = new StringBuilder();
        String.valueOf(number).chars().forEach(c -> arabic.append((char) ('٠' + c - '0')));
        Visitor officer = visitor(given.actor(Role.MEMBERSHIP_OFFICER));
        for (String typed : List.of(String.valueOf(number), "K-" + number, "k" + number, arabic.toString())) {
            assertThat(found(officer, typed)).as(typed).first().isEqualTo("/membership/members/" + id);
        }
    }

    @Test
    void looking_for_people_leaves_a_trace_and_looking_without_the_right_finds_none() {
        String tail = letters();
        PersonId id = member("زينب " + tail, "Zainab " + tail);
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        assertThat(found(visitor(officer), tail)).containsExactly("/membership/members/" + id);
        assertThat(traces(officer)).isEqualTo(1);
        Given.Actor coordinator = given.actor(Role.UNIT_COORDINATOR, given.unit());
        assertThat(found(visitor(coordinator), tail)).isEmpty();
        assertThat(traces(coordinator)).isZero();
    }

    @Test
    void a_duty_is_found_by_its_title_without_its_marks_and_in_one_s_own_unit_only() {
        String unit = given.unit();
        String tail = letters();
        UUID shift = volunteering.shift(unit, plan(2));
        title(shift, "إرشادُ زوّارِ الحديقة " + tail, "Guiding visitors " + tail);
        Visitor own = visitor(given.actor(Role.SHIFT_LEADER, unit));
        for (String typed : List.of("ارشاد زوار " + tail, "visitors " + tail, "زوار " + tail)) {
            assertThat(found(own, typed)).as(typed).containsExactly("/volunteering/manage/shifts/" + shift);
        }
        assertThat(own.open("/volunteering/manage/shifts/" + shift).status()).isEqualTo(200);
        assertThat(found(visitor(given.actor(Role.SHIFT_LEADER, given.unit())), tail))
                .isEmpty();
        clock.forward(java.time.Duration.ofDays(4));
        assertThat(found(visitor(given.actor(Role.SHIFT_LEADER, unit)), tail)).isEmpty();
    }

    @Test
    void a_page_is_found_by_its_name_in_any_language_by_those_whose_it_is() {
        Visitor training = visitor(given.actor(Role.TRAINING_OFFICER));
        assertThat(found(training, "qualif")).contains("/training/awards");
        assertThat(found(training, "المؤهلات")).contains("/training/awards");
        assertThat(found(visitor(given.actor(Role.AUDITOR)), "qualif")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "%", "_", "!!!", "'; drop table x", "\\", "\u0000", "\u200f", "🙂"})
    void nonsense_finds_nothing_and_breaks_nothing(String typed) {
        assertThat(found(visitor(given.actor(Role.MEMBERSHIP_OFFICER)), typed)).isEmpty();
    }

    @Test
    void a_novel_is_not_looked_for() {
        assertThat(found(visitor(given.actor(Role.MEMBERSHIP_OFFICER)), "sara ".repeat(60)))
                .isEmpty();
    }

    /** A word nobody else has, by its consonants too. */
    /** Of letters that no spelling folds into one another. */
    private static String letters() {
        StringBuilder b = new StringBuilder("z");
        for (char c : Long.toString(Given.serial()).toCharArray()) {
            b.append(List.of("bn", "bm", "bl", "br", "fn", "fm", "fl", "fr", "mn", "ml")
                    .get(c - '0'));
        }
        return b.append("z").toString();
    }

    private long traces(Given.Actor of) {
        return sql.sql("select count(*) from audit.entry where actor = ? and action = 'home.search'")
                .param(of.person().value())
                .query(Long.class)
                .single();
    }

    private void title(UUID shift, String ar, String en) {
        sql.sql("""
                update volunteering.opportunity set title_ar = ?, title_en = ?, search = ?
                 where id = (select opportunity_id from volunteering.shift where id = ?)""")
                .params(ar, en, org.kulluna.shared.SearchText.stored(ar, en), shift)
                .update();
    }
}
