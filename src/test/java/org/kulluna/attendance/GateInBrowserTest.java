package org.kulluna.attendance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.BrowserTest;
import org.kulluna.support.Given;
import org.springframework.beans.factory.annotation.Autowired;

/** The leader's phone with its script: taps, numbers, undo, and a network that comes and goes. */
class GateInBrowserTest extends BrowserTest {
    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Attendance attendance;

    private Given.Actor leader = new Given.Actor(new PersonId(Ids.next()), "", Viewer.STRANGER);
    private Duties.Duty duty;
    private AttendanceGiven.Numbered one = new AttendanceGiven.Numbered(leader.person(), 0);
    private AttendanceGiven.Numbered two = one;

    @BeforeEach
    void a_duty_with_two_people() {
        String unit = given.unit();
        leader = given.actor(Role.SHIFT_LEADER, unit);
        duty = at.running(unit);
        one = at.member(null);
        two = at.member(null);
        at.expected(duty, one.person());
        at.expected(duty, two.person());
    }

    private Page gate() {
        Page page = signIn(window("en", 390), leader.username(), Given.PASSWORD);
        page.navigate("/attendance/gate/" + duty.id() + "?lang=en");
        assertThat(page.locator("[data-band]")).hasText("Everything is sent");
        return page;
    }

    private static Locator button(Page page, AttendanceGiven.Numbered who, String kind) {
        return page.locator("[data-person='" + who.person() + "'] button[value^='" + kind + "']");
    }

    private static void shows(Page page, String look, String headline) {
        assertThat(page.locator("body")).hasClass(Pattern.compile("gate-result--" + look));
        assertThat(page.locator("[data-result] [data-headline]")).hasText(headline);
    }

    private List<String> kinds() {
        return sql.sql("select kind from attendance.fact where duty_id = ? order by recorded_at, happened_at, kind")
                .param(duty.id())
                .query(String.class)
                .list();
    }

    @Test
    void a_tap_turns_green_and_can_be_undone_for_ten_seconds() {
        Page page = gate();
        button(page, one, "in").click();
        shows(page, "in", "Checked in");
        assertThat(page.locator("[data-result] [data-initials]")).hasText("S K");
        assertThat(page.locator("[data-result] [data-line]")).containsText("Usher");
        Locator undo = page.locator("[data-undo-button]");
        assertThat(undo).hasText(Pattern.compile("Undo \\((10|9|8) s\\)"));
        undo.click();
        assertThat(page.locator("[data-inside-count]")).hasText("0");
        page.waitForCondition(() -> kinds().equals(List.of("in", "void")));
        button(page, one, "in").click();
        shows(page, "in", "Checked in");
        assertThat(undo).isVisible();
        page.waitForTimeout(10_500);
        assertThat(page.locator("[data-undo-button]")).isHidden();
        assertThat(page.locator("[data-inside-count]")).hasText("1");
        assertThat(kinds()).containsExactly("in", "void", "in");
    }

    @Test
    void a_number_typed_in_arabic_digits_is_read_and_a_repeat_turns_amber() {
        Page page = gate();
        String arabic = String.valueOf(one.number())
                .chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + 0x660)))
                .collect(java.util.stream.Collectors.joining());
        page.fill("#membershipNumber", arabic);
        page.click("form[data-number-form] button[value^='in']");
        shows(page, "in", "Checked in");
        page.click("[data-next]");
        page.fill("#membershipNumber", String.valueOf(one.number()));
        page.click("form[data-number-form] button[value^='in']");
        shows(page, "already", "Recorded before");
        assertThat(page.locator("[data-result] [data-why]")).containsText("Already in since");
        page.click("[data-leave]");
        shows(page, "in", "Checked out");
        page.waitForCondition(() -> kinds().equals(List.of("in", "out")));
        page.click("[data-next]");
        page.fill("#membershipNumber", "999999999999991");
        page.click("form[data-number-form] button[value^='in']");
        shows(page, "refused", "");
        assertThat(page.locator("[data-result] [data-why]")).containsText("No member has this number");
    }

    @Test
    void without_network_facts_wait_on_the_phone_and_are_sent_once_when_it_is_back() {
        Page page = gate();
        page.context().setOffline(true);
        button(page, one, "in").click();
        shows(page, "in", "Checked in");
        assertThat(page.locator("[data-result] [data-why]")).containsText("Kept on this phone");
        page.click("[data-next]");
        button(page, two, "in").click();
        page.click("[data-next]");
        assertThat(page.locator("[data-band]")).containsText("Kept on this phone: 2");
        assertThat(page.locator("[data-inside-count]")).hasText("2");
        assertThat(kinds()).isEmpty();
        page.context().setOffline(false);
        assertThat(page.locator("[data-band]"))
                .hasText(
                        "Everything is sent",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(40_000));
        assertThat(kinds()).containsExactly("in", "in");
        page.reload();
        assertThat(page.locator("[data-band]")).hasText("Everything is sent");
        assertThat(page.locator("[data-inside-count]")).hasText("2");
        assertThat(kinds()).as("a reload sends nothing again").containsExactly("in", "in");
    }

    @Test
    void what_the_house_will_never_take_is_told_in_words_when_the_network_is_back() {
        Page page = gate();
        page.context().setOffline(true);
        button(page, one, "in").click();
        page.click("[data-next]");
        String elsewhere = "another phone";
        attendance.record(
                leader.viewer(),
                List.of(new NewFact(
                        Ids.next(),
                        duty.id(),
                        one.person(),
                        null,
                        null,
                        FactKind.IN,
                        null,
                        at.now().minusSeconds(60),
                        "tap",
                        elsewhere)));
        page.fill("#membershipNumber", "999999999999992");
        page.click("form[data-number-form] button[value^='in']");
        page.locator("[data-next]").click();
        page.context().setOffline(false);
        Locator troubles = page.locator("[data-trouble-list]");
        assertThat(troubles)
                .containsText(
                        "No member has this number",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(40_000));
        assertThat(troubles).not().containsText("422");
        page.click("[data-troubles-seen]");
        assertThat(page.locator("[data-troubles]")).isHidden();
        assertThat(kinds()).containsExactly("in");
    }

    @Test
    void the_search_forgives_and_needs_no_network() {
        Page page = gate();
        page.context().setOffline(true);
        page.fill("#search", "سارة");
        assertThat(page.locator("[data-person]:visible")).hasCount(2);
        page.fill("#search", "ساره");
        assertThat(page.locator("[data-person]:visible")).hasCount(2);
        page.fill("#search", String.valueOf(two.number()));
        assertThat(page.locator("[data-person]:visible")).hasCount(1);
        page.fill("#search", "nobody at all");
        assertThat(page.locator("[data-person]:visible")).hasCount(0);
        assertThat(page.locator("[data-none]")).isVisible();
    }
}
