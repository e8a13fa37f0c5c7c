package org.kulluna.launcher;

import java.util.concurrent.locks.LockSupport;
import org.kulluna.shared.Refusal;

/** Failures that no sentence of ours names. */
final class Failures {
    private Failures() {}

    /** A refusal anywhere beneath says its sentence; what comes from before Spring shows its trace, the rest its cause. */
    static void show(RuntimeException failure, Speech speech) {
        Throwable cause = failure;
        while (!(cause instanceof Refusal) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Refusal refusal) {
            speech.refuse(refusal);
        } else if (SpringStart.hasBegun()) {
            speech.err().println(cause);
        } else {
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
