package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.people.Accounts;
import org.kulluna.support.Given;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is pushed, delivered through the browser's own protocol: no push service stands in between. */
class PushInBrowserTest extends AppWindow {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final List<String> receipts = new CopyOnWriteArrayList<>();
    private final AtomicBoolean reachable = new AtomicBoolean(true);

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    private Page receiver() {
        Page page = phone("ar", volunteering.member());
        page.context().grantPermissions(List.of("notifications"));
        page.context().route("**/delivery/receipts", this::take);
        return page;
    }

    /** The house's answer to receipts. */
    private void take(Route route) {
        if (!reachable.get()) {
            route.abort();
            return;
        }
        JsonNode sent = JSON.readTree(route.request().postData());
        sent.path("receipts").forEach(receipt -> receipts.add(receipt.toString()));
        route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody(JSON.writeValueAsString(Map.of("taken", sent.path("receipts")))));
    }

    private void push(Page page, String payload) {
        CDPSession session = page.context().newCDPSession(page);
        AtomicReference<String> id = new AtomicReference<>();
        session.on(
                "ServiceWorker.workerRegistrationUpdated",
                (JsonObject said) -> said.getAsJsonArray("registrations")
                        .forEach(r ->
                                id.set(r.getAsJsonObject().get("registrationId").getAsString())));
        session.send("ServiceWorker.enable");
        page.waitForCondition(() -> id.get() != null);
        JsonObject message = new JsonObject();
        message.addProperty("origin", "http://127.0.0.1:" + port);
        message.addProperty("registrationId", id.get());
        message.addProperty("data", payload);
        session.send("ServiceWorker.deliverPushMessage", message);
        session.detach();
    }

    private static String payload(UUID id, boolean withdrawn) {
        return JSON.writeValueAsString(Map.of(
                "id",
                id,
                "kind",
                "whisper",
                "title",
                "همسة اليوم",
                "body",
                "كلنا معًا",
                "path",
                "/whispers/inbox/" + id,
                "language",
                "ar",
                "dir",
                "rtl",
                "subscription",
                new UUID(1, 2),
                "code",
                "abc",
                "withdrawn",
                withdrawn));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> shown(Page page) {
        return (List<Map<String, Object>>) page.evaluate("""
                async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(n => ({
                  title: n.title, body: n.body, tag: n.tag, lang: n.lang, dir: n.dir, icon: n.icon }))""");
    }

    /** The worker's script in a page: no test can click on a lock screen. */
    private static void runWorkerIn(Page page) {
        page.evaluate("""
                async () => {
                  self.release = { words: {} };
                  self.registration = await navigator.serviceWorker.ready;
                  self.clients = { matchAll: async () => [], openWindow: async path => { self.opened = path; } };
                }""");
        page.addScriptTag(new Page.AddScriptTagOptions().setUrl("/js/app/worker-push.js"));
    }

    @Test
    void it_is_shown_as_it_says_and_told_to_have_arrived_once() {
        Page page = receiver();
        UUID id = UUID.randomUUID();
        push(page, payload(id, false));
        page.waitForCondition(() -> shown(page).size() == 1 && receipts.size() == 1);
        assertThat(shown(page).getFirst())
                .containsEntry("title", "همسة اليوم")
                .containsEntry("body", "كلنا معًا")
                .containsEntry("tag", id.toString())
                .containsEntry("lang", "ar")
                .containsEntry("dir", "rtl");
        assertThat(receipts.getFirst())
                .contains(id.toString())
                .contains("confirmed")
                .contains("abc");
        push(page, payload(id, false));
        page.waitForCondition(() -> stored(page, "receipts").isEmpty());
        assertThat(shown(page)).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_shown_as_news_without_a_receipt() {
        Page page = receiver();
        for (String nonsense : List.of("not json", "null", "[]", "\"x\"", "7")) {
            push(page, nonsense);
        }
        page.waitForCondition(() -> shown(page).size() == 1);
        assertThat(shown(page).getFirst()).containsEntry("title", "كلنا");
        assertThat(receipts).isEmpty();
    }

    @Test
    void what_was_withdrawn_gives_way_to_words_that_tell_nothing() {
        Page page = receiver();
        UUID id = UUID.randomUUID();
        push(page, payload(id, false));
        page.waitForCondition(() -> shown(page).size() == 1);
        push(page, payload(id, true));
        page.waitForCondition(() -> shown(page).getFirst().get("title").equals("كلنا"));
        assertThat(shown(page)).hasSize(1);
        assertThat(shown(page).getFirst()).containsEntry("body", "سُحبت رسالة.").containsEntry("tag", id.toString());
    }

    @Test
    void a_receipt_that_found_no_network_goes_later() {
        Page page = receiver();
        reachable.set(false);
        push(page, payload(UUID.randomUUID(), false));
        page.waitForCondition(() -> stored(page, "receipts").size() == 1);
        reachable.set(true);
        page.reload();
        page.waitForCondition(
                () -> receipts.size() == 1 && stored(page, "receipts").isEmpty());
    }

    @Test
    void a_click_opens_the_whisper_and_is_told() {
        Page page = receiver();
        UUID id = UUID.randomUUID();
        push(page, payload(id, false));
        page.waitForCondition(() -> receipts.size() == 1);
        runWorkerIn(page);
        page.evaluate("async () => clicked((await self.registration.getNotifications())[0])");
        page.waitForCondition(() -> receipts.size() == 2);
        assertThat(page.evaluate("self.opened")).isEqualTo("/whispers/inbox/" + id);
        assertThat(receipts.getLast()).contains("opened");
        assertThat(shown(page)).isEmpty();
    }

    @Test
    void a_click_leads_nowhere_but_into_this_house() {
        Page page = receiver();
        runWorkerIn(page);
        for (String foreign :
                List.of("//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "")) {
            assertThat(page.evaluate("path => own(path)", foreign)).as(foreign).isEqualTo("/inbox");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void where_notifications_are_refused_the_page_says_how_to_allow_them_and_the_inbox_works(String language) {
        Page page = phone(language, volunteering.member());
        page.navigate("/delivery/preferences");
        page.evaluate("() => { Object.defineProperty(Notification, 'permission', { get: () => 'denied' }); }");
        page.evaluate("() => { Notification.requestPermission = async () => 'denied'; }");
        page.evaluate("document.querySelector('[data-turn-on]').click()");
        page.waitForSelector("[data-state=blocked]:not([hidden])");
        assertThat(page.locator("[data-turn-on]").isVisible()).isFalse();
        assertThat(faults(page)).isEmpty();
        page.navigate("/inbox");
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }

    /** The push service of a test's browser is out of reach, so its answers are put in the way of the real calls. */
    private static final String PUSH_SERVICE = """
            () => {
              let current = null;
              const make = key => ({
                endpoint: 'https://push.example/' + crypto.randomUUID(),
                options: { applicationServerKey: key.buffer },
                toJSON() { return { endpoint: this.endpoint, keys: { p256dh: 'p', auth: 'a' } }; },
                async unsubscribe() { current = null; return true; },
              });
              PushManager.prototype.getSubscription = async () => current;
              PushManager.prototype.subscribe = async wish => (current = make(wish.applicationServerKey));
              window.loseIt = () => { current = null; };
            }""";

    @Test
    void turned_on_it_is_told_to_the_house_kept_in_step_and_taken_back() {
        List<String> told = new CopyOnWriteArrayList<>();
        AtomicReference<String> key = new AtomicReference<>("AQID");
        Page page = phone("en", volunteering.member());
        page.context().grantPermissions(List.of("notifications"));
        page.context()
                .route(
                        "**/delivery/push-key",
                        r -> r.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"key\":\"" + key.get() + "\"}")));
        page.context().route("**/delivery/subscriptions/*", r -> {
            told.add(r.request().method() + " " + r.request().url().replaceAll(".*/", "") + " "
                    + r.request().postData() + " "
                    + !r.request().headers().getOrDefault("x-xsrf-token", "").isEmpty());
            r.fulfill(new Route.FulfillOptions().setStatus(204));
        });
        page.navigate("/delivery/preferences");
        page.evaluate(PUSH_SERVICE);
        page.waitForSelector("[data-state=off]:not([hidden])");
        assertThat(told).isEmpty();
        page.click("[data-turn-on]");
        page.waitForSelector("[data-state=on]:not([hidden])");
        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .startsWith("PUT ")
                .contains("\"language\":\"en\"")
                .endsWith("true");
        String sync = "async () => kullunaSubscription.sync(await navigator.serviceWorker.ready,"
                + " { secret: 'x', language: document.documentElement.lang })";
        page.evaluate(sync);
        assertThat(told).as("nothing is new to the house").hasSize(1);
        key.set("BAUG");
        page.evaluate(sync);
        assertThat(told).as("another key").hasSize(2);
        page.evaluate("loseIt()");
        page.evaluate(sync);
        assertThat(told).as("another endpoint").hasSize(3);
        assertThat(told.stream().map(t -> t.split(" ")[1]).distinct()).hasSize(1);
        page.evaluate("() => { Object.defineProperty(Notification, 'permission', { get: () => 'denied' }); }");
        page.evaluate(sync);
        assertThat(told.getLast()).startsWith("DELETE ");
        assertThat(page.evaluate("async () => (await kullunaStore.get('state', 'push')) === undefined"))
                .isEqualTo(true);
    }

    @Test
    void the_house_itself_takes_the_subscription_and_the_end_of_sessions_or_signing_out_ends_it() {
        var member = volunteering.member();
        Page page = phone("en", member);
        page.context().grantPermissions(List.of("notifications"));
        page.addInitScript("""
                (() => {
                  const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)))
                    .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
                  const keys = async () => {
                    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
                    return {
                      p256dh: base64(await crypto.subtle.exportKey('raw', pair.publicKey)),
                      auth: base64(crypto.getRandomValues(new Uint8Array(16))),
                    };
                  };
                  let current = null;
                  PushManager.prototype.getSubscription = async () => current;
                  PushManager.prototype.subscribe = async wish => {
                    const made = await keys();
                    current = {
                      endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/' + crypto.randomUUID(),
                      options: { applicationServerKey: wish.applicationServerKey.buffer },
                      toJSON() { return { endpoint: this.endpoint, keys: made }; },
                      async unsubscribe() { current = null; return true; },
                    };
                    return current;
                  };
                })();""");
        page.navigate("/delivery/preferences");
        page.click("[data-turn-on]");
        page.waitForSelector("[data-state=on]:not([hidden])");
        assertThat(subscriptionsOf(member.person())).isEqualTo(1);
        transaction.executeWithoutResult(t -> accounts.endSessions(member.person()));
        assertThat(subscriptionsOf(member.person())).isZero();
        page.navigate("/inbox");
        assertThat(page.url()).contains("/sign-in");
        signIn(page, member.username(), Given.PASSWORD);
        for (int i = 0; i < 100 && subscriptionsOf(member.person()) == 0; i++) {
            page.waitForTimeout(50);
        }
        assertThat(subscriptionsOf(member.person()))
                .as("whoever signs in again hears again")
                .isEqualTo(1);
        page.click(".site-header form[action='/sign-out'] button");
        page.waitForSelector(".site-header a[href='/sign-in']");
        assertThat(subscriptionsOf(member.person())).isZero();
    }

    private int subscriptionsOf(org.kulluna.shared.PersonId person) {
        return sql.sql("select count(*) from delivery.subscription where person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void where_no_push_service_can_be_reached_it_says_so_and_stays_off() {
        Page page = phone("en", volunteering.member());
        page.context().grantPermissions(List.of("notifications"));
        page.context().route("**/delivery/push-key", Route::abort);
        page.navigate("/delivery/preferences");
        page.click("[data-turn-on]");
        page.waitForSelector("[data-state=failed]:not([hidden])");
        page.reload();
        page.waitForSelector("[data-state=off]:not([hidden])");
    }
}
