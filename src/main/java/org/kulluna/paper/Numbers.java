package org.kulluna.paper;

/** Numbers as PDF writes them, without exponents. */
final class Numbers {
    private Numbers() {}

    /** A place on the sheet: a hundredth of a point is finer than any printer. */
    static StringBuilder append(StringBuilder out, float n) {
        return append(out, n, 100);
    }

    /** A scale, which multiplies what stands under it. */
    static StringBuilder appendScale(StringBuilder out, float n) {
        return append(out, n, 10_000);
    }

    private static StringBuilder append(StringBuilder out, float n, int one) {
        long parts = Math.round((double) n * one);
        if (parts < 0) {
            out.append('-');
            parts = -parts;
        }
        out.append(parts / one);
        int rest = (int) (parts % one);
        if (rest > 0) {
            out.append('.');
            for (int unit = one / 10; rest > 0; unit /= 10) {
                out.append((char) ('0' + rest / unit));
                rest %= unit;
            }
        }
        return out;
    }
}
