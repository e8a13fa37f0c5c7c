package org.kulluna.membership;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import org.kulluna.people.Accounts;
import org.kulluna.people.Person;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts an accepted person on the roll. */
@Component
class Enrolment {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MemberRows members;
    private final Places places;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Enrolment(MemberRows members, Places places, Accounts accounts, ApplicationEventPublisher events) {
        this.members = members;
        this.places = places;
        this.accounts = accounts;
        this.events = events;
    }

    /** @return the membership number: the next one, or the old one of somebody who comes back */
    long enrol(Viewer by, Person person, boolean student, Instant now) {
        accounts.grant(by, person.id(), student ? Role.STUDENT : Role.MEMBER, null);
        accounts.revoke(by, person.id(), student ? Role.MEMBER : Role.STUDENT, null);
        accounts.revoke(by, person.id(), Role.APPLICANT, null);
        long number = members.find(person.id())
                .map(old -> {
                    members.comeBack(old.person(), student);
                    return old.number();
                })
                .orElseGet(() -> insert(person, student, now));
        events.publishEvent(new StandingChanged(person.id()));
        return number;
    }

    /** The counter's row stays locked from here to the commit, so it is taken last: no gap, no double, little waiting. */
    private long insert(Person person, boolean student, Instant now) {
        Place home = person.homePlace() == null
                ? null
                : places.find(person.homePlace()).orElse(null);
        byte[] random = new byte[15];
        RANDOM.nextBytes(random);
        long number = members.nextNumber();
        members.insert(
                new Member(person.id(), number, PassCode.base32(random), "active", student, now, null),
                person.nationality(),
                Person.ageGroup(person.ageOn(LocalDate.ofInstant(now, Time.PROGRAMME_ZONE))),
                home == null ? null : home.region());
        return number;
    }
}
