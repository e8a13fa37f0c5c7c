package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Role;
import org.kulluna.support.BrowserTest;
import org.kulluna.support.Given;
import org.springframework.beans.factory.annotation.Autowired;

class PassInBrowserTest extends BrowserTest {
    @Autowired
    private Desks desks;

    @Autowired
    private Passes passes;

    @Test
    void the_script_draws_a_code_that_the_gate_takes_for_live() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        desks.member(actor.person());
        Page page = window("ar", 390);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        signIn(page, actor.username(), Given.PASSWORD);
        page.navigate("/membership/pass");
        page.waitForFunction("() => !document.getElementById('pass').dataset.secret");
        page.waitForFunction("() => document.querySelector('.pass__qr path').getAttribute('d').includes('h1v1h-1z')");
        assertThat(passes.read(codeOn(page))).contains(new PassReading(actor.person(), true));
        assertThat(errors).isEmpty();
    }

    /** Kept hours ago, opened without network. */
    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void without_network_it_goes_on_making_codes_that_the_gate_takes(String language) throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        desks.member(actor.person());
        Page page = cableWindow(language, 390);
        signIn(page, actor.username(), Given.PASSWORD);
        page.navigate("/membership/pass");
        page.waitForFunction("() => navigator.serviceWorker.controller");
        page.reload();
        page.waitForCondition(() -> Boolean.TRUE.equals(
                page.evaluate("async () => !!(await (await caches.open('kulluna-pages')).match('/membership/pass'))")));
        page.evaluate("""
                async () => {
                  const pages = await caches.open('kulluna-pages');
                  const copy = await pages.match('/membership/pass');
                  const headers = new Headers(copy.headers);
                  const hour = 3600000, at = Number(headers.get('Kulluna-Kept-At'));
                  headers.set('Kulluna-Kept-At', String(at - 5 * hour));
                  const text = (await copy.text()).replace(/data-now="([0-9]+)"/, (all, now) => `data-now="${now - 5 * hour}"`);
                  await pages.put('/membership/pass', new Response(text, { headers }));
                }""");
        unplug(page);
        page.navigate("/membership/pass");
        page.waitForSelector("[data-offline-band]:not([hidden])");
        page.waitForFunction("() => document.querySelector('.pass__qr path').getAttribute('d').includes('h1v1h-1z')");
        assertThat(passes.read(codeOn(page))).contains(new PassReading(actor.person(), true));
    }

    private static String codeOn(Page page) throws Exception {
        BufferedImage shot = ImageIO.read(
                new ByteArrayInputStream(page.locator(".pass__qr svg").screenshot()));
        int[] pixels = shot.getRGB(0, 0, shot.getWidth(), shot.getHeight(), null, 0, shot.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(shot.getWidth(), shot.getHeight(), pixels))))
                .getText();
    }
}
