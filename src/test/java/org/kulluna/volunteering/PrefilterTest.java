package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kulluna.eligibility.Candidate;
import org.kulluna.eligibility.Candidates;
import org.kulluna.eligibility.Eligibility;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What SQL lists as open is exactly what the one function allows: on random people and random demands. */
class PrefilterTest extends HouseTest {
    private static final List<String> ZONES =
            List.of("Asia/Dubai", "UTC", "Pacific/Kiritimati", "America/St_Johns", "Europe/London", "Etc/GMT-4");
    private static final List<String> CODES = List.of("onboarding", "first_aid", "event_security");
    private static final LocalDate BASE = LocalDate.of(2028, 2, 27);

    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    Candidates candidates;

    @Autowired
    OfferRows rows;

    @Autowired
    ShiftRows shiftRows;

    @Autowired
    TransactionTemplate transaction;

    private final Random random = new Random(20260524);

    @Test
    void sql_and_the_function_agree_on_random_people_and_demands() {
        String unit = given.unit();
        UUID first = volunteering.shift(unit, VolunteeringGiven.plan(1));
        UUID opportunity = shiftRows.find(first).orElseThrow().opportunity();
        String place = shiftRows.find(first).orElseThrow().place();
        transaction.executeWithoutResult(t -> {
            for (int i = 0; i < 150; i++) {
                shift(opportunity, place);
            }
        });
        List<PersonId> people = new ArrayList<>();
        transaction.executeWithoutResult(t -> {
            for (int i = 0; i < 150; i++) {
                people.add(person());
            }
        });
        Instant now = clock.instant();
        List<Shift> shifts = shiftRows.listOf(opportunity);
        int open = 0;
        for (PersonId person : people) {
            Candidate candidate = candidates.get(person, now);
            Set<UUID> allowed = shifts.stream()
                    .filter(s -> Eligibility.may(candidate, s.demand(), now))
                    .map(Shift::id)
                    .collect(Collectors.toSet());
            assertThat(list(person, unit, true, now)).as("%s", candidate).isEqualTo(allowed);
            Set<UUID> others = shifts.stream()
                    .map(Shift::id)
                    .filter(s -> !allowed.contains(s))
                    .collect(Collectors.toSet());
            assertThat(list(person, unit, false, now)).as("%s", candidate).isEqualTo(others);
            open += allowed.size();
        }
        sql.sql("delete from volunteering.shift where opportunity_id = ? and id <> ?")
                .params(opportunity, first)
                .update();
        assertThat(open).as("the draw is not all or nothing").isBetween(200, people.size() * shifts.size() / 2);
    }

