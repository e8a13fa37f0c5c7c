package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shell.PublicAddress;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadgesTest extends HouseTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private CertificatesGiven certificates;

    @Autowired
    private Badges badges;

    @Autowired
    private CredentialRows rows;

    @Autowired
    private PublicAddress address;

    @Autowired
    private TransactionTemplate transaction;

    private HttpResponse<String> fetch(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode credential(UUID award) {
        return JSON.readTree(badges.credential(certificates.code(award)));
    }

    @Test
    void the_same_award_gives_the_same_file_to_the_last_letter() {
        UUID award = certificates.award(given.person());
        String first = badges.credential(certificates.code(award));
        clock.forward(java.time.Duration.ofDays(3));
        assertThat(badges.credential(certificates.code(award))).isEqualTo(first);
        assertThat(JSON.readTree(first).path("id").asString()).isEqualTo("urn:uuid:" + award);
    }

    @Test
    void it_is_an_open_badge_in_the_shape_of_the_contract() {
        JsonNode badge = credential(certificates.award(given.person()));
        assertThat(badge.path("@context").path(0).asString()).isEqualTo("https://www.w3.org/ns/credentials/v2");
        assertThat(badge.path("@context").path(1).asString())
                .isEqualTo("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        assertThat(badge.path("type").path(1).asString()).isEqualTo("OpenBadgeCredential");
        assertThat(badge.path("validFrom").asString()).isEqualTo("2024-01-01T00:00:00+04:00");
        assertThat(badge.path("validUntil").asString()).isEqualTo("2099-01-31T23:59:59+04:00");
        assertThat(badge.path("issuer").path("id").asString()).isEqualTo("did:web:localhost%3A" + port);
        JsonNode achievement = badge.path("credentialSubject").path("achievement");
        assertThat(achievement.path("name").asString()).isEqualTo("الإسعافات الأولية");
        assertThat(achievement.path("criteria").path("narrative").asString()).isNotBlank();
        assertThat(badge.path("credentialSubject").path("id").asString()).startsWith("urn:uuid:");
        assertThat(badge.path("proof").path("cryptosuite").asString()).isEqualTo("eddsa-rdfc-2022");
        assertThat(badge.path("credentialStatus").path("type").asString()).isEqualTo("BitstringStatusListEntry");
    }

    @Test
    void an_achievement_answers_at_its_address_and_names_itself_in_the_other_language() throws Exception {
        JsonNode ar =
                JSON.readTree(fetch("/certificates/achievements/first_aid").body());
        JsonNode related = ar.path("related").path(0);
        assertThat(ar.path("inLanguage").asString()).isEqualTo("ar");
        assertThat(related.path("inLanguage").asString()).isEqualTo("en");
        JsonNode en = JSON.readTree(
                fetch(URI.create(related.path("id").asString()).getPath()).body());
        assertThat(en.path("id")).isEqualTo(related.path("id"));
        assertThat(en.path("name").asString()).isEqualTo("First aid");
        assertThat(en.path("related").path(0).path("id")).isEqualTo(ar.path("id"));
        assertThat(ar.path("id").asString()).isEqualTo(address.of("/certificates/achievements/first_aid"));
        assertThat(fetch("/certificates/achievements/flying").statusCode()).isEqualTo(404);
        assertThat(fetch("/certificates/achievements/a%00b").statusCode()).isIn(400, 404);
    }

    @Test
    void the_house_says_who_it_is_with_every_key_it_signs_with() throws Exception {
        HttpResponse<String> answer = fetch("/.well-known/did.json");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/did");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        JsonNode did = JSON.readTree(answer.body());
        String method = credential(certificates.award(given.person()))
                .path("proof")
                .path("verificationMethod")
                .asString();
        assertThat(did.path("assertionMethod").toString()).contains(method);
        assertThat(did.path("verificationMethod").path(0).path("type").asString())
                .isEqualTo("Multikey");
        JsonNode profile = JSON.readTree(fetch("/certificates/issuer").body());
        assertThat(profile.path("id")).isEqualTo(did.path("id"));
        assertThat(profile.path("name").asString()).contains("Community policing", "الشرطة المجتمعية");
    }

    @Test
    void a_file_says_what_it_is_and_may_be_read_by_any_site() throws Exception {
        UUID award = certificates.award(given.person());
        HttpResponse<String> file = fetch("/certificates/" + certificates.code(award) + "/credential.json");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/vc");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(file.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        String list = credential(award)
                .path("credentialStatus")
                .path("statusListCredential")
                .asString();
        HttpResponse<String> status = fetch(URI.create(list).getPath());
        assertThat(status.headers().firstValue("Cache-Control")).contains("no-cache");
        String tag = status.headers().firstValue("ETag").orElseThrow();
        assertThat(fetch(URI.create(list).getPath(), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        JsonNode body = JSON.readTree(status.body());
        assertThat(body.path("id").asString()).isEqualTo(list);
        assertThat(body.path("validUntil").asString())
                .isGreaterThan(body.path("validFrom").asString());
    }

    @Test
    void lists_that_are_not_there_are_not_there() throws Exception {
        for (String number : new String[] {"0", "-1", "999999", "x", "1e9", "99999999999999999999"}) {
            assertThat(fetch("/certificates/status/" + number).statusCode())
                    .as(number)
                    .isEqualTo(404);
        }
    }

    @Test
    void twenty_at_once_ask_for_one_badge_and_it_gets_one_place() throws Exception {
        UUID award = certificates.award(given.person());
        Callable<String> ask = () -> badges.credential(certificates.code(award));
        try (var threads = Executors.newFixedThreadPool(20)) {
            Set<String> files = new HashSet<>();
            for (var each :
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> ask).toList())) {
                files.add(each.get());
            }
            assertThat(files).hasSize(1);
        }
        assertThat(taken()).isEqualTo(placed());
    }

    @Test
    void badges_asked_for_together_get_places_of_their_own_and_not_in_a_row() throws Exception {
        List<UUID> awards = IntStream.range(0, 40)
                .mapToObj(i -> certificates.award(given.person()))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(awards.stream()
                    .map(a -> (Callable<String>) () -> badges.credential(certificates.code(a)))
                    .toList());
        }
        List<Credential> places =
                awards.stream().map(a -> rows.find(a).orElseThrow()).toList();
        assertThat(places.stream().map(c -> c.list() + "/" + c.slot()).distinct())
                .hasSize(40);
        long neighbours = IntStream.range(1, 40)
                .filter(i -> Math.abs(places.get(i).slot() - places.get(i - 1).slot()) == 1)
                .count();
        assertThat(neighbours).isLessThan(3);
        assertThat(taken()).isEqualTo(placed());
    }

    @Test
    void a_full_list_opens_the_next_one_and_a_taken_slot_is_passed_over() {
        transaction.executeWithoutResult(t -> {
            int list = rows.lockOpenList();
            UUID first = certificates.award(given.person());
            UUID second = certificates.award(given.person());
            assertThat(rows.insert(first, list, List.of(77_777, 77_777), clock.instant()))
                    .isTrue();
            assertThat(rows.insert(second, list, List.of(77_777), clock.instant()))
                    .isFalse();
            assertThat(rows.insert(second, list, List.of(77_777, 77_779), clock.instant()))
                    .isTrue();
            assertThat(rows.find(second).orElseThrow().slot()).isEqualTo(77_779);
            assertThat(rows.insert(second, list, List.of(5), clock.instant())).isFalse();
            sql.sql("update certificates.status_list set taken = ?")
                    .param(CredentialRows.MOST)
                    .update();
            assertThat(rows.lockOpenList()).isGreaterThan(list);
            t.setRollbackOnly();
        });
    }

    @Test
    void an_unknown_award_has_no_achievement_and_titles_fall_back() {
        assertThatThrownBy(() -> badges.credential(Ids.next().toString().replace("-", "")))
                .isInstanceOf(Refusal.class);
        var one = new Achievement("x", new LocalizedText("عنوان", ""))
                .in("en", address)
                .build();
        assertThat(one.getString("name")).isEqualTo("عنوان");
    }

    private long taken() {
        return sql.sql("select coalesce(sum(taken), 0) from certificates.status_list")
                .query(Long.class)
                .single();
    }

    private long placed() {
        return sql.sql("select count(*) from certificates.credential")
                .query(Long.class)
                .single();
    }
}
