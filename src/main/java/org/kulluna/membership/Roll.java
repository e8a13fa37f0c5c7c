package org.kulluna.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.EmiratesId;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the roll of members: the list, its export and one member's page, whose reading is recorded. */
@Component
public class Roll {
    static final int PAGE = 50;
    private static final int CHUNK = 5000;

    private final RollRows rows;
    private final MemberRows members;
    private final VettingRows vetting;
    private final ConsentRows consents;
    private final People people;
    private final Trail trail;

    Roll(
            RollRows rows,
            MemberRows members,
            VettingRows vetting,
            ConsentRows consents,
            People people,
            Trail trail) {
        this.rows = rows;
        this.members = members;
        this.vetting = vetting;
        this.consents = consents;
        this.people = people;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public Page<MemberSummary> list(Viewer viewer, MemberFilter filter) {
        Desk.must(viewer, Right.SEE_MEMBERS);
        return Page.of(rows.list(filter, owner(filter), today(), PAGE + 1), PAGE, m -> String.valueOf(m.number()));
    }

    /** Everybody the filter finds; that the list left the house is recorded. */
    @Transactional
    public List<MemberSummary> export(Viewer viewer, MemberFilter filter) {
        Desk.must(viewer, Right.CHANGE_MEMBERS);
        trail.looked(viewer, "export-members", "list", "members", "name", "nationality", "place", "vetting");
        List<MemberSummary> all = new ArrayList<>();
        Long after = null;
        List<MemberSummary> chunk;
        do {
            MemberFilter from = new MemberFilter(
                    filter.q(), filter.status(), filter.nationality(), filter.place(), filter.model(), after);
            chunk = rows.list(from, owner(from), today(), CHUNK);
            all.addAll(chunk);
            after = chunk.isEmpty() ? null : chunk.getLast().number();
        } while (chunk.size() == CHUNK);
        return all;
    }

    @Transactional
    public MemberFile get(Viewer viewer, PersonId id) {
        Desk.must(viewer, Right.SEE_MEMBERS);
        Person person = people.get(id);
        Member member = members.find(id).orElseThrow(Refusal::notFound);
        MemberState state = members.findState(id).orElseThrow(Refusal::notFound);
        boolean papers = viewer.mayEverywhere(Right.CHANGE_MEMBERS) || viewer.mayEverywhere(Right.VET);
        trail.looked(viewer, "read-member", "person", id);
        return new MemberFile(
                member,
                state,
                person,
                papers ? people.findMaskedEmiratesId(id).orElse(null) : null,
                papers ? people.findVisaValidTo(id).orElse(null) : null,
                vetting.listOf(id),
                papers ? consents.list(id) : List.of(),
                trail.list(id),
                rows.listFormerNumbers(id));
    }

    /** Where the page of a merged record is now; empty when the record stands for itself. */
    public java.util.Optional<PersonId> findKept(Viewer viewer, PersonId id) {
        Desk.must(viewer, Right.SEE_MEMBERS);
        return people.find(id).map(Person::mergedInto);
    }

    private @Nullable PersonId owner(MemberFilter filter) {
        return EmiratesId.parse(filter.q()).flatMap(people::findByEmiratesId).orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(trail.now(), Time.PROGRAMME_ZONE);
    }
}
