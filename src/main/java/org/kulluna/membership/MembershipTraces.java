package org.kulluna.membership;

import java.time.Instant;
import java.util.List;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.springframework.stereotype.Component;

/** Everything membership keeps about one person, emptied or moved as a whole. */
@Component
class MembershipTraces {
    private final MemberRows members;
    private final ApplicationRows applications;
    private final VettingRows vetting;
    private final GroundsRows grounds;
    private final ConsentRows consents;
    private final HistoryRows history;
    private final PassRows passes;

    MembershipTraces(
            MemberRows members,
            ApplicationRows applications,
            VettingRows vetting,
            GroundsRows grounds,
            ConsentRows consents,
            HistoryRows history,
            PassRows passes) {
        this.members = members;
        this.applications = applications;
        this.vetting = vetting;
        this.grounds = grounds;
        this.consents = consents;
        this.history = history;
        this.passes = passes;
    }

    List<PersonId> withMerged(PersonId person) {
        return members.withMerged(person);
    }

    void erase(PersonId person, PersonId by, Instant now) {
        applications.withdrawOpen(person, by, now);
        applications.empty(person);
        grounds.deleteOf(person);
        vetting.withdrawOpen(person, by, now);
        vetting.empty(person);
        consents.empty(person, now);
        history.empty(person);
        passes.deleteDevices(person);
        members.emptyMerges(person);
        members.leave(person, now);
    }

    /**
     * The kept record's own membership stays, with its number; without one the other's moves. Of two open applications
     * the kept record's goes on.
     */
    void merge(PersonId from, PersonId into, String reason, PersonId by, Instant now) {
        var kept = members.findState(into);
        var other = members.findState(from);
        if (applications.isMember(into)
                || applications.findLatest(into).filter(Application::isOpen).isPresent()) {
            applications.withdrawOpen(from, by, now);
            vetting.withdrawOpen(from, by, now);
        }
        if (applications.isMember(from)) {
            applications.withdrawOpen(into, by, now);
        }
        applications.move(from, into);
        vetting.move(from, into);
        consents.move(from, into);
        history.move(from, into);
        if (kept.isEmpty()) {
            members.move(from, into);
        } else if (other.isPresent()) {
            boolean revives =
                    kept.get().status().equals("left") && !other.get().status().equals("left");
            boolean suspends = other.get().isStricterThan(kept.get());
            // The stricter standing holds: two records are one person, and a suspension is that person's.
            if (revives || suspends) {
                MemberState revived = new MemberState(
                        other.get().status(),
                        (revives ? other : kept).get().student(),
                        other.get().suspendedUntil(),
                        "",
                        kept.get().version());
                members.change(into, kept.get().version(), revived, now);
            }
            members.leave(from, now);
        }
        members.insertMerge(Ids.next(), from, into, reason, by, now);
    }
}
