package org.kulluna.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
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
                            "--disable-component-update",
                            "--disable-sync")));

    private final java.util.ArrayList<BrowserContext> contexts = new java.util.ArrayList<>();

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    /** A new visitor's window. {@code language} is ar, en or ur; {@code width} 390 is a phone. */
    protected Page window(String language, int width) {
        BrowserContext context = BROWSER.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale(language.equals("en") ? "en-GB" : language)
                .setTimezoneId("Asia/Dubai")
                .setViewportSize(width, width < 600 ? 844 : 900)
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

    /** What axe-core finds, as one line a violation; and whether the page is wider than its window. */
    protected List<String> faults(Page page) {
        var results = new com.deque.html.axecore.playwright.AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        java.util.ArrayList<String> found = new java.util.ArrayList<>();
        results.getViolations()
                .forEach(v -> v.getNodes()
                        .forEach(n -> found.add(v.getId() + " at " + n.getTarget() + " "
                                + n.getHtml().lines().findFirst().orElse(""))));
        Object wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1");
        if (Boolean.TRUE.equals(wide)) {
            found.add("wider than its window: " + page.evaluate("document.documentElement.scrollWidth"));
        }
        if (page.content().contains("⟦")) {
            found.add("a text is missing: " + page.content().replaceAll("(?s).*(⟦[^⟧]*⟧).*", "$1"));
        }
        return found;
    }
}
