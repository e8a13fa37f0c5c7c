package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whisper counts as seen after a second in view; what was seen is told once, whatever happens in between. */
class SeenInBrowserTest extends AppWindow {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile boolean halfOnly;

    @BeforeEach
    void willing() {
        status = 200;
        halfOnly = false;
    }

    private Page reader() {
        Page page = phone("ar", volunteering.member());
        answer(page.context());
        page.navigate("/inbox");
        return page;
    }

    private boolean isNoted(Page page, UUID whisper) {
        return stored(page, "steps").stream()
                .anyMatch(row -> String.valueOf(row.get("whisper")).equals(whisper.toString()));
    }

    private void answer(BrowserContext context) {
        context.route("**/whispers/inbox/steps", route -> {
            if (status == 0) {
                route.abort();
                return;
            }
            if (status != 200) {
                route.fulfill(new Route.FulfillOptions().setStatus(status).setBody("{}"));
                return;
            }
            List<JsonNode> steps = JSON.readTree(route.request().postData())
                    .path("steps")
                    .valueStream()
                    .toList();
            List<JsonNode> taken = halfOnly ? steps.subList(0, 1) : steps;
            taken.forEach(step -> told.add(
                    step.path("step").asString() + " " + step.path("whisper").asString()));
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(JSON.writeValueAsString(Map.of("taken", taken))));
        });
    }

    private static void card(Page page, UUID whisper, String place) {
        page.evaluate("""
                ([whisper, place]) => {
                  const card = document.createElement('article');
                  card.className = 'card';
                  card.dataset.whisper = whisper;
                  card.textContent = 'x';
                  const room = document.createElement('div');
                  if (place === 'below') for (let i = 0; i < 200; i++) room.append(document.createElement('br'));
                  if (place === 'tall') for (let i = 0; i < 200; i++) card.append(document.createElement('br'));
                  const main = document.getElementById('main');
                  if (place === 'below') main.append(room, card); else main.prepend(card);
                  document.dispatchEvent(new CustomEvent('kulluna:renewed'));
                }""", List.of(whisper.toString(), place));
    }

    @Test
    void a_second_in_view_is_seen_and_out_of_view_is_not() {
        Page page = reader();
        UUID near = UUID.randomUUID();
        UUID far = UUID.randomUUID();
        card(page, far, "below");
        card(page, near, "");
        page.waitForCondition(() -> told.contains("seen " + near));
        page.waitForTimeout(1500);
        assertThat(told).containsExactly("seen " + near);
        page.evaluate("document.querySelector('[data-whisper=\"" + far + "\"]').scrollIntoView()");
        page.waitForCondition(() -> told.contains("seen " + far));
    }

    @Test
    void a_whisper_taller_than_the_window_is_seen_by_what_fits() {
        Page page = reader();
        UUID tall = UUID.randomUUID();
        card(page, tall, "tall");
        page.waitForCondition(() -> told.contains("seen " + tall));
    }

    @Test
    void a_glance_is_not_seen() {
        Page page = reader();
        UUID whisper = UUID.randomUUID();
        card(page, whisper, "");
        page.waitForTimeout(300);
        page.evaluate("document.querySelector('[data-whisper]').style.display = 'none'");
        page.waitForTimeout(1500);
        assertThat(told).isEmpty();
    }

    @Test
    void what_was_told_is_not_told_again_with_the_next_page() {
        Page page = reader();
        UUID whisper = UUID.randomUUID();
        card(page, whisper, "");
        page.waitForCondition(() -> !told.isEmpty());
        page.reload();
        card(page, whisper, "");
        page.waitForTimeout(2000);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_refusal_of_the_moment_is_tried_again_and_a_reload_loses_nothing() {
        Page page = reader();
        status = 503;
        UUID whisper = UUID.randomUUID();
        card(page, whisper, "");
        page.waitForCondition(() -> stored(page, "steps").size() == 1);
        status = 200;
        page.reload();
        page.waitForCondition(() -> told.contains("seen " + whisper));
        page.waitForCondition(() -> stored(page, "steps").getFirst().get("sent").equals(true));
        assertThat(told).hasSize(1);
    }

    @Test
    void one_the_house_will_never_take_does_not_hold_up_the_others() {
        Page page = reader();
        status = 422;
        card(page, UUID.randomUUID(), "");
        page.waitForCondition(() ->
                stored(page, "steps").stream().anyMatch(row -> row.get("sent").equals(true)));
        status = 200;
        UUID good = UUID.randomUUID();
        card(page, good, "");
        page.waitForCondition(() -> told.contains("seen " + good));
    }

    @Test
    void only_what_was_answered_for_leaves_the_queue() {
        Page page = reader();
        halfOnly = true;
        page.evaluate("""
                async () => {
                  const account = kullunaStore.account(document.documentElement.dataset.viewer);
                  for (const whisper of ['a', 'b', 'c'])
                    await kullunaStore.put('steps', account + ' ' + whisper + ' seen',
                      { account, whisper, step: 'seen', at: new Date().toISOString(), sent: false, tries: 0 });
                }""");
        page.reload();
        page.waitForCondition(() -> told.size() == 3);
        assertThat(told).doesNotHaveDuplicates();
    }

    @Test
    void the_house_itself_answers_for_each_and_what_it_does_not_know_is_let_go() {
        Page page = phone("ar", volunteering.member());
        page.navigate("/inbox");
        card(page, UUID.randomUUID(), "");
        page.waitForCondition(() -> stored(page, "steps").stream()
                .anyMatch(
                        row -> row.get("sent").equals(true) && row.get("tries").equals(1)));
    }

    @Test
    void two_windows_tell_it_once() {
        Page page = reader();
        Page other = page.context().newPage();
        other.navigate("/inbox");
        UUID whisper = UUID.randomUUID();
        card(page, whisper, "");
        card(other, whisper, "");
        page.waitForCondition(() -> told.contains("seen " + whisper));
        page.waitForTimeout(1500);
        assertThat(told).hasSize(1);
    }

    @Test
    void seen_without_network_is_told_when_there_is_one() {
        Page page = reader();
        status = 0;
        unplug(page);
        page.reload();
        page.waitForSelector("[data-offline-band]:not([hidden])");
        UUID whisper = UUID.randomUUID();
        until(page, "scrollY === 0");
        card(page, whisper, "");
        page.waitForCondition(() -> isNoted(page, whisper));
        assertThat(told).isEmpty();
        status = 200;
        plugIn(page);
        page.waitForCondition(() -> told.contains("seen " + whisper));
    }

    @Test
    void a_copy_opened_without_network_counts_as_read() {
        Page page = reader();
        UUID whisper = UUID.randomUUID();
        page.evaluate("""
                async path => {
                  const pages = await caches.open('kulluna-pages');
                  await pages.put(path, await pages.match('/inbox'));
                }""", "/whispers/inbox/" + whisper);
        status = 0;
        unplug(page);
        page.navigate("/whispers/inbox/" + whisper);
        page.waitForSelector("[data-offline-band]:not([hidden])");
        page.waitForCondition(() -> !stored(page, "steps").isEmpty());
        status = 200;
        plugIn(page);
        page.waitForCondition(() -> told.contains("read " + whisper));
    }
}
