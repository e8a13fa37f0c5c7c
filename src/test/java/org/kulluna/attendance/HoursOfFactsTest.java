package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.policies.Policies;
import org.kulluna.policies.PolicyName;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** From facts to claims to the ledger: whatever phones send, the hours are what the standing facts say by policy. */
class HoursOfFactsTest extends HouseTest {
    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Attendance attendance;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private Policies policies;

    private String unit = "";
    private Viewer leader = Viewer.STRANGER;
    private Viewer coordinator = Viewer.STRANGER;

    @BeforeEach
    void a_unit() {
        unit = given.unit();
        leader = given.actor(Role.SHIFT_LEADER, unit).viewer();
        coordinator = given.actor(Role.UNIT_COORDINATOR, unit).viewer();
    }

    @Test
    void whatever_is_sent_in_whatever_batches_the_claim_is_what_the_standing_facts_say() {
        Random random = new Random(4711);
        for (int round = 0; round < 25; round++) {
            Duties.Duty duty = at.duty(unit, at.now().minus(Duration.ofHours(8)), Duration.ofHours(4), false);
            List<PersonId> people = List.of(at.expected(duty), at.expected(duty), at.expected(duty));
            List<NewFact> sent = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                Instant when = duty.startsAt().plusSeconds(random.nextInt(-3000, 18_000));
                sent.add(
                        i > 6 && random.nextInt(4) == 0
                                ? NewFact.undo(
                                        Ids.next(),
                                        duty.id(),
                                        sent.get(random.nextInt(i)).id(),
                                        when)
                                : at.fact(
                                        duty,
                                        people.get(random.nextInt(3)),
                                        List.of(FactKind.IN, FactKind.IN, FactKind.OUT, FactKind.OUT, FactKind.ABSENT)
                                                .get(random.nextInt(5)),
                                        when));
            }
            List<NewFact> rest = new ArrayList<>(sent);
            while (!rest.isEmpty()) {
                int size = Math.min(rest.size(), random.nextInt(1, 6));
                List<NewFact> batch = new ArrayList<>(rest.subList(0, size));
                rest.subList(0, size).clear();
                Collections.shuffle(batch, random);
                attendance.record(leader, batch);
            }
            List<Map<String, Object>> claims = claims(duty);
            for (PersonId person : people) {
                assertThat(minutes(duty, person)).isEqualTo(expected(duty, person));
            }
            int facts = at.count("fact", duty);
            List<NewFact> stored = sent.stream().filter(this::isStored).toList();
            assertThat(attendance.record(leader, stored))
                    .allSatisfy(o -> assertThat(o.state()).isEqualTo(FactOutcome.State.ALREADY));
            assertThat(at.count("fact", duty)).isEqualTo(facts);
            assertThat(claims(duty)).isEqualTo(claims);
        }
    }

    private boolean isStored(NewFact fact) {
        return sql.sql("select count(*) from attendance.fact where id = ?")
                        .param(fact.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private List<Map<String, Object>> claims(Duties.Duty duty) {
        return sql.sql("select person_id, minutes, in_fact, out_fact, state from attendance.claim where duty_id = ?"
                        + " order by person_id")
                .param(duty.id())
                .query()
                .listOfRows();
    }

    private int minutes(Duties.Duty duty, PersonId person) {
        return sql.sql("select coalesce(max(minutes), 0) from attendance.claim where duty_id = ? and person_id = ?")
                .params(duty.id(), person.value())
                .query(Integer.class)
                .single();
    }

    /** The rule again, over what stands in the book: first in, last out unless an in came after it. */
    private int expected(Duties.Duty duty, PersonId person) {
        Seen seen = sql
                .sql("""
                select id, kind, happened_at from attendance.standing_fact where duty_id = ? and person_id = ?""")
                .params(duty.id(), person.value())
                .query((rs, n) ->
                        new Seen.One(FactRows.id(rs, "id"), FactRows.kind(rs), FactRows.instant(rs, "happened_at")))
                .list()
                .stream()
                .collect(
                        java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(), Seen::new));
        Optional<Instant> in = seen.first(FactKind.IN).map(Seen.One::at);
        Instant out =
                seen.isIn() ? null : seen.last(FactKind.OUT).map(Seen.One::at).orElse(null);
        return in.flatMap(i -> Credit.of(duty.startsAt(), duty.endsAt(), i, out, new Credit.Terms(480, 1, 60)))
                .map(Credit::minutes)
                .orElse(0);
    }

    @Test
    void a_duty_counts_whole_on_the_local_day_it_began_wherever_it_is() {
        Random random = new Random(31);
        List<ZoneId> zones = List.of(
                ZoneId.of("Asia/Dubai"),
                ZoneId.of("Pacific/Kiritimati"),
                ZoneId.of("America/St_Johns"),
                ZoneId.of("Europe/London"),
                ZoneId.of("Pacific/Pago_Pago"),
                ZoneId.of("Asia/Kathmandu"));
        for (int i = 0; i < 40; i++) {
            ZoneId zone = zones.get(random.nextInt(zones.size()));
            LocalDate day = LocalDate.of(2024, 1, 1).plusMonths(random.nextInt(24));
            day = random.nextBoolean() ? day.withDayOfMonth(day.lengthOfMonth()) : day;
            Instant midnight = day.atStartOfDay(zone).toInstant();
            int second = List.of(-1, 0, 1, -3600, 3600).get(random.nextInt(5));
            Instant start = midnight.plusSeconds(second);
            clock.setTo(start.plus(Duration.ofHours(5)));
            Duties.Duty duty = in(zone, start);
            PersonId person = at.expected(duty);
            attendance.record(
                    leader,
                    List.of(
                            at.fact(duty, person, FactKind.IN, start),
                            at.fact(duty, person, FactKind.OUT, duty.endsAt())));
            desk.verify(coordinator, List.of(at.claim(duty, person)), null, true);
            Map<String, Object> entry = sql.sql(
                            "select starts_on::text as day, minutes from attendance.ledger_entry where duty_id = ?")
                    .param(duty.id())
                    .query()
                    .singleRow();
            assertThat(entry)
                    .as("%s %s", zone, start)
                    .containsEntry("day", (second < 0 ? day.minusDays(1) : day).toString())
                    .containsEntry("minutes", 240);
        }
    }

    private Duties.Duty in(ZoneId zone, Instant start) {
        return at.put(new Duties.Duty(
                Ids.next(),
                "shift",
                new LocalizedText("دورية الليل", "Night walk"),
                unit,
                "prevention",
                given.place(),
                "abu_dhabi",
                start,
                start.plus(Duration.ofHours(4)),
                zone,
                false,
                null));
    }

    @Test
    void a_forgotten_check_out_follows_the_policy_in_force_when_the_duty_ended_and_names_it() {
        Viewer administrator = given.actor(Role.ADMINISTRATOR).viewer();
        Instant year = Instant.parse("2041-03-01T08:00:00Z");
        clock.setTo(year);
        Duties.Duty before = in(ZoneId.of("Asia/Dubai"), year.minus(Duration.ofHours(8)));
        int old = policies.now(PolicyName.FORGOTTEN_CHECK_OUT).version();
        policies.set(administrator, PolicyName.FORGOTTEN_CHECK_OUT, Map.of("maximum_minutes", 90), "shorter", old);
        clock.setTo(year.plus(Duration.ofHours(8)));
        Duties.Duty after = in(ZoneId.of("Asia/Dubai"), year.plus(Duration.ofHours(1)));
        Claim first = forgotten(before);
        Claim second = forgotten(after);
        assertThat(first.minutes()).isEqualTo(240);
        assertThat(first.forgottenPolicy()).isEqualTo(old);
        assertThat(second.minutes()).isEqualTo(90);
        assertThat(second.forgottenPolicy()).isEqualTo(old + 1);
    }

    private Claim forgotten(Duties.Duty duty) {
        PersonId person = at.expected(duty);
        attendance.record(leader, List.of(at.fact(duty, person, FactKind.IN, duty.startsAt())));
        return desk.open(coordinator, at.claim(duty, person));
    }

    @Test
    void what_an_entry_fixed_stays_when_the_person_the_unit_or_the_place_change() {
        Duties.Duty duty = at.duty(unit, at.now().minus(Duration.ofHours(6)), Duration.ofHours(4), false);
        PersonId person = at.expected(duty);
        attendance.record(
                leader,
                List.of(
                        at.fact(duty, person, FactKind.IN, duty.startsAt()),
                        at.fact(duty, person, FactKind.OUT, duty.endsAt())));
        UUID claim = at.claim(duty, person);
        desk.verify(coordinator, List.of(claim), null, false);
        Map<String, Object> entry = entry(claim);
        sql.sql("update people.person set nationality = 'FR', gender = 'male', born_on = '1950-01-01', home_place = ?"
                        + " where id = ?")
                .params(given.place("al_ain"), person.value())
                .update();
        sql.sql("update places.place set region = 'al_dhafra' where code = ?")
                .param(duty.place())
                .update();
        assertThat(entry(claim)).isEqualTo(entry);
        assertThat(entry).containsEntry("nationality", "IN").containsEntry("age_group", "35-44");
    }

    private Map<String, Object> entry(UUID claim) {
        return sql.sql("select * from attendance.published_hours where claim_id = ?")
                .param(claim)
                .query()
                .singleRow();
    }

    @Test
    void exactly_twelve_hours_are_no_long_day_and_a_minute_more_is() {
        Instant midnight =
                LocalDate.of(2032, 2, 29).atStartOfDay(ZoneId.of("Asia/Dubai")).toInstant();
        clock.setTo(midnight.plus(Duration.ofHours(34)));
        assertThat(flagsOf(midnight.plusSeconds(3600), Duration.ofHours(12))).isEmpty();
        assertThat(flagsOf(midnight.plusSeconds(3600), Duration.ofHours(12).plusMinutes(1)))
                .containsExactly("long_day");
        assertThat(flagsOf(midnight.plus(Duration.ofHours(16)), Duration.ofHours(14)))
                .as("eight hours before midnight, six after")
                .isEmpty();
    }

    private List<String> flagsOf(Instant start, Duration length) {
        Duties.Duty duty = at.duty(unit, start, length, false);
        PersonId person = at.expected(duty);
        attendance.record(
                leader,
                List.of(
                        at.fact(duty, person, FactKind.IN, duty.startsAt()),
                        at.fact(duty, person, FactKind.OUT, duty.endsAt())));
        return desk.open(coordinator, at.claim(duty, person)).flags();
    }

    @Test
    void back_to_back_is_no_overlap() {
        Instant start = at.now().minus(Duration.ofHours(10));
        Duties.Duty one = at.duty(unit, start, Duration.ofHours(4), false);
        Duties.Duty two = at.duty(unit, start.plus(Duration.ofHours(4)), Duration.ofHours(4), false);
        PersonId person = at.expected(one);
        at.expected(two, person);
        for (Duties.Duty duty : List.of(one, two)) {
            attendance.record(
                    leader,
                    List.of(
                            at.fact(duty, person, FactKind.IN, duty.startsAt()),
                            at.fact(duty, person, FactKind.OUT, duty.endsAt())));
        }
        assertThat(desk.open(coordinator, at.claim(one, person)).flags()).isEmpty();
        assertThat(desk.open(coordinator, at.claim(two, person)).flags()).isEmpty();
    }

    @Test
    void one_device_is_at_two_places_only_when_the_places_and_minutes_say_so() {
        Duties.Duty here = at.duty(unit, at.now().minus(Duration.ofHours(6)), Duration.ofHours(4), false);
        Duties.Duty there = at.duty(unit, at.now().minus(Duration.ofHours(6)), Duration.ofHours(4), false);
        PersonId near = at.expected(here);
        PersonId far = at.expected(here);
        PersonId other = at.expected(there);
        Instant seen = here.startsAt().plusSeconds(3600);
        attendance.record(leader, List.of(by("phone-a" + unit, there, other, FactKind.IN, seen)));
        attendance.record(
                leader,
                List.of(
                        by("phone-a" + unit, here, near, FactKind.IN, seen.plusSeconds(600)),
                        by("", here, near, FactKind.OUT, here.endsAt()),
                        by("phone-a" + unit, here, far, FactKind.IN, seen.plusSeconds(601)),
                        by("", here, far, FactKind.OUT, here.endsAt())));
        assertThat(desk.open(coordinator, at.claim(here, near)).flags()).containsExactly("two_places");
        assertThat(desk.open(coordinator, at.claim(here, far)).flags()).isEmpty();
    }

    private static NewFact by(String device, Duties.Duty duty, PersonId person, FactKind kind, Instant when) {
        return new NewFact(Ids.next(), duty.id(), person, null, null, kind, null, when, "tap", device);
    }
}
