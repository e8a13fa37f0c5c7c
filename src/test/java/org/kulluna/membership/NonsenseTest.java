package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.HouseTest;

/** What no form sends and programs may. */
class NonsenseTest extends HouseTest {
    private static final String ID = "0198c0de-0000-7000-8000-000000000001";

    @Test
    void a_stranger_who_sends_null_among_the_choices_is_told_so() {
        for (String list : new String[] {"languages", "skills", "contactBy"}) {
            Map<String, Object> form = Newcomer.json(Newcomer.form(given.place()));
            form.put(list, Arrays.asList("ar", null));
            ApiClient.Answer answer = new ApiClient(port).post("/api/v1/applications", form);
            assertThat(answer.status()).as(list).isEqualTo(422);
            assertThat(answer.body().path("faults").has(list)).as(list).isTrue();
        }
    }

    @Test
    void a_day_no_calendar_reaches_is_no_day() {
        for (String day : new String[] {"+999999999-12-31", "+5874898-01-01", "9999-12-31", "-0044-03-15"}) {
            ApiClient.Answer answer = new ApiClient(port)
                    .post(
                            "/api/v1/applications",
                            Newcomer.json(Newcomer.form(given.place(), Map.of("visaValidTo", day))));
            assertThat(answer.status()).as(day).isEqualTo(422);
        }
    }

    @Test
    void a_cursor_beyond_all_time_begins_at_the_beginning() {
        ApiClient officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        for (String at :
                new String[] {"%2B1000000000-12-31T23:59:59Z", "%2B300000-01-01T00:00:00Z", "-9999-01-01T00:00:00Z"}) {
            assertThat(officer.get("/api/v1/applications?after=" + at + "_" + ID)
                            .status())
                    .as(at)
                    .isEqualTo(200);
        }
    }

    @Test
    void figures_as_of_an_instant_beyond_all_time_are_refused() {
        ApiClient analyst = api(given.actor(Role.ANALYST));
        for (String at : new String[] {"%2B300000-01-01T00:00:00Z", "-9999-01-01T00:00:00Z", "%2B999999-01-01T00:00"}) {
            assertThat(analyst.get("/api/v1/figures?asOf=" + at).status())
                    .as(at)
                    .isEqualTo(422);
        }
    }
}
