package org.kulluna.attendance;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Ids;

/** A duty's gate and its people. */
public record GateView(GateDuty today, List<Guest> people) {
    /** By name, as that language sorts names. */
    public List<Guest> people(String language) {
        Collator collator = Collator.getInstance(ULocale.forLanguageTag(language));
        return people.stream()
                .sorted(Comparator.comparing(g -> g.name().in(language), collator::compare))
                .toList();
    }

    /** A new name for the fact a button would send. */
    public UUID fresh() {
        return Ids.next();
    }
}
