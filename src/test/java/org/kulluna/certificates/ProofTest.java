package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** W3C vc-di-eddsa 1.0, appendix B.1: its credential, its hashes, its key and its signature, to the last letter. */
class ProofTest {
    private static final String METHOD = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
            + "#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    /** PKCS#8 before the 32 bytes of the standard's published test key. */
    private static final String PRIVATE =
            "302e020100300506032b657004220420" + "c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6";

    private static final String CREDENTIAL = """
            {"@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
             "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
             "type": ["VerifiableCredential", "AlumniCredential"],
             "name": "Alumni Credential",
             "description": "A minimum viable example of an Alumni Credential.",
             "issuer": "https://vc.example/issuers/5678",
             "validFrom": "2023-01-01T00:00:00Z",
             "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"}}""";

    private static JsonObject read(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static Canonical canonical() throws Exception {
        Contexts carried = Contexts.carried();
        return new Canonical(new Contexts(Map.of(
                Contexts.CREDENTIALS,
                carried.loadDocument(java.net.URI.create(Contexts.CREDENTIALS), null),
                "https://www.w3.org/ns/credentials/examples/v2",
                JsonDocument.of(read("""
                        {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}""")))));
    }

    private static byte[] sign(byte[] bytes) {
        try {
            Signature s = Signature.getInstance("Ed25519");
            s.initSign(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(PRIVATE))));
            s.update(bytes);
            return s.sign();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_credential_of_the_standard_has_the_hash_of_the_standard() throws Exception {
        assertThat(HexFormat.of().formatHex(canonical().hash(read(CREDENTIAL))))
                .isEqualTo("517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017");
    }

    @Test
    void the_proof_is_that_of_the_standard() throws Exception {
        JsonObject signed = new Proof(METHOD, Instant.parse("2023-02-24T23:36:38Z"))
                .sign(read(CREDENTIAL), canonical(), hashes -> {
                    assertThat(HexFormat.of().formatHex(hashes))
                            .startsWith("bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0");
                    return sign(hashes);
                });
        assertThat(signed.getJsonObject("proof").getString("proofValue"))
                .isEqualTo("z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme");
        assertThat(signed.getJsonObject("proof").keySet()).doesNotContain("@context");
    }

    @Test
    void the_order_of_the_fields_changes_nothing_and_a_letter_everything() throws Exception {
        JsonObject turned = Json.createObjectBuilder(read(CREDENTIAL))
                .remove("name")
                .add("name", "Alumni Credential")
                .build();
        assertThat(canonical().lines(turned)).isEqualTo(canonical().lines(read(CREDENTIAL)));
        assertThat(canonical().hash(read(CREDENTIAL.replace("Alumni Credential\"", "Alumni credential\""))))
                .isNotEqualTo(canonical().hash(read(CREDENTIAL)));
    }

    @Test
    void a_vocabulary_that_is_not_carried_is_not_fetched() {
        JsonObject foreign = read("{\"@context\": [\"https://www.w3.org/2018/credentials/v1\"], \"id\": \"urn:x\"}");
        assertThatThrownBy(() -> canonical().lines(foreign)).hasMessageContaining("2018/credentials/v1");
    }
}
