package org.kulluna.training;

import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Faults;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;

/**
 * An offering as typed, on the page and in the API. Times are local to the programme (2026-05-24T16:00) or instants.
 *
 * @param id made by the client when it is new: sent again, it makes no second one
 * @param version of what is changed, as it was read
 * @param place code of a place; empty: not known yet
 * @param approval the training office says yes to each
 */
public record OfferingForm(
        @Nullable String id,
        @Nullable String version,
        @NotBlank(message = "required") @Nullable String unit,
        @Nullable String place,
        @Nullable String minimum,
        @NotBlank(message = "required") @Nullable String maximum,
        @Nullable String waitingMaximum,
        @Nullable String approval,
        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable String cancelBy) {

    static OfferingForm empty(UUID id, String unit) {
        return new OfferingForm(id.toString(), null, unit, "", "5", "20", "20", "", "", "", "");
    }

    static OfferingForm of(Offering o) {
        return new OfferingForm(
                o.id().toString(),
                String.valueOf(o.version()),
                o.unit(),
                o.place() == null ? "" : o.place(),
                String.valueOf(o.minimum()),
                String.valueOf(o.maximum()),
                String.valueOf(o.waitingMaximum()),
                o.approval() ? "on" : "",
                local(o.opensAt()),
                local(o.closesAt()),
                local(o.cancelBy()));
    }

    /** @throws org.kulluna.shared.Refusal INVALID with field faults */
    Offering wanted(UUID id, Course course) {
        int most = Typed.number(maximum, -1);
        int least = Typed.number(minimum, Typed.text(minimum).isEmpty() ? 0 : -1);
        int waiting = Typed.number(waitingMaximum, Typed.text(waitingMaximum).isEmpty() ? 50 : -1);
        Faults faults = new Faults();
        faults.when(most < 1 || most > 10_000, "maximum", "maximum-out-of-range");
        faults.when(least < 0 || least > most, "minimum", "minimum-over-maximum");
        faults.when(waiting < 0 || waiting > 10_000, "waitingMaximum", "not-a-number");
        Instant opens = time("opensAt", opensAt, faults);
        Instant closes = time("closesAt", closesAt, faults);
        Instant cancel = time("cancelBy", cancelBy, faults);
        faults.when(opens != null && closes != null && !opens.isBefore(closes), "closesAt", "ends-before-start");
        faults.raise();
        return new Offering(
                id,
                course,
                Typed.text(unit),
                Typed.text(place).isEmpty() ? null : Typed.text(place),
                OfferingState.DRAFT,
                least,
                most,
                waiting,
                0,
                0,
                Typed.yes(approval),
                opens,
                closes,
                cancel,
                "",
                List.of(),
                Typed.number(version, -1));
    }

    static @Nullable Instant time(String field, @Nullable String typed, Faults faults) {
        Instant at = Typed.text(typed).isEmpty() ? null : Typed.instant(typed, Time.PROGRAMME_ZONE);
        faults.when(at == null && !Typed.text(typed).isEmpty(), field, "not-a-date");
        return at;
    }

    static String local(@Nullable Instant at) {
        ZoneId zone = Time.PROGRAMME_ZONE;
        return at == null
                ? ""
                : at.atZone(zone).toLocalDateTime().withSecond(0).withNano(0).toString();
    }
}
