package org.kulluna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.support.BrowserTest;
import org.kulluna.support.Given;
import org.kulluna.support.PushReader;
import org.kulluna.support.PushSink;
import org.kulluna.volunteering.VolunteeringGiven;
import org.kulluna.whispers.SendingGiven;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whisper in a real browser: written, approved and sent at the desk, pushed to a phone, played by a wall, and counted
 * once for the one person it reached, with the network or without it.
 */
class WhisperJourneyTest extends BrowserTest {
    private static final String UNIT = "community-abu-dhabi";

    /** The push service of a test's browser is out of reach: this one is on this machine, all else is the browser's. */
    private static final String SUBSCRIBES = """
            PushManager.prototype.getSubscription = async () => null;
            PushManager.prototype.subscribe = async () => ({
              toJSON: () => ({ endpoint: '%s', keys: { p256dh: '%s', auth: '%s' } }) });
            """;

    @Autowired
    private VolunteeringGiven members;

    @Autowired
    private SendingGiven sending;

    @Autowired
    private TransactionTemplate transaction;

    private PushSink service;
    private PushReader reader;

    @BeforeEach
    void open() throws Exception {
        service = new PushSink(path -> 201);
        reader = new PushReader();
        // What other tests let take over every wall.
        sql.sql("update whispers.whisper set on_screens = false where urgent and unit_code like 'u-%' and on_app")
                .update();
    }

