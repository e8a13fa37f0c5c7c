package org.kulluna.attendance;

import java.time.Instant;

/** A duty with claims that wait for somebody to decide. */
public record WaitingDuty(Duties.Duty duty, int claims, int flagged, long minutes, Instant oldest) {}
