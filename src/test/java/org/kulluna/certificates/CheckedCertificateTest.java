package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

class CheckedCertificateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalizedText NAME = new LocalizedText("سارة خان", "Sara Khan");
    private static final LocalizedText TITLE = new LocalizedText("الإسعافات الأولية", "First aid");

    private static Certificate of(
            LocalDate from, @Nullable LocalDate to, @Nullable Instant revoked, @Nullable String newer) {
        return new Certificate(
                new UUID(1, 1),
                "0f3a9c1d2b4e4f60a7b8c9d0e1f20345",
                new PersonId(new UUID(2, 2)),
                NAME,
                "first_aid",
                TITLE,
                null,
                null,
                null,
                "Red Crescent",
                from,
                to,
                Instant.EPOCH,
                revoked,
                newer,
                newer == null ? null : from.plusDays(1));
    }

    private static String state(Certificate c) {
        return CheckedCertificate.of(c, Shows.INITIALS, DAY, null).state();
    }

    @Test
    void it_holds_from_its_first_to_its_last_day() {
        assertThat(state(of(DAY, DAY, null, null))).isEqualTo("valid");
        assertThat(state(of(DAY, null, null, null))).isEqualTo("valid");
        assertThat(state(of(DAY.plusDays(1), null, null, null))).isEqualTo("not-yet");
        assertThat(state(of(DAY.minusDays(9), DAY.minusDays(1), null, null))).isEqualTo("expired");
    }

    @Test
    void revoked_says_more_than_expired_and_expired_more_than_superseded() {
        LocalDate before = DAY.minusYears(1);
        assertThat(state(of(before, DAY.minusDays(1), Instant.EPOCH, "x"))).isEqualTo("revoked");
        assertThat(state(of(before, DAY.minusDays(1), null, "x"))).isEqualTo("expired");
        assertThat(state(of(before, DAY, null, "x"))).isEqualTo("superseded");
    }

    @Test
    void the_name_is_told_only_where_its_holder_allows_it() {
        Certificate c = of(DAY, null, null, null);
        assertThat(CheckedCertificate.of(c, Shows.NAME, DAY, null).shown().holder())
                .isEqualTo(NAME);
        CheckedCertificate shy = CheckedCertificate.of(c, Shows.INITIALS, DAY, null);
        assertThat(shy.shown().holder()).isNull();
        assertThat(shy.shown().initials()).isEqualTo(new LocalizedText("س. خ.", "S. K."));
        assertThat(shy.toString()).doesNotContain("Khan").doesNotContain("خان");
    }

    @Test
    void whoever_shows_nothing_shows_not_even_that_it_was_revoked() {
        CheckedCertificate hidden = CheckedCertificate.of(of(DAY, null, Instant.EPOCH, null), Shows.NOTHING, DAY, null);
        assertThat(hidden.state()).isEqualTo("hidden");
        assertThat(hidden.shown()).isNull();
    }

    @Test
    void the_day_of_a_revocation_is_that_of_the_programme() {
        Instant late = Instant.parse("2026-02-27T21:30:00Z");
        assertThat(CheckedCertificate.of(of(DAY, null, late, null), Shows.INITIALS, DAY, null)
                        .shown()
                        .revokedOn())
                .isEqualTo(LocalDate.of(2026, 2, 28));
    }
}
