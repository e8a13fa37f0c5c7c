package org.kulluna.browser;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kulluna.support.BrowserTest;

/** {@code ./kulluna pictures}: every page at both widths in both languages, and one contact sheet to look at. */
@Tag("pictures")
class PicturesTest extends BrowserTest {
    private static final Path FOLDER = Path.of("pictures");

    @Test
    void every_page_is_taken_and_laid_on_one_sheet() throws Exception {
        Files.createDirectories(FOLDER);
        StringBuilder sheet = new StringBuilder(
                "<!doctype html><meta charset=utf-8><title>Kulluna</title>"
                        + "<style>body{font:14px sans-serif}div{display:flex;gap:8px;align-items:flex-start;margin-block:8px}"
                        + "img{inline-size:auto;block-size:480px;object-fit:cover;object-position:top;border:1px solid #ccc}</style>");
        for (String account : Walk.PAGES.keySet()) {
            sheet.append("<h2>")
                    .append(account.isEmpty() ? "stranger" : account)
                    .append("</h2>");
            for (String path : Walk.PAGES.get(account)) {
                sheet.append("<p>").append(path.replace("<", "&lt;")).append("</p><div>");
                for (String language : new String[] {"ar", "en"}) {
                    for (int width : new int[] {390, 1280}) {
                        sheet.append("<img loading=lazy alt='' src='")
                                .append(take(account, path, language, width))
                                .append("'>");
                    }
                }
                sheet.append("</div>");
            }
        }
        Files.writeString(FOLDER.resolve("index.html"), sheet, StandardCharsets.UTF_8);
    }

    private String take(String account, String path, String language, int width) {
        Page page = window(language, width);
        if (!account.isEmpty()) {
            signIn(page, account, "kulluna-demo");
        }
        Walk.open(page, path);
        String name = (account + path).replaceAll("[^a-z0-9]+", "-") + "-" + language + "-" + width + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)).setFullPage(true));
        page.context().close();
        return name;
    }
}
