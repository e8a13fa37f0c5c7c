package org.kulluna.people;

/** Somebody left by the door: what belonged to that session on its device ends with it. Sessions that run out say nothing. */
public record SignedOut(String fingerprint) {}
