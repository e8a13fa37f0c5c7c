package org.kulluna.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.support.BrowserTest;
import org.kulluna.support.Given;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

/** A course in a real browser: from the catalogue to a certificate that a stranger checks. */
class TrainingJourneyTest extends BrowserTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final String GIVES = "crowd_guidance";

    @Autowired
    private VolunteeringGiven members;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void from_the_catalogue_to_a_certificate_that_a_stranger_checks(String language) {
        clock.setTo(clock.instant().truncatedTo(ChronoUnit.MINUTES).plusSeconds(1));
        String course = "journey_" + Given.serial();
        Page office = as(given.actor(Role.TRAINING_OFFICER), language, 1280);
        course(office, course);
        String desk = open(office, course);
        UUID offering = UUID.fromString(desk.replaceFirst(".*/", ""));
        UUID session = only("select id from training.session where offering_id = ?", offering);

        Given.Actor member = members.member();
        Page phone = as(member, language, 390);
        enrol(phone, course);
        clock.forward(Duration.ofMinutes(31));
        office.navigate("/training/teach/" + session + "/screen");
        String code = office.locator("[data-code] bdi").textContent();
        phone.navigate("/training/mine");
        phone.click("a[href$='/training/sessions/" + session + "/here']");
        phone.fill("#code", code);
        phone.click("form[data-operation=sayHere] button");
        phone.waitForLoadState();
        assertThat(sql.sql("select count(*) from attendance.fact where duty_id = ? and kind = 'in'")
                        .param(session)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        takeQuiz(phone, offering);
        clock.forward(Duration.ofMinutes(61));
        settle(office, desk);

        String address = certificate(phone);
        check(language, address);
    }

    private Page as(Given.Actor actor, String language, int width) {
        return signIn(window(language, width), actor.username(), Given.PASSWORD);
    }

    private UUID only(String query, Object param) {
        return sql.sql(query).param(param).query(UUID.class).single();
    }

    private static void course(Page page, String code) {
        page.navigate("/training/manage/new");
        page.fill("[name=code]", code);
        page.selectOption(
                "[name=unit]", page.locator("[name=unit] option").last().getAttribute("value"));
        page.selectOption("[name=level]", "specialised");
        page.fill("[name=titleAr]", "تنظيم الحشود");
        page.fill("[name=titleEn]", "Crowds " + code);
        page.selectOption("[name=qualification]", GIVES);
        page.fill("[name=validityMonths]", "12");
        page.selectOption("[name=assessedBy]", "quiz");
        page.fill("[name=passMark]", "50");
        page.fill("[name=quizQuestions]", "2");
        page.click("form[data-operation=createCourse] .button--primary");
        page.waitForLoadState();
        for (int i = 1; i <= 2; i++) {
            question(page, code, i);
        }
        page.navigate("/training/manage/" + code);
        page.click("form[data-operation=moveCourse] button");
        page.waitForLoadState();
        assertThat(page.locator("a[href='/training/desk/new?course=" + code + "']")
                        .count())
                .as(page.url())
                .isPositive();
    }

    private static void question(Page page, String course, int number) {
        page.navigate("/assessment/courses/" + course + "/new");
        page.fill("[name=textAr]", "السؤال " + number + "؟");
        page.fill("[name=textEn]", "Question " + number + "?");
        page.fill("[name=ar1]", "نعم");
        page.fill("[name=en1]", "Yes");
        page.fill("[name=ar2]", "لا");
        page.fill("[name=en2]", "No");
        page.check("[name=right][value='1']");
        page.fill("[name=whyAr]", "هكذا هي");
        page.fill("[name=whyEn]", "So it is");
        page.click("form[data-operation=createQuestion] .button--primary");
        page.waitForLoadState();
        Locator activate = page.locator("form[data-operation=moveQuestion] .button--primary");
        if (activate.count() > 0) {
            activate.click();
            page.waitForLoadState();
        }
    }

    private String open(Page page, String course) {
        page.navigate("/training/desk/new?course=" + course);
        if (page.locator("select[name=unit]").count() > 0) {
            page.selectOption(
                    "[name=unit]", page.locator("[name=unit] option").last().getAttribute("value"));
        }
        page.fill("[name=minimum]", "1");
        page.click("form[data-operation=createOffering] .button--primary");
        page.waitForLoadState();
        String desk = page.url().replaceFirst("^.*?(?=/training)", "");
        LocalDateTime start = LocalDateTime.ofInstant(clock.instant(), Time.PROGRAMME_ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(30);
        page.navigate(desk + "/sessions/new");
        page.fill("[name=startsAt]", LOCAL.format(start));
        page.fill("[name=endsAt]", LOCAL.format(start.plusHours(1)));
        page.click("form[data-operation=putSession] .button--primary");
        page.waitForLoadState();
        page.click("form[data-operation=announceOffering] button");
        page.waitForLoadState();
        return desk;
    }

    private static void enrol(Page phone, String course) {
        phone.navigate("/training/courses?q=" + course);
        phone.navigate("/training/courses/" + course);
        phone.click("main a[href*='/training/offerings/']");
        phone.click("form[data-operation=enrol] button");
        phone.waitForLoadState();
        assertThat(phone.locator("form[data-operation=cancelEnrolment]").count())
                .as("a place is kept")
                .isPositive();
    }

    private static void takeQuiz(Page phone, UUID offering) {
        phone.navigate("/assessment/offerings/" + offering + "/quiz");
        phone.click("form[data-operation=startQuiz] button");
        phone.waitForLoadState();
        assertThat(phone.content()).doesNotContain("So it is").doesNotContain("هكذا هي");
        Locator right = phone.locator("label.choice")
                .filter(new Locator.FilterOptions().setHasText(java.util.regex.Pattern.compile("^\\s*(نعم|Yes)\\s*$")));
        for (int i = 0; i < 2; i++) {
            right.nth(i).locator("input").check();
        }
        phone.click("button[formaction$='/submit']");
        phone.waitForLoadState();
        assertThat(phone.locator(".notice--good").count()).as(phone.url()).isPositive();
    }

    private static void settle(Page office, String desk) {
        office.navigate(desk);
        office.click("details.confirm:has(form[data-operation=closeOffering]) > summary");
        office.click("form[data-operation=closeOffering] button");
        office.waitForLoadState();
        assertThat(office.locator("form[data-operation=closeOffering]").count()).isZero();
    }

    /** Downloads it; answers where it is checked. */
    private static String certificate(Page phone) {
        phone.navigate("/certificates/mine");
        String pdf = phone.locator("a[href$='/certificate.pdf']").first().getAttribute("href");
        byte[] file = phone.context().request().get(pdf).body();
        assertThat(new String(file, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        return phone.locator("a[href^='/certificates/']").all().stream()
                .map(a -> a.getAttribute("href"))
                .filter(a -> a.matches("/certificates/[0-9a-f]{32}"))
                .findFirst()
                .orElseThrow();
    }

    private void check(String language, String address) {
        Page stranger = window(language, 390);
        stranger.navigate(address);
        assertThat(stranger.locator(".status--good, .notice--good").count()).isPositive();
        String credential =
                stranger.context().request().get(address + "/credential.json").text();
        assertThat(credential).contains("eddsa-rdfc-2022").contains("OpenBadgeCredential");
        assertThat(stranger.context()
                        .request()
                        .get("/certificates/" + "0".repeat(32))
                        .status())
                .isEqualTo(404);
    }
}
