package org.kulluna.volunteering;

/**
 * Which opportunities a coordinator looks at; empty for all. {@code q} is forgiving of spelling; {@code need} is "short" for
 * those that lack people in the coming days.
 */
public record ManageFilter(String q, String state, String unit, String pillar, String need) {
    /** How far ahead somebody who is short of people should look. */
    public static final int SHORT_DAYS = 7;

    boolean isShort() {
        return need.equals("short");
    }
}
