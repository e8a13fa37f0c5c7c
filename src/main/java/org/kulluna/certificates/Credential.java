package org.kulluna.certificates;

import java.time.Instant;
import java.util.UUID;

/**
 * What is kept of an award's credential.
 *
 * @param list which status list, from 1
 * @param slot its bit there
 * @param subject what the holder is called in it: a name that nothing else knows
 * @param madeAt when somebody first asked for it: the proof carries it, so that the same award gives the same file
 */
record Credential(int list, int slot, UUID subject, Instant madeAt) {}
