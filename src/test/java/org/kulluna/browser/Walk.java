package org.kulluna.browser;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every page of the house and who opens it: the demo's account, then addresses. {@code @/list selector} follows a link,
 * {@code @/list selector >> /more} goes on from where it leads.
 */
final class Walk {
    private static final String SHIFT = "/search?q=%D8%A7%D9%84 a[href*='/manage/shifts/']";
    static final Map<String, List<String>> PAGES = pages();

    private Walk() {}

    private static Map<String, List<String>> pages() {
        Map<String, List<String>> w = new LinkedHashMap<>();
        w.put(
                "",
                List.of(
                        "/",
                        "/sign-in",
                        "/membership/apply",
                        "/volunteering/opportunities",
                        "/credits",
                        "/offline",
                        "/certificates"));
        w.put(
                "member",
                List.of(
                        "/home",
                        "/volunteering/shifts",
                        "/volunteering/shifts?show=others",
                        "@/volunteering/shifts .card__title a",
                        "/volunteering/mine",
                        "/membership/pass",
                        "/attendance/hours",
                        "/attendance/hours/statement",
                        "/training/mine",
                        "/calendar",
                        "@/training/mine a[href$='/quiz']",
                        "@/training/mine a[href$='/feedback']",
                        "/training/courses",
                        "@/training/courses .card__title a",
                        "@/training/courses/first_aid .card__title a",
                        "/certificates/mine",
                        "@/certificates/mine .card .button-row a",
                        "/people/me",
                        "/more",
                        "/whispers",
                        "@/whispers .card__title a",
                        "/inbox",
                        "/delivery/preferences"));
        w.put("student", List.of("/home", "/volunteering/shifts"));
        w.put("leader", List.of("/today", "/attendance/gate", "@/attendance/gate main a[href*='/attendance/gate/']"));
        w.put(
                "membership",
                List.of(
                        "/today",
                        "/membership/applications",
                        "@/membership/applications .queue__item a",
                        "/membership/members",
                        "@/membership/members main td a",
                        "/search?q=%D9%85%D8%AD%D9%85%D8%AF",
                        "/search"));
        w.put("vetting", List.of("/membership/vetting", "@/membership/vetting .queue__item a"));
        w.put(
                "coordinator",
                List.of(
                        "/today",
                        "/volunteering/manage",
                        "/volunteering/manage/new",
                        "@/volunteering/manage main .card__title a, main td a, main .queue__item a",
                        "@" + SHIFT,
                        "@" + SHIFT + " >> /edit",
                        "@" + SHIFT + " >> /sheet",
                        "/imports",
                        "/attendance/claims",
                        "@/attendance/claims main td a, main .queue__item a, main .card__title a"));
        w.put(
                "communications",
                List.of(
                        "/audience/segments",
                        "/audience/segments/new",
                        "/audience/segments",
                        "/audience/segments/new",
                        "/whispers/manage",
                        "/whispers/manage/new",
                        "/whispers/manage/calendar?half=2022-H1",
                        "@/whispers/manage main td a",
                        "@/whispers/manage main td a >> /preview",
                        "@/whispers/manage main td a >> /revisions",
                        "@/whispers/manage?state=sent main td a >> /sending",
                        "@/whispers/manage?state=sent main td a >> /recipients"));
        w.put(
                "training",
                List.of(
                        "/training/awards",
                        "/training/awards/new",
                        "/training/qualifications",
                        "/training/manage",
                        "/training/manage/first_aid",
                        "/training/manage/first_aid/edit",
                        "/training/desk",
                        "@/training/desk main td a",
                        "@/training/desk main td a >> /sessions/new",
                        "@/training/desk main td a >> /sheet",
                        "/training/desk/new?course=first_aid",
                        "/training/manage/onboarding/parts",
                        "/training/rooms",
                        "@/training/rooms main td a",
                        "/training/calendar",
                        "/training/calendar?by=instructor",
                        "/training/teach",
                        "@/training/teach .card__title a",
                        "@/training/teach .card__title a >> /screen",
                        "/assessment/courses",
                        "/assessment/courses/first_aid",
                        "/assessment/courses/first_aid?order=hardest",
                        "/assessment/courses/first_aid/new?kind=several",
                        "@/assessment/courses/first_aid main td a",
                        "@/assessment/courses/first_aid main td a >> /edit",
                        "/assessment/courses/first_aid/criteria",
                        "/assessment/courses/first_aid/feedback",
                        "@/assessment/courses/first_aid/feedback main td a",
                        "@/training/desk main a[href*='/training/desk/']",
                        "@/training/teach a[href*='/training/teach/']"));
        w.put(
                "analyst",
                List.of(
                        "/statistics/figures?period=2022-H1",
                        "/statistics/figures?period=2022-H1&by=nationality",
                        "/statistics/figures?period=2030-H1",
                        "/statistics/figures/rows?period=2022-H1",
                        "@/statistics/figures/rows?period=2022-H1 main td a",
                        "/statistics/training?period=2022-H1",
                        "/statistics/training?period=2022-H1&by=nationality",
                        "/statistics/training?period=2030-H1",
                        "/statistics/training/rows?period=2022-H1",
                        "/statistics/training/rows?period=2022-H1&of=came",
                        "/statistics/training/rows?period=2022-H1&of=onboarded",
                        "/statistics/training/held?period=2022-H1",
                        "/statistics/training/held?period=2022-H1&of=workshops",
                        "/statistics/whispers?period=2022-H1",
                        "/statistics/whispers?period=2022-H1&by=whisper",
                        "@/statistics/whispers?period=2022-H1&by=whisper main th a",
                        "@/statistics/whispers?period=2022-H1&by=whisper main th a[href*='/statistics/whispers/'] >> /states?channel=push&state=accepted",
                        "/statistics/whispers?period=2030-H1",
                        "/statistics/whispers/rows?period=2022-H1",
                        "/statistics/whispers/plays?period=2022-H1",
                        "/statistics/screens?period=2022-H1&by=screen",
                        "/statistics/screens?period=2022-H1&by=screen-group"));
        w.put("auditor", List.of("/audit/entries"));
        w.merge(
                "communications",
                List.of(
                        "/screens",
                        "/screens/pair",
                        "@/screens main td a",
                        "/screens/loops",
                        "/screens/loops/new",
                        "@/screens/loops main td a",
                        "@/screens/loops main td a >>> main a[href*='/items/']",
                        "/screens/groups",
                        "/screens/groups/new",
                        "@/screens/groups main td a"),
                Walk::both);
        w.put(
                "admin",
                List.of(
                        "/people/accounts",
                        "@/people/accounts main td a, main .queue__item a",
                        "/people/accounts/new",
                        "/units",
                        "/places",
                        "/policies",
                        "@/policies main a[href^='/policies/']"));
        w.merge("member", List.of("/incidents/report", "/incidents/mine", "@/incidents/mine .card a"), Walk::both);
        w.merge("duty", List.of("/incidents/desk", "@/incidents/desk?state=all main td a"), Walk::both);
        return w;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Opens the address; answers the status. */
    static int open(Page page, String path) {
        String address = path;
        if (path.startsWith("@")) {
            String[] parts = path.substring(1).split(" ", 2);
            String[] links = parts[1].split(" >>> ", 2);
            String[] way = links[links.length - 1].split(" >> ", 2);
            page.navigate(parts[0]);
            if (links.length > 1) {
                page.navigate(page.locator(links[0]).first().getAttribute("href"));
            }
            address = page.locator(way[0]).first().getAttribute("href") + (way.length > 1 ? way[1] : "");
            if (address.startsWith("?")) {
                address = parts[0].replaceAll("\\?.*", "") + address;
            }
        }
        var answer = page.navigate(address);
        return answer == null ? 0 : answer.status();
    }
}
