package org.kulluna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kulluna.support.BrowserTest;

/** What a phone on a slow network has to load before a page is whole. */
class WeightTest extends BrowserTest {
    private static final int MOST = 100_000;

    @Test
    void no_page_weighs_more_than_a_hundred_kilobytes_with_its_scripts_and_styles() {
        List<String> heavy = new ArrayList<>();
        Walk.PAGES.forEach((account, paths) -> {
            Page page = window("ar", 390);
            // What the service worker hands out is unpacked already: the first visit is what is weighed.
            page.addInitScript("delete Navigator.prototype.serviceWorker");
            if (!account.isEmpty()) {
                signIn(page, account, "kulluna-demo");
            }
            for (String path : paths) {
                Walk.open(page, path);
                int weight = ((Number) page.evaluate("""
                        () => performance.getEntriesByType('navigation')
                          .concat(performance.getEntriesByType('resource').filter(r => /\\.(m?js|css)(\\?|$)/.test(r.name)))
                          .reduce((sum, one) => sum + one.encodedBodySize, 0)""")).intValue();
                if (weight == 0 || weight > MOST) {
                    heavy.add(account + " " + path + ": " + weight);
                }
            }
        });
        assertThat(heavy).isEmpty();
    }
}
