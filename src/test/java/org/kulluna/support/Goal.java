package org.kulluna.support;

import java.util.Locale;

/**
 * A figure and what it must come to. A bench that misses it fails. On a machine that has other work, speeds may miss theirs
 * by a factor ({@code kulluna.bench.slack}); counts never may.
 */
public final class Goal {
    private static final double SLACK = Double.parseDouble(System.getProperty("kulluna.bench.slack", "1"));

    private Goal() {}

    public static void atMost(String what, double measured, double wanted) {
        judge(what, measured, "at most", wanted, measured <= wanted * SLACK);
    }

    public static void atLeast(String what, double measured, double wanted) {
        judge(what, measured, "at least", wanted, measured >= wanted / SLACK);
    }

    private static void judge(String what, double measured, String which, double wanted, boolean met) {
        String line = String.format(
                Locale.ROOT, "%s: %.1f, wanted %s %.0f%s", what, measured, which, wanted, met ? "" : " MISSED");
        System.out.println(line);
        if (!met) {
            throw new AssertionError(line);
        }
    }
}
