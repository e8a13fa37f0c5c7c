package org.kulluna.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the program that owns the server: a program of its own here, {@link Owner}. */
@Tag("slow")
class KilledProgramTest {
    @TempDir
    Path data;

    @Test
    void theWardenStopsTheServerThatAKilledProgramLeaves() throws Exception {
        Owned owned = startOwner("kept");
        owned.program().destroyForcibly().waitFor();
        await(() -> !isAlive(owned.server()));
        assertCommittedRowIsThere();
    }

    @Test
    void theNextStartStopsAnOrphanWithoutAWarden() throws Exception {
        Owned owned = startOwner("kept");
        ProcessHandle.of(owned.warden()).orElseThrow().destroyForcibly();
        await(() -> !isAlive(owned.warden()));
        owned.program().destroyForcibly().waitFor();
        assertThat(isAlive(owned.server())).isTrue();
        assertCommittedRowIsThere();
        assertThat(isAlive(owned.server())).isFalse();
    }

    @Test
    void theNextStartRecoversWhenProgramWardenAndServerAreKilled() throws Exception {
        Owned owned = startOwner("kept");
        for (long pid : new long[] {owned.warden(), owned.program().pid(), owned.server()}) {
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        }
        owned.program().waitFor();
        assertCommittedRowIsThere();
    }

    @Test
    void theWardenDoesNotWaitForAServerThatIsDead() throws Exception {
        Owned owned = startOwner("kept");
        owned.program().destroyForcibly();
        ProcessHandle.of(owned.server()).orElseThrow().destroyForcibly();
        owned.program().waitFor();
        await(() -> !isAlive(owned.warden()));
    }

    @Test
    void aTemporaryServerGoesWithItsProgram() throws Exception {
        Owned owned = startOwner("temporary");
        owned.program().destroyForcibly().waitFor();
        await(() -> !isAlive(owned.server()) && !Files.exists(owned.folder()));
    }

    private void assertCommittedRowIsThere() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.in(data)) {
            server.start();
            assertThat(EmbeddedServerTest.read(server)).isEqualTo("committed");
        }
    }

    private record Owned(Process program, long server, long warden, Path folder) {}

    private Owned startOwner(String life) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process program = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        data.toString(),
                        life)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = program.inputReader();
        String[] words = said.readLine().split(" ", 3);
        return new Owned(program, Long.parseLong(words[0]), Long.parseLong(words[1]), Path.of(words[2]));
    }

    private static void await(BooleanSupplier wish) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!wish.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    /** A zombie that nobody collects has no command line: it is dead. */
    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .isPresent();
    }

    /** Starts a server, commits a row, says who is who, and waits for its end. */
    static class Owner {
        public static void main(String[] args) throws Exception {
            EmbeddedServer server =
                    args[1].equals("temporary") ? EmbeddedServer.temporary() : EmbeddedServer.in(Path.of(args[0]));
            if (!args[1].equals("temporary")) {
                server.start();
            }
            EmbeddedServerTest.write(server, "committed");
            Path folder = Path.of(EmbeddedServerTest.ask(server, "show data_directory"));
            System.out.println(server.pid() + " " + server.wardenPid() + " " + folder.getParent());
            Thread.sleep(Duration.ofMinutes(2));
        }
    }
}
