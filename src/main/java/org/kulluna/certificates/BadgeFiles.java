package org.kulluna.certificates;

import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.kulluna.shared.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What wallets and verifiers fetch. Any site's program may read it; none may keep it without asking again. */
@RestController
class BadgeFiles {
    /** Verifiable Credentials 2.0, section 6.1. */
    private static final MediaType CREDENTIAL = MediaType.valueOf("application/vc");

    private static final MediaType JSON_LD = MediaType.valueOf("application/ld+json");
    private static final MediaType DID = MediaType.valueOf("application/did");

    private final Badges badges;
    private final Issuer issuer;

    BadgeFiles(Badges badges, Issuer issuer) {
        this.badges = badges;
        this.issuer = issuer;
    }

    /** Kept by nobody: its holder may change what it says. */
    @GetMapping("/certificates/{code}/credential.json")
    ResponseEntity<byte[]> credential(@PathVariable String code) {
        String read = CertificateCode.read(code).orElseThrow(Refusal::notFound);
        return file(CREDENTIAL, badges.credential(read), "no-store");
    }

    @GetMapping("/certificates/status/{number}")
    ResponseEntity<byte[]> statusList(@PathVariable String number) {
        return file(
                CREDENTIAL,
                badges.statusList(number.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(number) : 0),
                "no-cache");
    }

    @GetMapping("/certificates/achievements/{qualification}")
    ResponseEntity<byte[]> achievement(@PathVariable String qualification) {
        return file(JSON_LD, badges.achievement(qualification, "ar"), "no-cache");
    }

    @GetMapping("/certificates/achievements/{qualification}/en")
    ResponseEntity<byte[]> achievementInEnglish(@PathVariable String qualification) {
        return file(JSON_LD, badges.achievement(qualification, "en"), "no-cache");
    }

    @GetMapping("/certificates/issuer")
    ResponseEntity<byte[]> issuer() {
        String profile = issuer.profile()
                .add("@context", Json.createArrayBuilder(Achievement.context()))
                .build()
                .toString();
        return file(JSON_LD, profile, "no-cache");
    }

    @GetMapping("/.well-known/did.json")
    ResponseEntity<byte[]> did() {
        return file(DID, issuer.document().toString(), "no-cache");
    }

    /** The tag names the content: who asks again is told quickly that nothing changed. */
    private static ResponseEntity<byte[]> file(MediaType type, String text, String kept) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(UUID.nameUUIDFromBytes(bytes).toString())
                .header(HttpHeaders.CACHE_CONTROL, kept)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Robots-Tag", "noindex")
                .body(bytes);
    }
}
