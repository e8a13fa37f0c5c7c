package org.kulluna.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;

class AuditPagesTest extends HouseTest {
    @Test
    void an_auditor_finds_what_somebody_did_by_their_name_action_and_day() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        visitor(officer);
        ApiClient auditor = api(given.actor(Role.AUDITOR));
        ApiClient.Answer answer = auditor.get("/api/v1/audit/entries?action=people.sign&actor=" + officer.username());
        assertThat(answer.body().path("entries").size()).isEqualTo(1);
        assertThat(answer.body().path("entries").get(0).path("action").asString())
                .isEqualTo("people.sign-in");
        assertThat(auditor.get("/api/v1/audit/entries?actor=" + officer.person() + "&to=2001-01-01")
                        .body()
                        .path("entries")
                        .size())
                .isZero();
        assertThat(auditor.get("/api/v1/audit/entries?subject="
                                + officer.viewer().accountId())
                        .body()
                        .path("entries")
                        .size())
                .isGreaterThanOrEqualTo(2);
        assertThat(auditor.get("/api/v1/audit/entries?from=nonsense&after=nonsense&actor=%27%25")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void reading_the_trail_leaves_a_line_in_it() {
        Given.Actor auditor = given.actor(Role.AUDITOR);
        Visitor v = visitor(auditor).open("/audit/entries?action=people.&to=2100-01-01");
        assertThat(v.status()).isEqualTo(200);
        assertThat(sql.sql("select fields from audit.entry where actor = :a and action = 'audit.read'")
                        .param("a", auditor.person().value())
                        .query((rs, n) -> rs.getString(1))
                        .list())
                .containsExactly("action to");
    }

    @Test
    void pages_follow_each_other_without_gap_or_double() {
        Given.Actor reader = given.actor(Role.AUDITOR);
        ApiClient auditor = api(reader);
        for (int i = 0; i < 130; i++) {
            auditor.get("/api/v1/audit/entries?to=2001-01-01");
        }
        Set<String> seen = new HashSet<>();
        String query = "/api/v1/audit/entries?action=audit.read&actor=" + reader.username();
        ApiClient.Answer first = auditor.get(query);
        first.body()
                .path("entries")
                .forEach(e -> seen.add(
                        e.path("chain").asInt() + "/" + e.path("number").asLong()));
        assertThat(seen).hasSize(100);
        ApiClient.Answer second =
                auditor.get(query + "&after=" + first.body().path("next").asString());
        second.body()
                .path("entries")
                .forEach(e -> assertThat(seen.add(
                                e.path("chain").asInt() + "/" + e.path("number").asLong()))
                        .isTrue());
        assertThat(seen).hasSize(130);
    }

    @Test
    void the_file_neutralises_what_a_spreadsheet_would_run() {
        TrailEntry bad = new TrailEntry(1, 2, Instant.EPOCH, null, null, "=cmd", "a.b", "+k", "@i\"d", "f");
        assertThat(AuditPages.line(bad))
                .isEqualTo("1970-01-01T00:00:00Z,,\"'=cmd\",\"a.b\",\"'+k\",\"'@i\"\"d\",\"f\",1,2\r\n");
        Visitor v = visitor(given.actor(Role.AUDITOR)).open("/audit/entries.csv?action=people.sign-in");
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.text()).contains("people.sign-in");
    }

    @Test
    void strangers_sign_in_first_and_others_find_nothing() {
        assertThat(stranger().open("/audit/entries").path()).startsWith("/sign-in");
        for (Role role : new Role[] {Role.ADMINISTRATOR, Role.COMMANDER, Role.MEMBER}) {
            Given.Actor other = given.actor(role);
            assertThat(visitor(other).open("/audit/entries").status()).isEqualTo(404);
            assertThat(visitor(other).open("/audit/entries.csv").status()).isEqualTo(404);
            assertThat(api(other).get("/api/v1/audit/entries").status()).isEqualTo(404);
        }
        assertThat(new ApiClient(port).get("/api/v1/audit/entries").status()).isEqualTo(401);
    }

    @Test
    void the_page_speaks_both_languages() {
        Visitor v = visitor(given.actor(Role.AUDITOR));
        assertThat(v.open("/audit/entries?lang=ar").text()).doesNotContain("⟦");
        assertThat(v.open("/audit/entries?lang=en").text()).doesNotContain("⟦");
        assertThat(v.open("/audit/entries?to=2001-01-01").page().select(".empty"))
                .isNotEmpty();
    }
}
