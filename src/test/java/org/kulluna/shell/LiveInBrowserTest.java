package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kulluna.delivery.Live;
import org.kulluna.delivery.Notices;
import org.kulluna.support.Given;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Open pages hear what is new. The events are put in the way of the real address; the inbox is the real one. */
class LiveInBrowserTest extends AppWindow {
    @Autowired
    private Notices notices;

    @Autowired
    private Live live;

    @Autowired
    private TransactionTemplate transaction;

    private final AtomicInteger streams = new AtomicInteger();
    private volatile String event = "";
    private volatile String urgent = "[]";

    private Page listener(Given.Actor member) {
        Page page = phone("en", member);
        page.context().route("**/live", route -> {
            streams.incrementAndGet();
            String said = event;
            event = "";
            answer(
                    route,
                    new Route.FulfillOptions()
                            .setContentType("text/event-stream")
                            .setBody("retry: 300\n\n" + (said.isEmpty() ? "" : "event: " + said + "\ndata: -\n\n")));
        });
        page.context()
                .route(
                        "**/whispers/urgent",
                        route -> answer(
                                route,
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody("{\"whispers\":" + urgent + "}")));
        return page;
    }

    /** A window that closes asks once more and waits for no answer. */
    private static void answer(Route route, Route.FulfillOptions with) {
        try {
            route.fulfill(with);
        } catch (PlaywrightException closed) {
            assertThat(closed).hasMessageContaining("closed");
        }
    }

    private void tell(Given.Actor member) {
        transaction.executeWithoutResult(
                t -> notices.tell(member.person(), "application-accepted", Map.of("number", "1"), "/home"));
    }

    private static String urgent(UUID id, Instant until) {
        return JsonMapper.shared()
                .writeValueAsString(List.of(Map.of(
                        "id",
                        id,
                        "title",
                        "Leave the beach",
                        "body",
                        "High waves until noon",
                        "path",
                        "/whispers/inbox/" + id,
                        "language",
                        "en",
                        "dir",
                        "ltr",
                        "urgentUntil",
                        until,
                        "expiresAt",
                        until.plusSeconds(86_400))));
    }

    @Test
    void the_count_and_the_list_are_renewed_and_one_sentence_says_so() {
        Given.Actor member = volunteering.member();
        Page page = listener(member);
        page.navigate("/inbox");
        page.waitForCondition(() -> streams.get() > 0);
        int before = page.locator("[data-inbox] li").count();
        tell(member);
        event = "inbox";
        page.waitForCondition(() -> page.locator("[data-inbox] li").count() == before + 1);
        assertThat(page.locator("[data-inbox-count] .badge").innerText()).isEqualTo("1");
        page.waitForCondition(
                () -> page.locator("[data-live-said]").textContent().contains("new message"));
        assertThat(faults(page)).isEmpty();
    }

    @Test
    void the_houses_own_stream_brings_the_news_and_the_copy_follows() {
        Given.Actor member = volunteering.member();
        Page page = phone("en", member);
        page.navigate("/more");
        page.waitForTimeout(1500);
        transaction.executeWithoutResult(t -> {
            notices.tell(member.person(), "application-accepted", Map.of("number", "1"), "/home");
            live.publish(Live.of(member.person()), "inbox");
        });
        page.waitForCondition(() -> page.locator("[data-inbox-count] .badge").count() == 1);
        until(
                page,
                "(await (await (await caches.open('kulluna-pages')).match('/inbox')).text())"
                        + ".includes('data-inbox-count=\"1\"')");
    }

    @Test
    void neither_the_focus_nor_the_place_in_the_list_is_lost() {
        Given.Actor member = volunteering.member();
        for (int i = 0; i < 25; i++) {
            tell(member);
        }
        Page page = listener(member);
        page.navigate("/inbox");
        page.waitForCondition(() -> streams.get() > 0);
        page.evaluate("scrollTo(0, 700)");
        page.evaluate(
                "document.querySelector('.site-header form[action=\"/sign-out\"] button').focus({preventScroll: true})");
        Object place = page.evaluate("scrollY");
        tell(member);
        event = "inbox";
        page.waitForCondition(() -> page.locator("[data-inbox] li").count() == 26);
        assertThat(((Number) page.evaluate("scrollY")).intValue()).isBetween(((Number) place).intValue() - 2, 1200);
        assertThat(page.evaluate("document.activeElement.closest('form').getAttribute('action')"))
                .isEqualTo("/sign-out");
    }