    @Test
    void the_list_stays_fast_with_thousands_of_shifts() {
        UUID first = volunteering.shift(VolunteeringGiven.plan(1));
        Shift model = shiftRows.find(first).orElseThrow();
        sql.sql("""
                insert into volunteering.shift (id, opportunity_id, starts_at, ends_at, zone, place_code,
                    required_qualifications, state, created_at)
                select gen_random_uuid(), ?, now() + n * interval '7 minutes', now() + (n + 20) * interval '7 minutes',
                       'Asia/Dubai', ?, case when n % 3 = 0 then '{first_aid}'::text[] else '{}' end, 'published', now()
                  from generate_series(60, 5060) n""").params(model.opportunity(), model.place()).update();
        PersonId me = volunteering.memberPerson();
        try {
            ShiftFilter open = ShiftFilter.of(true);
            rows.list(me, open, Map.of(model.place(), 700), null, 21, clock.instant());
            long began = System.nanoTime();
            assertThat(rows.list(me, open, Map.of(model.place(), 700), null, 21, clock.instant()))
                    .hasSize(21);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1500));
        } finally {
            sql.sql("delete from volunteering.shift where opportunity_id = ? and id <> ?")
                    .params(model.opportunity(), first)
                    .update();
        }
    }

    private Set<UUID> list(PersonId person, String unit, boolean eligible, Instant now) {
        ShiftFilter filter = new ShiftFilter(eligible, null, null, unit, "", "");
        return rows.list(person, filter, Map.of(), null, 1000, now).stream()
                .map(ShiftCard::id)
                .collect(Collectors.toSet());
    }

    private void shift(UUID opportunity, String place) {
        Instant start = BASE.atStartOfDay(ZoneId.of("Asia/Dubai"))
                .toInstant()
                .plus(random.nextInt(24 * 4 * 6) * 15L, ChronoUnit.MINUTES);
        sql.sql("""
                insert into volunteering.shift (id, opportunity_id, starts_at, ends_at, zone, place_code,
                    required_qualifications, minimum_age, students_welcome, state, created_at)
                values (?, ?, ?, ?, ?, ?, ?::text[], ?, ?, 'published', now())""")
                .params(
                        Ids.next(),
                        opportunity,
                        VolunteeringGiven.utc(start),
                        VolunteeringGiven.utc(start.plus(Duration.ofMinutes(60 + 15 * random.nextInt(60)))),
                        pick(ZONES),
                        place,
                        CODES.stream().filter(c -> random.nextInt(4) == 0).toArray(String[]::new),
                        random.nextInt(3) == 0 ? 21 : random.nextInt(2) == 0 ? 16 : 18,
                        random.nextInt(3) > 0)
                .update();
    }

    private PersonId person() {
        PersonId id = given.person(pick(List.of("AE", "IN", "PH")), born(), "اسم", "Name");
        if (random.nextInt(20) == 0) {
            sql.sql("update people.person set born_on = null where id = ?")
                    .param(id.value())
                    .update();
        }
        if (random.nextInt(15) == 0) {
            sql.sql("update people.person set nationality = null where id = ?")
                    .param(id.value())
                    .update();
        }
        if (random.nextInt(12) > 0) {
            member(id);
        }
        if (random.nextInt(8) > 0) {
            papers(id);
        }
        for (String code : CODES) {
            if (random.nextInt(4) > 0) {
                volunteering.award(
                        id,
                        code,
                        near().minusYears(random.nextInt(2)),
                        random.nextInt(3) == 0 ? null : near().plusYears(2));
            }
        }
        bindings(id);
        return id;
    }

    private void member(PersonId id) {
        sql.sql("""
                insert into membership.member (person_id, number, public_id, status, student, accepted_at, suspended_until)
                values (?, ?, ?, ?, ?, now(), ?)""")
                .params(Arrays.asList(
                        id.value(),
                        Given.serial(),
                        "pub-" + Given.serial(),
                        pick(List.of("active", "active", "active", "active", "suspended", "left")),
                        random.nextInt(4) == 0,
                        random.nextInt(2) == 0 ? null : near()))
                .update();
    }

    private void papers(PersonId id) {
        sql.sql("""
                insert into membership.vetting_check (id, person_id, state, valid_to, opened_at)
                values (?, ?, ?, ?, now())""")
                .params(Ids.next(), id.value(), pick(List.of("cleared", "cleared", "cleared", "refused")), late())
                .update();
        if (random.nextInt(6) > 0) {
            sql.sql("""
                    insert into people.residence_visa (id, person_id, valid_from, valid_to, recorded_at)
                    values (?, ?, ?, ?, now())""")
                    .params(Ids.next(), id.value(), BASE.minusYears(1), late())
                    .update();
        }
        if (random.nextInt(2) == 0) {
            volunteering.consent(id, late());
        }
    }

    private void bindings(PersonId id) {
        Instant at = BASE.atStartOfDay(ZoneId.of("Asia/Dubai")).toInstant();
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant from = at.plus(random.nextInt(6 * 96) * 15L, ChronoUnit.MINUTES);
            sql.sql("""
                    insert into eligibility.commitment (id, person_id, during, kind, subject_id)
                    values (?, ?, tstzrange(?, ?), 'session', ?) on conflict do nothing""")
                    .params(
                            Ids.next(),
                            id.value(),
                            VolunteeringGiven.utc(from),
                            VolunteeringGiven.utc(from.plus(Duration.ofHours(3))),
                            Ids.next())
                    .update();
        }
    }

    /** Around the birthdays that matter, the leap day among them. */
    private LocalDate born() {
        return switch (random.nextInt(4)) {
            case 0 -> LocalDate.of(2008, 2, 29);
            case 1 -> near().minusYears(18);
            case 2 -> near().minusYears(pick(List.of(14, 16, 21)));
            default -> near().minusYears(20 + random.nextInt(40));
        };
    }

    private LocalDate near() {
        return BASE.plusDays(random.nextInt(9) - 1);
    }

    private LocalDate late() {
        return random.nextInt(4) == 0 ? near() : BASE.plusYears(1);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
