package org.kulluna.certificates;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * A certificate in its holder's own list.
 *
 * @param unit whose course it was; null when none of the house's stands behind it
 * @param state valid, not-yet, expired, superseded or revoked
 * @param shows name, initials or nothing
 * @param address where anybody may check it
 */
public record OwnCertificate(
        UUID award,
        String code,
        LocalizedText title,
        @Nullable String unit,
        String issuer,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String state,
        String shows,
        String address) {
    static OwnCertificate of(Certificate c, Shows shows, LocalDate day, String address) {
        return new OwnCertificate(
                c.award(),
                c.code(),
                c.title(),
                c.unit(),
                c.issuer(),
                c.validFrom(),
                c.validTo(),
                c.on(day).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                shows.text(),
                address);
    }
}
