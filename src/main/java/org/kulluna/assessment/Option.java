package org.kulluna.assessment;

import org.kulluna.shared.LocalizedText;

/** One of the answers offered. Only the office and the marking see {@code right}. */
public record Option(LocalizedText text, boolean right) {}
