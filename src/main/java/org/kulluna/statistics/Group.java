package org.kulluna.statistics;

/** One value of a dimension and its figure. */
public record Group(String value, Figure figure) {}
