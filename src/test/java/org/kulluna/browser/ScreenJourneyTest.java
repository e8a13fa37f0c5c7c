package org.kulluna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.screens.ItemForm;
import org.kulluna.screens.ScreensGiven;
import org.kulluna.shared.Role;
import org.kulluna.support.BrowserTest;
import org.kulluna.support.Given;
import org.springframework.beans.factory.annotation.Autowired;

/** A second window as a screen: it pairs, plays, loses the network, and its plays are counted exactly. */
class ScreenJourneyTest extends BrowserTest {
    @Autowired
    private ScreensGiven screens;

    @Test
    void a_window_pairs_plays_offline_after_a_reload_and_what_it_played_is_counted() {
        String unit = given.unit();
        screens.whisper(unit, false, clock.instant().plusSeconds(3600));
        Page wall = cableWindow("ar", 1280);
        wall.setViewportSize(1920, 1080);
        wall.navigate("/screens/player");
        wall.locator("[data-part=code]:text-matches('^.{6}$')").waitFor();
        wall.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/wall-pair.png")));
        UUID screen = pair(officer(unit), wall, unit);
        Locator title = wall.locator("[data-part=title]");
        title.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        wall.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/wall-landscape.png")));
        wall.setViewportSize(1080, 1920);
        wall.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/wall-portrait.png")));
        assertThat(
                        wall.evaluate(
                                "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(
                        wall.evaluate(
                                "async () => { await navigator.serviceWorker.ready; return Boolean(await caches.match('/screens/player')); }"))
                .isEqualTo(true);
        unplug(wall);
        wall.reload();
        title.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        wall.locator("[data-part=whisper][lang=en]").waitFor(new Locator.WaitForOptions().setTimeout(40_000));
        plugIn(wall);
        wall.reload();
        wall.waitForCondition(() -> sql.sql("select count(*) from screens.play where screen_id = ?")
                        .param(screen)
                        .query(Long.class)
                        .single()
                > 0);
    }

    private Page officer(String unit) {
        return signIn(
                window("en", 1280),
                given.actor(Role.COMMUNICATIONS_OFFICER, unit).username(),
                Given.PASSWORD);
    }

    /** The wall shows its code already. */
    private UUID pair(Page desk, Page wall, String unit) {
        desk.navigate("/screens/pair");
        desk.fill("[name=code]", wall.locator("[data-part=code]").textContent());
        desk.selectOption("[name=unit]", unit);
        desk.selectOption(
                "[name=place]", desk.locator("[name=place] option").last().getAttribute("value"));
        desk.fill("[name=nameAr]", "شاشة المدخل");
        desk.fill("[name=nameEn]", "Entrance");
        desk.click("form[data-operation=pairScreen] .button--primary");
        desk.waitForLoadState();
        assertThat(desk.url()).matches(".*/screens/[0-9a-f-]{36}$");
        return UUID.fromString(desk.url().replaceFirst(".*/", ""));
    }

    /** A window with the key of a screen that is paired. */
    private Page wall(ScreensGiven.Paired p) {
        Page wall = cableWindow("ar", 1280);
        wall.navigate("/screens/player");
        wall.locator("[data-part=code]:text-matches('^.{6}$')").waitFor();
        wall.evaluate("""
                async (key) => {
                  const { openStore } = await import(document.getElementById("main").dataset.store);
                  await (await openStore()).put("kept", key, "key");
                }""", p.key());
        wall.reload();
        return wall;
    }

    /** Dhivehi and Uyghur are in no short list of languages that anybody would write down. */
    @Test
    void a_wall_writes_each_language_in_its_own_direction() {
        ScreensGiven.Paired p = screens.paired();
        UUID whisper = screens.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        sql.sql("update screens.screen set languages = '{ar,en,dv,fr,ug}' where id = ?")
                .param(p.id())
                .update();
        sql.sql("insert into whispers.wording (whisper_id, revision, language, title, body)"
                        + " select ?, 1, l, 'title', 'body' from unnest('{dv,fr,ug}'::text[]) l")
                .param(whisper)
                .update();
        screens.loop(p.unit(), ScreensGiven.whispers(4));
        Page wall = wall(p);
        for (String said : new String[] {"ar rtl", "en ltr", "dv rtl", "fr ltr", "ug rtl"}) {
            Locator card = wall.locator("[data-part=whisper][lang=" + said.substring(0, 2) + "]");
            card.waitFor(within(40));
            assertThat(card.getAttribute("dir")).as(said).isEqualTo(said.substring(3));
        }
    }

    private long plays(UUID screen, String kind) {
        return sql.sql("select count(*) from screens.play where screen_id = ? and kind = ?")
                .params(screen, kind)
                .query(Long.class)
                .single();
    }

    private static Locator.WaitForOptions within(int seconds) {
        return new Locator.WaitForOptions()
                .setState(WaitForSelectorState.VISIBLE)
                .setTimeout(seconds * 1000);
    }

    /** pages.example is who the operator of the tests named; its network is the test's to cut. */
    @Test
    void a_page_by_address_plays_in_a_closed_frame_and_is_passed_over_when_it_does_not_come() {
        ScreensGiven.Paired p = screens.paired();
        screens.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        screens.loop(p.unit(), ScreensGiven.page("https://pages.example/today", 4), ScreensGiven.whispers(4));
        Page wall = wall(p);
        wall.context()
                .route(
                        "https://pages.example/**",
                        r -> r.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setBody(
                                                "<!doctype html><title>p</title><p id=said>quiet</p><script>"
                                                        + "try { top.location = 'https://evil.example/'; } catch { said.textContent = 'shut in'; }"
                                                        + "try { localStorage.x = 1; said.textContent += ' with storage'; } catch {}</script>")));
        wall.reload();
        Locator frame = wall.locator("iframe.player__page:not(.player__page--coming)");
        frame.waitFor(within(30));
        assertThat(frame.getAttribute("sandbox")).isEqualTo("allow-scripts");
        assertThat(wall.frameLocator("iframe.player__page").locator("#said").textContent())
                .isEqualTo("shut in");
        assertThat(wall.locator("[data-part=whisper]").isVisible()).isFalse();
        wall.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/wall-page.png")));
        wall.locator("[data-part=title]").waitFor(within(30));
        assertThat(frame.count()).isZero();
        frame.waitFor(within(30));
        wall.context().unroute("https://pages.example/**");
        wall.context().route("https://pages.example/**", r -> r.abort());
        wall.locator("[data-part=title]").waitFor(within(30));
        // Two turns of whispers follow each other: the page, which does not come, is passed over without a trace.
        wall.locator("[data-part=whisper][lang=en] [data-part=title]").waitFor(within(30));
        wall.locator("[data-part=whisper][lang=ar] [data-part=title]").waitFor(within(30));
        assertThat(frame.count()).isZero();
        assertThat(wall.url()).endsWith("/screens/player");
        wall.context().unroute("https://pages.example/**");
        wall.reload();
        wall.waitForCondition(
                () -> plays(p.id(), "page") > 0 && plays(p.id(), "whisper") > 0,
                new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    @Test
    void the_desk_previews_what_the_wall_shows_in_its_orientation_and_language_turn() {
        ScreensGiven.Paired p = screens.paired();
        UUID whisper = screens.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        UUID loop = screens.loop(
                p.unit(),
                new ItemForm(null, "whisper", whisper.toString(), "", "8"),
                ScreensGiven.page("https://pages.example/", 3));
        sql.sql("update screens.screen set landscape = false where id = ?")
                .param(p.id())
                .update();
        Page wall = wall(p);
        wall.context().route("https://pages.example/**", r -> r.fulfill(new Route.FulfillOptions().setBody("x")));
        wall.locator("[data-part=title]").waitFor(within(30));
        wall.waitForCondition(
                () -> sql.sql("select count(*) from screens.heartbeat where screen_id = ? and turn is not null")
                                .param(p.id())
                                .query(Long.class)
                                .single()
                        == 1);
        Page desk = officer(p.unit());
        desk.navigate("/screens/" + p.id());
        Locator preview = desk.locator("[data-preview] [data-part=title]");
        preview.waitFor(within(15));
        var box = desk.locator("[data-preview] .player").boundingBox();
        assertThat(box.height).as("upright like its wall").isGreaterThan(box.width);
        assertThat(desk.locator("tr[data-schedule]:has([data-runs]:not([hidden])) a")
                        .getAttribute("href"))
                .isEqualTo("/screens/loops/" + loop);
        desk.waitForCondition(
                () -> said(desk.locator("[data-preview]")).equals(said(wall.locator("#main"))),
                new Page.WaitForConditionOptions().setTimeout(30_000));
        String first = said(wall.locator("#main"));
        wall.waitForCondition(
                () -> !said(wall.locator("#main")).equals(first),
                new Page.WaitForConditionOptions().setTimeout(30_000));
        desk.waitForCondition(
                () -> said(desk.locator("[data-preview]")).equals(said(wall.locator("#main"))),
                new Page.WaitForConditionOptions().setTimeout(5_000));
        assertThat(faults(desk)).isEmpty();
        desk.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/wall-preview.png"))
                .setFullPage(true));
    }

    /** Language and title, the same for a page, which the desk only names. */
    private static String said(Locator wall) {
        boolean page =
                wall.locator("iframe.player__page:not(.player__page--coming)").count() > 0;
        String body = wall.locator("[data-part=body]").textContent();
        return page || body.contains("https://")
                ? "page"
                : wall.locator("[data-part=whisper]").getAttribute("lang")
                        + wall.locator("[data-part=title]").textContent();
    }

    @Test
    void signing_out_on_a_screens_browser_leaves_the_screen_its_key_and_takes_the_rest() {
        ScreensGiven.Paired p = screens.paired();
        screens.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        Page wall = wall(p);
        wall.locator("[data-part=title]").waitFor(within(30));
        Page desk = wall.context().newPage();
        signIn(desk, given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()).username(), Given.PASSWORD);
        desk.evaluate("localStorage.mine = 'x'");
        desk.click(".site-header form[action='/sign-out'] button");
        desk.waitForURL(u -> !u.contains("/screens") && !u.contains("/today"));
        wall.reload();
        wall.locator("[data-part=title]").waitFor(within(30));
        assertThat(wall.locator("[data-part=pair]").isVisible()).isFalse();
        assertThat(sql.sql("select key_hash is not null from screens.screen where id = ?")
                        .param(p.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
