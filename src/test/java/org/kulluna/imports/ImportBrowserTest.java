package org.kulluna.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.support.BrowserTest;

/** A file on its way through the pages in a real browser: none of its states has a fault, on a phone or on a desk. */
class ImportBrowserTest extends BrowserTest {
    private static final String HEAD = "id,العنوان,place,start date,start time,end time,seats,required qualification\n";

    @ParameterizedTest
    @CsvSource({"ar,390", "ar,1280", "en,390", "en,1280"})
    void a_file_goes_all_the_way(String language, int width) {
        String id = language + width + "-" + System.nanoTime();
        Page page = window(language, width);
        signIn(page, "coordinator", "kulluna-demo");
        page.navigate("/imports?lang=" + language);
        page.click("form[data-operation=uploadImport] button");
        clean(page, "fault");
        bring(page, HEAD + id + ",دورية,Al Bateen,3/4/2030,20:00,02:00,12,\n");
        clean(page, "mapping");
        page.click("form[data-operation=planImport] button");
        clean(page, "mapping-fault");
        page.selectOption("#defaultPlace", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.click("form[data-operation=planImport] button");
        clean(page, "planned");
        apply(page);
        clean(page, "applied");
        page.navigate("/imports");
        bring(
                page,
                HEAD + id + ",دورية الكورنيش المسائية على الشاطئ,Al Bateen,3/4/2030,21:00,02:00,14,\n" + id
                        + "b,Guiding the visitors of the summer festival to their places along the corniche,37 Avenue New York,5/4/2030,٤:٣٠ م,18:00,9999,\n"
                        + id + "c,No times,Al Bateen,2030-04-05,,,,\n" + id
                        + "d,Bad date,Al Bateen,someday,10:00,12:00,5,\n"
                        + id + "e,Bad qualification,Al Bateen,3/4/2030,10:00,12:00,5,sorcery\n");
        page.selectOption("#defaultPlace", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.click("form[data-operation=planImport] button");
        clean(page, "planned-mixed");
        page.click("details:has(form[data-operation=planImport]) > summary");
        clean(page, "planned-open");
        String run = page.url().replaceAll(".*/imports/([0-9a-f-]+).*", "$1");
        sql.sql("update imports.run set state = 'applying' where id = ?::uuid")
                .param(run)
                .update();
        page.reload();
        clean(page, "applying");
        page.click("form[data-operation=applyImport] button");
        page.click("details:has(form[data-operation=withdrawImport]) summary");
        clean(page, "applied-mixed");
        page.click("form[data-operation=withdrawImport] button");
        clean(page, "withdrawn");
        page.navigate("/imports");
        clean(page, "list");
    }

    private static void bring(Page page, String text) {
        page.setInputFiles("#file", new FilePayload("shifts.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        if (page.querySelector("select#unit") != null) {
            page.selectOption("#unit", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        }
        page.click("form[data-operation=uploadImport] button");
    }

    private static void apply(Page page) {
        page.click("details:has(form[data-operation=applyImport]) summary");
        page.click("form[data-operation=applyImport] button");
    }

    private void clean(Page page, String state) {
        String shot = System.getProperty("kulluna.shots", "");
        if (!shot.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of(
                            shot,
                            state + "-" + page.getAttribute("html", "lang") + "-" + page.viewportSize().width + ".png"))
                    .setFullPage(true));
        }
        // A toast on its way out is half see-through: judge the page as it stands.
        page.evaluate("document.getAnimations().forEach(a => a.cancel())");
        assertThat(faults(page)).as(state).isEmpty();
    }
}
