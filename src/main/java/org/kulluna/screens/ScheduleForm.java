package org.kulluna.screens;

import org.jspecify.annotations.Nullable;

/**
 * When a loop plays: on a screen or a group, or with neither on all of the unit. {@code weekdays} are numbers from 1 (Monday) to 7 with blanks between; none are all.
 */
public record ScheduleForm(
        @Nullable String id,
        @Nullable String screen,
        @Nullable String group,
        @Nullable String priority,
        @Nullable String fromDay,
        @Nullable String toDay,
        @Nullable String weekdays,
        @Nullable String fromTime,
        @Nullable String toTime) {
    /** @param day from 1 (Monday) to 7 */
    public boolean on(int day) {
        return weekdays != null && weekdays.contains(String.valueOf(day));
    }
}
