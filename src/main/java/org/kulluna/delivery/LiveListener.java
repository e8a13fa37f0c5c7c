package org.kulluna.delivery;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Who listens to live events.
 *
 * @param owner whose: of one person or screen only few streams are open at a time
 * @param key what it was opened with: a fingerprint, never the secret itself
 * @param topics as {@link Live} names them
 * @param allowed which of those keys still open anything, asked for many at once at each heartbeat; give the same object
 *     for all listeners of a kind, so that one question does for all
 */
public record LiveListener(String owner, String key, Set<String> topics, UnaryOperator<Set<String>> allowed) {}
