package org.kulluna.statistics;

/**
 * One value of a dimension and its figure.
 *
 * @param <F> {@link Figure} of hours, {@link Trained} of courses, {@link Reached} or {@link Played} of whispers
 */
public record Group<F>(String value, F figure) {}
