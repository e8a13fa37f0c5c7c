package org.kulluna.support;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of {@code src/test/node}, with what its lock file names: installed when that changed since. */
public final class NodeProject {
    private static final int MINUTES = 5;

    private final Path folder;

    private NodeProject(Path folder) {
        this.folder = folder;
    }

    public static synchronized NodeProject of(String name) throws IOException, InterruptedException {
        NodeProject project = new NodeProject(Path.of("src/test/node", name));
        Path installed = project.folder.resolve("node_modules/.package-lock.json");
        Path wanted = project.folder.resolve("package-lock.json");
        // Tests run in several processes side by side.
        Path turn = Path.of(System.getProperty("java.io.tmpdir"), "kulluna-npm-" + name + ".lock");
        try (FileChannel file = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            if (!Files.exists(installed)
                    || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
                project.run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), "");
            }
        }
        return project;
    }

    /** What the script says when it is told that. */
    public String run(String script, String told) throws IOException, InterruptedException {
        return run(List.of("node", script), told);
    }

    private String run(List<String> command, String told) throws IOException, InterruptedException {
        Path log = Files.createTempFile("node", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(log.toFile())
                .start();
        Thread.ofVirtual().start(() -> tell(process, told));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command + ": " + Files.readString(log));
        }
        Files.delete(log);
        return said;
    }

    private static void tell(Process process, String told) {
        try (var in = process.getOutputStream()) {
            in.write(told.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            process.destroy();
        }
    }
}
