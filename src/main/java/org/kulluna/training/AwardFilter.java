package org.kulluna.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer looks for: {@code q} is a name or a membership number; {@code state} valid, ending, expired, superseded,
 * revoked.
 */
public record AwardFilter(
        @Nullable String q,
        @Nullable String qualification,
        @Nullable String state,
        @Nullable String after) {
    public static final List<String> STATES = List.of("valid", "ending", "expired", "superseded", "revoked");

    record After(Instant at, UUID id) {}

    public AwardFilter {
        q = q == null ? "" : q.strip();
        qualification = qualification == null ? "" : qualification;
        state = state == null ? "" : state;
        after = after == null ? "" : after;
    }

    /** A membership number, with or without its letter; null when a name was typed. */
    @Nullable
    Long number() {
        StringBuilder digits = new StringBuilder();
        for (char c : String.valueOf(q).replaceFirst("^[Kk]-?", "").toCharArray()) {
            digits.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
        }
        return digits.toString().matches("[0-9]{1,15}") ? Long.valueOf(digits.toString()) : null;
    }

    /** Null for nonsense: the list then begins at its start. */
    @Nullable
    After behind() {
        String[] p = String.valueOf(after).split("_");
        if (p.length != 2 || !p[0].matches("[0-9]{1,17}") || !p[1].matches("[0-9a-f-]{36}")) {
            return null;
        }
        long micros = Long.parseLong(p[0]);
        try {
            return new After(
                    Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000), UUID.fromString(p[1]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String cursor(Award a) {
        return a.recordedAt().getEpochSecond() * 1_000_000 + a.recordedAt().getNano() / 1000 + "_" + a.id();
    }
}
