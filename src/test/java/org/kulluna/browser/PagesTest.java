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
 * Every page, in both languages, on a phone and on a desk: it is labelled, whole, and no wider than its window. axe-core
 * looks at the Arabic phone and at the English desk: it takes half a second a page, and each language and each width has
 * passed under it then.
 */
class PagesTest extends BrowserTest {
    private static final Set<String> LOOKED_AT = Set.of("ar at 390", "en at 1280");

    static Stream<String> accounts() {
        return Walk.PAGES.keySet().stream();
    }

    @ParameterizedTest(name = "of {0}")
    @MethodSource("accounts")
    void every_page_is_whole(String account) {
        List<String> faults = new ArrayList<>();
        Map<String, Page> windows = windows(account, faults);
        for (String path : Walk.PAGES.get(account)) {
            windows.forEach((name, page) ->
                    attempt(name + " " + path, faults, () -> open(page, path, LOOKED_AT.contains(name))));
            windows.forEach((name, page) -> attempt(
                    name + " " + path,
                    faults,
                    () -> LOOKED_AT.contains(name) ? faultsSeen(page) : faultsOfShape(page)));
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

    private List<String> open(Page page, String path, boolean looking) {
        List<String> faults = new ArrayList<>();
        int status = Walk.open(page, path);
        if (status != 200) {
            faults.add("status " + status);
        }
        if (page.locator(".demo-band").count() != 1) {
            faults.add("not labelled as invented");
        }
        if (looking) {
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
