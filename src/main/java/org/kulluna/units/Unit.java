package org.kulluna.units;

import org.kulluna.shared.LocalizedText;

/** A police unit or partner organisation. {@code kind} is police or partner. */
public record Unit(String code, String kind, LocalizedText name, String region, boolean retired) {}
