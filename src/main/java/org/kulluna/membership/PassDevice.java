package org.kulluna.membership;

import java.util.UUID;

/** A phone that may show a live pass. {@code code} is its short name inside the QR. */
public record PassDevice(UUID id, String code) {}
