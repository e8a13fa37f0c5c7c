package org.kulluna.certificates;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Arrays;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Words;
import org.kulluna.shell.PublicAddress;
import org.springframework.stereotype.Component;

/** Who signs: the programme, known by the name of its house ({@code did:web}). */
@Component
class Issuer {
    private final Keys keys;
    private final PublicAddress address;
    private final Canonical canonical = new Canonical(Contexts.carried());

    Issuer(Keys keys, PublicAddress address) {
        this.keys = keys;
        this.address = address;
    }

    String did() {
        return "did:web:" + address.authority().replace(":", "%3A");
    }

    JsonObject sign(JsonObject document, Instant created) {
        byte[] newest = keys.credentialKeys().get(0);
        return new Proof(method(newest), created).sign(document, canonical, hashes -> {
            Keys.CredentialSignature signed = keys.signCredential(hashes);
            if (!Arrays.equals(signed.publicKey(), newest)) {
                throw new IllegalStateException("the key of credentials was rotated meanwhile");
            }
            return signed.signature();
        });
    }

    String newestMethod() {
        return method(keys.credentialKeys().get(0));
    }

    /** A key is named by itself, so that its name never means another. */
    private String method(byte[] publicKey) {
        return did() + "#" + Multibase.multikey(publicKey);
    }

    /** An Open Badges profile. */
    JsonObjectBuilder profile() {
        String name = Words.in("ar").say("certificates.badge.issuer") + " · "
                + Words.in("en").say("certificates.badge.issuer");
        return Json.createObjectBuilder()
                .add("id", did())
                .add("type", Json.createArrayBuilder().add("Profile"))
                .add("name", name)
                .add("url", address.of("/"));
    }

    /** W3C DID 1.0: every key that ever signed a credential. */
    JsonObject document() {
        JsonArrayBuilder methods = Json.createArrayBuilder();
        JsonArrayBuilder may = Json.createArrayBuilder();
        for (byte[] key : keys.credentialKeys()) {
            methods.add(Json.createObjectBuilder()
                    .add("id", method(key))
                    .add("type", "Multikey")
                    .add("controller", did())
                    .add("publicKeyMultibase", Multibase.multikey(key)));
            may.add(method(key));
        }
        return Json.createObjectBuilder()
                .add(
                        "@context",
                        Json.createArrayBuilder()
                                .add("https://www.w3.org/ns/did/v1")
                                .add("https://w3id.org/security/multikey/v1"))
                .add("id", did())
                .add("verificationMethod", methods)
                .add("assertionMethod", may)
                .build();
    }
}
