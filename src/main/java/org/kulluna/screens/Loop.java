package org.kulluna.screens;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** What takes turns on a screen, and when it plays. */
public record Loop(UUID id, LocalizedText name, String unit, List<Item> items, List<Schedule> schedules) {
    /**
     * One thing of a loop: a changed one is another, so that what was played stays what it was.
     *
     * @param kind whispers, whisper, figures, opportunities or page
     * @param address of a page, else empty
     */
    public record Item(UUID id, String kind, @Nullable UUID whisper, String address, int seconds) {}

    /**
     * @param screen the one it is aimed at, or the {@code group}; with neither, all screens of the unit
     * @param fromTime 08:00, with {@code toTime}; a window may cross midnight, and then belongs to the day it begins on
     */
    public record Schedule(
            UUID id,
            @Nullable UUID screen,
            @Nullable UUID group,
            int priority,
            @Nullable LocalDate fromDay,
            @Nullable LocalDate toDay,
            List<Integer> weekdays,
            String fromTime,
            String toTime) {}
}
