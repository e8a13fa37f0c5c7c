package org.kulluna.statistics;

/**
 * One value of a dimension and its figure.
 *
 * @param <F> {@link Figure} of hours or {@link Trained} of courses
 */
public record Group<F>(String value, F figure) {}
