package org.kulluna.volunteering;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Candidate;
import org.kulluna.eligibility.Candidates;
import org.kulluna.eligibility.Eligibility;
import org.kulluna.eligibility.Reason;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door by which members see shifts: those they may take, and for the others the way to them. */
@Component
public class Offers {
    public static final int PAGE = 20;

    private final OfferRows rows;
    private final Candidates candidates;
    private final ReasonNames names;
    private final Details details;
    private final Clock clock;

    /** What a shift's own page needs beside the shift. */
    @Component
    static class Details {
        private final Slots slots;
        private final RoleRows roles;
        private final SignUpRows signUps;
        private final People people;
        private final Places places;
        private final Leaving leaving;

        Details(Slots slots, RoleRows roles, SignUpRows signUps, People people, Places places, Leaving leaving) {
            this.slots = slots;
            this.roles = roles;
            this.signUps = signUps;
            this.people = people;
            this.places = places;
            this.leaving = leaving;
        }

        /** From the person's home to every place; empty when their home is not known. */
        Map<String, Integer> metresFromHome(PersonId person) {
            Person p = people.get(person);
            Place home = p.homePlace() == null
                    ? null
                    : places.find(String.valueOf(p.homePlace())).orElse(null);
            Map<String, Integer> all = new LinkedHashMap<>();
            if (home != null) {
                places.byCode()
                        .forEach((code, to) -> all.put(code, (int) Math.round(home.metresTo(to.lat(), to.lng()))));
            }
            return all;
        }
    }

    Offers(OfferRows rows, Candidates candidates, ReasonNames names, Details details, Clock clock) {
        this.rows = rows;
        this.candidates = candidates;
        this.names = names;
        this.details = details;
        this.clock = clock;
    }

    /** Upcoming published shifts, nearest and soonest first, each with the answer of eligibility. */
    @Transactional(readOnly = true)
    public Page<Offer> list(Viewer viewer, ShiftFilter filter, @Nullable String cursor) {
        return list(viewer, filter, cursor, PAGE);
    }

    /** The first few the viewer may take: for the home page. */
    @Transactional(readOnly = true)
    public List<Offer> listNearest(Viewer viewer, int count) {
        return list(viewer, ShiftFilter.of(true), null, count).rows();
    }

    /** The roles of those shifts, by shift. */
    @Transactional(readOnly = true)
    public Map<UUID, List<ShiftRole>> roles(Viewer viewer, List<Offer> offers) {
        viewer.must(Right.VOLUNTEER);
        return details.roles.listOf(offers.stream().map(o -> o.card().id()).toList()).stream()
                .collect(java.util.stream.Collectors.groupingBy(ShiftRole::shift));
    }

    private Page<Offer> list(Viewer viewer, ShiftFilter filter, @Nullable String cursor, int size) {
        viewer.must(Right.VOLUNTEER);
        PersonId me = viewer.signedIn();
        Instant now = clock.instant();
        Map<String, Integer> metres = details.metresFromHome(me);
        Page<ShiftCard> page = Page.of(
                rows.list(me, filter, metres, Cursor.parse(cursor), size + 1, now),
                size,
                c -> OfferRows.cursor(c).toString());
        Candidate candidate = candidates.get(me, now);
        return new Page<>(
                page.rows().stream().map(c -> offer(c, candidate, now)).toList(), page.next());
    }

    private Offer offer(ShiftCard card, Candidate candidate, Instant now) {
        List<Reason> reasons =
                names.name(Eligibility.reasonsAgainst(candidate, card.shift().demand(), now));
        return new Offer(card, reasons, reasons.isEmpty() ? Suits.of(card, candidate) : List.of());
    }

    /** One shift that is or was published, whether or not the viewer may take it. */
    @Transactional(readOnly = true)
    public ShiftDetail get(Viewer viewer, UUID shift) {
        viewer.must(Right.VOLUNTEER);
        PersonId me = viewer.signedIn();
        Instant now = clock.instant();
        Slot slot = details.slots.getKnown(shift);
        PersonId leader = slot.shift().leader();
        List<Reason> reasons =
                Eligibility.reasonsAgainst(candidates.get(me, now), slot.shift().demand(), now);
        return new ShiftDetail(
                slot.shift(),
                slot.opportunity(),
                details.roles.listOf(List.of(shift)),
                details.signUps.findLast(shift, me).orElse(null),
                names.name(reasons),
                details.metresFromHome(me).get(slot.shift().place()),
                leader == null
                        ? null
                        : details.people.find(leader).map(Person::name).orElse(null),
                details.leaving.isLate(slot.shift(), now));
    }
}
