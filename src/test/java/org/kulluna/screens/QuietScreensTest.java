package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class QuietScreensTest extends HouseTest {
    private static final Duration SILENT = QuietScreens.LONG.plusMinutes(1);

    @Autowired
    ScreensGiven screensGiven;

    @Autowired
    QuietScreens quiet;

    @Autowired
    HeartbeatRows beats;

    private void spoke(ScreensGiven.Paired p, Instant at) {
        sql.sql("update screens.screen set paired_at = ? where id = ?")
                .params(at.minusSeconds(60).atOffset(ZoneOffset.UTC), p.id())
                .update();
        beats.put(p.id(), new Heartbeat(at, "1", 0, 0, "figures", true, ""), null);
    }

    private long told(Given.Actor actor, ScreensGiven.Paired p) {
        return sql.sql("select count(*) from delivery.notice where person_id = ? and key = 'screen-quiet' and link = ?")
                .params(actor.person().value(), "/screens/" + p.id())
                .query(Long.class)
                .single();
    }

    @Test
    void officers_of_the_unit_are_told_once_and_anew_only_after_the_player_spoke_again() {
        ScreensGiven.Paired p = screensGiven.paired();
        Given.Actor officer = given.actor(Role.COMMUNICATIONS_OFFICER, p.unit());
        Given.Actor everywhere = given.actor(Role.COMMUNICATIONS_OFFICER);
        Given.Actor other = given.actor(Role.COMMUNICATIONS_OFFICER, given.unit());
        Given.Actor member = given.actor(Role.MEMBER);
        spoke(p, clock.instant().minus(SILENT));
        quiet.sweep();
        quiet.sweep();
        assertThat(told(officer, p)).isEqualTo(1);
        assertThat(told(everywhere, p)).isEqualTo(1);
        assertThat(told(other, p) + told(member, p)).isZero();
        assertThat(visitor(officer).in("en").open("/inbox").text()).contains("Entrance " + p.unit());
        spoke(p, clock.instant());
        quiet.sweep();
        assertThat(told(officer, p)).isEqualTo(1);
        spoke(p, clock.instant().minus(SILENT));
        quiet.sweep();
        assertThat(told(officer, p)).isEqualTo(2);
    }

    @Test
    void nobody_is_told_of_a_screen_that_spoke_lately_or_was_unpaired_or_retired() {
        ScreensGiven.Paired lately = screensGiven.paired();
        ScreensGiven.Paired unpaired = screensGiven.paired();
        ScreensGiven.Paired retired = screensGiven.paired();
        Given.Actor officer = given.actor(Role.COMMUNICATIONS_OFFICER);
        spoke(lately, clock.instant().minus(QuietScreens.LONG.minusMinutes(1)));
        spoke(unpaired, clock.instant().minus(SILENT));
        spoke(retired, clock.instant().minus(SILENT));
        sql.sql("update screens.screen set key_hash = null where id = ?")
                .param(unpaired.id())
                .update();
        sql.sql("update screens.screen set retired_at = now() where id = ?")
                .param(retired.id())
                .update();
        quiet.sweep();
        assertThat(told(officer, lately) + told(officer, unpaired) + told(officer, retired))
                .isZero();
    }
}
