package org.kulluna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random entries of three units, asked about in random ways: whatever the house answers equals a plain count over the
 * same entries, and an old answer comes back after anything that was recorded later.
 */
class AnyGroupingTest extends HouseTest {
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final Instant BEGUN = Instant.parse("2018-01-01T00:00:00Z");
    private static final int DAYS = 800;

    /** An entry as the ledger holds it, kept beside it. */
    private record Kept(UUID id, PersonId person, LedgerGiven.Facts facts, LocalDate day, int minutes, Instant at) {
        String value(Dimension d) {
            return switch (d) {
                case REGION -> facts.region();
                case UNIT -> facts.unit();
                case PILLAR -> facts.pillar();
                case NATIONALITY -> facts.nationality();
                case MONTH -> day.toString().substring(0, 7);
                case PLACE -> facts.place();
                case AGE_GROUP -> facts.ageGroup();
                case GENDER -> facts.gender();
                case COURSE, LEVEL, HOME_PLACE, LANGUAGE, THEME, WHISPER, SCREEN, SCREEN_GROUP ->
                    throw new IllegalArgumentException(d + " of hours");
            };
        }
    }

    @Autowired
    private Figures figures;

    private final Random random = new Random(20261124);
    private final List<Kept> book = new ArrayList<>();
    private Instant notBefore = BEGUN;
    private LedgerGiven ledger;
    private List<String> units = List.of();
    private List<String> places = List.of();
    private List<PersonId> people = List.of();

