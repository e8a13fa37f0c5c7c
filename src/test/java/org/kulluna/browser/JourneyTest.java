package org.kulluna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.people.EmiratesId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.support.BrowserTest;
import org.kulluna.support.Given;

/** The main job in a real browser: from an application to a figure that changed by exactly the minutes served. */
class JourneyTest extends BrowserTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void from_an_application_to_a_figure_that_changed_by_exactly_those_minutes(String language) throws Exception {
        clock.setTo(clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(1));
        String unit = known("select code from units.unit where code not like 'u-%' order by code limit 1");
        String place = known("select code from places.place where code not like 'p-%' order by code limit 1");
        String username = "traveller" + Given.serial();

        Page applicant = apply(language, username, place);
        vet(language, username);
        accept(language, username);
        onboard(language, username);
        applicant = signIn(window(language, 390), username, Given.PASSWORD);

        Page coordinator = as(given.actor(Role.UNIT_COORDINATOR, unit), language, 1280);
        LocalDateTime start =
                LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).plusMinutes(30);
        UUID shift = publish(coordinator, place, start, start.plusHours(2));

        applicant.navigate("/volunteering/shifts/" + shift);
        applicant.click("form[data-operation=signUp] button");
        applicant.waitForLoadState();
        assertThat(applicant.locator("form[data-operation=leaveShift]").count()).isPositive();

        long before = minutes(unit, language);
        Page leader = as(given.actor(Role.SHIFT_LEADER, unit), language, 390);
        clock.forward(Duration.ofMinutes(30));
        scan(leader, shift, code(applicant));
        clock.forward(Duration.ofMinutes(97));
        leader.navigate("/attendance/gate/" + shift);
        leader.click(".gate-list button[value^='out ']");
        waitForFact(shift, "out");

        coordinator.navigate("/attendance/claims/duties/" + shift);
        coordinator.click("form[data-operation=verifyHours] button");
        coordinator.waitForLoadState();

        assertThat(minutes(unit, language) - before).isEqualTo(97);
        applicant.navigate("/attendance/hours");
        assertThat(applicant.content()).contains("1:37");
    }

    private Page as(Given.Actor actor, String language, int width) {
        return signIn(window(language, width), actor.username(), Given.PASSWORD);
    }

    private Page apply(String language, String username, String place) {
        Page page = window(language, 390);
        page.navigate("/membership/apply");
        page.fill("[name=nameAr]", "نورة الرحّال");
        page.fill("[name=nameEn]", "Noura Rahhal");
        page.selectOption("[name=nationality]", "JO");
        page.fill("[name=bornOn]", "1991-05-24");
        page.check("[name=gender][value=female]");
        page.selectOption("[name=homePlace]", place);
        page.check("[name=languages][value=ar]");
        page.fill("[name=phone]", "+971501234567");
        page.fill("[name=email]", username + "@mail.example");
        page.check("[name=language][value=" + language + "]");
        String digits = "7841991" + String.format("%07d", Given.serial() % 10_000_000);
        page.fill("[name=emiratesId]", digits + EmiratesId.checkDigit(digits));
        page.fill("[name=visaValidTo]", LocalDate.now(clock).plusYears(1).toString());
        page.fill("[name=username]", username);
        page.fill("[name=password]", Given.PASSWORD);
        page.click("form[data-operation=applyForMembership] .button--primary");
        page.waitForLoadState();
        assertThat(page.locator(".field--fault").count()).as(page.url()).isZero();
        return page;
    }

    /** Of the demo programme: names of places and units are kept in memory for a minute. */
    private String known(String query) {
        return sql.sql(query).query(String.class).single();
    }

    private UUID person(String username) {
        return sql.sql("select person_id from people.account where username = ?")
                .param(username)
                .query(UUID.class)
                .single();
    }

    private void vet(String language, String username) {
        Page page = as(given.actor(Role.VETTING_OFFICER), language, 1280);
        UUID check = sql.sql("select id from membership.vetting_check where person_id = ?")
                .param(person(username))
                .query(UUID.class)
                .single();
        page.navigate("/membership/vetting?open=" + check);
        page.click("form[data-operation=startVetting] button");
        page.waitForLoadState();
        page.navigate("/membership/vetting?open=" + check);
        page.fill("[name=validTo]", LocalDate.now(clock).plusYears(2).toString());
        page.fill("[name=issuer]", "CID");
        page.fill("[name=evidence]", "file 12");
        page.click("form[data-operation=decideVetting] .button--primary");
        page.waitForLoadState();
    }

    private void accept(String language, String username) {
        Page page = as(given.actor(Role.MEMBERSHIP_OFFICER), language, 1280);
        UUID application = sql.sql("select id from membership.application where person_id = ?")
                .param(person(username))
                .query(UUID.class)
                .single();
        page.navigate("/membership/applications?open=" + application);
        page.click("form[data-operation=checkIdentity] button");
        page.waitForLoadState();
        page.navigate("/membership/applications?open=" + application);
        page.fill("#accept-reason", "all in order");
        page.click("form[data-operation=decideApplication] .button--primary");
        page.waitForLoadState();
        assertThat(sql.sql("select state from membership.application where id = ?")
                        .param(application)
                        .query(String.class)
                        .single())
                .isEqualTo("accepted");
    }

    /** Whoever went through the onboarding path elsewhere has it recorded at the desk. */
    private void onboard(String language, String username) {
        Page page = as(given.actor(Role.TRAINING_OFFICER), language, 1280);
        long number = sql.sql("select number from membership.member where person_id = ?")
                .param(person(username))
                .query(Long.class)
                .single();
        page.navigate("/training/awards/new?q=" + number);
        page.selectOption("[name=qualification]", "onboarding");
        page.fill("[name=validFrom]", LocalDate.now(clock).minusDays(1).toString());
        page.fill("[name=issuer]", "Community policing");
        page.click("form[data-operation=recordAward] .button--primary");
        page.waitForLoadState();
        assertThat(page.url()).endsWith("/training/awards");
    }

    private UUID publish(Page page, String place, LocalDateTime start, LocalDateTime end) {
        String title = "Evening walk " + Given.serial();
        page.navigate("/volunteering/manage/new");
        if (page.locator("select[name=unit]").count() > 0) {
            page.selectOption(
                    "select[name=unit]",
                    page.locator("select[name=unit] option").last().getAttribute("value"));
        }
        page.selectOption("[name=pillar]", "prevention");
        page.selectOption("[name=place]", place);
        page.fill("[name=titleAr]", "دورية المساء");
        page.fill("[name=titleEn]", title);
        page.click("form.form .button--primary");
        page.waitForLoadState();
        UUID opportunity = sql.sql("select id from volunteering.opportunity where title_en = ?")
                .param(title)
                .query(UUID.class)
                .single();
        page.navigate("/volunteering/manage/" + opportunity + "/shifts/new");
        page.fill("[name=startsAt]", LOCAL.format(start));
        page.fill("[name=endsAt]", LOCAL.format(end));
        page.fill("[name='roles[0].nameAr']", "مرشد");
        page.fill("[name='roles[0].nameEn']", "Guide");
        page.fill("[name='roles[0].minimum']", "1");
        page.fill("[name='roles[0].maximum']", "5");
        page.click("form.form .button--primary");
        page.waitForLoadState();
        page.navigate("/volunteering/manage/" + opportunity);
        if (page.locator("form[data-operation=publishOpportunity] button").count() > 0) {
            page.click("form[data-operation=publishOpportunity] button");
            page.waitForLoadState();
        }
        return sql.sql("select id from volunteering.shift where opportunity_id = ? and state = 'published'")
                .param(opportunity)
                .query(UUID.class)
                .single();
    }

    /** What a camera would read from the member's phone. */
    private static String code(Page member) throws Exception {
        member.navigate("/membership/pass");
        member.waitForFunction("() => document.querySelector('.pass__qr path').getAttribute('d').includes('h1v1h-1z')");
        BufferedImage shot = ImageIO.read(
                new ByteArrayInputStream(member.locator(".pass__qr svg").screenshot()));
        int[] pixels = shot.getRGB(0, 0, shot.getWidth(), shot.getHeight(), null, 0, shot.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(shot.getWidth(), shot.getHeight(), pixels))))
                .getText();
    }

    /** Scans with the gate's own script; only the camera's eye is ours, since a headless browser has none. */
    private void scan(Page leader, UUID duty, String code) {
        leader.addInitScript(
                "window.BarcodeDetector = class { static getSupportedFormats() { return Promise.resolve(['qr_code']) }"
                        + " detect() { return Promise.resolve([{ rawValue: '" + code + "' }]) } }");
        leader.navigate("/attendance/gate/" + duty);
        leader.click("[data-scan]");
        waitForFact(duty, "in");
        leader.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(sql.sql("select means from attendance.fact where duty_id = ? and kind = 'in'")
                        .param(duty)
                        .query(String.class)
                        .single())
                .isEqualTo("scan");
    }

    private void waitForFact(UUID duty, String kind) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            if (sql.sql("select count(*) from attendance.fact where duty_id = ? and kind = ?")
                            .params(duty, kind)
                            .query(Integer.class)
                            .single()
                    > 0) {
                return;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("no " + kind + " fact came");
    }

    /** As the analyst reads it, whatever the instant: the tests move the clock, and entries are recorded by it. */
    private long minutes(String unit, String language) {
        Page analyst = as(given.actor(Role.ANALYST), language, 1280);
        String day = LocalDate.now(clock.withZone(Time.PROGRAMME_ZONE)).toString();
        var response = analyst.context()
                .request()
                .get("/statistics/figures.csv?by=unit&asOf=2099-12-31&unit=" + unit + "&period="
                        + LocalDate.parse(day).minusDays(1) + ".."
                        + LocalDate.parse(day).plusDays(1));
        return response.text()
                .lines()
                .skip(1)
                .mapToLong(l -> Long.parseLong(l.split(",")[3]))
                .sum();
    }
}
