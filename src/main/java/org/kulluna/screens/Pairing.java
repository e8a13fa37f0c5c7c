package org.kulluna.screens;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A player that waits for an officer to type its code. {@code screen} is set once one did. */
record Pairing(UUID id, byte[] pollHash, @Nullable UUID screen, Instant expiresAt) {}