    @BeforeEach
    void three_units_with_three_hundred_entries() {
        ledger = new LedgerGiven(sql);
        units = List.of(given.unit(), given.unit(), given.unit());
        places = List.of(given.place(), given.place("al_ain"));
        people = List.of(given.person(), given.person(), given.person(), given.person(), given.person());
        for (int i = 0; i < 300; i++) {
            enter();
        }
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Half of them on the edges of months, where half-open periods go wrong. */
    private LocalDate day() {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        return random.nextBoolean() ? day : day.withDayOfMonth(random.nextBoolean() ? 1 : day.lengthOfMonth());
    }

    private Instant moment() {
        return notBefore.plusSeconds(random.nextInt(DAYS) * 86_400L + random.nextInt(86_400));
    }

    private void enter() {
        if (!book.isEmpty() && random.nextInt(4) == 0) {
            counter();
            return;
        }
        LedgerGiven.Facts facts = new LedgerGiven.Facts(
                any(units),
                any(places),
                any(List.of("stakeholders", "prevention", "responsibility")),
                any(List.of("abu_dhabi", "al_ain", "al_dhafra")),
                any(List.of("AE", "IN", "PH", "ZZ")),
                any(List.of("under-18", "25-34", "55-over")),
                any(List.of("female", "male")));
        Kept e = new Kept(UUID.randomUUID(), any(people), facts, day(), random.nextInt(1, 721), moment());
        UUID id = ledger.entry(e.person(), facts, e.day(), e.minutes(), e.at());
        book.add(new Kept(id, e.person(), facts, e.day(), e.minutes(), e.at()));
    }

    /** A part, or all, of an entry is taken back some days later. */
    private void counter() {
        Kept first = any(book);
        if (first.minutes() < 0 || book.stream().anyMatch(k -> k.id().equals(first.id()) && k.minutes() < 0)) {
            return;
        }
        int minutes = random.nextBoolean() ? first.minutes() : random.nextInt(1, first.minutes() + 1);
        Instant earliest = first.at().isAfter(notBefore) ? first.at() : notBefore;
        Instant at = earliest.plusSeconds(random.nextInt(1, 40) * 86_400L);
        ledger.counter(first.id(), minutes, at);
        book.add(new Kept(first.id(), first.person(), first.facts(), first.day(), -minutes, at));
    }

    private Viewer analyst(List<String> of) {
        return new Viewer(
                people.getFirst(),
                null,
                of.stream().map(u -> new Viewer.Grant(Role.ANALYST, u)).toList(),
                false);
    }

    private Question question() {
        LocalDate from = day();
        LocalDate to = random.nextInt(5) == 0 ? from : from.plusDays(random.nextInt(400));
        Map<Dimension, String> where = new HashMap<>();
        for (Dimension d : Facts.HOURS.dimensions()) {
            if (random.nextInt(6) == 0) {
                where.put(d, any(book).value(d));
            }
        }
        return new Question(new Period(from, to), random.nextInt(3) == 0 ? LATER : moment(), Map.copyOf(where));
    }

    private static final Instant LATER = Instant.parse("2025-01-01T00:00:00Z");

    private List<Kept> counted(Question q, List<String> seen) {
        return book.stream()
                .filter(k -> seen.contains(k.facts().unit()))
                .filter(k -> !k.day().isBefore(q.period().from())
                        && !k.day().isAfter(q.period().to()))
                .filter(k -> !k.at().isAfter(q.asOf()))
                .filter(k -> q.where().entrySet().stream()
                        .allMatch(w -> k.value(w.getKey()).equals(w.getValue())))
                .toList();
    }

    private static Figure figure(List<Kept> kept) {
        Map<PersonId, Integer> byPerson =
                kept.stream().collect(Collectors.groupingBy(Kept::person, Collectors.summingInt(Kept::minutes)));
        return new Figure(
                kept.stream().mapToLong(Kept::minutes).sum(),
                kept.size(),
                byPerson.values().stream().filter(m -> m > 0).count());
    }

    private static Map<String, Figure> byValue(List<Group<Figure>> groups) {
        return groups.stream().collect(Collectors.toMap(Group::value, Group::figure, (a, b) -> a, TreeMap::new));
    }

    @Test
    void any_period_instant_filter_and_grouping_is_the_plain_count_over_the_entries() {
        for (int i = 0; i < 150; i++) {
            Question q = question();
            List<String> seen = units.subList(0, random.nextInt(1, 4));
            List<Kept> counted = counted(q, seen);
            Figure total = figures.hours(analyst(seen), q);
            assertThat(total).as("%s of %s", q, seen).isEqualTo(figure(counted));
            Dimension by = any(Facts.HOURS.dimensions());
            Map<String, Figure> expected = new TreeMap<>();
            counted.stream()
                    .collect(Collectors.groupingBy(k -> k.value(by)))
                    .forEach((value, kept) -> expected.put(value, figure(kept)));
            List<Group<Figure>> groups = figures.groups(analyst(seen), q, by);
            assertThat(byValue(groups)).as("%s by %s", q, by).isEqualTo(expected);
            assertThat(groups.stream().mapToLong(g -> g.figure().minutes()).sum())
                    .isEqualTo(total.minutes());
        }
    }

    @Test
    void every_group_opens_to_rows_that_are_its_minutes() {
        for (Dimension by : Facts.HOURS.dimensions()) {
            Question q = new Question(new Period(FIRST, FIRST.plusDays(DAYS)), LATER, Map.of());
            for (Group<Figure> g : figures.groups(analyst(units), q, by)) {
                List<HoursRow> rows = all(q.with(by, g.value()));
                assertThat(rows.stream().mapToLong(HoursRow::minutes).sum())
                        .as("%s %s", by, g.value())
                        .isEqualTo(g.figure().minutes());
                assertThat(rows).hasSize((int) g.figure().entries());
                assertThat(rows.stream().map(HoursRow::id).distinct()).hasSameSizeAs(rows);
            }
        }
    }

    /** Page by page. */
    private List<HoursRow> all(Question q) {
        List<HoursRow> rows = new ArrayList<>();
        String after = null;
        do {
            Page<HoursRow> page = figures.open(analyst(units), q, after);
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return rows;
    }

    @Test
    void neighbouring_periods_share_no_entry_and_lose_none() {
        for (int i = 0; i < 40; i++) {
            LocalDate from = day();
            LocalDate to = from.plusDays(random.nextInt(2, 500));
            LocalDate cut = from.plusDays(random.nextLong(to.toEpochDay() - from.toEpochDay()));
            Function<Period, Long> minutes = p -> figures.hours(analyst(units), new Question(p, LATER, Map.of()))
                    .minutes();
            assertThat(minutes.apply(new Period(from, cut)) + minutes.apply(new Period(cut.plusDays(1), to)))
                    .isEqualTo(minutes.apply(new Period(from, to)));
        }
    }

    @Test
    void an_old_answer_comes_back_whatever_was_recorded_later() {
        Instant then = BEGUN.plusSeconds(DAYS * 43_200L);
        Question q = new Question(new Period(FIRST, FIRST.plusDays(DAYS)), then, Map.of());
        Map<Dimension, List<Group<Figure>>> told = new HashMap<>();
        for (Dimension d : Facts.HOURS.dimensions()) {
            told.put(d, figures.groups(analyst(units), q, d));
        }
        notBefore = then.plusSeconds(1);
        long known = figures.hours(analyst(units), q).entries();
        for (int i = 0; i < 80; i++) {
            enter();
        }
        for (Dimension d : Facts.HOURS.dimensions()) {
            assertThat(figures.groups(analyst(units), q, d)).as(d.code()).isEqualTo(told.get(d));
        }
        assertThat(figures.hours(analyst(units), new Question(q.period(), LATER, Map.of()))
                        .entries())
                .isGreaterThan(known + 40);
    }
}
