package org.kulluna.incidents;

/** Another report that may tell of the same thing; {@code likeness} 0 to 1 by words. */
public record NearReport(Report report, double likeness) {}
