package org.kulluna.certificates;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A status list as a credential of its own. Whoever kept a copy may not lean on it after {@code validUntil}.
 *
 * @param from the hour it was made in: what is asked for within it gets the same file
 */
record StatusList(String address, List<Integer> revoked, Instant from) {
    private static final Duration LASTS = Duration.ofHours(25);

    static StatusList of(String address, List<Integer> revoked, Instant now) {
        return new StatusList(address, revoked, now.truncatedTo(ChronoUnit.HOURS));
    }

    JsonObject json(String issuer) {
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add(Contexts.CREDENTIALS))
                .add("id", address)
                .add(
                        "type",
                        Json.createArrayBuilder().add("VerifiableCredential").add("BitstringStatusListCredential"))
                .add("issuer", issuer)
                .add("validFrom", from.toString())
                .add("validUntil", from.plus(LASTS).toString())
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("id", address + "#list")
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", "revocation")
                                .add("encodedList", Bitstring.encode(revoked)))
                .build();
    }
}
