package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** An invented person. {@code reads} is the language they read the house in. */
record Somebody(
        UUID id,
        LocalizedText name,
        String nationality,
        LocalDate bornOn,
        String gender,
        List<String> languages,
        List<String> skills,
        String home,
        String homeRegion,
        String reads,
        Instant since) {

    Somebody called(LocalizedText other) {
        return new Somebody(id, other, nationality, bornOn, gender, languages, skills, home, homeRegion, reads, since);
    }
}
