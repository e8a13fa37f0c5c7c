package org.kulluna.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.statistics.ReachGiven.Told;
import org.kulluna.statistics.ReachGiven.Whom;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random whispers of three units to persons some of whom have several records, with suppressed, failed and twice delivered
 * ones, asked about in random ways: whatever the house answers equals a plain count over the same rows.
 */
class AnyReachGroupingTest extends HouseTest {
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final Instant BEGUN = Instant.parse("2014-01-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2019-01-01T00:00:00Z");
    private static final int DAYS = 700;

    private record Kept(Told told, Whom whom, UUID canonical, Instant happened, Instant recorded) {
        String value(Dimension d) {
            return switch (d) {
                case REGION -> whom.region();
                case UNIT -> told.unit();
                case THEME -> told.theme();
                case WHISPER -> told.id().toString();
                case LANGUAGE -> whom.language();
                case NATIONALITY -> whom.nationality();
                case MONTH -> told.day().toString().substring(0, 7);
                case AGE_GROUP -> whom.ageGroup();
                case GENDER -> whom.gender();
                case HOME_PLACE -> whom.home();
                case PILLAR, PLACE, COURSE, LEVEL, SCREEN, SCREEN_GROUP ->
                    throw new IllegalArgumentException(d + " of reach");
            };
        }
    }

    @Autowired
    private ReachFigures figures;

    private final Random random = new Random(20261124);
    private final List<Kept> book = new ArrayList<>();
    private final List<Told> whispers = new ArrayList<>();
    private final Map<PersonId, UUID> people = new HashMap<>();
    private ReachGiven whisperer;
    private List<String> units = List.of();

