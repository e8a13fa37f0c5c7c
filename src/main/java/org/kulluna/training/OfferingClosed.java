package org.kulluna.training;

import java.util.UUID;

/** An offering was settled: its results stand. */
public record OfferingClosed(UUID offering) {}
