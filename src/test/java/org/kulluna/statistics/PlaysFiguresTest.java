package org.kulluna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;

/** Plays by screen, by group of screens and by theme: each figure opens to its rows. */
class PlaysFiguresTest extends HouseTest {
    private static final String HALF = "period=2012-H1";
    private static final Instant SENT = Instant.parse("2012-05-05T08:00:00Z");

    private String unit;
    private String entrance;
    private String hall;
    private String both;
    private String one;

    @BeforeEach
    void two_screens_of_which_one_stands_in_two_groups_and_two_themes() {
        ReachGiven reach = new ReachGiven(sql);
        unit = given.unit();
        entrance = reach.screen(unit, given.place());
        hall = reach.screen(unit, given.place());
        String alone = reach.screen(unit, given.place());
        both = reach.group(unit, entrance, hall);
        one = reach.group(unit, hall);
        ReachGiven.Told safety = reach.whisper(unit, "safety", SENT);
        ReachGiven.Told volunteering = reach.whisper(unit, "volunteering", SENT);
        reach.play(safety, entrance, "al_ain", SENT.plusSeconds(60), 1);
        reach.play(safety, hall, "al_ain", SENT.plusSeconds(60), 2);
        reach.play(volunteering, hall, "al_ain", SENT.plusSeconds(90), 4);
        reach.play(volunteering, alone, "al_ain", SENT.plusSeconds(90), 8);
    }

    private ApiClient.Answer ask(Given.Actor who, String path, String query) {
        return api(who).get("/api/v1/figures/" + path + "?" + HALF + "&unit=" + unit + query);
    }

    private Map<String, Long> groups(String by) {
        Map<String, Long> groups = new TreeMap<>();
        ask(given.actor(Role.ANALYST), "screens", "&by=" + by)
                .body()
                .path("groups")
                .forEach(g -> groups.put(
                        g.path("value").asString(),
                        g.path("figure").path("plays").asLong()));
        return groups;
    }

    @Test
    void by_screen_and_by_theme_they_add_up_and_by_group_one_of_two_groups_is_of_both() {
        assertThat(groups("theme")).isEqualTo(Map.of("safety", 2L, "volunteering", 2L));
        assertThat(groups("screen")).hasSize(3).containsEntry(hall, 2L).containsEntry(entrance, 1L);
        assertThat(groups("screen-group")).isEqualTo(new TreeMap<>(Map.of(both, 3L, one, 2L)));
        var all = ask(given.actor(Role.ANALYST), "screens", "").body().path("plays");
        assertThat(all.path("plays").asLong()).isEqualTo(4);
        assertThat(all.path("estimatedAudience").asDouble()).isEqualTo(15);
    }

    @Test
    void each_group_opens_to_exactly_its_rows() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        for (String by : new String[] {"screen", "screen-group", "theme"}) {
            groups(by)
                    .forEach((value, plays) -> assertThat(ask(analyst, "whispers/plays", "&" + by + "=" + value)
                                    .body()
                                    .path("rows")
                                    .size())
                            .as(by + " " + value)
                            .isEqualTo(plays.intValue()));
        }
        var page = visitor(analyst).in("en").open("/statistics/screens?" + HALF + "&unit=" + unit + "&by=screen-group");
        assertThat(page.text()).contains("Group " + both).contains("need not add up");
        String link =
                page.page().select("td a[href*='screen-group=" + both + "']").attr("href");
        assertThat(link).startsWith("/statistics/whispers/plays?");
        page.open(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("tbody tr")).hasSize(3);
        assertThat(page.page().select("nav.crumbs a").attr("href")).startsWith("/statistics/screens?");
        assertThat(page.open(page.page().select("nav.crumbs a").attr("href")).status())
                .isEqualTo(200);
    }

    @Test
    void the_theme_also_groups_plays_beside_whom_whispers_reached() {
        var told = ask(given.actor(Role.ANALYST), "whispers", "&by=theme").body();
        assertThat(told.path("playGroups").size()).isEqualTo(2);
    }

    @Test
    void who_acts_for_another_unit_sees_none_and_strangers_and_members_find_nothing() {
        Given.Actor other = given.actor(Role.ANALYST, given.unit());
        assertThat(ask(other, "screens", "").body().path("plays").path("plays").asLong())
                .isZero();
        assertThat(ask(other, "screens", "&by=screen").body().path("groups").size())
                .isZero();
        Given.Actor member = given.actor(Role.MEMBER);
        assertThat(ask(member, "screens", "").status()).isEqualTo(404);
        assertThat(visitor(member).open("/statistics/screens").status()).isEqualTo(404);
        assertThat(new ApiClient(port).get("/api/v1/figures/screens").status()).isEqualTo(401);
        assertThat(stranger().open("/statistics/screens").path()).startsWith("/sign-in");
        Given.Actor officer = given.actor(Role.COMMUNICATIONS_OFFICER, unit);
        assertThat(visitor(officer)
                        .open("/statistics/screens?" + HALF + "&by=screen")
                        .page()
                        .select("a[href*='/whispers/plays']"))
                .as("who may not open rows has no link to them")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen=x", "screen-group=x", "by=nationality", "by=gender", "period=x", "gender=male"})
    void what_nobody_can_read_or_screens_do_not_know_is_refused_in_words(String query) {
        Given.Actor analyst = given.actor(Role.ANALYST);
        assertThat(api(analyst).get("/api/v1/figures/screens?" + query).status())
                .isEqualTo(422);
        var page = visitor(analyst).in("en").open("/statistics/screens?" + query);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).doesNotContain("⟦");
    }

    @Test
    void the_page_prints_its_definitions_in_both_languages() {
        for (String language : new String[] {"ar", "en"}) {
            for (String by : new String[] {"screen", "screen-group", "theme", "month"}) {
                var page = visitor(given.actor(Role.ANALYST))
                        .open("/statistics/screens?" + HALF + "&unit=" + unit + "&by=" + by + "&lang=" + language);
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.text()).doesNotContain("⟦");
                assertThat(page.page().select("details.definition")).hasSize(2);
            }
        }
    }
}
