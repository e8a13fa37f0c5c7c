package org.kulluna.training;

import java.util.List;
import java.util.stream.Collectors;
import org.kulluna.shared.Faults;
import org.kulluna.shared.PersonId;
import org.springframework.stereotype.Component;

/** Who teaches a session: members by their numbers, or whoever was granted the instructor's role. */
@Component
class Instructors {
    private final RosterRows roster;

    Instructors(RosterRows roster) {
        this.roster = roster;
    }

    /** @throws org.kulluna.shared.Refusal INVALID instructors when a number is nobody's */
    Session named(Session s, List<Long> numbers) {
        List<NamedMember> people = numbers.isEmpty() ? List.of() : roster.byNumber(numbers);
        Faults faults = new Faults();
        faults.when(people.size() < numbers.size(), "instructors", "unknown-number");
        faults.raise();
        List<PersonId> persons = people.stream().map(NamedMember::person).toList();
        return new Session(
                s.id(),
                s.offering(),
                s.part(),
                s.title(),
                s.room(),
                s.startsAt(),
                s.endsAt(),
                s.zone(),
                s.cancelled(),
                persons,
                s.version());
    }

    /** What the form shows of those who teach: their numbers with commas between. */
    String numbers(List<PersonId> people) {
        return people.isEmpty()
                ? ""
                : roster.numbersOf(people).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
