package org.kulluna.certificates;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Time;
import org.kulluna.shell.PublicAddress;

/**
 * An award as an {@code OpenBadgeCredential} (Open Badges 3.0 in Verifiable Credentials 2.0), before it is signed. It
 * carries the holder's name where the holder shows it, and otherwise a subject that nothing else knows.
 */
record Badge(Certificate certificate, Credential credential, Shows shows) {
    JsonObject json(JsonObjectBuilder issuer, PublicAddress address) {
        LocalizedText title = certificate.title();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("@context", Achievement.context())
                .add("id", "urn:uuid:" + certificate.award())
                .add(
                        "type",
                        Json.createArrayBuilder().add("VerifiableCredential").add("OpenBadgeCredential"))
                .add("name", title.in("ar") + " · " + title.in("en"))
                .add("issuer", issuer)
                .add("validFrom", start(certificate.validFrom()));
        LocalDate last = certificate.validTo();
        if (last != null) {
            json.add("validUntil", end(last));
        }
        return json.add("credentialSubject", subject(address))
                .add("credentialStatus", status(address))
                .build();
    }

    private JsonObjectBuilder subject(PublicAddress address) {
        JsonObjectBuilder subject = Json.createObjectBuilder()
                .add("id", "urn:uuid:" + credential.subject())
                .add("type", Json.createArrayBuilder().add("AchievementSubject"));
        HolderName name = new HolderName(certificate.name());
        if (shows == Shows.NAME && name.isKnown()) {
            JsonArrayBuilder names = Json.createArrayBuilder();
            name.spellings()
                    .forEach(spelling -> names.add(Json.createObjectBuilder()
                            .add("type", "IdentityObject")
                            .add("hashed", false)
                            .add("identityType", "name")
                            .add("identityHash", spelling)));
            subject.add("identifier", names);
        }
        return subject.add(
                "achievement", new Achievement(certificate.qualification(), certificate.title()).in("ar", address));
    }

    private JsonObjectBuilder status(PublicAddress address) {
        String list = address.of("/certificates/status/" + credential.list());
        return Json.createObjectBuilder()
                .add("id", list + "#" + credential.slot())
                .add("type", "BitstringStatusListEntry")
                .add("statusPurpose", "revocation")
                .add("statusListIndex", String.valueOf(credential.slot()))
                .add("statusListCredential", list);
    }

    private static String start(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.atStartOfDay(Time.PROGRAMME_ZONE));
    }

    /** The last second of its last day. */
    private static String end(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.plusDays(1).atStartOfDay(Time.PROGRAMME_ZONE).minusSeconds(1));
    }
}
