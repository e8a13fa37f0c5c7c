package org.kulluna.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A small shell that outlives this program, reads from a pipe that ends however the program ends (kill -9 included), and
 * then stops the server it was last told about. So no server stays behind; should the warden be killed too, the next
 * start stops the server.
 */
final class Warden implements AutoCloseable {
    // The pid file must still name that process: by then the folder may have a new server, or the number a new owner.
    private static final String SCRIPT = """
            trap '' INT HUP TERM QUIT
            pid=
            while read -r line; do pid=$line; done
            if [ -n "$pid" ] && [ "$(head -n 1 "$1/postgres/postmaster.pid" 2>/dev/null)" = "$pid" ]; then
              kill -s "$2" "$pid"
              tries=0
              while [ -e "$1/postgres/postmaster.pid" ] && kill -0 "$pid" && [ $tries -lt 300 ]; do sleep 0.1; tries=$((tries + 1)); done
            fi
            if [ "$3" = temporary ]; then rm -rf "$1"; fi
            """;

    private final Process shell;
    private final OutputStream pipe;

    private Warden(Process shell) {
        this.shell = shell;
        this.pipe = shell.getOutputStream();
    }

    /** For a temporary server it does not wait for open work and deletes the folder at last. */
    static Warden over(Path folder, boolean temporary) throws IOException {
        String signal = temporary ? "QUIT" : "INT";
        String life = temporary ? "temporary" : "kept";
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", SCRIPT, "warden", folder.toString(), signal, life)
                .directory(Path.of("/").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Warden(builder.start());
    }

    void watch(long pid) throws IOException {
        tell(String.valueOf(pid));
    }

    /** The server is stopped: from here on there is nothing to guard. */
    void forget() throws IOException {
        tell("");
    }

    long pid() {
        return shell.pid();
    }

    private void tell(String line) throws IOException {
        pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        pipe.flush();
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}
