package org.kulluna.certificates;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * A Data Integrity proof with the cryptosuite {@code eddsa-rdfc-2022} (W3C vc-di-eddsa 1.0, section 3.2): Ed25519 over
 * the hashes of the proof's own options and of the document. The same document, day and key give the same proof.
 *
 * @param method the address of the public key
 */
record Proof(String method, Instant created) {
    JsonObject sign(JsonObject document, Canonical canonical, UnaryOperator<byte[]> key) {
        JsonObject options = options().add("@context", document.get("@context")).build();
        byte[] hashes = ByteBuffer.allocate(64)
                .put(canonical.hash(options))
                .put(canonical.hash(document))
                .array();
        JsonObjectBuilder proof = options().add("proofValue", Multibase.base58(key.apply(hashes)));
        return Json.createObjectBuilder(document).add("proof", proof).build();
    }

    private JsonObjectBuilder options() {
        return Json.createObjectBuilder()
                .add("type", "DataIntegrityProof")
                .add("cryptosuite", "eddsa-rdfc-2022")
                .add("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("verificationMethod", method)
                .add("proofPurpose", "assertionMethod");
    }
}
