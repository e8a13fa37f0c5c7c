package org.kulluna.whispers;

import java.time.Instant;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/**
 * One thing that happened to a whisper at the desk.
 *
 * @param kind written, asked, approved, returned or withdrawn
 */
public record Event(String kind, int revision, String reason, PersonId by, LocalizedText name, Instant at) {}
