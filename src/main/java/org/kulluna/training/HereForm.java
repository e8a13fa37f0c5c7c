package org.kulluna.training;

import org.jspecify.annotations.Nullable;

/** The room's code as typed or scanned. {@code id} names the fact: sent again, it is recorded once. */
public record HereForm(@Nullable String id, @Nullable String code) {}
