package org.kulluna.places;

/** A place with its other names and the version its editor must name. */
public record PlaceEntry(Place place, String altNames, boolean retired, int version) {}
