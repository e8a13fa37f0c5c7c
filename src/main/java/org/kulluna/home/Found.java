package org.kulluna.home;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** One thing found. {@code kind} is member or duty; {@code number} is a member's. */
public record Found(
        String kind, UUID id, LocalizedText name, @Nullable Long number, String line) {}
