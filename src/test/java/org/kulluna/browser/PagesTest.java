package org.kulluna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kulluna.support.BrowserTest;

/**
 * Every page, in both languages, on a phone and on a desk: axe-core finds nothing, nothing is wider than its window or
 * misses a text. The four windows of a page are looked at side by side.
 */
class PagesTest extends BrowserTest {
    /** axe-core takes most of the time: of each page it looks at both languages and both widths, in turns crosswise. */
    private static final List<Set<String>> TURNS =
            List.of(Set.of("ar at 390", "en at 1280"), Set.of("ar at 1280", "en at 390"));

    static Stream<String> accounts() {
        return Walk.PAGES.keySet().stream();
    }

    @ParameterizedTest(name = "of {0}")
    @MethodSource("accounts")
    void every_page_is_whole(String account) {
        List<String> faults = new ArrayList<>();
        Map<String, Page> windows = windows(account, faults);
        int turn = 0;
        for (String path : Walk.PAGES.get(account)) {
            Set<String> looked = TURNS.get(turn++ % TURNS.size());
            windows.forEach(
                    (name, page) -> attempt(name + " " + path, faults, () -> open(page, path, looked.contains(name))));
            windows.forEach((name, page) -> attempt(
                    name + " " + path, faults, () -> looked.contains(name) ? faultsSeen(page) : faultsOfLayout(page)));
        }
        assertThat(String.join("\n", faults)).isEmpty();
    }

    private Map<String, Page> windows(String account, List<String> faults) {
        Map<String, Page> windows = new LinkedHashMap<>();
        for (String language : List.of("ar", "en")) {
            for (int width : new int[] {390, 1280}) {
                Page page = window(language, width);
                String name = language + " at " + width;
                page.onPageError(error -> faults.add(name + ": script error " + error));
                if (!account.isEmpty()) {
                    signIn(page, account, "kulluna-demo");
                }
                windows.put(name, page);
            }
        }
        return windows;
    }

    private List<String> open(Page page, String path, boolean look) {
        List<String> faults = new ArrayList<>();
        int status = Walk.open(page, path);
        if (status != 200) {
            faults.add("status " + status);
        }
        if (page.locator(".demo-band").count() != 1) {
            faults.add("not labelled as invented");
        }
        if (look) {
            startLooking(page);
        }
        return faults;
    }

    private interface Look {
        List<String> faults();
    }

    private static void attempt(String said, List<String> faults, Look look) {
        try {
            look.faults().forEach(f -> faults.add(said + ": " + f));
        } catch (RuntimeException e) {
            faults.add(said + ": " + e.getMessage().lines().findFirst().orElse("?"));
        }
    }
}