    @AfterEach
    void closeService() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"ar, false", "en, true"})
    void from_the_desk_to_a_phone_and_a_wall_and_to_one_person_more_in_the_figures(String language, boolean urgent)
            throws Exception {
        String title = (language.equals("ar") ? "همسة الطريق " : "A word on roads ") + Given.serial();
        Given.Actor member = member(language);
        Page phone = phone(language, member);
        Page desk = as("communications", language);
        UUID whisper = write(desk, title, language, urgent);
        approve(as("commander", language), whisper);
        desk.navigate("/whispers/manage/" + whisper);
        press(desk, "sendWhisper");
        Page wall = wall(desk);
        Page analyst = as("analyst", language);
        assertThat(figure(analyst, whisper, 0)).isZero();

        notified(phone, title, language, whisper);
        assertThat(figure(analyst, whisper, 0)).isEqualTo(1);
        seenWithoutNetwork(phone, member, whisper);
        read(phone, member, whisper);
        playedWithoutNetwork(wall, title, language, whisper);

        assertThat(figure(analyst, whisper, 0)).as("people, not plays").isEqualTo(1);
        assertThat(figure(analyst, whisper, 2)).isEqualTo(plays(whisper)).isPositive();
        recall(desk, wall, whisper, urgent);
    }

    private Page as(String account, String language) {
        return signIn(window(language, 1280), account, "kulluna-demo");
    }

    private static void press(Page page, String operation) {
        page.click("form[data-operation=" + operation + "] button");
        page.waitForLoadState();
    }

    private static void until(Page page, BooleanSupplier so) {
        page.waitForCondition(so, new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    private static boolean is(Page page, String expression) {
        return Boolean.TRUE.equals(page.evaluate("async () => " + expression));
    }

    /** Whoever the test's hour would keep from pushes has quiet hours at another time. */
    private Given.Actor member(String language) {
        Given.Actor member = members.member();
        sql.sql("update people.person set language = ? where id = ?")
                .params(language, member.person().value())
                .update();
        LocalTime far = LocalTime.now(clock).plusHours(12);
        sending.prefer(member, far.toString(), far.plusMinutes(1).toString(), "Asia/Dubai", "{}");
        return member;
    }

    /** With the app's worker in charge and notifications turned on. */
    private Page phone(String language, Given.Actor member) {
        Page page = cableWindow(language, 390);
        page.context().grantPermissions(List.of("notifications"));
        page.context().addInitScript(SUBSCRIBES.formatted(service.endpoint("/phone"), reader.p256dh(), reader.auth()));
        signIn(page, member.username(), Given.PASSWORD);
        page.navigate("/delivery/preferences");
        until(page, () -> is(page, "!!navigator.serviceWorker.controller"));
        page.click("[data-turn-on]");
        page.waitForSelector("[data-state=on]:not([hidden])");
        return page;
    }

    private static UUID write(Page desk, String title, String language, boolean urgent) {
        desk.navigate("/whispers/manage/new");
        desk.selectOption("[name=theme]", "safety");
        desk.selectOption("[name=unit]", UNIT);
        desk.fill("#title-ar", language.equals("ar") ? title : "همسة الطريق");
        desk.fill("#body-ar", "تمهّل قرب المدارس.");
        desk.fill("#title-en", language.equals("en") ? title : "A word on roads");
        desk.fill("#body-en", "Slow down near schools.");
        desk.check("[name='audience.regions'][value=unknown]");
        if (urgent) {
            desk.check("[name=urgent]");
            desk.fill("[name=urgentReason]", "storm");
        }
        desk.click("form[data-operation=createWhisper] .button--primary");
        desk.waitForLoadState();
        assertThat(desk.url()).matches(".*/whispers/manage/[0-9a-f-]{36}$");
        press(desk, "askForReview");
        assertThat(desk.locator("form[data-operation=sendWhisper]").count())
                .as("nobody sends what nobody approved")
                .isZero();
        return UUID.fromString(desk.url().replaceFirst(".*/", ""));
    }

    private static void approve(Page commander, UUID whisper) {
        commander.navigate("/whispers/manage/" + whisper);
        press(commander, "approveWhisper");
        assertThat(commander.locator("form[data-operation=approveWhisper]").count())
                .isZero();
    }

    /** A second window that pairs by its code. */
    private Page wall(Page desk) {
        Page wall = cableWindow("ar", 1280);
        wall.navigate("/screens/player");
        wall.locator("[data-part=code]:text-matches('^.{6}$')").waitFor();
        desk.navigate("/screens/pair");
        desk.fill("[name=code]", wall.locator("[data-part=code]").textContent());
        desk.selectOption("[name=unit]", UNIT);
        desk.selectOption(
                "[name=place]", desk.locator("[name=place] option").nth(1).getAttribute("value"));
        desk.fill("[name=nameAr]", "شاشة المدخل");
        desk.fill("[name=nameEn]", "Entrance " + Given.serial());
        desk.click("form[data-operation=pairScreen] .button--primary");
        desk.waitForLoadState();
        assertThat(desk.url()).matches(".*/screens/[0-9a-f-]{36}$");
        return wall;
    }

    /** What the house pushed, in the words and with the code it chose, shown by the app's worker and told to the house. */
    private void notified(Page phone, String title, String language, UUID whisper) throws Exception {
        until(phone, () -> !service.pushed("/phone").isEmpty());
        String pushed = reader.read(service.pushed("/phone").getFirst().body());
        assertThat(pushed).contains(whisper.toString()).contains(title);
        deliver(phone, pushed);
        until(phone, () -> !shown(phone).isEmpty());
        assertThat(shown(phone)).hasSize(1);
        assertThat(shown(phone).getFirst())
                .containsEntry("title", title)
                .containsEntry("lang", language)
                .containsEntry("tag", whisper.toString());
        until(phone, () -> count("delivery.push where confirmed_at is not null and message_id = ?", whisper) == 1);
    }

    private static void deliver(Page page, String payload) {
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
        message.addProperty("origin", String.valueOf(page.evaluate("location.origin")));
        message.addProperty("registrationId", id.get());
        message.addProperty("data", payload);
        session.send("ServiceWorker.deliverPushMessage", message);
        session.detach();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> shown(Page page) {
        return (List<Map<String, Object>>) page.evaluate("""
                async () => (await (await navigator.serviceWorker.ready).getNotifications())
                  .map(n => ({ title: n.title, lang: n.lang, tag: n.tag }))""");
    }

    private void seenWithoutNetwork(Page phone, Given.Actor member, UUID whisper) {
        String steps = "**/whispers/inbox/steps";
        phone.context().route(steps, r -> r.abort());
        phone.navigate("/inbox");
        assertThat(phone.locator(card(whisper) + ".whisper--unread").count()).isEqualTo(1);
        until(phone, () -> is(phone, "(await (await caches.match('/inbox'))?.text())?.includes('" + whisper + "')"));
        unplug(phone);
        phone.reload();
        phone.waitForSelector("[data-offline-band]:not([hidden])");
        phone.locator(card(whisper)).scrollIntoViewIfNeeded();
        until(phone, () -> is(phone, "(await kullunaStore.all('steps')).some(s => s.whisper === '" + whisper + "')"));
        String seen = "whispers.recipient where seen_at is not null and read_at is null and person_id = '"
                + member.person().value() + "' and whisper_id = ?";
        assertThat(count(seen, whisper)).isZero();
        phone.context().unroute(steps);
        plugIn(phone);
        until(phone, () -> count(seen, whisper) == 1);
    }

    private void read(Page phone, Given.Actor member, UUID whisper) {
        phone.navigate("/inbox");
        assertThat(phone.locator(card(whisper) + ".whisper--unread").count())
                .as("seen is not read")
                .isEqualTo(1);
        phone.click(card(whisper) + " a");
        phone.waitForURL("**/whispers/inbox/" + whisper);
        phone.navigate("/inbox");
        assertThat(phone.locator(card(whisper)).count()).isEqualTo(1);
        assertThat(phone.locator(card(whisper) + ".whisper--unread").count()).isZero();
        assertThat(count(
                        "whispers.recipient where read_at is not null and person_id = '"
                                + member.person().value() + "' and whisper_id = ?",
                        whisper))
                .isEqualTo(1);
    }

    private static String card(UUID whisper) {
        return "[data-inbox] [data-whisper='" + whisper + "']";
    }

    private void playedWithoutNetwork(Page wall, String title, String language, UUID whisper) {
        unplug(wall);
        long before = plays(whisper);
        wall.locator("[data-part=whisper][lang=" + language + "] [data-part=title]:text-is('" + title + "')")
                .waitFor(visible());
        wall.locator("[data-part=whisper]:not([lang=" + language + "])").waitFor(visible());
        assertThat(plays(whisper)).isEqualTo(before);
        plugIn(wall);
        wall.reload();
        until(wall, () -> plays(whisper) > before);
    }

    private static Locator.WaitForOptions visible() {
        return new Locator.WaitForOptions()
                .setState(WaitForSelectorState.VISIBLE)
                .setTimeout(60_000);
    }

    private void recall(Page desk, Page wall, UUID whisper, boolean urgent) {
        if (urgent) {
            assertThat(wall.locator("#main").getAttribute("data-kind")).isEqualTo("urgent");
        }
        desk.navigate("/whispers/manage/" + whisper);
        desk.click("details.confirm:has(form[data-operation=recallWhisper]) > summary");
        press(desk, "recallWhisper");
        wall.locator("#main:not([data-kind=urgent])").waitFor(visible());
    }

    /** As the analyst reads it: 0 are people reached, 2 are plays. */
    private static long figure(Page analyst, UUID whisper, int place) {
        analyst.navigate("/statistics/whispers/" + whisper);
        String text = analyst.locator(".figure__number").nth(place).innerText().replaceAll("[^\\p{Nd}]", "");
        return Long.parseLong(text);
    }

    private long plays(UUID whisper) {
        return count("screens.play where whisper_id = ?", whisper);
    }

    private long count(String from, UUID whisper) {
        return sql.sql("select count(*) from " + from)
                .param(whisper)
                .query(Long.class)
                .single();
    }

    /** A wall that runs already: the officer's click takes it over live, and the end comes by the wall's own clock. */
    @Test
    void an_urgent_whisper_takes_over_a_running_wall_within_two_seconds_gives_way_by_itself_and_is_counted() {
        Page desk = as("communications", "en");
        UUID usual = write(desk, "An ordinary word " + Given.serial(), "en", false);
        approve(as("commander", "en"), usual);
        desk.navigate("/whispers/manage/" + usual);
        press(desk, "sendWhisper");
        UUID urgent = write(desk, "Clear the corniche " + Given.serial(), "en", true);
        approve(as("commander", "en"), urgent);
        desk.navigate("/whispers/manage/" + urgent);
        Page wall = wall(desk);
        wall.locator("#main[data-connected=\"1\"][data-kind=loop]").waitFor(visible());
        desk.navigate("/whispers/manage/" + urgent);
        desk.evaluate("document.querySelector('form[data-operation=sendWhisper]').addEventListener('submit',"
                + " () => sessionStorage.setItem('clicked', Date.now()))");
        wall.evaluate("""
                () => new MutationObserver((seen, o) => {
                  if (document.getElementById("main").dataset.kind !== "urgent") return;
                  window.takenOver = Date.now();
                  o.disconnect();
                }).observe(document.getElementById("main"), { attributes: true })""");
        press(desk, "sendWhisper");
        wall.locator("#main[data-kind=urgent]").waitFor(visible());
        double clicked = Double.parseDouble(String.valueOf(desk.evaluate("sessionStorage.getItem('clicked')")));
        double taken = Double.parseDouble(String.valueOf(wall.evaluate("String(window.takenOver)")));
        assertThat(taken - clicked).isBetween(0.0, 2000.0);
        wall.locator("[data-part=title]:text-matches('^Clear the corniche')").waitFor(visible());

        // Its end comes near; from then on nobody tells the wall anything.
        sql.sql("update whispers.whisper set expires_at = now() + interval '12 seconds' where id = ?")
                .param(urgent)
                .update();
        wall.reload();
        wall.locator("#main[data-kind=urgent]").waitFor(visible());
        unplug(wall);
        wall.locator("#main[data-kind=loop]").waitFor(visible());
        assertThat(wall.locator("[data-part=title]").textContent()).doesNotContain("Clear the corniche");
        plugIn(wall);
        wall.reload();
        until(wall, () -> plays(urgent) > 0);
        assertThat(count("screens.published_plays where urgent and whisper_id = ?", urgent))
                .isEqualTo(plays(urgent));
        assertThat(figure(as("analyst", "en"), urgent, 2)).isEqualTo(plays(urgent));
    }

    /** On a real stream, while planning waits behind another whisper's: the words do not. */
    @Test
    void an_urgent_whisper_lies_over_an_open_page_within_two_seconds_of_the_click_and_over_nobody_elses() {
        Page desk = as("communications", "en");
        String title = "Leave the beach " + Given.serial();
        UUID urgent = write(desk, title, "en", true);
        approve(as("commander", "en"), urgent);
        desk.navigate("/whispers/manage/" + urgent);
        // Other tests' walls stay theirs.
        sql.sql("update whispers.whisper set on_screens = false where id = ?")
                .param(urgent)
                .update();
        Page meant = listening(member("en"));
        Given.Actor living = sending.members(given.place("al_ain"), 1).getFirst();
        Page other = listening(living);
        desk.evaluate("document.querySelector('form[data-operation=sendWhisper]').addEventListener('submit',"
                + " () => sessionStorage.setItem('clicked', Date.now()))");
        meant.evaluate("""
                () => new MutationObserver((seen, o) => {
                  if (document.querySelector("[data-urgent]").hidden) return;
                  window.shownAt = Date.now();
                  o.disconnect();
                }).observe(document.querySelector("[data-urgent]"), { attributes: true })""");
        transaction.executeWithoutResult(t -> {
            sending.holdPlanning();
            press(desk, "sendWhisper");
            meant.locator("[data-urgent]:has-text('" + title + "')").waitFor(visible());
            other.waitForTimeout(1_000);
            assertThat(count("whispers.whisper where planned_at is null and id = ?", urgent))
                    .isOne();
        });
        double clicked = Double.parseDouble(String.valueOf(desk.evaluate("sessionStorage.getItem('clicked')")));
        double shown = Double.parseDouble(String.valueOf(meant.evaluate("String(window.shownAt)")));
        assertThat(shown - clicked).isBetween(0.0, 2000.0);
        sending.settle(urgent);
        assertThat(other.locator("[data-urgent]").isVisible()).isFalse();
        assertThat(meant.locator("[data-urgent]").isVisible())
                .as("planned, it stays")
                .isTrue();
    }

    /** A member's page that hears what is new. */
    private Page listening(Given.Actor member) {
        Page page = signIn(window("en", 390), member.username(), Given.PASSWORD);
        page.waitForResponse(
                answer -> answer.url().endsWith("/live") && answer.status() == 200, () -> page.navigate("/more"));
        return page;
    }
}
