package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Refusal;

class PageHostsTest {
    private final PageHosts hosts = new PageHosts(" News.example, weather.example:8443,127.0.0.1:8090 ", true);

    @ParameterizedTest
    @CsvSource({
        "https://news.example, https://news.example/",
        "HTTPS://NEWS.EXAMPLE/Today?a=1#x, https://news.example/Today?a=1#x",
        "https://news.example:443/a, https://news.example/a",
        "https://weather.example:8443/abu-dhabi, https://weather.example:8443/abu-dhabi",
        "http://127.0.0.1:8090/x, http://127.0.0.1:8090/x"
    })
    void a_page_of_a_named_site_is_kept_under_its_origin(String typed, String kept) {
        assertThat(hosts.read("address", typed)).isEqualTo(kept);
        assertThat(hosts.origins()).anyMatch(o -> kept.startsWith(o + "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news.example",
                "//news.example/",
                "javascript:alert(1)",
                "data:text/html,x",
                "blob:https://news.example/x",
                "file:///etc/passwd",
                "https:news.example",
                "https:///news.example",
                "http://news.example/",
                "https://news.example.evil.example/",
                "https://evil.example/https://news.example/",
                "https://news.example@evil.example/",
                "https://user:secret@news.example/",
                "https://news.example\\@evil.example/",
                "https://news.example:444/",
                "https://news.example./",
                "https://weather.example/",
                "https://127.0.0.1:8090/",
                "http://127.0.0.1:8091/",
                "http://[::1]:8090/",
                "https://n\u0435ws.example/",
                "https://news.example/\u202e",
                "https://news.example/a b",
                "https://news.example/\r\nx",
                "https://news.example/%"
            })
    void an_address_that_is_none_or_of_another_site_is_refused(String typed) {
        assertThatThrownBy(() -> hosts.read("address", typed))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.faults()).containsOnlyKeys("address"));
    }

    @Test
    void an_address_may_be_so_long_and_no_longer() {
        String path = "a".repeat(PageHosts.LONGEST - "https://news.example/".length());
        assertThat(hosts.read("address", "https://news.example/" + path)).hasSize(PageHosts.LONGEST);
        assertThatThrownBy(() -> hosts.read("address", "https://news.example/" + path + "a"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nobody_is_named_by_default_and_outside_a_demo_everything_is_https() {
        assertThat(new PageHosts("", false).origins()).isEmpty();
        assertThat(new PageHosts("127.0.0.1:8090,news.example:443", false).origins())
                .containsExactly("https://127.0.0.1:8090", "https://news.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "*.example", "https://news.example", "news.example/x", "a b", "a;script-src *", "'self'"})
    void a_setting_that_names_no_host_stops_the_start(String setting) {
        assertThatThrownBy(() -> new PageHosts(setting, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
