package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class SessionSweepTest extends HouseTest {
    @Autowired
    private SessionSweep sweep;

    @Test
    void what_is_over_goes_and_what_lives_stays() {
        Given.Actor member = given.actor(Role.MEMBER);
        Visitor living = visitor(member);
        sql.sql("""
                insert into people.session (token_hash, account_id, kind, created_at, expires_at)
                values (?, ?, 'api', now() - interval '3 days', now() - interval '2 days')""")
                .params(
                        member.username().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        member.viewer().accountId())
                .update();
        assertThat(sessions(member)).isEqualTo(2);
        sweep.nightly();
        assertThat(sessions(member)).isEqualTo(1);
        assertThat(living.open("/inbox").status()).isEqualTo(200);
    }

    private int sessions(Given.Actor actor) {
        return sql.sql("select count(*) from people.session where account_id = ?")
                .param(actor.viewer().accountId())
                .query(Integer.class)
                .single();
    }
}
