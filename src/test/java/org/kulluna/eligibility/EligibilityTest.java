package org.kulluna.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.PersonId;

/** The one function, rule by rule and at each rule's edge. */
class EligibilityTest {
    private static final ZoneId DUBAI = ZoneId.of("Asia/Dubai");
    private static final UUID SHIFT = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    private static final UUID OTHER = UUID.fromString("00000000-0000-0000-0000-0000000000bb");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Instant NOW = at("2026-01-01T08:00");

    private @Nullable String status = "active";
    private @Nullable LocalDate suspendedUntil;
    private boolean student;
    private @Nullable LocalDate bornOn = LocalDate.of(1990, 5, 24);
    private boolean citizen;
    private @Nullable LocalDate visa = DAY.plusYears(1);
    private @Nullable LocalDate vetted = DAY.plusYears(1);
    private @Nullable LocalDate consent;
    private Map<String, List<Candidate.Span>> held = Map.of();
    private List<Candidate.Binding> bindings = List.of();

    private Instant startsAt = at("2026-01-31T16:00");
    private Instant endsAt = at("2026-01-31T20:00");
    private ZoneId zone = DUBAI;
    private int minimumAge = 18;
    private boolean studentsWelcome;
    private List<String> asked = List.of();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(DUBAI).toInstant();
    }

    private List<Reason> reasons() {
        Candidate c = new Candidate(
                new PersonId(new UUID(0, 1)),
                status,
                suspendedUntil,
                student,
                bornOn,
                citizen,
                visa,
                vetted,
                consent,
                held,
                bindings);
        Demand d = new Demand(SHIFT, startsAt, endsAt, zone, minimumAge, studentsWelcome, asked);
        assertThat(Eligibility.may(c, d, NOW))
                .isEqualTo(Eligibility.reasonsAgainst(c, d, NOW).isEmpty());
        return Eligibility.reasonsAgainst(c, d, NOW);
    }

    private List<String> keys() {
        return reasons().stream().map(Reason::key).toList();
    }

    @Test
    void a_member_in_good_standing_may() {
        assertThat(keys()).isEmpty();
    }

    @Test
    void who_is_no_member_or_left_is_shown_the_way_in() {
        status = null;
        assertThat(reasons()).singleElement().extracting(Reason::way).isEqualTo("/membership/apply");
        status = "left";
        assertThat(keys()).containsExactly("not-a-member");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, suspended", "2026-01-31, suspended", "2026-02-10, suspended", "2026-01-30, ''"})
    void a_suspension_holds_to_its_last_day_and_without_end_for_ever(@Nullable String until, String reason) {
        status = "suspended";
        suspendedUntil = until == null ? null : LocalDate.parse(until);
        assertThat(String.join("", keys())).isEqualTo(reason);
    }

    @Test
    void the_end_of_a_suspension_written_on_an_active_member_is_history() {
        suspendedUntil = DAY.plusYears(1);
        assertThat(keys()).isEmpty();
    }

    @Test
    void papers_must_hold_to_the_last_day_of_the_duty_and_that_day_is_enough() {
        vetted = DAY;
        visa = DAY;
        assertThat(keys()).isEmpty();
        endsAt = at("2026-02-01T02:00");
        assertThat(keys()).containsExactly("vetting", "visa");
        endsAt = at("2026-02-01T00:00");
        assertThat(keys())
                .as("a duty that ends at midnight ends the day before")
                .isEmpty();
        vetted = null;
        visa = null;
        assertThat(keys()).containsExactly("vetting", "visa");
        citizen = true;
        assertThat(keys()).as("citizens need no visa").containsExactly("vetting");
    }

    @Test
    void days_are_those_of_the_duty_s_own_zone() {
        vetted = DAY;
        startsAt = Instant.parse("2026-01-31T21:00:00Z");
        endsAt = Instant.parse("2026-01-31T23:00:00Z");
        assertThat(keys()).as("in Abu Dhabi it is February already").containsExactly("vetting");
        zone = ZoneId.of("Europe/London");
        assertThat(keys()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2008-01-31, ''", "2008-02-01, 'students-not-welcome guardian-consent too-young'", "2005-01-01, ''"})
    void somebody_is_of_age_on_the_birthday_itself(LocalDate born, String expected) {
        bornOn = born;
        assertThat(String.join(" ", keys())).isEqualTo(expected);
    }

    @Test
    void a_birthday_during_the_duty_comes_too_late() {
        bornOn = LocalDate.of(2008, 2, 1);
        endsAt = at("2026-02-01T04:00");
        assertThat(keys()).contains("too-young");
    }

    @Test
    void who_gave_no_birth_date_is_of_no_age() {
        bornOn = null;
        assertThat(keys()).contains("too-young", "guardian-consent");
    }

    @ParameterizedTest
    @CsvSource({
        // age, asked, welcome: what is missing
        "16, 18, true, ''",
        "16, 16, true, ''",
        "15, 16, true, too-young",
        "14, 16, true, too-young",
        "16, 21, true, too-young",
        "19, 18, true, ''",
        "19, 21, true, too-young",
        "16, 18, false, 'students-not-welcome too-young'",
        "19, 18, false, students-not-welcome"
    })
    void a_welcome_lets_students_off_being_of_age_but_never_off_another_age(
            int age, int from, boolean welcome, String expected) {
        student = true;
        bornOn = DAY.minusYears(age);
        consent = DAY;
        minimumAge = from;
        studentsWelcome = welcome;
        assertThat(String.join(" ", keys())).isEqualTo(expected);
    }

    @Test
    void a_guardian_s_consent_must_reach_to_the_last_day_and_is_asked_of_minors_only() {
        student = true;
        studentsWelcome = true;
        bornOn = DAY.minusYears(16);
        consent = DAY;
        assertThat(keys()).isEmpty();
        endsAt = at("2026-02-01T01:00");
        assertThat(keys()).containsExactly("guardian-consent");
        consent = null;
        bornOn = DAY.minusYears(18);
        assertThat(keys()).isEmpty();
    }

    @Test
    void each_missing_qualification_is_named_in_the_order_asked() {
        asked = List.of("first_aid", "crowd_guidance");
        held = Map.of("report_writing", List.of(new Candidate.Span(DAY.minusYears(1), null)));
        assertThat(reasons())
                .extracting(r -> r.args().get("qualification"))
                .containsExactly("first_aid", "crowd_guidance");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-31, -, true",
                "2026-01-31, 2026-02-01, true",
                "2026-02-01, -, false",
                "2025-01-01, 2026-01-31, false",
                "2025-01-01, 2026-02-01, true"
            })
    void one_award_must_cover_the_duty_from_its_first_to_its_last_day(
            LocalDate from, @Nullable LocalDate to, boolean may) {
        endsAt = at("2026-02-01T02:00");
        asked = List.of("first_aid");
        held = Map.of("first_aid", List.of(new Candidate.Span(from, to)));
        assertThat(keys().isEmpty()).isEqualTo(may);
    }

    @Test
    void two_awards_that_follow_each_other_do_not_add_up_within_a_duty() {
        endsAt = at("2026-02-01T02:00");
        asked = List.of("first_aid");
        held = Map.of(
                "first_aid",
                List.of(new Candidate.Span(DAY.minusYears(1), DAY), new Candidate.Span(DAY.plusDays(1), null)));
        assertThat(keys()).containsExactly("qualification");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00, 2026-01-31T16:00, true",
        "2026-01-31T20:00, 2026-01-31T22:00, true",
        "2026-01-31T12:00, 2026-01-31T16:01, false",
        "2026-01-31T19:59, 2026-01-31T22:00, false",
        "2026-01-31T17:00, 2026-01-31T18:00, false",
        "2026-01-31T10:00, 2026-02-01T10:00, false"
    })
    void back_to_back_is_no_overlap_and_a_minute_is(String from, String to, boolean may) {
        bindings = List.of(new Candidate.Binding(at(from), at(to), "session", OTHER));
        assertThat(keys().isEmpty()).isEqualTo(may);
    }

    @Test
    void one_s_own_place_on_the_duty_is_no_clash() {
        bindings = List.of(new Candidate.Binding(startsAt, endsAt, "shift", SHIFT));
        assertThat(keys()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shift", "session", "workshop", "callout"})
    void an_overlap_says_what_it_is_and_leads_to_it_where_there_is_a_page(String kind) {
        bindings = List.of(new Candidate.Binding(startsAt, endsAt, kind, OTHER));
        Reason overlap = reasons().get(0);
        assertThat(overlap.args()).containsEntry("kind", kind).containsEntry("from", startsAt.toString());
        assertThat(overlap.way()).isEqualTo(kind.equals("shift") ? "/volunteering/shifts/" + OTHER : "");
    }

    @Test
    void a_duty_that_begins_this_instant_has_begun() {
        startsAt = NOW;
        assertThat(keys()).containsExactly("started");
        startsAt = NOW.plusNanos(1);
        assertThat(keys()).isEmpty();
    }

    @Test
    void all_reasons_are_told_at_once_the_gravest_first() {
        status = null;
        vetted = null;
        visa = null;
        bornOn = DAY.minusYears(15);
        asked = List.of("first_aid");
        bindings = List.of(new Candidate.Binding(startsAt, endsAt, "session", OTHER));
        assertThat(keys())
                .containsExactly(
                        "not-a-member",
                        "vetting",
                        "students-not-welcome",
                        "guardian-consent",
                        "too-young",
                        "visa",
                        "qualification",
                        "overlap");
    }
}
