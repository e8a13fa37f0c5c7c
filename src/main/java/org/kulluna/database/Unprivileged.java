package org.kulluna.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. For root (containers, CI) its programs run inside a user namespace, where root is
 * nobody and yet owns its files; where the container forbids namespaces, as the data's owner or as nobody, who keeps
 * only the capability to pass through root's folders.
 */
final class Unprivileged {
    private static final String NOBODY = "65534";
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private Unprivileged() {}

    /** What to write before a command that works on this cluster; empty for ordinary people. */
    static List<String> prefix(Path cluster) throws IOException {
        if (!isRoot()) {
            return List.of();
        }
        String owner = ownerOf(cluster);
        if (owner.equals("0") && works(NAMESPACE)) {
            return NAMESPACE;
        }
        List<String> plain = as(owner.equals("0") ? NOBODY : owner);
        return works(plain) ? plain : List.of();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String ownerOf(Path cluster) throws IOException {
        return Files.exists(cluster) ? String.valueOf(Files.getAttribute(cluster, "unix:uid")) : "0";
    }

    private static List<String> as(String uid) {
        String through = "+dac_override,+dac_read_search";
        return List.of(
                "setpriv",
                "--reuid=" + uid,
                "--regid=" + uid,
                "--clear-groups",
                "--inh-caps=" + through,
                "--ambient-caps=" + through);
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            Process probe = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
