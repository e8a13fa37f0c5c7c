package org.kulluna.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** What is known of a person when they first come. {@code nationality} is ISO 3166-1 alpha-2, {@code gender} female or male; null: not known. */
public record NewPerson(
        LocalizedText name,
        @Nullable String nationality,
        @Nullable LocalDate bornOn,
        @Nullable String gender,
        List<String> languages,
        List<String> skills,
        String homePlace,
        @Nullable String email,
        @Nullable String phone,
        List<String> contactBy,
        String language) {}
