package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AppPagesTest extends HouseTest {
    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_worker_is_asked_for_anew_each_time_and_names_files_that_are_there() throws Exception {
        var answer = get("/sw.js");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        List<String> named = Pattern.compile("\"(/(?:js|app|icons|icon-)[^\"]+)\"")
                .matcher(answer.body())
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(20);
        for (String address : named) {
            var file = get(address);
            assertThat(file.statusCode()).as(address).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                    .as(address)
                    .contains("max-age=31536000");
        }
    }

    @Test
    void everything_a_page_of_the_app_imports_is_kept_with_it() throws Exception {
        String worker = get("/sw.js").body();
        for (String script :
                List.of("app.js", "nav.js", "pass.js", "offline.js", "app/live-updates.js", "app/seen.js")) {
            String folder = script.contains("/") ? script.replaceAll("/.*", "/") : "";
            Pattern.compile("import [^;]*\"\\./([^\"]+)\"")
                    .matcher(get("/js/" + script).body())
                    .results()
                    .forEach(m -> assertThat(worker)
                            .as(script + " imports " + m.group(1))
                            .contains("/" + folder + m.group(1) + "\""));
        }
    }

    @Test
    void the_manifest_leads_to_icons_that_are_there() throws Exception {
        for (String language : List.of("ar", "en", "ur")) {
            var answer = get("/app.webmanifest?lang=" + language);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/manifest+json");
            JsonNode manifest = JsonMapper.shared().readTree(answer.body());
            assertThat(manifest.path("lang").asString()).isEqualTo(language);
            for (JsonNode icon : manifest.path("icons")) {
                assertThat(get(icon.path("src").asString()).statusCode()).isEqualTo(200);
            }
            assertThat(manifest.path("shortcuts").size()).isEqualTo(3);
        }
    }

    @Test
    void nonsense_as_a_language_is_arabic_and_is_not_remembered() throws Exception {
        var answer = get("/app.webmanifest?lang=%3Cscript%3E");
        assertThat(answer.body()).contains("\"lang\":\"ar\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void the_page_without_network_knows_nobody() {
        Given.Actor actor = given.actor(Role.MEMBER);
        var page = visitor(actor).open("/offline").page();
        assertThat(page.select("form, input, [data-viewer]")).isEmpty();
        assertThat(page.text()).doesNotContain("سارة");
    }

    @Test
    void pages_say_whose_they_are_and_only_own_ones_may_be_kept() throws Exception {
        Given.Actor member = given.actor(Role.MEMBER);
        String cookies = visitor(member).cookies();
        var inbox = get("/inbox", "Cookie", cookies).headers();
        String viewer = inbox.firstValue("Kulluna-Viewer").orElse("");
        assertThat(viewer).matches("[0-9a-f]{16}\\.[0-9a-f]{8}");
        assertThat(inbox.firstValue("Kulluna-Keep")).contains(viewer);
        var more = get("/more", "Cookie", cookies).headers();
        assertThat(more.firstValue("Kulluna-Viewer")).contains(viewer);
        assertThat(more.firstValue("Kulluna-Keep")).isEmpty();
        var missing = get("/whispers/inbox/" + java.util.UUID.randomUUID(), "Cookie", cookies);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Kulluna-Keep")).isEmpty();
        String desk = visitor(given.actor(Role.COMMUNICATIONS_OFFICER)).cookies();
        assertThat(get("/inbox", "Cookie", desk).headers().firstValue("Kulluna-Keep"))
                .isEmpty();
        assertThat(get("/").headers().firstValue("Kulluna-Viewer")).contains("none");
    }

    @Test
    void a_script_of_another_release_is_answered_with_the_present_one() throws Exception {
        assertThat(get("/js/0123456789ab/nav.js").body())
                .isEqualTo(get("/js/nav.js").body());
        assertThat(get("/js/0123456789ab/../../app.css").statusCode()).isNotEqualTo(200);
        assertThat(get("/js/0123456789ab/nothing.js").statusCode()).isEqualTo(404);
    }
}
