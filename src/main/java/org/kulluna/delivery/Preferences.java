package org.kulluna.delivery;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.PersonErased;
import org.kulluna.people.PersonsMerged;
import org.kulluna.policies.Policies;
import org.kulluna.policies.PolicyName;
import org.kulluna.shared.Faults;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to when and of what a person is told. */
@Component
public class Preferences {
    private final PreferenceRows rows;
    private final Policies policies;
    private final Clock clock;
    private volatile List<String> zones = List.of();

    Preferences(PreferenceRows rows, Policies policies, Clock clock) {
        this.rows = rows;
        this.policies = policies;
        this.clock = clock;
    }

    /** What the person chose, or nothing yet; a merged record's is that of the record that answers for it. */
    @Transactional(readOnly = true)
    public Preference get(PersonId person) {
        return rows.find(person).orElse(Preference.NONE);
    }

    /** The programme's quiet hours in its zone: for whoever did not choose their own. */
    public QuietHours usual() {
        Policies.Policy policy = policies.now(PolicyName.QUIET_HOURS);
        return new QuietHours(time(policy.number("from")), time(policy.number("to")), Time.PROGRAMME_ZONE);
    }

    /**
     * One's own. The same again changes nothing.
     *
     * @throws Refusal INVALID beside a field; CONFLICT changed-meanwhile
     */
    @Transactional
    public Preference change(Viewer viewer, PreferenceForm form) {
        PersonId me = viewer.signedIn();
        Preference wanted = read(form);
        Preference before = get(me);
        if (wanted.says(before)) {
            return before;
        }
        if (wanted.version() != before.version() || !rows.put(me, wanted, clock.instant())) {
            throw Refusal.changedMeanwhile();
        }
        return get(me);
    }

    /** Zones a person may live by. */
    List<String> zones() {
        if (zones.isEmpty()) {
            zones = rows.zones();
        }
        return zones;
    }

    @EventListener
    void on(PersonErased erased) {
        rows.delete(erased.person());
    }

    @EventListener
    void on(PersonsMerged merged) {
        rows.move(merged.from(), merged.into());
    }

    private Preference read(PreferenceForm form) {
        Faults faults = new Faults();
        String quiet = Typed.text(form.quiet());
        String zone = Typed.text(form.zone()).isEmpty() ? Time.PROGRAMME_ZONE.getId() : Typed.text(form.zone());
        boolean own = quiet.equals("own");
        LocalTime from = own ? time(form.quietFrom()) : null;
        LocalTime to = own ? time(form.quietTo()) : null;
        faults.when(!PreferenceForm.QUIET.contains(quiet), "quiet", "not-a-choice");
        faults.when(own && from == null, "quietFrom", "not-an-hour");
        faults.when(own && to == null, "quietTo", "not-an-hour");
        faults.when(own && from != null && from.equals(to), "quietTo", "same-hours");
        faults.when(!zones().contains(zone), "zone", "not-a-choice");
        faults.when(!Preference.THEMES.containsAll(form.themes()), "muted", "not-a-choice");
        faults.raise();
        if (quiet.equals("none")) {
            from = LocalTime.MIDNIGHT;
            to = LocalTime.MIDNIGHT;
        }
        return new Preference(from, to, ZoneId.of(zone), form.themes(), Typed.number(form.version(), 0));
    }

    /** Whole minutes: 22:00 or 22:00:00. */
    private static @Nullable LocalTime time(@Nullable String typed) {
        try {
            String text = Typed.text(typed);
            return text.matches("[0-9]{2}:[0-9]{2}(:00)?") ? LocalTime.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(int minuteOfDay) {
        return LocalTime.ofSecondOfDay(minuteOfDay * 60L);
    }
}
