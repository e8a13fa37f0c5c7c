package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class GroupsTest extends HouseTest {
    @Autowired
    ScreensGiven screensGiven;

    @Autowired
    Groups groups;

    @Autowired
    Loops loops;

    @Autowired
    ProgrammeRows programmes;

    private static GroupForm form(String unit, List<String> screens, int version) {
        return new GroupForm(Ids.next().toString(), "مجموعة", "Group", unit, screens, String.valueOf(version));
    }

    private String programme(UUID screen) {
        return programmes.programme(screen, clock.instant());
    }

    @Test
    void what_is_timed_for_a_group_plays_on_its_screens_and_nowhere_when_it_is_retired() {
        ScreensGiven.Paired p = screensGiven.paired();
        Viewer officer = screensGiven.officer(p.unit());
        GroupForm form = form(p.unit(), List.of(), 0);
        ScreenGroup group = groups.add(officer, form);
        assertThat(groups.add(officer, form)).isEqualTo(group);
        UUID loop =
                loops.add(officer, new LoopForm(null, "حلقة", "Loop", p.unit())).id();
        loops.schedule(officer, loop, new ScheduleForm(null, "", group.id().toString(), "", "", "", "", "", ""));
        assertThat(programme(p.id())).contains("\"schedules\": []");
        ScreenGroup full = groups.change(officer, group.id(), form(p.unit(), List.of(p.id().toString()), 0));
        assertThat(full.screens()).containsExactly(p.id());
        assertThat(programme(p.id())).contains("\"target\": \"group\"").contains(loop.toString());
        assertThatThrownBy(() -> groups.change(officer, group.id(), form(p.unit(), List.of(), 0)))
                .hasMessage("changed-meanwhile");
        groups.retire(officer, group.id());
        groups.retire(officer, group.id());
        assertThat(programme(p.id())).contains("\"schedules\": []");
        assertThat(loops.get(officer, loop).schedules()).hasSize(1);
    }

    @Test
    void another_units_screens_and_groups_are_no_choice_and_a_schedule_has_one_target() {
        ScreensGiven.Paired p = screensGiven.paired();
        ScreensGiven.Paired other = screensGiven.paired();
        Viewer officer = screensGiven.officer(p.unit());
        for (List<String> wrong : List.of(List.of(other.id().toString()), List.of("x"))) {
            assertThatThrownBy(() -> groups.add(officer, form(p.unit(), wrong, 0)))
                    .hasMessage("invalid");
        }
        assertThatThrownBy(() -> groups.add(officer, form(other.unit(), List.of(), 0)))
                .hasMessage("invalid");
        UUID mine = groups.add(officer, form(p.unit(), List.of(), 0)).id();
        UUID theirs = groups.add(screensGiven.officer(other.unit()), form(other.unit(), List.of(), 0))
                .id();
        UUID loop =
                loops.add(officer, new LoopForm(null, "حلقة", "Loop", p.unit())).id();
        for (ScheduleForm wrong : List.of(
                new ScheduleForm(null, "", theirs.toString(), "", "", "", "", "", ""),
                new ScheduleForm(null, "", "x", "", "", "", "", "", ""),
                new ScheduleForm(null, p.id().toString(), mine.toString(), "", "", "", "", "", ""))) {
            assertThatThrownBy(() -> loops.schedule(officer, loop, wrong)).hasMessage("invalid");
        }
        assertThatThrownBy(() -> groups.get(officer, theirs)).hasMessage("not-found");
        assertThatThrownBy(() -> groups.retire(officer, theirs)).hasMessage("not-found");
        assertThat(groups.list(officer)).extracting(ScreenGroup::id).containsExactly(mine);
    }

    @Test
    void an_officer_ticks_screens_on_the_page_and_a_program_does_so_by_its_twin() {
        ScreensGiven.Paired p = screensGiven.paired();
        Given.Actor actor = given.actor(Role.COMMUNICATIONS_OFFICER, p.unit());
        Visitor officer = visitor(actor).open("/screens/groups/new");
        officer.submit("form[action=/screens/groups/new]", Map.of("nameAr", "", "nameEn", "Hall", "unit", p.unit()));
        assertThat(officer.status()).isEqualTo(422);
        officer.submit("form[action=/screens/groups/new]", Map.of("nameAr", "القاعة", "unit", p.unit()));
        assertThat(officer.status()).as(officer.text()).isEqualTo(200);
        UUID id = groups.list(actor.viewer()).getFirst().id();
        String address = "/screens/groups/" + id;
        assertThat(officer.path()).startsWith(address);
        officer.submit("form[action=" + address + "]", Map.of("screens", p.id().toString()));
        assertThat(groups.get(actor.viewer(), id).screens()).containsExactly(p.id());
        assertThat(officer.page().select("input[name=screens][checked]")).hasSize(1);
        ApiClient api = api(actor);
        String twin = "/api/v1" + address;
        Map<String, Object> empty = Map.of("nameAr", "ق", "nameEn", "H", "screens", List.of(), "version", "1");
        assertThat(api.put(twin, empty).body().path("screens").size()).isZero();
        assertThat(api.put(twin, empty).status()).isEqualTo(409);
        assertThat(api.post(twin + "/retire", Map.of()).status()).isEqualTo(204);
        assertThat(api.post(twin + "/retire", Map.of()).status()).isEqualTo(204);
        assertThat(api.get(twin).status()).isEqualTo(404);
        assertThat(officer.open("/screens/groups").text()).doesNotContain("القاعة");
    }
}
