package org.kulluna.certificates;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Time;

/**
 * What anybody who has a code is told: what its holder allows and nothing else.
 *
 * @param state valid, not-yet, expired, superseded, revoked; hidden when the holder shows nothing, withdrawn when this
 *     code answers no more
 * @param shown null when hidden or withdrawn
 */
public record CheckedCertificate(
        String code, String state, @Nullable Shown shown) {
    /**
     * @param unit whose course it was; null when none of the house's stands behind it
     * @param issuer as it was written
     * @param revokedOn the day; the reason is nobody's business
     * @param holder the whole name, when the holder allows it
     * @param initials always; empty when the person was erased
     * @param newer the code of the award that took its place, when that one may be shown
     */
    public record Shown(
            LocalizedText title,
            @Nullable LocalizedText course,
            @Nullable String unit,
            String issuer,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate revokedOn,
            @Nullable LocalizedText holder,
            LocalizedText initials,
            @Nullable String newer) {}

    static CheckedCertificate without(String code, String state) {
        return new CheckedCertificate(code, state, null);
    }

    static CheckedCertificate of(Certificate c, Shows shows, LocalDate day, @Nullable String newer) {
        if (shows == Shows.NOTHING) {
            return without(c.code(), "hidden");
        }
        HolderName name = new HolderName(c.name());
        Shown shown = new Shown(
                c.title(),
                c.course(),
                c.unit(),
                c.issuer(),
                c.validFrom(),
                c.validTo(),
                c.revokedAt() == null ? null : LocalDate.ofInstant(c.revokedAt(), Time.PROGRAMME_ZONE),
                shows == Shows.NAME && name.isKnown() ? c.name() : null,
                name.initials(),
                newer);
        return new CheckedCertificate(
                c.code(), c.on(day).name().toLowerCase(Locale.ROOT).replace('_', '-'), shown);
    }
}
