package org.kulluna.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.kulluna.shared.Refusal;

/** Is a port of this machine free? Asked before the database starts, so that the "no" comes at once. */
final class Ports {
    private Ports() {}

    static void refuseBusy(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw busy(port);
        }
    }

    static Refusal busy(int port) {
        return Refusal.of(Refusal.Kind.BUSY, "launcher.port-busy", Map.of("port", String.valueOf(port)));
    }
}
