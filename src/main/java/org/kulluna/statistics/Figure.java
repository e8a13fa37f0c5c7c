package org.kulluna.statistics;

/**
 * Verified minutes of a group and what stands behind them. Hours are minutes / 60 rounded half up, for the headline
 * only; groups are told in hours and minutes so that they add up.
 *
 * @param entries ledger rows, counter-entries included
 * @param people distinct persons with at least one verified minute
 */
public record Figure(long minutes, long entries, long people) {
    public static final Figure NONE = new Figure(0, 0, 0);

    public long hours() {
        return Math.floorDiv(minutes + 30, 60);
    }
}
