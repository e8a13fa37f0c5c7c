package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.support.ApiClient;
import org.kulluna.support.HouseTest;
import org.kulluna.support.NodeProject;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A push service that is not ours (web-push-testing) checks who sends, and decrypts. */
class PushReceiverTest extends HouseTest {
    @Autowired
    private PushServices services;

    @Autowired
    private Vapid vapid;

    @Autowired
    private PushRoute route;

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private PushAnswer push(JsonNode browser) {
        JsonNode keys = browser.path("keys");
        Map<String, String> said = Map.of(
                "p256dh", keys.path("p256dh").asString().replace('+', '-').replace('/', '_'),
                "auth", keys.path("auth").asString().replace('+', '-').replace('/', '_'));
        Subscription device = new SubscriptionForm(
                        browser.path("endpoint").asString().replace("localhost", "127.0.0.1"), said, "ar")
                .read(services);
        UUID id = Ids.next();
        Instant until = clock.instant().plus(Duration.ofHours(1));
        String letter =
                PushLetter.forAll(id, "whisper", "ar", new Pushes.Text("همسة", "ليلةٌ هادئةٌ، وحيٌّ آمن.", "/inbox"));
        return route.send(
                new PushRows.Due(id, Ids.next(), "ar", 1, "normal", Pushes.topic(id), until, false, device),
                device,
                letter);
    }

    @Test
    void a_foreign_receiver_reads_the_arabic_text_refuses_another_sender_and_says_when_it_is_gone() throws Exception {
        NodeProject.of("push");
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Process receiver = new ProcessBuilder("node", "serve.mjs", String.valueOf(free))
                .directory(Path.of("src/test/node/push").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            ApiClient service = new ApiClient(free);
            JsonNode mine = subscribe(service, vapid.publicKey());
            assertThat(push(mine).state()).isEqualTo(PushAnswer.State.ACCEPTED);
            String hash = mine.path("clientHash").asString();
            JsonNode shown = service.post("/get-notifications", Map.of("clientHash", hash))
                    .body()
                    .path("data");
            assertThat(shown.toString()).contains("ليلةٌ هادئةٌ، وحيٌّ آمن.").contains("همسة");
            JsonNode others = subscribe(service, P256.raw((java.security.interfaces.ECPublicKey)
                    P256.generate().getPublic()));
            assertThat(push(others).reason()).isEqualTo(PushAnswer.REFUSED);
            service.post("/expire-subscription/" + hash, Map.of());
            assertThat(push(mine).reason()).isEqualTo(PushAnswer.GONE);
        } finally {
            receiver.destroy();
        }
    }

    private static JsonNode subscribe(ApiClient service, byte[] key) throws InterruptedException {
        for (int i = 0; ; i++) {
            try {
                return service.post(
                                "/subscribe", Map.of("userVisibleOnly", "true", "applicationServerKey", base64(key)))
                        .body()
                        .path("data");
            } catch (IllegalStateException notYet) {
                if (i == 100 || !(notYet.getCause() instanceof IOException)) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