    @BeforeEach
    void three_units_with_twenty_whispers_to_persons_of_whom_some_have_several_records() {
        whisperer = new ReachGiven(sql);
        units = List.of(given.unit(), given.unit(), given.unit());
        for (int i = 0; i < 14; i++) {
            PersonId p = given.person();
            people.put(p, p.value());
        }
        List<PersonId> all = List.copyOf(people.keySet());
        for (int i = 9; i < 14; i++) {
            PersonId into = all.get(i < 12 ? 0 : 1);
            whisperer.merge(into, all.get(i));
            people.put(all.get(i), into.value());
        }
        for (int i = 0; i < 20; i++) {
            Told t = whisperer.whisper(any(units), any(List.of("safety", "volunteering")), moment());
            whispers.add(t);
            all.forEach(p -> tell(t, p));
        }
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Instant moment() {
        return BEGUN.plusSeconds(random.nextInt(DAYS) * 86_400L + random.nextInt(86_400));
    }

    /** Some are suppressed, some pushes fail or expire, some are reached by two channels: each leaves one row at most. */
    private void tell(Told t, PersonId person) {
        Whom w = new Whom(
                person,
                any(List.of("ar", "en", "ur")),
                any(List.of("abu_dhabi", "al_ain")),
                any(List.of("AE", "IN", "PH")),
                any(List.of("18-24", "25-34")),
                any(List.of("female", "male")),
                any(List.of("p-1", "p-2", "unknown")));
        if (random.nextInt(6) == 0) {
            whisperer.recipient(t, w, any(List.of("opt_out", "cap", "no_channel")));
            return;
        }
        whisperer.recipient(t, w, null);
        whisperer.push(t, w, any(List.of("accepted", "failed", "expired", "queued")));
        if (random.nextInt(3) == 0) {
            whisperer.push(t, w, "accepted");
        }
        if (random.nextInt(3) > 0) {
            Instant happened =
                    t.at().plusSeconds(random.nextInt(2) == 0 ? random.nextInt(3_700) : random.nextInt(90_000));
            Instant recorded = happened.plusSeconds(random.nextInt(5) == 0 ? random.nextInt(9_000_000) : 1);
            boolean app = random.nextBoolean();
            whisperer.reached(t, w, app ? "app" : "push", app ? "seen" : "confirmed", happened, recorded);
            book.add(new Kept(t, w, java.util.Objects.requireNonNull(people.get(person)), happened, recorded));
        }
    }

    private Viewer analyst(List<String> of) {
        return new Viewer(
                people.keySet().iterator().next(),
                null,
                of.stream().map(u -> new Viewer.Grant(Role.ANALYST, u)).toList(),
                false);
    }

    private Question question() {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate to = random.nextInt(6) == 0 ? from : from.plusDays(random.nextInt(600));
        Map<Dimension, String> where = new HashMap<>();
        for (Dimension d : Facts.REACH.dimensions()) {
            if (random.nextInt(10) == 0) {
                where.put(d, any(book).value(d));
            }
        }
        return new Question(new Period(from, to), random.nextInt(3) == 0 ? moment() : LATER, Map.copyOf(where));
    }

    /** Of a person with several records the one recorded first stands for all of them. */
    private List<Kept> standing() {
        Map<String, Kept> first = new TreeMap<>();
        for (Kept k : book) {
            first.merge(k.told().id() + " " + k.canonical(), k, (a, b) -> order(a).compareTo(order(b)) <= 0 ? a : b);
        }
        return List.copyOf(first.values());
    }

    private static String order(Kept k) {
        return "%012d %s"
                .formatted(k.recorded().getEpochSecond(), k.whom().person().value());
    }

    private List<Kept> kept(Question q, List<String> seen) {
        return standing().stream()
                .filter(k -> !k.recorded().isAfter(q.asOf()))
                .filter(k -> seen.contains(k.told().unit()))
                .filter(k -> isIn(k.told(), q))
                .filter(k -> q.where().entrySet().stream()
                        .allMatch(w -> k.value(w.getKey()).equals(w.getValue())))
                .toList();
    }

    private static boolean isIn(Told t, Question q) {
        return !t.day().isBefore(q.period().from())
                && !t.day().isAfter(q.period().to());
    }

    private static Reached counted(List<Kept> kept) {
        return new Reached(
                kept.stream().map(Kept::told).distinct().count(),
                kept.stream()
                        .map(k -> k.told().id() + " " + k.canonical())
                        .distinct()
                        .count(),
                kept.stream().map(Kept::canonical).distinct().count());
    }

    /** Sent by then, also those that reached nobody. */
    private List<Told> sent(Question q, List<String> seen) {
        return whispers.stream()
                .filter(t -> isIn(t, q) && seen.contains(t.unit()) && !t.at().isAfter(q.asOf()))
                .filter(t -> q.where().entrySet().stream()
                        .allMatch(w -> value(t, w.getKey()).equals(w.getValue())))
                .toList();
    }

    private static String value(Told t, Dimension d) {
        return switch (d) {
            case UNIT -> t.unit();
            case THEME -> t.theme();
            case WHISPER -> t.id().toString();
            case MONTH -> t.day().toString().substring(0, 7);
            default -> throw new IllegalArgumentException(d + " of whispers sent");
        };
    }

    /** Some facts are folded into sets, some not, and at last all of them. */
    @Test
    void any_period_instant_filter_and_grouping_is_the_plain_count_over_the_rows() throws Exception {
        askInAnyWay();
        await(0);
        askInAnyWay();
        Told late = whisperer.whisper(units.getFirst(), "safety", BEGUN.plusSeconds(DAYS * 43_200L));
        whispers.add(late);
        people.keySet().forEach(p -> tell(late, p));
        askInAnyWay();
        mergeTwo();
        askInAnyWay();
        await(0);
        askInAnyWay();
    }

    /** Of those who were one person each, after their facts were folded. */
    private void mergeTwo() {
        List<PersonId> single = people.keySet().stream()
                .filter(p -> people.values().stream().filter(p.value()::equals).count() == 1)
                .toList();
        for (int i = 0; i < 4; i += 2) {
            whisperer.merge(single.get(i), single.get(i + 1));
            people.put(single.get(i + 1), single.get(i).value());
        }
        book.replaceAll(k -> new Kept(
                k.told(),
                k.whom(),
                java.util.Objects.requireNonNull(people.get(k.whom().person())),
                k.happened(),
                k.recorded()));
    }

    private void await(int unfolded) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (sql.sql("""
                            select (select count(*) from whispers.reached_unfolded)
                                   + (select count(*) from whispers.published_reach_merges)""").query(Long.class).single() <= unfolded) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("never folded");
    }

