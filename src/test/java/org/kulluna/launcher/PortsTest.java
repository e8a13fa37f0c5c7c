package org.kulluna.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Refusal;

class PortsTest {
    @Test
    void aPortInUseIsRefusedByItsNumber() throws Exception {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            assertThatThrownBy(() -> Ports.refuseBusy("127.0.0.1", port)).isInstanceOfSatisfying(Refusal.class, no -> {
                assertThat(no.key()).isEqualTo("launcher.port-busy");
                assertThat(no.args().get("port")).isEqualTo(String.valueOf(port));
            });
        }
        assertThatCode(() -> Ports.refuseBusy("127.0.0.1", port)).doesNotThrowAnyException();
    }

    @Test
    void readsKullunaPortAndRefusesNonsense() {
        assertThat(Ports.read(Map.of())).isEqualTo(8080);
        assertThat(Ports.read(Map.of("KULLUNA_PORT", " 9000 "))).isEqualTo(9000);
        assertThatThrownBy(() -> Ports.read(Map.of("KULLUNA_PORT", "http"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Ports.refuseBusy("no.such.host.invalid", 8080))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.key()).isEqualTo("launcher.wrong-option"));
    }
}
