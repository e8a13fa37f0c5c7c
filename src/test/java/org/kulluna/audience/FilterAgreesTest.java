package org.kulluna.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.people.Person;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The SQL of a filter means exactly whom its words mean: random people, random filters, person by person. */
class FilterAgreesTest extends HouseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);
    private static final List<String> QUALIFICATIONS = List.of("first_aid", "crowd_guidance", "report_writing");

    /** What the words of the filter are about, as the test made it. */
    private record Somebody(
            UUID id,
            boolean meant,
            String language,
            List<String> languages,
            String nationality,
            @Nullable LocalDate bornOn,
            String region,
            String place,
            Set<String> units,
            Set<String> qualifications,
            Set<LocalDate> duties) {}

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AudienceRows rows;

    private final Random random = new Random(152_001);
    private final List<String> units = new ArrayList<>();
    private final Map<String, String> places = new java.util.LinkedHashMap<>();
    private final Map<String, UUID> shifts = new java.util.HashMap<>();

    @Test
    void sql_means_whom_the_words_mean_person_by_person() {
        List<Somebody> people = new ArrayList<>();
        transaction.executeWithoutResult(t -> {
            for (int i = 0; i < 3; i++) {
                units.add(given.unit());
            }
            for (String region : List.of("abu_dhabi", "al_ain", "al_dhafra")) {
                places.put(given.place(region), region);
            }
            for (int i = 0; i < 250; i++) {
                people.add(somebody());
            }
        });
        int chosen = 0;
        int narrowed = 0;
        for (int i = 0; i < 300; i++) {
            Filter filter = filter();
            Set<String> within = random.nextInt(4) == 0 ? Set.copyOf(some(units)) : null;
            Set<UUID> expected = people.stream()
                    .filter(p -> means(filter, within, p))
                    .map(Somebody::id)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(chosenOf(people, filter, within))
                    .as("%s within %s", filter, within)
                    .isEqualTo(expected);
            chosen += expected.size();
            narrowed += expected.isEmpty() || expected.size() == people.size() ? 0 : 1;
        }
        assertThat(chosen).as("the draw is not all or nothing").isGreaterThan(2000);
        assertThat(narrowed).isGreaterThan(150);
    }

    private Set<UUID> chosenOf(List<Somebody> people, Filter filter, @Nullable Set<String> within) {
        Selection s = AudienceRows.select(filter, TODAY, within);
        List<UUID> found = sql.sql("select s.person_id from (" + s.sql() + ") s where s.person_id = any(:ours)")
                .params(s.params())
                .param("ours", people.stream().map(Somebody::id).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        assertThat(found).doesNotHaveDuplicates();
        return new TreeSet<>(found);
    }

    private static boolean means(Filter f, @Nullable Set<String> within, Somebody p) {
        String age = p.bornOn() == null || p.bornOn().isAfter(TODAY)
                ? "unknown"
                : Person.ageGroup(java.time.Period.between(p.bornOn(), TODAY).getYears());
        return p.meant()
                && any(f.regions(), Set.of(p.region()))
                && any(f.places(), Set.of(p.place()))
                && any(f.languages(), with(p.languages(), p.language()))
                && any(f.nationalities(), Set.of(p.nationality()))
                && any(f.ageGroups(), Set.of(age))
                && any(f.units(), p.units())
                && (within == null || within.stream().anyMatch(p.units()::contains))
                && p.qualifications().containsAll(f.qualifications())
                && (f.idleDays() == null || !servedWithin(p, f.idleDays()))
                && (f.activeDays() == null || servedWithin(p, f.activeDays()));
    }

    private static boolean servedWithin(Somebody p, int days) {
        return p.duties().stream().anyMatch(d -> d.isAfter(TODAY.minusDays(days)) && !d.isAfter(TODAY));
    }

    private static Set<String> with(List<String> some, String one) {
        Set<String> all = new HashSet<>(some);
        all.add(one);
        return all;
    }

    private static boolean any(List<String> wanted, Set<String> has) {
        return wanted.isEmpty() || wanted.stream().anyMatch(has::contains);
    }

    private Filter filter() {
        return new Filter(
                maybe(List.of("abu_dhabi", "al_ain", "al_dhafra", "unknown")),
                maybe(List.copyOf(with(List.copyOf(places.keySet()), "unknown"))),
                maybe(List.of("ar", "en", "ur", "hi")),
                maybe(List.of("AE", "IN", "PH", "ZZ")),
                maybe(Filter.AGE_GROUPS),
                maybe(units),
                random.nextInt(5) == 0 ? some(QUALIFICATIONS) : List.of(),
                random.nextInt(4) == 0 ? 1 + random.nextInt(5) : null,
                random.nextInt(4) == 0 ? 1 + random.nextInt(6) : null);
    }

    private List<String> maybe(List<String> from) {
        return random.nextInt(4) == 0 ? some(from) : List.of();
    }

    private List<String> some(List<String> from) {
        List<String> picked = new ArrayList<>(
                from.stream().filter(c -> random.nextInt(2) == 0).toList());
        return picked.isEmpty() ? List.of(from.get(random.nextInt(from.size()))) : picked;
    }

    // people

    private Somebody somebody() {
        LocalDate bornOn = born();
        PersonId id = given.person("IN", LocalDate.of(1990, 1, 1), "اسم", "Name");
        String place = random.nextInt(5) == 0 ? "" : pick(List.copyOf(places.keySet()));
        String language = pick(List.of("ar", "en", "ur"));
        List<String> languages = some(List.of("ar", "en", "hi"));
        String nationality = random.nextInt(8) == 0 ? null : pick(List.of("AE", "IN", "PH"));
        int fate = random.nextInt(14);
        sql.sql("""
                update people.person set born_on = ?, language = ?, languages = ?, nationality = ?, home_place = ?,
                       erased_at = case when ? then now() end, merged_into = ? where id = ?""")
                .params(Arrays.asList(
                        bornOn,
                        language,
                        languages.toArray(String[]::new),
                        nationality,
                        place.isEmpty() ? (random.nextBoolean() ? null : "") : place,
                        fate == 0,
                        fate == 1 ? given.person().value() : null,
                        id.value()))
                .update();
        boolean active = standing(id, fate);
        PersonId lives = id;
        if (random.nextInt(6) == 0) {
            lives = given.person();
            sql.sql("update people.person set merged_into = ? where id = ?")
                    .params(id.value(), lives.value())
                    .update();
        }
        Set<String> served = new HashSet<>();
        Set<LocalDate> duties = duties(lives, served);
        return new Somebody(
                id.value(),
                active && fate > 1,
                language,
                languages,
                nationality == null ? "ZZ" : nationality,
                bornOn,
                place.isEmpty() ? "unknown" : places.getOrDefault(place, ""),
                place.isEmpty() ? "unknown" : place,
                served,
                awards(lives),
                duties);
    }

    /** Whether the membership counts as active on the day. */
    private boolean standing(PersonId id, int fate) {
        LocalDate until = fate == 4 ? null : TODAY.plusDays(random.nextInt(3) - 1);
        String status = fate == 2 ? "left" : fate == 3 || fate == 4 ? "suspended" : "active";
        if (fate != 5) {
            sql.sql("""
                    insert into membership.member (person_id, number, public_id, status, student, accepted_at, suspended_until)
                    values (?, ?, ?, ?, ?, now(), ?)""")
                    .params(Arrays.asList(
                            id.value(),
                            Given.serial(),
                            "pub-" + Given.serial(),
                            status,
                            random.nextInt(5) == 0,
                            status.equals("suspended") ? until : null))
                    .update();
        }
        return fate != 5
                && (status.equals("active") || status.equals("suspended") && until != null && until.isBefore(TODAY));
    }

    private Set<LocalDate> duties(PersonId id, Set<String> served) {
        Set<LocalDate> days = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String unit = pick(units);
            LocalDate day = TODAY.minusDays(random.nextInt(8) - 1);
            UUID entry = entry(id, unit, day);
            if (random.nextInt(3) == 0) {
                counter(entry);
            } else {
                served.add(unit);
                days.add(day);
            }
        }
        if (random.nextInt(4) == 0) {
            String unit = pick(units);
            boolean cancelled = random.nextInt(3) == 0;
            String state = pick(List.of("booked", "booked", "waiting", "left"));
            place(id, unit, cancelled, state);
            if (!cancelled && state.equals("booked")) {
                served.add(unit);
            }
        }
        return days;
    }

    private UUID entry(PersonId person, String unit, LocalDate day) {
        UUID duty = duty(unit, day, false);
        UUID claim = Ids.next();
        sql.sql("""
                insert into attendance.claim (id, duty_id, person_id, minutes, state, opened_at)
                values (?, ?, ?, 60, 'verified', now())""").params(claim, duty, person.value()).update();
        UUID id = Ids.next();
        sql.sql("""
                insert into attendance.ledger_entry (id, claim_id, duty_id, person_id, minutes, starts_on, unit_code,
                    pillar, place_code, region, nationality, age_group, gender, verified_by, recorded_at)
                values (?, ?, ?, ?, 60, ?, ?, 'prevention', 'p', 'al_ain', 'IN', '25-34', 'female', ?, now())""")
                .params(id, claim, duty, person.value(), day, unit, person.value())
                .update();
        return id;
    }

    private void counter(UUID entry) {
        sql.sql("""
                insert into attendance.ledger_entry (id, claim_id, duty_id, person_id, minutes, starts_on, unit_code,
                    pillar, place_code, region, nationality, age_group, gender, verified_by, recorded_at, corrects)
                select ?, claim_id, duty_id, person_id, -minutes, starts_on, unit_code, pillar, place_code, region,
                       nationality, age_group, gender, verified_by, now(), id
                  from attendance.ledger_entry where id = ?""").params(Ids.next(), entry).update();
    }

    private void place(PersonId person, String unit, boolean cancelled, String state) {
        UUID shift = shifts.computeIfAbsent(unit + cancelled, k -> shift(unit, cancelled));
        UUID role = sql.sql("select id from volunteering.shift_role where shift_id = ?")
                .param(shift)
                .query(UUID.class)
                .single();
        sql.sql("""
                insert into volunteering.sign_up (id, shift_id, role_id, person_id, state, created_at, changed_at)
                values (?, ?, ?, ?, ?, now(), now())""").params(Ids.next(), shift, role, person.value(), state).update();
    }

    private UUID shift(String unit, boolean cancelled) {
        UUID opportunity = Ids.next();
        String place = places.keySet().iterator().next();
        UUID shift = duty(unit, TODAY.plusDays(3), cancelled);
        sql.sql("""
                insert into volunteering.opportunity (id, unit_code, title_ar, title_en, pillar, place_code, state, created_at)
                values (?, ?, 'س', 'S', 'prevention', ?, 'published', now())""").params(opportunity, unit, place).update();
        sql.sql("""
                insert into volunteering.shift (id, opportunity_id, starts_at, ends_at, zone, place_code, state, created_at)
                values (?, ?, ?, ?, 'Asia/Dubai', ?, 'published', now())""")
                .params(
                        shift,
                        opportunity,
                        TODAY.plusDays(3).atStartOfDay().atOffset(ZoneOffset.UTC),
                        TODAY.plusDays(3).atTime(4, 0).atOffset(ZoneOffset.UTC),
                        place)
                .update();
        sql.sql("""
                insert into volunteering.shift_role (id, shift_id, name_ar, name_en, minimum, maximum)
                values (?, ?, 'د', 'R', 1, 500)""").params(Ids.next(), shift).update();
        return shift;
    }

    private UUID duty(String unit, LocalDate day, boolean cancelled) {
        UUID duty = Ids.next();
        sql.sql("""
                insert into attendance.duty (id, kind, title_ar, title_en, unit_code, pillar, place_code, region,
                    starts_at, ends_at, zone, starts_on, cancelled_at)
                values (?, 'shift', 'س', 'S', ?, 'prevention', ?, 'al_ain', ?, ?, 'Asia/Dubai', ?,
                        case when ? then now() end)""")
                .params(
                        duty,
                        unit,
                        places.keySet().iterator().next(),
                        day.atStartOfDay().atOffset(ZoneOffset.UTC),
                        day.atTime(4, 0).atOffset(ZoneOffset.UTC),
                        day,
                        cancelled)
                .update();
        return duty;
    }

    private Set<String> awards(PersonId id) {
        Set<String> held = new HashSet<>();
        for (String code : QUALIFICATIONS) {
            if (random.nextInt(3) > 0) {
                LocalDate from = TODAY.plusDays(random.nextInt(4) - 2);
                LocalDate to = random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(3));
                UUID award = Ids.next();
                sql.sql("""
                        insert into training.award (id, person_id, qualification, valid_from, valid_to, recorded_at)
                        values (?, ?, ?, ?, ?, now())""")
                        .params(Arrays.asList(award, id.value(), code, from, to))
                        .update();
                boolean revoked = random.nextInt(5) == 0;
                if (revoked) {
                    sql.sql("insert into training.revocation (award_id, revoked_at) values (?, now())")
                            .param(award)
                            .update();
                }
                if (!revoked && !from.isAfter(TODAY) && (to == null || !to.isBefore(TODAY))) {
                    held.add(code);
                }
            }
        }
        return held;
    }

    /** Around the birthdays that matter on the day, the leap day among them. */
    private @Nullable LocalDate born() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> LocalDate.of(2008, 2, 29).plusDays(random.nextInt(3) - 1);
            case 2 -> TODAY.minusYears(pick(List.of(18, 25, 35, 45, 55))).plusDays(random.nextInt(3) - 1);
            case 3 -> TODAY.plusDays(random.nextInt(3) - 1);
            default -> TODAY.minusDays(random.nextInt(25_000));
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
