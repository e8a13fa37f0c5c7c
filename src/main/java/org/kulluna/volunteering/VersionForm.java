package org.kulluna.volunteering;

import org.jspecify.annotations.Nullable;

/** @param version as it was read: when somebody changed it meanwhile, nothing is done */
public record VersionForm(@Nullable String version) {}
