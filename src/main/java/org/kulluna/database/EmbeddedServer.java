package org.kulluna.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;

/**
 * A PostgreSQL server in a data folder, on a free port of 127.0.0.1, with a random password. What it answered is on disk
 * (fsync on); it survives kill -9 of this program or of itself, and is never left behind.
 */
public final class EmbeddedServer implements AutoCloseable {
    static final String USER = "kulluna";
    static final String DATABASE = "kulluna";

    private final DataFolder folder;
    private final boolean temporary;
    private @Nullable FolderLock lock;
    private @Nullable Warden warden;
    private @Nullable RunningServer running;
    private @Nullable ServerAddress address;

    private EmbeddedServer(DataFolder folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** A server for that folder, not started yet; the folder is made if need be. */
    public static EmbeddedServer in(Path data) {
        return new EmbeddedServer(DataFolder.at(data.toAbsolutePath()), false);
    }

    /**
     * A started server for tests: fast because nothing is forced to disk. Folder and server go at close, or right after
     * this program's end, so that a program's last words still find the server.
     */
    public static EmbeddedServer temporary() {
        try {
            Path data = Files.createTempDirectory("kulluna-test-");
            EmbeddedServer server = new EmbeddedServer(DataFolder.at(data), true);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server has been started in that folder before. */
    public static boolean isMadeIn(Path data) {
        return Files.exists(new DataFolder(data).cluster());
    }

    /** Starts the server. Refuses a folder that another program has open. */
    public synchronized void start() {
        try {
            FolderLock taken = FolderLock.tryTake(folder.lock()).orElseThrow(this::busy);
            lock = taken;
            boot();
        } catch (FileSystemException e) {
            close();
            throw folder.unusable();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts the server, or joins the one another program of ours has running there; only what was started is stopped. */
    public synchronized void startOrJoin() {
        try {
            FolderLock taken = FolderLock.tryTake(folder.lock()).orElse(null);
            if (taken == null) {
                address = new Joining(folder).address();
                return;
            }
            taken.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    private void boot() throws IOException {
        Warden guard = Warden.over(folder.root(), temporary);
        warden = guard;
        Cluster cluster = new Cluster(folder, new Tuning(!temporary));
        folder.rotateLog();
        new Leftovers(folder).stopOrphan(cluster);
        cluster.ensureMade();
        RunningServer server = new RunningServer(folder, cluster, guard);
        running = server;
        address = server.start();
    }

    private Refusal busy() {
        return Refusal.of(
                Refusal.Kind.BUSY,
                "launcher.folder-busy",
                Map.of("folder", folder.root().toString()));
    }

    /** Where to sign in to the database {@code kulluna}. */
    public ServerAddress address() {
        ServerAddress known = address;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        return known;
    }

    long pid() throws IOException {
        return PidFile.find(folder.pidFile()).orElseThrow().pid();
    }

    long wardenPid() {
        Warden guard = warden;
        return guard == null ? 0 : guard.pid();
    }

    /** Stops the server and waits until it is gone. Closing twice, or before the start, does nothing. */
    @Override
    public synchronized void close() {
        try {
            if (running != null) {
                running.stop();
                running = null;
            }
            if (warden != null) {
                warden.forget();
                warden.close();
                warden = null;
            }
            if (lock != null) {
                lock.close();
                lock = null;
                if (temporary) {
                    DataFolder.delete(folder.root());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
