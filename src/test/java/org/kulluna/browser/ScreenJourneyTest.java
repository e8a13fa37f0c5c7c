package org.kulluna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
        UUID whisper = screens.whisper(unit, false, clock.instant().plusSeconds(3600));
        Page wall = cableWindow("ar", 1280);
        wall.setViewportSize(1920, 1080);
        wall.navigate("/screens/player");
        wall.locator("[data-part=code]:text-matches('^.{6}$')").waitFor();
        wall.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/wall-pair.png")));
        Page desk = signIn(
                window("en", 1280),
                given.actor(Role.COMMUNICATIONS_OFFICER, unit).username(),
                Given.PASSWORD);
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
        UUID screen = UUID.fromString(desk.url().replaceFirst(".*/", ""));
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
}
