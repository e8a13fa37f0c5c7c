package org.kulluna.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kulluna.shared.Refusal;

/** One PostgreSQL cluster on disk, made, started and stopped by PostgreSQL's own initdb and pg_ctl. */
final class Cluster {
    /** Crash recovery of a large log takes its time; pg_ctl's own patience is one minute. */
    private static final String PATIENCE_SECONDS = "300";

    private final DataFolder folder;
    private final Tuning tuning;
    private final Path programs;

    Cluster(DataFolder folder, Tuning tuning) throws IOException {
        this.folder = folder;
        this.tuning = tuning;
        this.programs = PostgresPrograms.unpacked().resolve("bin");
    }

    /** Makes the cluster on the first start. A start cut short leaves nothing that a later one takes for data. */
    void ensureMade() throws IOException {
        if (Files.exists(folder.cluster())) {
            refuseOtherVersion();
            return;
        }
        DataFolder.delete(folder.unfinishedCluster());
        folder.makePassword();
        if (!run(initdb())) {
            throw failed();
        }
        Files.move(folder.unfinishedCluster(), folder.cluster());
    }

    private List<String> initdb() {
        List<String> command = new ArrayList<>(
                List.of(program("initdb"), "-D", folder.unfinishedCluster().toString()));
        command.addAll(List.of(
                "-U", EmbeddedServer.USER, "--pwfile", folder.passwordFile().toString()));
        command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--locale", "C"));
        // PostgreSQL's own C.UTF-8: byte order, Unicode case, and the same on every system.
        command.addAll(List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
        if (!tuning.durable()) {
            command.add("--no-sync");
        }
        return command;
    }

    private void refuseOtherVersion() throws IOException {
        String version =
                Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        if (!version.equals(PostgresPrograms.MAJOR)) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "launcher.other-version",
                    Map.of("folder", folder.cluster().toString(), "theirs", version, "ours", PostgresPrograms.MAJOR));
        }
    }

    /** Starts the server in a session of its own, so that a Ctrl-C meant for the program does not reach it. */
    boolean start(int port) throws IOException {
        return run(List.of(
                program("pg_ctl"),
                "start",
                "-w",
                "-t",
                PATIENCE_SECONDS,
                "-D",
                folder.cluster().toString(),
                "-l",
                folder.log().toString(),
                "-o",
                tuning.options(port)));
    }

    /** Stops a living server and waits; a server that does not obey is cut off, which loses nothing but time. */
    void stop() throws IOException {
        if (!PidFile.find(folder.pidFile()).map(PidFile::isPostgres).orElse(false)) {
            return;
        }
        String mode = tuning.durable() ? "fast" : "immediate";
        if (!run(stopCommand(mode, "60")) && !run(stopCommand("immediate", "30"))) {
            PidFile.find(folder.pidFile())
                    .flatMap(file -> ProcessHandle.of(file.pid()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private List<String> stopCommand(String mode, String seconds) {
        return List.of(
                program("pg_ctl"),
                "stop",
                "-w",
                "-t",
                seconds,
                "-m",
                mode,
                "-D",
                folder.cluster().toString());
    }

    Refusal failed() {
        return Refusal.of(
                Refusal.Kind.CONFLICT,
                "launcher.database-failed",
                Map.of("log", folder.log().toString()));
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }

    private boolean run(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(Unprivileged.prefix(folder.cluster()));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(folder.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
        // A person's PGDATA, PGPORT or locale must not leak into our server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed();
        }
    }
}
