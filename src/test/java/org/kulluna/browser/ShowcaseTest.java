package org.kulluna.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.support.BrowserTest;

/** {@code ./kulluna pictures --docs}: the README's and the guides' pictures, from a demo of full size. */
@Tag("showcase")
class ShowcaseTest extends BrowserTest {
    private static final Path FOLDER = Path.of("docs/pictures");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "home-ar, '', /, ar, 1280",
        "courses-ar, analyst, /statistics/training?period=2022-H1, ar, 1280",
        "quiz-ar, member, @/training/mine a[href$='/quiz'], ar, 390",
        "figures-en, analyst, /statistics/figures?period=2022-H1, en, 1280",
        "member-ar, member, /home, ar, 390",
        "shifts-ar, member, /volunteering/shifts, ar, 390",
        "gate-ar, leader, @/attendance/gate main a[href*='/attendance/gate/'], ar, 390",
        "queue-en, membership, /membership/applications, en, 1280"
    })
    void a_picture_for_the_documents(String name, String account, String path, String language, int width)
            throws Exception {
        Files.createDirectories(FOLDER);
        Page page = window(language, width);
        if (!account.isEmpty()) {
            signIn(page, account, "kulluna-demo");
        }
        Walk.open(page, path);
        page.waitForLoadState();
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }

    @Test
    void a_certificate_for_the_documents() throws Exception {
        Files.createDirectories(FOLDER);
        Page page = signIn(window("ar", 1280), "member", "kulluna-demo");
        page.navigate("/certificates/mine");
        String pdf = page.locator("a[href$='/certificate.pdf']").first().getAttribute("href");
        try (var document = Loader.loadPDF(page.context().request().get(pdf).body())) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 90),
                    "png",
                    FOLDER.resolve("certificate.png").toFile());
        }
    }
}
