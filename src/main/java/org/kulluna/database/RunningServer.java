package org.kulluna.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server from its start to its stop. Killed in between, it comes back on the same port, so the pool heals itself. */
final class RunningServer {
    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
    private static final Duration PULSE = Duration.ofMillis(500);
    private static final int ATTEMPTS = 60;
    private static final int PATIENT_ATTEMPTS = 20;

    private final DataFolder folder;
    private final Cluster cluster;
    private final Warden warden;
    private volatile boolean wanted = true;
    private int port;

    RunningServer(DataFolder folder, Cluster cluster, Warden warden) {
        this.folder = folder;
        this.cluster = cluster;
        this.warden = warden;
    }

    synchronized ServerAddress start() throws IOException {
        port = freePort();
        bring(true);
        try {
            ServerAddress address = new Joining(folder).connect(port, true);
            Thread.ofPlatform().daemon().name("database-pulse").start(this::watch);
            return address;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Tries again while backends of a killed server hold its memory, and elsewhere when the port was just taken. */
    private void bring(boolean mayMove) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS && wanted; attempt++) {
            long before = folder.logSize();
            if (cluster.start(port)) {
                warden.watch(PidFile.find(folder.pidFile()).orElseThrow().pid());
                return;
            }
            String said = folder.logSince(before);
            if (said.contains("could not bind") && mayMove) {
                port = freePort();
            } else if (!said.contains("shared memory block") && !said.contains("could not bind")) {
                break;
            } else if (attempt == PATIENT_ATTEMPTS) {
                new Leftovers(folder).killBackends();
            }
            pause();
        }
        throw cluster.failed();
    }

    private void watch() {
        while (wanted) {
            pause();
            try {
                if (!alive()) {
                    revive();
                }
            } catch (IOException | RuntimeException e) {
                LOG.error("database-not-revived", e);
                return;
            }
        }
    }

    private boolean alive() throws IOException {
        return PidFile.find(folder.pidFile()).map(PidFile::isPostgres).orElse(false);
    }

    private synchronized void revive() throws IOException {
        if (wanted && !alive()) {
            LOG.warn("database-died-and-is-revived");
            new Leftovers(folder).stopOrphan(cluster);
            bring(false);
        }
    }

    void stop() throws IOException {
        wanted = false;
        stopUnderLock();
    }

    private synchronized void stopUnderLock() throws IOException {
        cluster.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PULSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
