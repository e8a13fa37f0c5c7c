package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class LoopPagesTest extends HouseTest {
    @Autowired
    ScreensGiven screensGiven;

    @Autowired
    Loops loops;

    @Autowired
    ProgrammeRows programmes;

    private Loop only(String unit) {
        Viewer officer = screensGiven.officer(unit);
        return loops.list(officer).stream()
                .filter(l -> l.unit().equals(unit))
                .reduce((a, b) -> {
                    throw new AssertionError("two loops");
                })
                .orElseThrow();
    }

    @Test
    void an_officer_makes_a_loop_orders_what_turns_and_times_it_for_a_screen_by_forms_alone() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID whisper = screensGiven.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        Visitor officer = visitor(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()));
        officer.open("/screens/loops/new")
                .submit(
                        "form[action=/screens/loops/new]",
                        Map.of("nameAr", "حلقة", "nameEn", "Loop", "unit", p.unit()));
        String address = "/screens/loops/" + only(p.unit()).id();
        assertThat(officer.path()).startsWith(address);
        String items = "form[action=" + address + "/items]";
        officer.submit(items, Map.of("kind", "figures", "seconds", "10"));
        officer.submit(items, Map.of("kind", "whisper", "whisper", whisper.toString(), "seconds", "12"));
        assertThat(officer.text()).contains("همسة " + whisper);
        UUID second = only(p.unit()).items().getLast().id();
        String move = "form[action=" + address + "/items/" + second + "/move]";
        officer.submit(move, Map.of("step", "earlier"));
        assertThat(only(p.unit()).items()).extracting(Loop.Item::kind).containsExactly("whisper", "figures");
        officer.submit(
                "form[action=" + address + "/schedules]",
                Map.of("screen", p.id().toString(), "weekdays", "1\n7", "fromTime", "08:00", "toTime", "20:00"));
        assertThat(only(p.unit()).schedules()).singleElement().satisfies(s -> {
            assertThat(s.weekdays()).containsExactly(1, 7);
            assertThat(s.screen()).isEqualTo(p.id());
        });
        assertThat(programmes.programme(p.id(), clock.instant())).contains(second.toString());
        officer.open(address).submit(move, Map.of("step", "out"));
        officer.submit("form[action^=/screens/schedules/]", Map.of());
        assertThat(only(p.unit()).schedules()).isEmpty();
        assertThat(only(p.unit()).items()).extracting(Loop.Item::kind).containsExactly("figures");
        officer.submit("form[action=" + address + "/retire]", Map.of());
        assertThat(officer.path()).startsWith("/screens/loops");
        assertThat(loops.list(screensGiven.officer(p.unit()))).isEmpty();
    }

    @Test
    void what_is_sent_twice_changes_nothing_and_what_is_wrong_is_told_with_what_was_typed() {
        ScreensGiven.Paired p = screensGiven.paired();
        Visitor officer = visitor(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()));
        Map<String, String> form =
                Map.of("id", Ids.next().toString(), "nameAr", "حلقة", "nameEn", "Loop", "unit", p.unit());
        officer.open("/screens/loops/new").submit("form[action=/screens/loops/new]", form);
        officer.open("/screens/loops/new").submit("form[action=/screens/loops/new]", form);
        Loop loop = only(p.unit());
        String address = "/screens/loops/" + loop.id();
        officer.open(address)
                .submit("form[action=" + address + "/items]", Map.of("kind", "figures", "seconds", "2", "id", "x"));
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.page().selectFirst("input[name=seconds]").val()).isEqualTo("2");
        officer.submit("form[action=" + address + "/schedules]", Map.of("fromTime", "25:00"));
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.page().selectFirst("input[name=fromTime]").val()).isEqualTo("25:00");
        assertThat(only(p.unit())).isEqualTo(loop);
        Viewer viewer = screensGiven.officer(p.unit());
        loops.addItem(viewer, loop.id(), new ItemForm(null, "figures", "", "", "9"));
        UUID item = only(p.unit()).items().getFirst().id();
        loops.move(viewer, loop.id(), item, 0);
        assertThat(loops.move(viewer, loop.id(), item, 0).items()).isEmpty();
        loops.retire(viewer, loop.id());
        loops.retire(viewer, loop.id());
        assertThat(sql.sql("select count(*) from audit.entry where action = 'screens.retire-loop' and subject_id = ?")
                        .param(loop.id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_member_a_stranger_and_another_unit_find_no_loop() {
        ScreensGiven.Paired p = screensGiven.paired();
        LoopForm form = new LoopForm(null, "حلقة", "Secret loop", p.unit());
        UUID id = loops.add(screensGiven.officer(p.unit()), form).id();
        Given.Actor other = given.actor(Role.COMMUNICATIONS_OFFICER, given.unit());
        assertThat(visitor(other).open("/screens/loops/" + id).status()).isEqualTo(404);
        assertThat(visitor(other).in("en").open("/screens/loops").text()).doesNotContain("Secret loop");
        assertThat(visitor(given.actor(Role.MEMBER)).open("/screens/loops").status())
                .isEqualTo(404);
        assertThat(stranger().open("/screens/loops/" + id).path()).startsWith("/sign-in");
        assertThat(visitor(other).open("/screens/loops/nonsense").status()).isEqualTo(404);
    }
}
