package org.kulluna.units;

/** A unit with the version its editor must name. */
public record UnitEntry(Unit unit, int version) {}
