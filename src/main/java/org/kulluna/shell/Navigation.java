package org.kulluna.shell;

import java.util.List;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;

/** The side navigation of the desk: one table. Words under {@code nav.}. */
public final class Navigation {
    public record Item(String key, String path, String icon, Right right) {}

    public record Group(String key, List<Item> items) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "today",
                    List.of(
                            new Item("today", "/today", "house", Right.SEE_ROSTER),
                            new Item("today", "/today", "house", Right.SEE_FIGURES),
                            new Item("today", "/today", "house", Right.RECORD_QUALIFICATION),
                            new Item("today", "/today", "house", Right.MANAGE_ACCOUNTS),
                            new Item("today", "/today", "house", Right.READ_AUDIT),
                            new Item("today", "/today", "house", Right.SEE_APPLICATIONS))),
            new Group(
                    "people",
                    List.of(
                            new Item("applications", "/membership/applications", "tray", Right.SEE_APPLICATIONS),
                            new Item("vetting", "/membership/vetting", "shield-check", Right.VET),
                            new Item("members", "/membership/members", "users-three", Right.SEE_MEMBERS),
                            new Item("qualifications", "/training/awards", "certificate", Right.RECORD_QUALIFICATION))),
            new Group(
                    "duties",
                    List.of(
                            new Item("opportunities", "/volunteering/manage", "hand-heart", Right.EDIT_OPPORTUNITIES),
                            new Item("gate", "/attendance/gate", "scan", Right.RECORD_ATTENDANCE),
                            new Item("claims", "/attendance/claims", "check-circle", Right.VERIFY_HOURS),
                            new Item("import", "/imports", "upload-simple", Right.EDIT_OPPORTUNITIES))),
            new Group(
                    "training",
                    List.of(
                            new Item("training-desk", "/training/manage", "graduation-cap", Right.RUN_COURSES),
                            new Item("timetable", "/training/calendar", "calendar", Right.RUN_COURSES),
                            new Item("assessment", "/assessment/courses", "list-checks", Right.RUN_COURSES),
                            new Item("teach", "/training/teach", "clipboard-text", Right.TEACH),
                            new Item("certificates", "/certificates", "seal-check", Right.RECORD_QUALIFICATION))),
            new Group(
                    "whispers",
                    List.of(
                            new Item("whispers-desk", "/whispers/manage", "megaphone", Right.SEE_WHISPERS),
                            new Item("audience", "/audience/segments", "users", Right.BUILD_AUDIENCES),
                            new Item("screens", "/screens", "monitor", Right.MANAGE_SCREENS))),
            new Group("reports", List.of(new Item("reports", "/incidents/desk", "megaphone", Right.HANDLE_REPORTS))),
            new Group(
                    "figures",
                    List.of(
                            new Item("figures", "/statistics/figures", "chart-bar", Right.SEE_FIGURES),
                            new Item("audit", "/audit/entries", "list-checks", Right.READ_AUDIT))),
            new Group(
                    "house",
                    List.of(
                            new Item("accounts", "/people/accounts", "key", Right.ISSUE_RESET_LINK),
                            new Item("units", "/units", "buildings", Right.MANAGE_UNITS),
                            new Item("places", "/places", "map-pin", Right.MANAGE_PLACES),
                            new Item("policies", "/policies", "scales", Right.MANAGE_POLICIES))));

    private Navigation() {}

    public static List<Group> groupsFor(Viewer viewer) {
        return GROUPS.stream()
                .map(g -> new Group(
                        g.key(),
                        g.items().stream()
                                .filter(i -> viewer.may(i.right()))
                                .limit(g.key().equals("today") ? 1 : 9)
                                .toList()))
                .filter(g -> !g.items().isEmpty())
                .toList();
    }
}
