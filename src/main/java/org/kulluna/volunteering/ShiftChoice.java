package org.kulluna.volunteering;

import java.util.List;

/** What a member chose to look at, for the chips that show and change it. */
public record ShiftChoice(String day, String place, String pillar, boolean others, boolean continued) {
    public static final List<String> DAYS = List.of("today", "tomorrow", "weekend", "week");
    public static final List<String> PILLARS = List.of("stakeholders", "prevention", "responsibility");

    public boolean isAnything() {
        return !day.isEmpty() || !place.isEmpty() || !pillar.isEmpty();
    }
}
