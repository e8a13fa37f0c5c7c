package org.kulluna.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/** A real Chromium on the real house. One browser for the run; each test has contexts of its own. */
@Tag("browser")
public abstract class BrowserTest extends HouseTest {
    private static final Playwright PLAYWRIGHT =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private static final Browser BROWSER = PLAYWRIGHT
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("kulluna.chromium", "/usr/bin/chromium")))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--use-fake-device-for-media-stream",
                            "--use-fake-ui-for-media-stream",
                            "--disable-component-update",
                            "--disable-sync")));

    /** axe-core, as Deque packs it. */
    private static final String AXE = read("/axe.min.js");

    private final List<BrowserContext> contexts = new ArrayList<>();

    private final Map<BrowserContext, Cable> cables = new HashMap<>();

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        cables.values().forEach(Cable::close);
        cables.clear();
    }

    /** A visitor's window whose line to the house can be cut. */
    protected Page cableWindow(String language, int width) {
        Cable cable = new Cable(port);
        Page page = window(language, width, cable.port());
        cables.put(page.context(), cable);
        return page;
    }

    /** The network goes: for the page, and for its service worker too. */
    protected void unplug(Page page) {
        java.util.Objects.requireNonNull(cables.get(page.context())).cut();
        page.context().setOffline(true);
    }

    protected void plugIn(Page page) {
        java.util.Objects.requireNonNull(cables.get(page.context())).mend();
        page.context().setOffline(false);
    }

    /** A new visitor's window. {@code language} is ar, en or ur; {@code width} 390 is a phone. */
    protected Page window(String language, int width) {
        return window(language, width, port);
    }

    private Page window(String language, int width, int at) {
        BrowserContext context = BROWSER.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + at)
                .setLocale(language.equals("en") ? "en-GB" : language)
                .setTimezoneId("Asia/Dubai")
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setPermissions(List.of("camera"))
                .setDeviceScaleFactor(1));
        context.setDefaultTimeout(15_000);
        contexts.add(context);
        return context.newPage();
    }

    protected Page signIn(Page page, String username, String password) {
        page.navigate("/sign-in");
        page.fill("#username", username);
        page.fill("#password", password);
        page.click("form[action='/sign-in'] button");
        page.waitForLoadState();
        return page;
    }

    /** What axe-core finds, as one line a violation; and whether the page is wider than its window or misses a text. */
    protected List<String> faults(Page page) {
        startLooking(page);
        return faultsSeen(page);
    }

    /** Sets axe-core to work without waiting for it, so that several windows are looked at side by side. */
    protected void startLooking(Page page) {
        page.evaluate(AXE);
        page.evaluate("""
                () => {
                  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                  const rules = { runOnly: tags, resultTypes: ['violations'], preload: false };
                  // After this answer: most of the work is done at one go, and the next window is to begin meanwhile.
                  window.axeAnswer = new Promise(go => setTimeout(go)).then(() => axe.run(document, rules));
                }""");
    }

    /** What {@link #startLooking} came to. */
    protected List<String> faultsSeen(Page page) {
        @SuppressWarnings("unchecked")
        List<String> violations = (List<String>) page.evaluate("""
                async () => (await window.axeAnswer).violations.flatMap(v => v.nodes.map(n =>
                  v.id + ' at ' + n.target.join(' ') + ' ' + n.html.split('\\n')[0].slice(0, 160)))""");
        List<String> found = new ArrayList<>(violations);
        found.addAll(faultsOfLayout(page));
        return found;
    }

    /** Whether the page is wider than its window or misses a text. */
    protected List<String> faultsOfLayout(Page page) {
        List<String> found = new ArrayList<>();
        Object width = page.evaluate("document.documentElement.scrollWidth");
        if (Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"))) {
            found.add("wider than its window: " + width);
        }
        if (page.content().contains("⟦")) {
            found.add("a text is missing: " + page.content().replaceAll("(?s).*(⟦[^⟧]*⟧).*", "$1"));
        }
        return found;
    }

    private static String read(String resource) {
        try (var in = BrowserTest.class.getResourceAsStream(resource)) {
            return new String(
                    java.util.Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
