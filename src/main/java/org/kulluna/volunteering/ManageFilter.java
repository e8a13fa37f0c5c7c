package org.kulluna.volunteering;

/** Which opportunities a coordinator looks at; empty for all. {@code q} is forgiving of spelling. */
public record ManageFilter(String q, String state, String unit, String pillar) {}
