package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Candidate;
import org.kulluna.eligibility.Candidate.Span;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** An invented member while the programme is being made. */
final class DemoMember {
    /**
     * Papers with their spans, oldest first.
     *
     * @param consentUntil last day of a guardian's consent
     */
    record Papers(
            List<Span> visas,
            List<Span> vettings,
            Map<String, List<Span>> qualifications,
            @Nullable LocalDate consentUntil) {}

    /** @param keenThen took part in the first half of 2022; {@code keenNow} takes part in the present */
    record Habit(boolean keenThen, boolean keenNow, double zeal) {}

    /** active, suspended or left, and since or until when. */
    record Standing(
            String status,
            @Nullable Instant leftAt,
            @Nullable LocalDate suspendedUntil) {}

    final Somebody who;
    final long number;
    final Instant acceptedAt;
    final boolean student;
    final Standing standing;
    final Papers papers;
    final Habit habit;
    private final List<Candidate.Binding> bindings = new ArrayList<>();

    DemoMember(
            Somebody who,
            long number,
            Instant acceptedAt,
            boolean student,
            Standing standing,
            Papers papers,
            Habit habit) {
        this.who = who;
        this.number = number;
        this.acceptedAt = acceptedAt;
        this.student = student;
        this.standing = standing;
        this.papers = papers;
        this.habit = habit;
    }

    UUID id() {
        return who.id();
    }

    /** Under another name: a demo account's. */
    DemoMember called(LocalizedText name) {
        return new DemoMember(who.called(name), number, acceptedAt, student, standing, papers, habit);
    }

    /** As the one eligibility function sees people. */
    Candidate candidate() {
        return new Candidate(
                new PersonId(id()),
                standing.status(),
                standing.suspendedUntil(),
                student,
                who.bornOn(),
                who.nationality().equals("AE"),
                last(papers.visas()),
                last(papers.vettings()),
                papers.consentUntil(),
                papers.qualifications(),
                List.copyOf(bindings));
    }

    /** Nobody in the demo takes a duty within six hours of another. */
    boolean isFree(Instant from, Instant to) {
        long rest = 6 * 3600L;
        return bindings.stream()
                .noneMatch(b -> b.from().isBefore(to.plusSeconds(rest))
                        && from.minusSeconds(rest).isBefore(b.to()));
    }

    void bind(Instant from, Instant to, UUID shift) {
        bindings.add(new Candidate.Binding(from, to, "shift", shift));
    }

    boolean hasPapersUntil(LocalDate day) {
        LocalDate visa = last(papers.visas());
        LocalDate vetting = last(papers.vettings());
        boolean stays = who.nationality().equals("AE") || visa != null && visa.isAfter(day);
        return stays && vetting != null && vetting.isAfter(day);
    }

    int ageOn(LocalDate day) {
        return Period.between(who.bornOn(), day).getYears();
    }

    private static @Nullable LocalDate last(List<Span> spans) {
        return Stream.concat(Stream.of(LocalDate.MIN), spans.stream().map(Span::to))
                .max(LocalDate::compareTo)
                .filter(d -> !d.equals(LocalDate.MIN))
                .orElse(null);
    }
}
