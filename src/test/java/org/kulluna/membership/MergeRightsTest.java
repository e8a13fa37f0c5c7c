package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.people.People;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Merging joins records; it gives nobody a desk. */
class MergeRightsTest extends HouseTest {
    @Autowired
    private People people;

    @Test
    void an_officer_cannot_hand_a_desk_to_another_account_by_merging_its_holder_into_it() {
        Given.Actor administrator = given.actor(Role.ADMINISTRATOR);
        Given.Actor friend = given.actor(Role.MEMBER);
        ApiClient officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        assertThat(AcceptTest.type(officer.post(
                        "/api/v1/people/" + friend.person() + "/merge",
                        Map.of("from", administrator.person().toString(), "reason", "same card"))))
                .endsWith("merge-desk-account");
        assertThat(AcceptTest.type(officer.post(
                        "/api/v1/people/" + administrator.person() + "/merge",
                        Map.of("from", friend.person().toString(), "reason", "same card"))))
                .endsWith("merge-desk-account");
        assertThat(people.get(administrator.person()).mergedInto()).isNull();
        assertThat(api(friend).get("/api/v1/accounts").status()).isEqualTo(404);
    }
}
