package org.kulluna.screens;

import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** A schedule that reaches a screen, with the loop it lets play there. {@code target} is screen, group or unit. */
public record Reaching(UUID loop, LocalizedText name, String target, LocalizedText group, Loop.Schedule schedule) {}
