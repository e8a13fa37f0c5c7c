package org.kulluna.screens;

import org.jspecify.annotations.Nullable;

/** When a loop plays. {@code weekdays} are numbers from 1 (Monday) to 7 with blanks between; none are all. */
public record ScheduleForm(
        @Nullable String id,
        @Nullable String screen,
        @Nullable String priority,
        @Nullable String fromDay,
        @Nullable String toDay,
        @Nullable String weekdays,
        @Nullable String fromTime,
        @Nullable String toTime) {}
