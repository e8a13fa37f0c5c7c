package org.kulluna.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** What is known of a person when they first come. {@code nationality} is ISO 3166-1 alpha-2, {@code gender} female or male. */
public record NewPerson(
        LocalizedText name,
        String nationality,
        LocalDate bornOn,
        String gender,
        List<String> languages,
        List<String> skills,
        String homePlace,
        @Nullable String email,
        @Nullable String phone,
        List<String> contactBy,
        String language) {}
