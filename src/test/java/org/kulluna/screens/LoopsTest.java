package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class LoopsTest extends HouseTest {
    @Autowired
    ScreensGiven screensGiven;

    @Autowired
    Loops loops;

    @Autowired
    ProgrammeRows programmes;

    private static ScheduleForm when(String screen, String from, String to) {
        return new ScheduleForm(Ids.next().toString(), screen, "", "3", "", "", "1 7", from, to);
    }

    @Test
    void items_keep_their_order_move_by_one_and_reach_the_players_programme() {
        ScreensGiven.Paired p = screensGiven.paired();
        Viewer officer = screensGiven.officer(p.unit());
        LoopForm form = new LoopForm(Ids.next().toString(), "حلقة", "Loop", p.unit());
        UUID id = loops.add(officer, form).id();
        assertThat(loops.add(officer, form).id()).isEqualTo(id);
        ItemForm figures = new ItemForm(Ids.next().toString(), "figures", "", "", "10");
        loops.addItem(officer, id, figures);
        loops.addItem(officer, id, figures);
        loops.addItem(officer, id, new ItemForm(null, "whispers", "", "", "12"));
        List<Loop.Item> items = loops.addItem(officer, id, new ItemForm(null, "opportunities", "", "", "9"))
                .items();
        assertThat(items).extracting(Loop.Item::kind).containsExactly("figures", "whispers", "opportunities");
        UUID last = items.getLast().id();
        loops.move(officer, id, last, -1);
        loops.move(officer, id, last, -1);
        assertThat(loops.move(officer, id, last, -1).items())
                .extracting(Loop.Item::kind)
                .containsExactly("opportunities", "figures", "whispers");
        loops.move(officer, id, last, 0);
        loops.schedule(officer, id, when(p.id().toString(), "22:00", "02:00"));
        String told = programmes.programme(p.id(), clock.instant());
        assertThat(told)
                .contains("\"target\": \"screen\"")
                .contains("\"fromTime\": \"22:00\"")
                .contains("\"weekdays\": [1, 7]")
                .doesNotContain(last.toString());
        UUID schedule = loops.get(officer, id).schedules().getFirst().id();
        loops.end(officer, schedule);
        assertThat(programmes.programme(p.id(), clock.instant())).contains("\"schedules\": []");
    }

    @Test
    void nonsense_is_told_beside_its_field_and_another_units_things_are_no_choice() {
        ScreensGiven.Paired p = screensGiven.paired();
        ScreensGiven.Paired other = screensGiven.paired();
        Viewer officer = screensGiven.officer(p.unit());
        UUID id =
                loops.add(officer, new LoopForm(null, "حلقة", "Loop", p.unit())).id();
        for (ScheduleForm f : List.of(
                when(other.id().toString(), "", ""),
                when("x", "", ""),
                when("", "25:00", "26:00"),
                when("", "08:00", ""),
                when("", "08:00", "08:00"),
                new ScheduleForm(null, "", "", "10", "", "", "", "", ""),
                new ScheduleForm(null, "", "", "", "2026-02-30", "", "", "", ""),
                new ScheduleForm(null, "", "", "", "2026-02-03", "2026-02-01", "", "", ""))) {
            assertThatThrownBy(() -> loops.schedule(officer, id, f)).hasMessage("invalid");
        }
        for (ItemForm f : List.of(
                new ItemForm(null, "video", "", "", "9"),
                new ItemForm(null, "figures", "", "", "2"),
                new ItemForm(null, "whisper", Ids.next().toString(), "", "9"))) {
            assertThatThrownBy(() -> loops.addItem(officer, id, f)).hasMessage("invalid");
        }
        Viewer stranger = screensGiven.officer(other.unit());
        assertThatThrownBy(() -> loops.get(stranger, id)).hasMessage("not-found");
        assertThatThrownBy(() -> loops.add(stranger, new LoopForm(null, "ا", "a", p.unit())))
                .hasMessage("invalid");
        assertThat(programmes.programme(other.id(), clock.instant())).doesNotContain(id.toString());
    }
}
