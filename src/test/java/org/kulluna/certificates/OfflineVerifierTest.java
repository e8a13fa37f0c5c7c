package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.keys.FreshKeys;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Role;
import org.kulluna.shell.PublicAddress;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The house's credentials before the verifier of a stranger, who asks nobody. */
class OfflineVerifierTest extends HouseTest {
    @Autowired
    private CertificatesGiven certificates;

    @Autowired
    private ChoiceRows choices;

    @Autowired
    private Issuer issuer;

    @Autowired
    private PublicAddress address;

    private UUID award;

    @BeforeEach
    void somebodyShowsTheirName() {
        award = certificates.award(given.person());
        choices.put(award, Shows.NAME, clock.instant());
    }

    private String fetch(String path) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String credential() {
        return fetch("/certificates/" + certificates.code(award) + "/credential.json");
    }

    private static JsonObject read(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static JsonObject unsigned(String json) {
        return Json.createObjectBuilder(read(json)).remove("proof").build();
    }

    /** Knows who the house is, and the list the credential names. */
    private Verifier verifier(String credential) {
        String list = read(credential).getJsonObject("credentialStatus").getString("statusListCredential");
        return new Verifier()
                .serve(issuer.did(), fetch("/.well-known/did.json"))
                .serve(list, fetch(URI.create(list).getPath()));
    }

    @Test
    void a_genuine_credential_is_accepted_with_the_name_its_holder_allows_and_without_it() throws Exception {
        String named = credential();
        choices.put(award, Shows.INITIALS, clock.instant());
        String shy = credential();
        assertThat(named).contains("سارة خان", "Sara Khan");
        assertThat(shy).doesNotContain("سارة", "Sara", "S. K.");
        JsonNode answers = verifier(named).ask("named", named).ask("shy", shy).answers();
        for (String each : new String[] {"named", "shy"}) {
            assertThat(answers.path(each).path("error").asString()).isEmpty();
            assertThat(answers.path(each).path("verified").asBoolean()).isTrue();
            assertThat(answers.path(each).path("revoked").asBoolean()).isFalse();
        }
    }

    @Test
    void one_letter_changed_anywhere_is_refused() throws Exception {
        String genuine = credential();
        String proof = read(genuine).getJsonObject("proof").getString("proofValue");
        String slot = read(genuine).getJsonObject("credentialStatus").getString("statusListIndex");
        Map<String, String> altered = Map.of(
                "name", genuine.replace("Sara Khan", "Sara Khas"),
                "arabic name", genuine.replace("سارة خان", "سارة خال"),
                "title", genuine.replace("First aid", "First aim"),
                "first day", genuine.replace("\"validFrom\":\"2024", "\"validFrom\":\"2023"),
                "last day", genuine.replace("\"validUntil\":\"2099", "\"validUntil\":\"2098"),
                "index", genuine.replace("\"statusListIndex\":\"" + slot, "\"statusListIndex\":\"" + slot.length()),
                "proof", genuine.replace(proof, proof.substring(0, 40) + other(proof.charAt(40)) + proof.substring(41)),
                "created", genuine.replaceFirst("(\"created\":\"20)\\d\\d", "$119"),
                "award", genuine.replace(award.toString(), UUID.randomUUID().toString()),
                "no proof", unsigned(genuine).toString());
        Verifier verifier = verifier(genuine).ask("genuine", genuine);
        altered.forEach((what, credential) -> {
            assertThat(credential).as(what).isNotEqualTo(genuine);
            verifier.ask(what, credential);
        });
        JsonNode answers = verifier.answers();
        assertThat(answers.path("genuine").path("verified").asBoolean()).isTrue();
        altered.keySet()
                .forEach(what -> assertThat(answers.path(what).path("verified").asBoolean())
                        .as(what)
                        .isFalse());
    }

    private static char other(char c) {
        return c == 'a' ? 'b' : 'a';
    }

    @Test
    void a_stranger_cannot_sign_for_the_house() throws Exception {
        String genuine = credential();
        Keys keys = FreshKeys.make();
        String foreign = "did:web:elsewhere.example";
        String method = foreign + "#" + Multibase.multikey(keys.credentialKeys().get(0));
        Canonical canonical = new Canonical(Contexts.carried());
        String theirs = new Proof(method, Instant.now())
                .sign(unsigned(genuine), canonical, h -> keys.signCredential(h).signature())
                .toString();
        String pretended = new Proof(issuer.newestMethod(), Instant.now())
                .sign(unsigned(genuine), canonical, h -> keys.signCredential(h).signature())
                .toString();
        String document = new Issuer(keys, address).document().toString().replace(issuer.did(), foreign);
        JsonNode answers = verifier(genuine)
                .serve(foreign, document)
                .ask("in their name", theirs)
                .ask("in ours", pretended)
                .answers();
        assertThat(answers.path("in their name").path("verified").asBoolean()).isFalse();
        assertThat(answers.path("in ours").path("verified").asBoolean()).isFalse();
        assertThat(answers.path("in ours").path("error").asString()).isNotEmpty();
    }

    @Test
    void a_revoked_award_is_seen_at_once_in_the_next_list() throws Exception {
        String genuine = credential();
        String list = read(genuine).getJsonObject("credentialStatus").getString("statusListCredential");
        JsonNode before = verifier(genuine).ask("it", genuine).answers();
        assertThat(api(given.actor(Role.TRAINING_OFFICER))
                        .post("/api/v1/awards/" + award + "/revoke", Map.of("reason", "forged"))
                        .status())
                .isEqualTo(200);
        JsonNode after = verifier(genuine).ask("it", genuine).answers();
        assertThat(before.path("it").path("revoked").asBoolean()).isFalse();
        assertThat(after.path("it").path("revoked").asBoolean()).isTrue();
        JsonObject signed = read(fetch(URI.create(list).getPath()));
        String altered = signed.toString()
                .replace(
                        signed.getJsonObject("credentialSubject").getString("encodedList"),
                        Bitstring.encode(java.util.List.of()));
        JsonNode forged = new Verifier()
                .serve(issuer.did(), fetch("/.well-known/did.json"))
                .serve(list, altered)
                .ask("it", genuine)
                .answers();
        assertThat(forged.path("it").path("verified").asBoolean())
                .as("a list that the house did not sign")
                .isFalse();
    }

    @Test
    void one_that_ended_and_one_with_a_word_of_nobodys_vocabulary_are_refused() throws Exception {
        String genuine = credential();
        award = certificates.award(given.person(), LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), null);
        String ended = credential();
        String undefined = issuer.sign(
                        Json.createObjectBuilder(unsigned(genuine))
                                .add("shoeSize", "41")
                                .build(),
                        Instant.now())
                .toString();
        JsonNode answers = verifier(genuine)
                .serve(
                        read(ended).getJsonObject("credentialStatus").getString("statusListCredential"),
                        fetch(URI.create(read(ended)
                                        .getJsonObject("credentialStatus")
                                        .getString("statusListCredential"))
                                .getPath()))
                .ask("ended", ended)
                .ask("undefined", undefined)
                .answers();
        assertThat(answers.path("ended").path("verified").asBoolean()).isFalse();
        assertThat(answers.path("undefined").path("verified").asBoolean()).isFalse();
    }

    @Test
    void what_a_retired_key_signed_is_still_accepted() throws Exception {
        String genuine = credential();
        FreshKeys.Rotation keys = FreshKeys.rotated();
        String old = new Issuer(keys.before(), address)
                .sign(unsigned(genuine), Instant.now())
                .toString();
        String fresh = new Issuer(keys.after(), address)
                .sign(unsigned(genuine), Instant.now())
                .toString();
        String list = read(genuine).getJsonObject("credentialStatus").getString("statusListCredential");
        String signedList = new Issuer(keys.after(), address)
                .sign(unsigned(fetch(URI.create(list).getPath())), Instant.now())
                .toString();
        JsonNode answers = new Verifier()
                .serve(
                        issuer.did(),
                        new Issuer(keys.after(), address).document().toString())
                .serve(list, signedList)
                .ask("old", old)
                .ask("new", fresh)
                .answers();
        assertThat(answers.path("old").path("verified").asBoolean()).isTrue();
        assertThat(answers.path("new").path("verified").asBoolean()).isTrue();
    }
}
