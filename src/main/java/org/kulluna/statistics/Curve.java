package org.kulluna.statistics;

import java.util.List;

/**
 * How a whisper spread.
 *
 * @param reached persons reached by the end of each minute since it was sent: the first is minute 0, the last minute 59
 */
public record Curve(List<Long> reached) {
    static final int MINUTES = 60;

    /** @param each persons first reached in that minute */
    static Curve of(long[] each) {
        java.util.ArrayList<Long> sums = new java.util.ArrayList<>(MINUTES);
        long sum = 0;
        for (int m = 0; m < MINUTES; m++) {
            sum += each[m];
            sums.add(sum);
        }
        return new Curve(List.copyOf(sums));
    }

    public long last() {
        return reached.getLast();
    }

    /** As the points of a line in a box of 600 by 120: minute 60 at the right, the most at the top. */
    public String points(long most) {
        StringBuilder b = new StringBuilder("0,120");
        for (int m = 0; m < reached.size(); m++) {
            long y = most == 0 ? 120 : 120 - Math.round(110.0 * reached.get(m) / most);
            b.append(' ').append((m + 1) * 10).append(',').append(y);
        }
        return b.toString();
    }
}
