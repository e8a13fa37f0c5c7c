package org.kulluna.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an earlier program left in a data folder: a server without a master, or a master's children without a server. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final DataFolder folder;

    Leftovers(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Stops a server that a killed program left behind. The caller owns the folder's lock, so whoever still serves it
     * is an orphan. A pid file whose number now belongs to a stranger would keep PostgreSQL from starting: away with it.
     */
    void stopOrphan(Cluster cluster) throws IOException {
        PidFile left = PidFile.find(folder.pidFile()).orElse(null);
        if (left == null) {
            return;
        }
        if (left.isPostgres() && servesThisFolder(left.pid())) {
            LOG.debug("orphan-server-stopped pid={}", left.pid());
            cluster.stop();
        } else {
            Files.deleteIfExists(folder.pidFile());
        }
    }

    private boolean servesThisFolder(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains(folder.cluster().toString()))
                .isPresent();
    }

    /**
     * Backends of a killed server keep its shared memory until they notice. Those that do not, in good time, are killed:
     * on Linux, where the working folder tells which cluster they belong to.
     */
    void killBackends() {
        ProcessHandle.allProcesses().filter(this::isBackend).forEach(ProcessHandle::destroyForcibly);
    }

    private boolean isBackend(ProcessHandle process) {
        boolean postgres =
                process.info().command().filter(c -> c.contains("postgres")).isPresent();
        if (!postgres) {
            return false;
        }
        try {
            Path work = Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"));
            return work.equals(folder.cluster());
        } catch (IOException goneOrNotLinux) {
            return false;
        }
    }
}
