package org.kulluna.screens;

import java.util.List;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** Screens of one unit that a schedule is aimed at together. */
public record ScreenGroup(UUID id, LocalizedText name, String unit, List<UUID> screens, int version) {}
