package org.kulluna.launcher;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/** Failures that no sentence of ours names. */
final class Failures {
    private Failures() {}

    /** A failed Spring start has reported itself; anything else has not. */
    static void show(RuntimeException failure, Speech speech) {
        if (!LoggerFactory.getLogger("org.springframework.boot.SpringApplication")
                        .isErrorEnabled()
                || !SpringStart.hasBegun()) {
            failure.printStackTrace(speech.err());
        }
    }

    /** After Ctrl-C the main thread goes on until the machine stops it; it had better begin nothing new. */
    static void waitIfProgramIsEnding() {
        if (programIsEnding()) {
            LockSupport.park();
        }
    }

    static boolean programIsEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
