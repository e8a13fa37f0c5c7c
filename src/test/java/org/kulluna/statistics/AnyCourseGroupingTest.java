package org.kulluna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.statistics.ResultsGiven.Came;
import org.kulluna.statistics.ResultsGiven.Held;
import org.kulluna.statistics.ResultsGiven.Taught;
import org.kulluna.statistics.ResultsGiven.Whose;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random results of three units, with resits, corrections and merged persons, asked about in random ways: whatever the
 * house answers equals a plain count over the same results, and an old answer comes back after whatever came later.
 */
class AnyCourseGroupingTest extends HouseTest {
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final Instant BEGUN = Instant.parse("2018-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 800;

    /** Of a workshop: who was seen there, from when it was known and until when it stood. */
    private record Seen(
            UUID session,
            LocalDate day,
            Instant at,
            @Nullable Instant voided) {}

    private record Kept(
            UUID id,
            Held held,
            Whose whose,
            UUID canonical,
            Came came,
            Instant at,
            @Nullable UUID follows,
            List<Seen> seen) {
        String value(Dimension d, LocalDate day) {
            return switch (d) {
                case REGION -> held.region();
                case UNIT -> held.unit();
                case COURSE -> held.course().code();
                case LEVEL -> held.course().level();
                case NATIONALITY -> whose.nationality();
                case MONTH -> day.toString().substring(0, 7);
                case AGE_GROUP -> whose.ageGroup();
                case GENDER -> whose.gender();
                case HOME_PLACE -> whose.home().isEmpty() ? "unknown" : whose.home();
                case PILLAR, PLACE, LANGUAGE, THEME, WHISPER, SCREEN, SCREEN_GROUP ->
                    throw new IllegalArgumentException(d + " of courses");
            };
        }
    }

    @Autowired
    private TrainingFigures figures;

    private final Random random = new Random(20261124);
    private final List<Kept> book = new ArrayList<>();
    private final List<Held> offerings = new ArrayList<>();
    private final Map<UUID, Map<UUID, LocalDate>> workshops = new HashMap<>();
    private final Map<PersonId, UUID> people = new HashMap<>();
    private Instant notBefore = BEGUN;
    private ResultsGiven school;
    private List<String> units = List.of();
    private List<PersonId> persons = List.of();

    @BeforeEach
    void three_units_with_three_hundred_results() {
        school = new ResultsGiven(sql);
        units = List.of(given.unit(), given.unit(), given.unit());
        people();
        String place = given.place();
        for (String level : List.of("foundational", "specialised", "specialised", "onboarding")) {
            Taught course = school.course(level, units.getFirst());
            for (int i = 0; i < 12; i++) {
                Held h = school.held(course, any(units), any(List.of("abu_dhabi", "al_ain", "al_dhafra")), day());
                offerings.add(h);
                if (level.equals("onboarding")) {
                    LocalDate eve = h.day().minusDays(1);
                    workshops.put(
                            h.offering(),
                            Map.of(school.session(h, place, eve), eve, school.session(h, place, h.day()), h.day()));
                }
            }
        }
        for (int i = 0; i < 300; i++) {
            enter();
        }
    }

    /** Eight of them, one with a second record and one with a third. */
    private void people() {
        List<PersonId> all = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            all.add(given.person());
            people.put(all.get(i), all.get(i < 8 ? i : i == 8 ? 0 : 1).value());
        }
        for (int i = 8; i < 11; i++) {
            school.merge(all.get(i == 8 ? 0 : 1), all.get(i));
        }
        persons = List.copyOf(all);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Half of them on the edges of months and years, where half-open periods go wrong. */
    private LocalDate day() {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        return switch (random.nextInt(4)) {
            case 0 -> day.withDayOfYear(1);
            case 1 -> day.withDayOfMonth(day.lengthOfMonth());
            default -> day;
        };
    }

    private Instant moment() {
        return notBefore.plusSeconds(random.nextInt(DAYS) * 86_400L + random.nextInt(86_400));
    }

    private Came came() {
        String state = any(List.of("attended", "attended", "attended", "partial", "absent"));
        return new Came(state, state.equals("attended") && random.nextInt(4) > 0);
    }

    private void enter() {
        if (!book.isEmpty() && random.nextInt(4) == 0) {
            follow();
            return;
        }
        Held held = any(offerings);
        Whose whose = new Whose(
                any(persons),
                any(List.of("AE", "IN", "PH", "ZZ")),
                any(List.of("18-24", "25-34", "unknown")),
                any(List.of("female", "male")),
                any(List.of("", "p-1", "p-2")));
        if (book.stream().anyMatch(k -> k.held() == held && k.whose().person().equals(whose.person()))) {
            return;
        }
        Came came = came();
        Instant at = moment();
        UUID id = school.result(held, whose, came, at);
        book.add(new Kept(id, held, whose, people.get(whose.person()), came, at, null, seen(held, whose.person(), at)));
    }

    /** A result is corrected, or a resit taken, some days later; and that one perhaps again. */
    private void follow() {
        Kept first = any(book);
        if (book.stream().anyMatch(k -> first.id().equals(k.follows()))) {
            return;
        }
        Instant earliest = first.at().isAfter(notBefore) ? first.at() : notBefore;
        Instant at = earliest.plusSeconds(random.nextInt(1, 40) * 86_400L);
        Came came = came();
        UUID id = school.follow(first.id(), first.held(), first.whose(), came, at);
        book.add(new Kept(id, first.held(), first.whose(), first.canonical(), came, at, first.id(), first.seen()));
    }

    private List<Seen> seen(Held held, PersonId person, Instant at) {
        List<Seen> all = new ArrayList<>();
        workshops.getOrDefault(held.offering(), Map.of()).forEach((session, day) -> {
            if (random.nextInt(3) > 0) {
                UUID fact = school.seen(session, person, at);
                Instant voided = random.nextInt(4) == 0 ? at.plusSeconds(random.nextInt(1, 60) * 86_400L) : null;
                if (voided != null) {
                    school.takenBack(session, person, fact, voided);
                }
                all.add(new Seen(session, day, at, voided));
            }
        });
        return all;
    }

    private Viewer analyst(List<String> of) {
        return new Viewer(
                persons.getFirst(),
                null,
                of.stream().map(u -> new Viewer.Grant(Role.ANALYST, u)).toList(),
                false);
    }

    private Question question() {
        LocalDate from = day();
        LocalDate to = random.nextInt(5) == 0 ? from : from.plusDays(random.nextInt(500));
        Map<Dimension, String> where = new HashMap<>();
        for (Dimension d : Facts.COURSES.dimensions()) {
            if (random.nextInt(9) == 0) {
                Kept k = any(book);
                where.put(d, k.value(d, k.held().day()));
            }
        }
        return new Question(new Period(from, to), random.nextInt(3) == 0 ? LATER : moment(), Map.copyOf(where));
    }

    /** What stood at the instant and was told apart as asked; the day is the result's or a workshop's. */
    private List<Kept> standing(Question q, List<String> seen, Function<Kept, List<LocalDate>> days) {
        Predicate<Kept> known = k -> !k.at().isAfter(q.asOf());
        return book.stream()
                .filter(known)
                .filter(k -> book.stream().noneMatch(f -> k.id().equals(f.follows()) && known.test(f)))
                .filter(k -> seen.contains(k.held().unit()))
                .filter(k -> days.apply(k).stream().anyMatch(day -> isAsked(q, k, day)))
                .toList();
    }

    private static boolean isAsked(Question q, Kept k, LocalDate day) {
        return !day.isBefore(q.period().from())
                && !day.isAfter(q.period().to())
                && q.where().entrySet().stream()
                        .allMatch(w -> k.value(w.getKey(), day).equals(w.getValue()));
    }

    private List<Kept> results(Question q, List<String> seen, boolean onboarding) {
        return standing(q, seen, k -> List.of(k.held().day())).stream()
                .filter(k -> k.held().course().level().equals("onboarding") == onboarding)
                .toList();
    }

    private static Trained counted(List<Kept> kept) {
        List<Kept> came =
                kept.stream().filter(k -> !k.came().state().equals("absent")).toList();
        List<Kept> trainees =
                kept.stream().filter(k -> k.came().state().equals("attended")).toList();
        return new Trained(
                came.stream().map(Kept::held).distinct().count(),
                trainees.size(),
                trainees.stream().map(Kept::canonical).distinct().count(),
                came.size(),
                kept.stream().filter(k -> k.came().passed()).count());
    }

    /** Workshops by value: those in which somebody whose path counts was seen, as far as known. */
    private Map<String, Long> workshops(Question q, List<String> units, Function<Kept, Function<Seen, String>> value) {
        Map<String, java.util.Set<UUID>> all = new TreeMap<>();
        standing(q, units, k -> k.seen().stream().map(Seen::day).toList()).stream()
                .filter(k -> !k.came().state().equals("absent"))
                .forEach(k -> k.seen().stream()
                        .filter(s -> isAsked(q, k, s.day()) && !s.at().isAfter(q.asOf()))
                        .filter(s -> s.voided() == null || s.voided().isAfter(q.asOf()))
                        .forEach(s -> all.computeIfAbsent(
                                        Objects.requireNonNull(value.apply(k).apply(s)), v -> new java.util.HashSet<>())
                                .add(s.session())));
        return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e ->
                (long) e.getValue().size()));
    }

    private static Map<String, Trained> byValue(List<Group<Trained>> groups) {
        return groups.stream().collect(Collectors.toMap(Group::value, Group::figure, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, Trained> counted(List<Kept> kept, Dimension by) {
        Map<String, Trained> expected = new TreeMap<>();
        kept.stream()
                .collect(Collectors.groupingBy(k -> k.value(by, k.held().day())))
                .forEach((value, of) -> expected.put(value, counted(of)));
        expected.values().removeIf(Trained::isNone);
        return expected;
    }

    @Test
    void any_period_instant_filter_and_grouping_is_the_plain_count_over_the_results() {
        int notEmpty = 0;
        for (int i = 0; i < 120; i++) {
            Question q = question();
            List<String> seen = units.subList(0, random.nextInt(1, 4));
            List<Kept> kept = results(q, seen, false);
            Trained total = figures.courses(analyst(seen), q);
            assertThat(total).as("%s of %s", q, seen).isEqualTo(counted(kept));
            Dimension by = any(Facts.COURSES.dimensions());
            Map<String, Trained> groups = byValue(figures.groups(analyst(seen), q, by));
            assertThat(groups).as("%s by %s", q, by).isEqualTo(counted(kept, by));
            assertThat(groups.values().stream().mapToLong(Trained::trainees).sum())
                    .isEqualTo(total.trainees());
            notEmpty += total.isNone() ? 0 : 1;
        }
        assertThat(notEmpty).as("questions with an answer").isGreaterThan(30);
    }

    @Test
    void onboarding_is_counted_apart_with_its_workshops_on_their_own_days() {
        int notEmpty = 0;
        for (int i = 0; i < 120; i++) {
            Question q = question();
            List<String> seen = units.subList(0, random.nextInt(1, 4));
            List<Kept> paths = results(q, seen, true);
            long held = workshops(q, seen, k -> s -> "all").getOrDefault("all", 0L);
            Trained total = figures.onboarding(analyst(seen), q);
            assertThat(total).as("%s of %s", q, seen).isEqualTo(counted(paths).withCourses(held));
            Dimension by = any(Facts.WORKSHOPS.dimensions());
            Map<String, Trained> expected = counted(paths, by);
            expected.replaceAll((value, t) -> t.withCourses(0));
            workshops(q, seen, k -> s -> k.value(by, s.day()))
                    .forEach((value, n) ->
                            expected.merge(value, Trained.NONE.withCourses(n), (a, b) -> a.withCourses(b.courses())));
            assertThat(byValue(figures.onboardingGroups(analyst(seen), q, by)))
                    .as("%s by %s", q, by)
                    .isEqualTo(expected);
            notEmpty += total.courses() > 0 ? 1 : 0;
        }
        assertThat(notEmpty).as("questions with an answer").isGreaterThan(20);
    }

    @Test
    void every_group_opens_to_as_many_rows_as_its_number_says() {
        Question q = new Question(new Period(FIRST, FIRST.plusDays(DAYS)), LATER, Map.of());
        for (Dimension by : Facts.COURSES.dimensions()) {
            for (Group<Trained> g : figures.groups(analyst(units), q, by)) {
                Question narrow = q.with(by, g.value());
                assertThat(rows(narrow, Counted.TRAINEES))
                        .hasSize((int) g.figure().trainees());
                assertThat(rows(narrow, Counted.CAME)).hasSize((int) g.figure().came());
                assertThat(rows(narrow, Counted.PASSED))
                        .hasSize((int) g.figure().passed());
                assertThat(held(narrow, Counted.COURSES))
                        .hasSize((int) g.figure().courses());
            }
            for (Group<Trained> g : figures.onboardingGroups(analyst(units), q, by)) {
                Question narrow = q.with(by, g.value());
                assertThat(rows(narrow, Counted.ONBOARDED))
                        .hasSize((int) g.figure().trainees());
                assertThat(held(narrow, Counted.WORKSHOPS))
                        .hasSize((int) g.figure().courses());
            }
        }
    }

    private List<UUID> rows(Question q, Counted of) {
        return all(
                after -> figures.open(analyst(units), q, of, after),
                r -> r.state().equals("absent") ? UUID.randomUUID() : r.id());
    }

    private List<UUID> held(Question q, Counted of) {
        return all(after -> figures.openHeld(analyst(units), q, of, after), HeldRow::id);
    }

    /** Page by page; nothing twice. */
    private static <R> List<UUID> all(Function<@Nullable String, Page<R>> open, Function<R, UUID> id) {
        List<UUID> rows = new ArrayList<>();
        String after = null;
        do {
            Page<R> page = open.apply(after);
            page.rows().forEach(r -> rows.add(id.apply(r)));
            after = page.next();
        } while (after != null);
        assertThat(rows).doesNotHaveDuplicates();
        return rows;
    }

    @Test
    void neighbouring_periods_share_no_course_and_lose_none() {
        for (int i = 0; i < 40; i++) {
            LocalDate from = day();
            LocalDate to = from.plusDays(random.nextInt(2, 500));
            LocalDate cut = from.plusDays(random.nextLong(to.toEpochDay() - from.toEpochDay()));
            Function<Period, Trained> of = p -> figures.courses(analyst(units), new Question(p, LATER, Map.of()));
            Trained all = of.apply(new Period(from, to));
            Trained early = of.apply(new Period(from, cut));
            Trained late = of.apply(new Period(cut.plusDays(1), to));
            assertThat(early.courses() + late.courses()).isEqualTo(all.courses());
            assertThat(early.trainees() + late.trainees()).isEqualTo(all.trainees());
        }
    }

    @Test
    void an_old_answer_comes_back_whatever_was_recorded_later() {
        Instant then = BEGUN.plusSeconds(DAYS * 43_200L);
        Question q = new Question(new Period(FIRST, FIRST.plusDays(DAYS)), then, Map.of());
        Map<Dimension, List<Group<Trained>>> told = new HashMap<>();
        for (Dimension d : Facts.COURSES.dimensions()) {
            told.put(d, figures.groups(analyst(units), q, d));
        }
        Trained onboarding = figures.onboarding(analyst(units), q);
        Question now = new Question(q.period(), LATER, Map.of());
        Trained known = figures.courses(analyst(units), now);
        notBefore = then.plusSeconds(1);
        for (int i = 0; i < 120; i++) {
            enter();
        }
        for (Dimension d : Facts.COURSES.dimensions()) {
            assertThat(figures.groups(analyst(units), q, d)).as(d.code()).isEqualTo(told.get(d));
        }
        assertThat(figures.onboarding(analyst(units), q)).isEqualTo(onboarding);
        assertThat(figures.courses(analyst(units), now)).isNotEqualTo(known);
    }
}
