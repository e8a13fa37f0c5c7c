package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.people.PersonErased;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.PushSink;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class PushTest extends HouseTest {
    private static final String POINT = Base64.getUrlEncoder().withoutPadding().encodeToString(P256.raw((ECPublicKey)
            P256.generate().getPublic()));

    @Autowired
    private Pushes pushes;

    @Autowired
    private PushRows rows;

    @Autowired
    private ReceiptCodes codes;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private HeardConfirmed heard;

    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private PushSink sink;

    @Autowired
    private SubscriptionRows addresses;

    @BeforeEach
    void open() throws Exception {
        sink = new PushSink(path -> answers.getOrDefault(path, 201));
    }

    @AfterEach
    void close() {
        sink.close();
    }

    private Map<String, Object> said(String path) {
        return Map.of(
                "endpoint",
                sink.endpoint(path),
                "keys",
                Map.of("p256dh", POINT, "auth", "BTBZMqHH6r4Tts7J_aSIgg"),
                "language",
                "ar");
    }

    private static String address(UUID id) {
        return "/api/v1/push-subscriptions/" + id;
    }

    private UUID subscribed(Given.Actor actor, String path) {
        UUID id = Ids.next();
        assertThat(api(actor).put(address(id), said(path)).status()).isEqualTo(204);
        return id;
    }

    private UUID sent(Given.Actor... actors) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        transaction.executeWithoutResult(t -> {
            pushes.announce(new Pushes.Message(
                    id,
                    "whisper",
                    "high",
                    now.plus(Duration.ofHours(1)),
                    Map.of("ar", new Pushes.Text("ع", "ن", "/x"))));
            List<Pushes.Recipient> all = java.util.Arrays.stream(actors)
                    .map(a -> new Pushes.Recipient(a.person().value(), "ar", now))
                    .toList();
            pushes.enqueue(id, all);
            assertThat(pushes.enqueue(id, all)).isZero();
        });
        return id;
    }

    private String state(UUID message, UUID subscription) {
        return sql.sql("select state || ' ' || reason from delivery.push where message_id = ? and subscription_id = ?")
                .params(message, subscription)
                .query(String.class)
                .single();
    }

    private long subscriptions(UUID id) {
        return sql.sql("select count(*) from delivery.subscription where id = ? and state = 'active'")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 300 && !done.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void an_urgent_one_goes_before_all_that_wait() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        subscribed(actor, "/phone");
        List<String> order = transaction.execute(t -> {
            Instant now = clock.instant();
            for (String urgency : List.of("normal", "high")) {
                UUID id = Ids.next();
                Instant due = urgency.equals("high") ? now : now.minusSeconds(600);
                pushes.announce(new Pushes.Message(
                        id, "whisper", urgency, now.plusSeconds(3600), Map.of("ar", new Pushes.Text("ع", "ن", "/x"))));
                pushes.enqueue(id, List.of(new Pushes.Recipient(actor.person().value(), "ar", due)));
            }
            t.setRollbackOnly();
            return sql.sql("""
                            select m.urgency from delivery.push p join delivery.push_message m on m.id = p.message_id
                             where p.person_id = ? order by p.next_at""")
                    .param(actor.person().value())
                    .query(String.class)
                    .list();
        });
        assertThat(order).containsExactly("high", "normal");
    }

    @Test
    void an_old_address_that_is_gone_takes_no_renewed_subscription_with_it() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        UUID id = subscribed(actor, "/new");
        Subscription old = new Subscription(sink.endpoint("/old"), new byte[65], new byte[16], "ar");
        Subscription renewed = new Subscription(sink.endpoint("/new"), new byte[65], new byte[16], "ar");
        transaction.executeWithoutResult(t -> addresses.deleteGone(List.of(due(id, old))));
        assertThat(subscriptions(id)).isOne();
        transaction.executeWithoutResult(t -> addresses.deleteGone(List.of(due(id, renewed))));
        assertThat(subscriptions(id)).isZero();
    }

    private PushRows.Due due(UUID subscription, Subscription device) {
        return new PushRows.Due(
                Ids.next(),
                subscription,
                "ar",
                1,
                "normal",
                "x",
                clock.instant().plusSeconds(60),
                false,
                device);
    }

    @Test
    void what_is_queued_comes_once_to_each_device_with_its_topic_urgency_and_sender() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        UUID phone = subscribed(actor, "/phone");
        UUID desk = subscribed(actor, "/desk");
        UUID message = sent(actor);
        until(() -> state(message, phone).equals("accepted ")
                && state(message, desk).equals("accepted "));
        assertThat(sink.pushed()).hasSize(2);
        PushSink.Pushed came = sink.pushed("/phone").get(0);
        assertThat(came.topic()).isEqualTo(Pushes.topic(message)).hasSize(22);
        assertThat(came.urgency()).isEqualTo("high");
        assertThat(Integer.parseInt(came.ttl())).isBetween(3500, 3600);
        assertThat(came.authorization()).startsWith("vapid t=ey").contains(", k=B");
    }

    @Test
    void gone_devices_go_refused_ones_are_set_aside_and_busy_ones_wait() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        Given.Actor admin = given.actor(Role.ADMINISTRATOR);
        Map<String, UUID> ids = new HashMap<>();
        for (int status : new int[] {404, 410, 403, 413, 429, 500}) {
            answers.put("/" + status, status);
            ids.put("/" + status, subscribed(actor, "/" + status));
        }
        UUID message = sent(actor);
        until(() -> ids.values().stream().noneMatch(id -> state(message, id).matches("queued |sending .*")));
        assertThat(state(message, ids.get("/404"))).isEqualTo("failed gone");
        assertThat(state(message, ids.get("/410"))).isEqualTo("failed gone");
        assertThat(state(message, ids.get("/403"))).isEqualTo("failed refused");
        assertThat(state(message, ids.get("/413"))).isEqualTo("failed too-large");
        assertThat(ids.entrySet().stream()
                        .filter(e -> subscriptions(e.getValue()) == 1)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("/413", "/429", "/500");
        assertThat(api(admin).get("/api/v1/notices").body().toString()).contains("push-refused");
        answers.put("/429", 201);
        until(() -> state(message, ids.get("/429")).equals("accepted "));
        assertThat(api(actor).put(address(ids.get("/403")), said("/403")).status())
                .isEqualTo(204);
        assertThat(subscriptions(ids.get("/403"))).isEqualTo(1);
    }

    @Test
    void a_refused_device_is_set_aside_for_a_day_and_then_tried_again() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        answers.put("/400", 400);
        UUID phone = subscribed(actor, "/400");
        UUID refused = sent(actor);
        until(() -> state(refused, phone).equals("failed refused"));
        sent(actor);
        assertThat(sink.pushed("/400")).hasSize(1);
        sql.sql("update delivery.subscription set refused_until = refused_until - interval '1 day' where id = ?")
                .param(phone)
                .update();
        answers.put("/400", 201);
        UUID again = sent(actor);
        until(() -> state(again, phone).equals("accepted "));
        assertThat(subscriptions(phone)).isEqualTo(1);
    }

    @Test
    void what_waits_for_its_turn_is_not_counted_as_tried() {
        UUID message = Ids.next();
        UUID phone = Ids.next();
        var now = clock.instant();
        sql.sql("""
                insert into delivery.push_message (id, kind, topic, created_at, expires_at)
                values (?, 'whisper', 'turn', now(), now() + interval '1 hour')""").param(message).update();
        sql.sql("""
                insert into delivery.push (message_id, subscription_id, person_id, language, due_at, next_at, state, tries)
                values (?, ?, ?, 'ar', now(), now() + interval '1 hour', 'sending', 3)""").params(message, phone, phone).update();
        rows.settle(List.of(new PushRows.Settled(message, phone, 3, PushAnswer.waiting(now.plusSeconds(3600)))), now);
        assertThat(state(message, phone)).isEqualTo("queued waiting");
        assertThat(sql.sql("select tries from delivery.push where message_id = ?")
                        .param(message)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(PushRoute.isCrowded(new java.io.IOException("too many concurrent streams")))
                .isTrue();
        assertThat(PushRoute.isCrowded(new java.io.IOException())).isFalse();
    }

    @Test
    void what_a_crash_left_open_is_sent_again_under_the_same_topic_and_counted() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        UUID phone = subscribed(actor, "/crash");
        UUID message = sent(actor);
        until(() -> state(message, phone).equals("accepted "));
        sql.sql("""
                update delivery.push set state = 'sending', accepted_at = null, settled_at = null, next_at = now()
                 where message_id = ?""").param(message).update();
        until(() -> state(message, phone).equals("accepted "));
        assertThat(sink.pushed("/crash"))
                .hasSize(2)
                .extracting(PushSink.Pushed::topic)
                .containsOnly(Pushes.topic(message));
        assertThat(sql.sql("select repeats from delivery.push where message_id = ?")
                        .param(message)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_was_withdrawn_is_not_sent_and_what_was_sent_is_taken_back_under_the_same_topic() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        answers.put("/later", 500);
        UUID seen = subscribed(actor, "/seen");
        UUID later = subscribed(actor, "/later");
        UUID message = sent(actor);
        until(() -> state(message, seen).equals("accepted ")
                && state(message, later).equals("queued busy"));
        transaction.executeWithoutResult(t -> pushes.withdraw(message));
        transaction.executeWithoutResult(t -> pushes.withdraw(message));
        until(() -> state(Pushes.withdrawalOf(message), seen).equals("accepted "));
        assertThat(state(message, later)).isEqualTo("expired withdrawn");
        assertThat(sink.pushed("/seen"))
                .hasSize(2)
                .extracting(PushSink.Pushed::topic)
                .containsOnly(Pushes.topic(message));
    }

    @Test
    void receipts_are_opened_by_their_code_and_count_once() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        UUID phone = subscribed(actor, "/receipts");
        UUID message = sent(actor);
        until(() -> state(message, phone).equals("accepted "));
        Map<String, String> right = Map.of(
                "message", message.toString(),
                "subscription", phone.toString(),
                "code", codes.of(message, phone),
                "step", "opened",
                "at", "2099-01-01T00:00:00Z");
        Map<String, String> wrong = new HashMap<>(right);
        wrong.put("code", codes.of(phone, message));
        ApiClient stranger = new ApiClient(port);
        for (int i = 0; i < 2; i++) {
            ApiClient.Answer answer = stranger.post("/delivery/receipts", Map.of("receipts", List.of(wrong, right)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("taken").size()).isEqualTo(1);
        }
        assertThat(sql.sql("""
                        select confirmed_at <= now() and opened_at <= now() from delivery.push where message_id = ?""").param(message).query(Boolean.class).single()).isTrue();
        assertThat(stranger.post("/delivery/receipts", Map.of("receipts", List.of(wrong)))
                        .body()
                        .path("taken")
                        .size())
                .isZero();
        assertThat(stranger.post("/delivery/receipts", "{}").status()).isEqualTo(200);
        assertThat(stranger.post("/delivery/receipts", "nonsense").status()).isEqualTo(400);
        assertThat(stranger.post("/delivery/receipts", Map.of("receipts", java.util.Collections.nCopies(201, right)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void each_step_of_each_device_is_published_once_with_its_person_and_no_time_that_cannot_be() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        UUID phone = subscribed(actor, "/told-phone");
        UUID desk = subscribed(actor, "/told-desk");
        UUID message = sent(actor);
        until(() -> state(message, phone).equals("accepted ")
                && state(message, desk).equals("accepted "));
        Instant future = Instant.parse("2099-01-01T00:00:00Z");
        for (UUID device : List.of(phone, phone, desk)) {
            for (String step : List.of("confirmed", "opened", "confirmed")) {
                Map<String, String> receipt = Map.of(
                        "message", message.toString(),
                        "subscription", device.toString(),
                        "code", codes.of(message, device),
                        "step", step,
                        "at", future.toString());
                new ApiClient(port).post("/delivery/receipts", Map.of("receipts", List.of(receipt)));
            }
        }
        assertThat(heard.of(actor.person()))
                .hasSize(4)
                .allSatisfy(c -> assertThat(c.message()).isEqualTo(message))
                .allSatisfy(c -> assertThat(c.at()).isBefore(future))
                .filteredOn(PushConfirmed::opened)
                .hasSize(2);
    }

    @Test
    void a_code_that_is_not_right_publishes_nothing() {
        Given.Actor actor = given.actor(Role.MEMBER);
        UUID phone = subscribed(actor, "/silent");
        UUID message = sent(actor);
        new ApiClient(port)
                .post(
                        "/delivery/receipts",
                        Map.of(
                                "receipts",
                                List.of(Map.of(
                                        "message",
                                        message.toString(),
                                        "subscription",
                                        phone.toString(),
                                        "code",
                                        codes.of(phone, message),
                                        "step",
                                        "opened"))));
        assertThat(heard.of(actor.person())).isEmpty();
    }

    @Test
    void a_page_speaks_for_its_person_by_cookie_only_with_the_form_secret() throws Exception {
        Visitor v = visitor(given.actor(Role.MEMBER)).open("/delivery/preferences");
        String secret = v.page().select("input[name=_csrf]").val();
        String foreign = visitor(given.actor(Role.MEMBER))
                .open("/delivery/preferences")
                .page()
                .select("input[name=_csrf]")
                .val();
        UUID id = Ids.next();
        for (String method : List.of("PUT", "DELETE")) {
            assertThat(asPage(v, method, id, "")).as(method).isEqualTo(403);
            assertThat(asPage(v, method, id, foreign)).as(method).isEqualTo(403);
        }
        assertThat(subscriptions(id)).isZero();
        assertThat(asPage(v, "PUT", id, secret)).isEqualTo(204);
        assertThat(subscriptions(id)).isEqualTo(1);
        assertThat(asPage(v, "DELETE", id, "")).isEqualTo(403);
        assertThat(subscriptions(id)).isEqualTo(1);
        assertThat(asPage(v, "DELETE", id, secret)).isEqualTo(204);
        assertThat(subscriptions(id)).isZero();
        HttpResponse<String> api = send(v, "PUT", address(id), secret);
        assertThat(api.statusCode()).as("a cookie opens no API").isEqualTo(401);
    }

    private int asPage(Visitor v, String method, UUID id, String secret) throws Exception {
        return send(v, method, "/delivery/subscriptions/" + id, secret).statusCode();
    }

    private HttpResponse<String> send(Visitor v, String method, String path, String secret) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Cookie", v.cookies())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(said("/as-page"))));
        if (!secret.isEmpty()) {
            request.header("X-XSRF-TOKEN", secret);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void a_browser_belongs_to_whoever_signed_in_there_last() {
        Given.Actor first = given.actor(Role.MEMBER);
        Given.Actor second = given.actor(Role.MEMBER);
        UUID old = subscribed(first, "/shared");
        UUID fresh = subscribed(second, "/shared");
        assertThat(subscriptions(old)).isZero();
        assertThat(subscriptions(fresh)).isEqualTo(1);
        assertThat(api(first).put(address(fresh), said("/other")).status()).isEqualTo(409);
        assertThat(api(first).delete(address(fresh)).status()).isEqualTo(204);
        assertThat(subscriptions(fresh)).isEqualTo(1);
        assertThat(api(second).delete(address(fresh)).status()).isEqualTo(204);
        assertThat(subscriptions(fresh)).isZero();
    }

    @Test
    void signing_out_and_erasing_end_subscriptions() {
        Given.Actor actor = given.actor(Role.MEMBER);
        ApiClient leaving = api(actor);
        UUID here = Ids.next();
        leaving.put(address(here), said("/here"));
        UUID elsewhere = subscribed(actor, "/elsewhere");
        assertThat(leaving.delete("/api/v1/tokens/current").status()).isEqualTo(204);
        assertThat(subscriptions(here)).isZero();
        assertThat(subscriptions(elsewhere)).isEqualTo(1);
        transaction.executeWithoutResult(t -> events.publishEvent(new PersonErased(actor.person())));
        assertThat(subscriptions(elsewhere)).isZero();
    }

    @Test
    void of_many_devices_the_one_not_seen_for_longest_gives_way() {
        Given.Actor actor = given.actor(Role.MEMBER);
        UUID first = subscribed(actor, "/0");
        for (int i = 1; i <= Subscriptions.MOST; i++) {
            subscribed(actor, "/" + i);
        }
        assertThat(subscriptions(first)).isZero();
    }

    @Test
    void nonsense_is_told_beside_its_field_and_strangers_sign_in() {
        ApiClient api = api(given.actor(Role.MEMBER));
        Map<String, Object> bad =
                Map.of("endpoint", "https://192.168.0.1/x", "keys", Map.of("p256dh", "AAAA", "auth", "!"));
        ApiClient.Answer answer = api.put(address(Ids.next()), bad);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("faults").propertyNames())
                .containsExactlyInAnyOrder("endpoint", "p256dh", "auth");
        assertThat(api.put("/api/v1/push-subscriptions/nonsense", said("/x")).status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/push-key").body().path("key").asString())
                .hasSize(87)
                .startsWith("B");
        assertThat(new ApiClient(port).put(address(Ids.next()), bad).status()).isEqualTo(401);
        assertThat(new ApiClient(port).get("/api/v1/push-key").status()).isEqualTo(401);
    }
}
