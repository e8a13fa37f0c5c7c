package org.kulluna.attendance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;

/** A fact as programs and gates send it: all text, checked here, so that nonsense is named and never breaks. */
public record FactForm(
        @Schema(description = "UUID made by the client; the same one again is a repeat") @Nullable
        String id,

        @Schema(description = "UUID of the duty") @Nullable String dutyId,

        @Schema(description = "UUID of the person; or membershipNumber; or passCode") @Nullable
        String personId,

        @Schema(description = "digits; other letters are ignored") @Nullable
        String membershipNumber,

        @Schema(description = "the text of the pass's QR") @Nullable
        String passCode,

        @Schema(description = "in, out, absent or void") @Nullable
        String kind,

        @Schema(description = "for void: UUID of the fact taken back") @Nullable
        String voids,

        @Schema(description = "RFC 3339 with offset: when it was seen") @Nullable
        String happenedAt,

        @Schema(description = "tap, scan, number, walk_in, kiosk or desk") @Nullable
        String means,

        @Schema(description = "name of the phone or kiosk, at most 64 characters; may be missing") @Nullable
        String device) {

    FactForm at(String duty) {
        return new FactForm(id, duty, personId, membershipNumber, passCode, kind, voids, happenedAt, means, device);
    }

    /** The fact, or null when it is at fault: then {@code faults} names {@code at + field}. */
    @Nullable
    NewFact read(String at, Map<String, List<String>> faults) {
        int before = faults.size();
        UUID fact = uuid(id, at + "id", faults);
        UUID duty = uuid(dutyId, at + "dutyId", faults);
        FactKind what = FactKind.find(kind).orElse(null);
        if (what == null) {
            faults.put(at + "kind", List.of("not-a-choice"));
        }
        boolean undo = what == FactKind.VOID;
        UUID target = undo ? uuid(voids, at + "voids", faults) : null;
        PersonId person = undo || isBlank(personId) ? null : person(at, faults);
        Long number = undo || isBlank(membershipNumber) ? null : number(at, faults);
        String code = undo || isBlank(passCode) ? null : passCode;
        int named = (person == null ? 0 : 1) + (number == null ? 0 : 1) + (code == null ? 0 : 1);
        if (!undo && named != 1 && faults.size() == before) {
            faults.put(at + "personId", List.of("fact-person"));
        }
        Instant when = instant(at, faults);
        String by = isBlank(means) ? "tap" : String.valueOf(means);
        if (!NewFact.MEANS.contains(by)) {
            faults.put(at + "means", List.of("not-a-choice"));
        }
        String phone = device == null ? "" : device.strip();
        if (phone.length() > 64 || phone.indexOf('\0') >= 0) {
            faults.put(at + "device", List.of("too-long"));
        }
        if (faults.size() > before || fact == null || duty == null || what == null || when == null) {
            return null;
        }
        return new NewFact(fact, duty, person, number, code, what, target, when, by, phone);
    }

    private @Nullable PersonId person(String at, Map<String, List<String>> faults) {
        UUID found = uuid(personId, at + "personId", faults);
        return found == null ? null : new PersonId(found);
    }

    private @Nullable Long number(String at, Map<String, List<String>> faults) {
        String digits = SearchText.fold(String.valueOf(membershipNumber)).replaceAll("\\D+", "");
        if (digits.isEmpty() || digits.length() > 15) {
            faults.put(at + "membershipNumber", List.of("not-a-number"));
            return null;
        }
        return Long.valueOf(digits);
    }

    private @Nullable Instant instant(String at, Map<String, List<String>> faults) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(String.valueOf(happenedAt));
            int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            if (year > 1990 && year < 2200) {
                return time.toInstant();
            }
        } catch (DateTimeParseException e) {
            // named below
        }
        faults.put(at + "happenedAt", List.of("fact-time"));
        return null;
    }

    private static @Nullable UUID uuid(@Nullable String text, String field, Map<String, List<String>> faults) {
        UUID found = text == null ? null : ClaimFilter.uuid(text);
        if (found == null) {
            faults.put(field, List.of(isBlank(text) ? "required" : "fact-id"));
        }
        return found;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
