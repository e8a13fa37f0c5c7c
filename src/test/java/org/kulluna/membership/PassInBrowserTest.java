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
        BufferedImage shot = ImageIO.read(
                new ByteArrayInputStream(page.locator(".pass__qr svg").screenshot()));
        int[] pixels = shot.getRGB(0, 0, shot.getWidth(), shot.getHeight(), null, 0, shot.getWidth());
        String code = new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(shot.getWidth(), shot.getHeight(), pixels))))
                .getText();
        assertThat(passes.read(code)).contains(new PassReading(actor.person(), true));
        assertThat(errors).isEmpty();
    }
}
