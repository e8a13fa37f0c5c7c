package org.kulluna.statistics;

/**
 * The people of the programme at the end of a period.
 *
 * @param members accepted and not left
 * @param joined accepted in the period
 * @param nationalities distinct among the members
 */
public record Roll(long members, long joined, long nationalities) {}
