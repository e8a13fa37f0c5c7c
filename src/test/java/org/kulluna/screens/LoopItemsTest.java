package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages by address in a loop, and an item that is changed. */
class LoopItemsTest extends HouseTest {
    private static final String TODAY = "https://pages.example/today";

    @Autowired
    ScreensGiven screensGiven;

    @Autowired
    Loops loops;

    @Autowired
    ProgrammeRows programmes;

    @Autowired
    Plays plays;

    @Autowired
    ScreenRows screens;

    @Autowired
    PlayLog log;

    private Loop.Item only(String unit, UUID loop) {
        List<Loop.Item> items = loops.get(screensGiven.officer(unit), loop).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    @Test
    void an_officer_adds_and_changes_a_page_by_forms_alone_and_players_get_its_address() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID loop = screensGiven.loop(p.unit());
        String address = "/screens/loops/" + loop;
        Visitor officer =
                visitor(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit())).in("en");
        assertThat(officer.open(address).text()).contains("https://pages.example");
        officer.submit("form[action=" + address + "/items]", Map.of("kind", "page", "address", TODAY, "seconds", "20"));
        Loop.Item first = only(p.unit(), loop);
        assertThat(first.address()).isEqualTo(TODAY);
        assertThat(officer.page().select("a[href='" + TODAY + "'][rel=noreferrer]"))
                .hasSize(1);
        assertThat(programmes.programme(p.id(), clock.instant())).contains(TODAY);
        String item = address + "/items/" + first.id();
        assertThat(officer.open(item).page().selectFirst("input[name=address]").val())
                .isEqualTo(TODAY);
        officer.submit("form[action=" + item + "]", Map.of("address", "https://evil.example/"));
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.text()).contains("Screens may not show pages of this site");
        assertThat(officer.page().selectFirst("input[name=address]").val()).isEqualTo("https://evil.example/");
        officer.submit("form[action=" + item + "]", Map.of("address", TODAY + "/2", "seconds", "30"));
        Loop.Item second = only(p.unit(), loop);
        assertThat(second.address()).isEqualTo(TODAY + "/2");
        assertThat(second.id()).as("what was played of the first stays its own").isNotEqualTo(first.id());
        assertThat(officer.open(item).status()).isEqualTo(404);
    }

    @Test
    void a_program_does_the_same_and_the_same_change_twice_changes_once() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID loop = screensGiven.loop(p.unit(), ScreensGiven.whispers(12));
        UUID old = only(p.unit(), loop).id();
        ApiClient officer = api(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()));
        String path = "/api/v1/screens/loops/" + loop + "/items/" + old;
        Map<String, String> page =
                Map.of("id", Ids.next().toString(), "kind", "page", "address", TODAY, "seconds", "20");
        assertThat(officer.put(path, page).status()).isEqualTo(200);
        assertThat(officer.put(path, page).status()).isEqualTo(200);
        assertThat(only(p.unit(), loop).address()).isEqualTo(TODAY);
        assertThat(officer.put(path, Map.of("kind", "figures", "seconds", "9")).status())
                .as("one that is not there any more")
                .isEqualTo(404);
        for (Map<String, String> wrong : List.of(
                Map.of("kind", "page", "seconds", "9"),
                Map.of("kind", "page", "seconds", "9", "address", "javascript:alert(1)"),
                Map.of("kind", "page", "seconds", "9", "address", "http://pages.example/"),
                Map.of("kind", "video", "seconds", "9", "address", TODAY))) {
            assertThat(officer.post("/api/v1/screens/loops/" + loop + "/items", wrong)
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void another_units_whisper_is_neither_offered_nor_taken() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID loop = screensGiven.loop(p.unit(), ScreensGiven.whispers(12));
        UUID own = screensGiven.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        UUID other = screensGiven.whisper(given.unit(), false, clock.instant().plusSeconds(3600));
        Given.Actor actor = given.actor(Role.COMMUNICATIONS_OFFICER, p.unit());
        Visitor officer = visitor(actor);
        assertThat(officer.open("/screens/loops/" + loop).page().select("option[value=" + own + "]"))
                .isNotEmpty();
        assertThat(officer.page().select("option[value=" + other + "]")).isEmpty();
        assertThat(api(actor)
                        .post(
                                "/api/v1/screens/loops/" + loop + "/items",
                                Map.of("kind", "whisper", "whisper", other.toString(), "seconds", "9"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_stranger_a_member_and_another_unit_neither_see_nor_change_an_item() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID loop = screensGiven.loop(p.unit(), ScreensGiven.page(TODAY, 20));
        String path =
                "/screens/loops/" + loop + "/items/" + only(p.unit(), loop).id();
        Given.Actor other = given.actor(Role.COMMUNICATIONS_OFFICER, given.unit());
        Given.Actor member = given.actor(Role.MEMBER);
        assertThat(stranger().open(path).path()).startsWith("/sign-in");
        Map<String, String> page = Map.of("kind", "page", "address", TODAY + "/3", "seconds", "20");
        assertThat(new ApiClient(port).put("/api/v1" + path, page).status()).isEqualTo(401);
        for (Given.Actor no : List.of(other, member)) {
            assertThat(visitor(no).open(path).status()).isEqualTo(404);
            assertThat(api(no).put("/api/v1" + path, page).status()).isEqualTo(404);
        }
        Viewer officer = screensGiven.officer(p.unit());
        UUID elsewhere = screensGiven.loop(p.unit());
        assertThatThrownBy(() ->
                        loops.item(officer, elsewhere, only(p.unit(), loop).id()))
                .as("in another loop")
                .hasMessage("not-found");
        assertThat(only(p.unit(), loop).address()).isEqualTo(TODAY);
    }

    /** The operator took the site back, or the row was written by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"https://gone.example/", "https://pages.example.evil.example/", "javascript:alert(1)"})
    void a_page_of_a_site_that_is_not_named_reaches_no_player_and_its_loop_says_so(String address) {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID loop = screensGiven.loop(p.unit(), ScreensGiven.page(TODAY, 20));
        sql.sql("update screens.loop_item set address = ? where loop_id = ?")
                .params(address, loop)
                .update();
        assertThat(programmes.programme(p.id(), clock.instant())).doesNotContain(address);
        assertThat(visitor(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()))
                        .in("en")
                        .open("/screens/loops/" + loop)
                        .text())
                .contains("its site is not named any more");
    }

    @Test
    void only_the_players_page_frames_and_only_what_is_named() throws Exception {
        assertThat(policy("/screens/player"))
                .contains("frame-src https://pages.example")
                .contains("connect-src 'self' https://pages.example;")
                .contains("frame-ancestors 'none'");
        assertThat(policy("/")).doesNotContain("frame-src", "pages.example");
    }

    private String policy(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
    }

    @Test
    void a_play_of_a_page_is_named_by_its_address_also_when_the_page_is_out_of_the_loop() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID loop = screensGiven.loop(p.unit(), ScreensGiven.page(TODAY, 20));
        UUID item = only(p.unit(), loop).id();
        String at = clock.instant().minusSeconds(30).toString();
        PlayForm play = new PlayForm(
                Ids.next().toString(),
                p.id().toString(),
                "page",
                null,
                null,
                item.toString(),
                null,
                "ar",
                at,
                clock.instant().minusSeconds(10).toString(),
                0L,
                true,
                false);
        assertThat(plays.take(screens.find(p.id()).orElseThrow(), List.of(play)))
                .singleElement()
                .satisfies(o -> assertThat(o.state()).isEqualTo("stored"));
        Viewer officer = screensGiven.officer(p.unit());
        loops.move(officer, loop, item, 0);
        assertThat(loops.get(officer, loop).items()).isEmpty();
        assertThat(log.latest(officer, p.id())).singleElement().satisfies(l -> {
            assertThat(l.kind()).isEqualTo("page");
            assertThat(l.address()).isEqualTo(TODAY);
        });
    }
}
