package org.kulluna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.support.BrowserTest;

/** Every page, in both languages, on a phone and on a desk: axe-core finds nothing, nothing is wider than its window. */
class PagesTest extends BrowserTest {
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"ar,390", "ar,1280", "en,390", "en,1280"})
    void every_page_is_whole(String language, int width) {
        List<String> faults = new ArrayList<>();
        WALK.forEach((account, paths) -> {
            Page page = window(language, width);
            if (!account.isEmpty()) {
                signIn(page, account, "kulluna-demo");
            }
            for (String path : paths) {
                String said = account + " " + path;
                Response answer = page.navigate(path.startsWith("@") ? follow(page, path) : path);
                if (answer == null || answer.status() != 200) {
                    faults.add(said + ": status " + (answer == null ? "none" : answer.status()));
                }
                faults(page).forEach(f -> faults.add(said + ": " + f));
            }
        });
        assertThat(faults).isEmpty();
    }

    /** {@code @/list selector}: opens the list and follows the first link the selector finds. */
    static String follow(Page page, String path) {
        String[] parts = path.substring(1).split(" ", 2);
        page.navigate(parts[0]);
        String href = page.locator(parts[1]).first().getAttribute("href");
        return href;
    }

    static final Map<String, List<String>> WALK = walk();

    private static Map<String, List<String>> walk() {
        Map<String, List<String>> w = new LinkedHashMap<>();
        w.put("", List.of("/", "/sign-in", "/membership/apply", "/volunteering/opportunities", "/credits"));
        w.put(
                "analyst",
                List.of(
                        "/statistics/figures?period=2022-H1",
                        "/statistics/figures?period=2022-H1&by=nationality",
                        "/statistics/figures/rows?period=2022-H1"));
        return w;
    }
}
