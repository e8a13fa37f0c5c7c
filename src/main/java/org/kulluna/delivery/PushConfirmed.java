package org.kulluna.delivery;

import java.time.Instant;
import java.util.UUID;
import org.kulluna.shared.PersonId;

/**
 * A device said that a push arrived there, or that it was opened; heard once for each message and subscription and step.
 *
 * @param message the id of what was pushed: a whisper's
 * @param at when it happened on the device, never later than it was told
 */
public record PushConfirmed(UUID message, PersonId person, boolean opened, Instant at) {}