    private void askInAnyWay() {
        int notEmpty = 0;
        for (int i = 0; i < 200; i++) {
            Question q = question();
            List<String> seen = units.subList(0, random.nextInt(1, 4));
            List<Kept> kept = kept(q, seen);
            boolean whole = Facts.SENT.know(q);
            Reached expected = counted(kept);
            Reached total = figures.reach(analyst(seen), q);
            assertThat(total)
                    .as("%s of %s", q, seen)
                    .isEqualTo(whole ? expected.withWhispers(sent(q, seen).size()) : expected);
            Dimension by = any(Facts.REACH.dimensions());
            Map<String, Reached> groups = new TreeMap<>();
            kept.stream()
                    .collect(Collectors.groupingBy(k -> k.value(by)))
                    .forEach((value, of) -> groups.put(value, counted(of)));
            if (whole && Facts.SENT.dimensions().contains(by)) {
                sent(q, seen).stream()
                        .collect(Collectors.groupingBy(t -> value(t, by), Collectors.counting()))
                        .forEach((value, n) -> groups.put(
                                value, groups.getOrDefault(value, Reached.NONE).withWhispers(n)));
            }
            Map<String, Reached> told = new TreeMap<>();
            figures.groups(analyst(seen), q, by).forEach(g -> told.put(g.value(), g.figure()));
            assertThat(told).as("%s by %s", q, by).isEqualTo(groups);
            assertThat(groups.values().stream()
                            .mapToLong(Reached::beneficiaries)
                            .sum())
                    .isEqualTo(total.beneficiaries());
            notEmpty += total.isNone() ? 0 : 1;
        }
        assertThat(notEmpty).as("questions with an answer").isGreaterThan(50);
    }

    @Test
    void a_whisper_s_first_hour_is_the_plain_count_of_persons_minute_by_minute() throws Exception {
        eachFirstHour();
        await(0);
        eachFirstHour();
    }

    private void eachFirstHour() {
        for (Told t : whispers) {
            ToldWhisper told = figures.get(analyst(units), t.id());
            Question q = Questions.of(told, LATER);
            Map<UUID, Instant> first = new HashMap<>();
            kept(q, units).forEach(k -> first.merge(k.canonical(), k.happened(), (a, b) -> a.isBefore(b) ? a : b));
            List<Long> expected = new ArrayList<>();
            for (int minute = 1; minute <= 60; minute++) {
                Instant end = t.at().plusSeconds(60L * minute);
                expected.add(first.values().stream().filter(end::isAfter).count());
            }
            assertThat(figures.firstHour(analyst(units), q, told).reached()).isEqualTo(expected);
            assertThat(figures.ways(analyst(units), q).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(first.size())
                    .isEqualTo(figures.reach(analyst(units), q).beneficiaries());
        }
    }

    @Test
    void a_figure_opens_to_its_rows_each_once_page_by_page() {
        Question q = new Question(new Period(FIRST, FIRST.plusDays(DAYS + 1)), LATER, Map.of());
        for (String unit : units) {
            Question narrow = q.with(Dimension.UNIT, unit);
            assertThat(all(after -> figures.open(analyst(units), narrow, after), ReachedRow::cursor))
                    .containsExactlyInAnyOrderElementsOf(kept(narrow, units).stream()
                            .map(k -> k.told().id() + "_" + k.whom().person().value())
                            .toList());
        }
    }

    @Test
    void where_the_rows_go_on_names_nobody() {
        Question q = new Question(new Period(FIRST, FIRST.plusDays(DAYS + 1)), LATER, Map.of());
        Page<ReachedRow> page = figures.open(analyst(units), q, null);
        String next = String.valueOf(page.next());
        assertThat(next).doesNotContain(page.rows().getLast().person().toString());
        assertThatThrownBy(() ->
                        figures.open(analyst(units), q, page.rows().getLast().cursor()))
                .hasMessage("not-found");
    }

    private static <R> List<String> all(Function<@Nullable String, Page<R>> open, Function<R, String> id) {
        List<String> rows = new ArrayList<>();
        String after = null;
        do {
            Page<R> page = open.apply(after);
            page.rows().forEach(r -> rows.add(id.apply(r)));
            after = page.next();
        } while (after != null);
        return rows;
    }

    @Test
    void an_old_answer_comes_back_whatever_was_recorded_later() {
        Instant then = BEGUN.plusSeconds(DAYS * 43_200L);
        Question q = new Question(new Period(FIRST, FIRST.plusDays(DAYS)), then, Map.of());
        Map<Dimension, List<Group<Reached>>> told = new HashMap<>();
        Facts.REACH.dimensions().forEach(d -> told.put(d, figures.groups(analyst(units), q, d)));
        Told late = whisperer.whisper(units.getFirst(), "safety", then.plusSeconds(60));
        whispers.add(late);
        people.keySet().forEach(p -> tell(late, p));
        Facts.REACH
                .dimensions()
                .forEach(d -> assertThat(figures.groups(analyst(units), q, d))
                        .as(d.code())
                        .isEqualTo(told.get(d)));
    }
}
