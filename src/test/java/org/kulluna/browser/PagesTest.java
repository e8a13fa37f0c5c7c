package org.kulluna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.support.BrowserTest;

/** Every page, in both languages, on a phone and on a desk: axe-core finds nothing, nothing is wider than its window. */
class PagesTest extends BrowserTest {
    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"ar,390", "ar,1280", "en,390", "en,1280"})
    void every_page_is_whole(String language, int width) {
        List<String> faults = new ArrayList<>();
        Walk.PAGES.forEach((account, paths) -> {
            Page page = window(language, width);
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            if (!account.isEmpty()) {
                signIn(page, account, "kulluna-demo");
            }
            for (String path : paths) {
                String said = account + " " + path;
                try {
                    int status = Walk.open(page, path);
                    if (status != 200) {
                        faults.add(said + ": status " + status);
                    }
                    if (page.locator(".demo-band").count() != 1) {
                        faults.add(said + ": not labelled as invented");
                    }
                    faults(page).forEach(f -> faults.add(said + ": " + f));
                } catch (RuntimeException e) {
                    faults.add(said + ": " + e.getMessage().lines().findFirst().orElse("?"));
                }
            }
            errors.forEach(e -> faults.add(account + ": script error " + e));
        });
        assertThat(String.join("\n", faults)).isEmpty();
    }
}
