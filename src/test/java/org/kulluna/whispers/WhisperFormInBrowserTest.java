package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.support.BrowserTest;

/** What a writer types is seen at once where it will be seen, and whom it is for is counted at once. */
class WhisperFormInBrowserTest extends BrowserTest {
    private static final List<String> PREVIEWS = List.of(
            ".preview:has(> .whisper)",
            ".preview:has(.preview-lock)",
            ".preview:has(.preview-screen--landscape)",
            ".preview:has(.preview-screen--portrait)");

    private Page form() {
        Page page = signIn(window("ar", 1280), "communications", "kulluna-demo");
        page.navigate("/whispers/manage/new");
        return page;
    }

    @ParameterizedTest
    @CsvSource({"ar, عاصفة قريبة, ابتعدوا عن الشاطئ", "ur, طوفان قریب ہے, ساحل سے دور رہیں"})
    void all_four_previews_follow_the_typing(String language, String title, String body) {
        Page page = form();
        if (language.equals("ur")) {
            page.selectOption("#add", "ur");
            page.click("[name=step][value=add]");
            page.waitForSelector("#title-ur");
        }
        page.locator("#title-" + language).pressSequentially(title);
        page.locator("#body-" + language).pressSequentially(body);
        for (String preview : PREVIEWS) {
            var seen = page.locator("[data-language=" + language + "] " + preview);
            assertThat(seen.count()).as(preview).isEqualTo(1);
            assertThat(seen.innerText()).as(preview).contains(title).contains(body);
            assertThat(seen.locator("[lang=" + language + "][dir=rtl]").count())
                    .as(preview)
                    .isPositive();
        }
        page.locator("#title-" + language).fill(title + "!");
        assertThat(page.locator("[data-language=" + language + "] [data-shows=title]")
                        .allTextContents())
                .hasSize(4)
                .containsOnly(title + "!");
    }

    @Test
    void a_ticked_filter_changes_the_count() {
        Page page = form();
        String everybody = total(page);
        page.check("[name='audience.regions'][value=al_ain]");
        page.waitForCondition(() -> !total(page).equals(everybody));
        String some = total(page);
        assertThat(number(some)).isPositive().isLessThan(number(everybody));
        page.uncheck("[name='audience.regions'][value=al_ain]");
        page.waitForCondition(() -> !total(page).equals(some));
        assertThat(number(total(page)))
                .as("as many as before, and who came meanwhile")
                .isGreaterThanOrEqualTo(number(everybody));
    }

    private static String total(Page page) {
        return page.locator("[data-audience-total]").innerText();
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("[^\\p{Nd}]", ""));
    }
}
