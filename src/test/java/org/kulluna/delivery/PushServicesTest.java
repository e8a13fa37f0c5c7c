package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushServicesTest {
    private final PushServices services = new PushServices("push.example, *.many.example", false, true);

    @ParameterizedTest
    @ValueSource(strings = {"https://push.example/x", "https://PUSH.example:443/x", "https://a.many.example/x?y"})
    void known_services_are_pushed_to(String endpoint) {
        assertThat(services.takes(endpoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "http://push.example/x",
                "https://push.example:8443/x",
                "https://user@push.example/x",
                "https://push.example@127.0.0.1/x",
                "https://push.example/x#y",
                "https://many.example/x",
                "https://evilmany.example/x",
                "https://push.example.evil/x",
                "https://127.0.0.1/x",
                "http://127.0.0.1:9/x",
                "https://169.254.169.254/latest",
                "https://[::1]/x",
                "file:///etc/passwd",
                "https://push.example/ x",
                "https://push.example/\u0645"
            })
    void nothing_else_is(String endpoint) {
        assertThat(services.takes(endpoint)).isFalse();
    }

    @Test
    void this_machine_is_a_service_only_where_a_demos_house_says_so() {
        String sink = "http://127.0.0.1:9999/x";
        assertThat(new PushServices("", true, true).takes(sink)).isTrue();
        assertThat(new PushServices("", true, false).takes(sink)).isFalse();
        assertThat(new PushServices("", true, true).takes("http://127.0.0.2:9999/x"))
                .isFalse();
        assertThat(new PushServices("", true, true).takes("http://localhost:9999/x"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1"
            })
    void addresses_inside_are_told_apart(String address) throws Exception {
        assertThat(PushServices.isInside(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_name_that_leads_inside_is_not_connected_to() throws Exception {
        assertThat(PushServices.isInside(InetAddress.getByName("203.0.114.1"))).isFalse();
        assertThatThrownBy(() -> services.mustLeadOutside(URI.create("https://localhost/x")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_contact_that_nobody_could_write_to_stops_the_start() {
        assertThatThrownBy(() -> new Vapid(null, null, null, "push@kulluna.example", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
