package org.kulluna.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.kulluna.shared.Refusal;

/** Is a port of this machine free? Asked before the database starts, so that the "no" comes at once. */
final class Ports {
    static final int USUAL = 8080;

    private Ports() {}

    /** {@code KULLUNA_PORT}, or the usual one. */
    static int read(Map<String, String> env) {
        String port = env.getOrDefault("KULLUNA_PORT", "").strip();
        Map<String, String> options = port.isEmpty() ? Map.of() : Map.of("--port", port);
        return new Arguments(List.of(), options).port(USUAL);
    }

    static void refuseBusy(String address, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            socket.getLocalPort();
        } catch (UnknownHostException e) {
            throw Refusal.of(
                    Refusal.Kind.BAD_REQUEST,
                    "launcher.wrong-option",
                    Map.of("option", "KULLUNA_ADDRESS", "value", address));
        } catch (IOException e) {
            throw busy(port);
        }
    }

    static Refusal busy(int port) {
        return Refusal.of(Refusal.Kind.BUSY, "launcher.port-busy", Map.of("port", String.valueOf(port)));
    }
}
