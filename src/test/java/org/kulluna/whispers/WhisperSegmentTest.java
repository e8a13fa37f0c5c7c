package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a whisper is for, taken from a saved segment on its form, with and without scripts. */
class WhisperSegmentTest extends HouseTest {
    private static final String FORM = "form[data-whisper-form]";

    @Autowired
    private SendingGiven whispers;

    private String unit = "";
    private String place = "";
    private Given.Actor writer = new Given.Actor(new PersonId(Ids.next()), "", Viewer.STRANGER);

    @BeforeEach
    void people() {
        unit = given.unit();
        place = given.place();
        writer = given.actor(Role.COMMUNICATIONS_OFFICER);
        whispers.members(place, 2);
    }

    private String segment(Given.Actor by, String ofUnit, String name) {
        Map<String, Object> body = new HashMap<>(Map.of("nameAr", name, "nameEn", name, "unit", ofUnit));
        body.put("id", Ids.next().toString());
        body.put("filter", Map.of("places", List.of(place)));
        ApiClient.Answer answer = api(by).post("/api/v1/segments", body);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private Map<String, String> typed(String segment) {
        return Map.of(
                "unit", unit,
                "theme", "safety",
                "wordings[0].title", "سلامة",
                "wordings[0].body", "تمهّل",
                "wordings[1].title", "Safety",
                "wordings[1].body", "Slow down",
                "segment", segment);
    }

    private Visitor blank() {
        return visitor(writer).in("en").open("/whispers/manage/new");
    }

    @Test
    void one_is_chosen_counted_without_a_script_and_copied_when_it_is_saved() {
        String segment = segment(writer, "", "Neighbours " + place);
        Visitor v = blank();
        assertThat(v.page().select("#segment option").eachText()).contains("Neighbours " + place);
        Map<String, String> counting = new HashMap<>(typed(segment));
        counting.put("step", "count");
        v.submit(FORM, counting);
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().select("[data-audience-total]").text()).isEqualTo("2");
        assertThat(v.page().select("[name='wordings[0].title']").val()).isEqualTo("سلامة");
        v.submit(FORM, Map.of("step", "", "unit", unit));
        assertThat(v.page().select(".form-faults").text()).isEmpty();
        assertThat(v.path()).startsWith("/whispers/manage/").doesNotContain("new");
        String whisper = v.path().replaceAll(".*/", "");
        assertThat(audience(whisper)).contains(place);

        assertThat(api(writer)
                        .put(
                                "/api/v1/segments/" + segment,
                                Map.of("nameAr", "n", "nameEn", "n", "unit", "", "version", "0", "filter", Map.of()))
                        .status())
                .isEqualTo(200);
        assertThat(audience(whisper))
                .as("changed later, it changes nothing here")
                .contains(place);
        assertThat(v.open("/whispers/manage/" + whisper + "/edit")
                        .page()
                        .select("#segment option[selected]")
                        .val())
                .isEqualTo(segment);
    }

    private String audience(String whisper) {
        return sql.sql("select audience::text from whispers.whisper where id = ?::uuid")
                .param(whisper)
                .query(String.class)
                .single();
    }

    @Test
    void one_that_was_retired_or_is_another_units_is_not_offered_and_not_taken() {
        Given.Actor bound = given.actor(Role.COMMUNICATIONS_OFFICER, given.unit());
        String retired = segment(writer, "", "Retired " + place);
        api(writer).post("/api/v1/segments/" + retired + "/retire", Map.of());
        String others = segment(writer, unit, "Others " + place);
        assertThat(blank().page().select("#segment").text())
                .contains("Others " + place)
                .doesNotContain("Retired " + place);
        assertThat(visitor(bound)
                        .open("/whispers/manage/new")
                        .page()
                        .select("#segment")
                        .text())
                .doesNotContain("Others " + place);
        Visitor v = blank();
        v.submit(FORM, typed(retired));
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().select("#segment-fault")).hasSize(1);
        assertThat(v.page().select("#segment option[selected]").text()).isEqualTo("One that is no longer offered");
        Map<String, String> counting = new HashMap<>(typed(retired));
        counting.put("step", "count");
        v.submit(FORM, counting);
        assertThat(v.page().select("#segment-fault")).hasSize(1);
        for (String wrong : List.of(retired, "nonsense")) {
            assertThat(counted(writer, wrong).status()).isEqualTo(422);
        }
        assertThat(counted(bound, others).status()).isEqualTo(422);
    }

    @Test
    void the_count_beside_it_is_that_of_the_segment_and_not_of_the_fields() {
        String segment = segment(writer, "", "Two " + place);
        assertThat(counted(writer, segment)
                        .page()
                        .select("[data-audience-total]")
                        .text())
                .isEqualTo("2");
    }

    /** As the script asks. */
    private Visitor counted(Given.Actor who, String segment) {
        Visitor v = visitor(who).open("/whispers/manage/new");
        String secret = v.page().select(FORM + " [name=_csrf]").val();
        return v.post("/audience/count", Map.of("_csrf", secret, "segment", segment, "filter.places", "unknown"));
    }
}