    @Test
    void an_urgent_whisper_lies_over_the_page_takes_no_focus_and_goes_by_itself() {
        Page page = listener(volunteering.member());
        page.navigate("/more");
        page.waitForCondition(() -> streams.get() > 0);
        page.focus("main a[href='/people/me']");
        urgent = urgent(UUID.randomUUID(), Instant.now().plusSeconds(6));
        event = "urgent";
        long from = System.nanoTime();
        page.waitForSelector("[data-urgent]:not([hidden])");
        assertThat((System.nanoTime() - from) / 1_000_000).as("milliseconds").isLessThan(2000);
        assertThat(page.locator("[data-urgent]").innerText())
                .contains("Leave the beach")
                .contains("High waves");
        assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("/people/me");
        assertThat(page.locator("[data-urgent]").getAttribute("role")).isEqualTo("alert");
        assertThat(faults(page)).isEmpty();
        page.waitForCondition(() -> !page.locator("[data-urgent]").isVisible());
    }

    @Test
    void put_away_it_stays_away_on_the_next_page_too() {
        Page page = listener(volunteering.member());
        urgent = urgent(UUID.randomUUID(), Instant.now().plusSeconds(600));
        event = "urgent";
        page.navigate("/more");
        page.waitForSelector("[data-urgent]:not([hidden])");
        page.click("[data-urgent] [data-put-away]");
        page.waitForCondition(() -> !page.locator("[data-urgent]").isVisible());
        page.navigate("/home");
        page.waitForCondition(() -> streams.get() > 2);
        assertThat(page.locator("[data-urgent]").isVisible()).isFalse();
    }

    @Test
    void an_urgent_whispers_words_are_words_and_its_address_is_of_this_house() {
        Page page = listener(volunteering.member());
        urgent =
                "[{\"id\":\"x\",\"title\":\"<img src=x onerror=alert(1)>\",\"body\":\"<b>\",\"path\":\"//evil.example\","
                        + "\"language\":\"en\",\"dir\":\"ltr\",\"expiresAt\":\"2999-01-01T00:00:00Z\"}]";
        event = "urgent";
        page.navigate("/more");
        page.waitForSelector("[data-urgent]:not([hidden])");
        assertThat(page.locator("[data-urgent] img").count()).isZero();
        assertThat(page.locator("[data-urgent] [data-open]").getAttribute("href"))
                .isEqualTo("/inbox");
    }

    @Test
    void of_two_windows_one_listens_and_both_hear() {
        Given.Actor member = volunteering.member();
        Page page = listener(member);
        page.navigate("/more");
        page.waitForCondition(() -> streams.get() > 0);
        Page other = page.context().newPage();
        other.navigate("/more");
        other.waitForTimeout(1500);
        assertThat(
                        other.evaluate(
                                "async () => (await navigator.locks.query()).pending.filter(l => l.name === 'kulluna-live').length"))
                .isEqualTo(1);
        tell(member);
        event = "inbox";
        for (Page one : List.of(page, other)) {
            one.waitForCondition(() -> one.locator("[data-inbox-count] .badge").count() == 1);
        }
    }

    @Test
    void without_events_the_inbox_is_asked_for_now_and_then() {
        Given.Actor member = volunteering.member();
        Page page = phone("en", member);
        page.context().route("**/live", route -> answer(route, new Route.FulfillOptions().setStatus(404)));
        page.clock().install();
        page.navigate("/more");
        page.clock().runFor(2_000);
        page.waitForTimeout(500);
        tell(member);
        page.clock().runFor(61_000);
        page.clock().runFor(3_000);
        page.waitForCondition(() -> page.locator("[data-inbox-count] .badge").count() == 1);
    }
}
