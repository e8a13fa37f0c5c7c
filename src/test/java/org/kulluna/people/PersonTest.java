package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

class PersonTest {
    private static Person born(@Nullable LocalDate day) {
        return new Person(
                new PersonId(new UUID(1, 1)),
                new LocalizedText("سارة", "Sara"),
                "AE",
                day,
                "female",
                List.of("ar"),
                List.of(),
                "p-1",
                null,
                null,
                List.of("app"),
                "ar",
                "latn",
                false,
                null,
                3);
    }

    @ParameterizedTest
    @CsvSource({
        "2008-03-01, 2026-02-28, 17",
        "2008-03-01, 2026-03-01, 18",
        "2008-02-29, 2026-02-28, 17",
        "2008-02-29, 2026-03-01, 18",
        "2008-02-29, 2028-02-29, 20",
        "2026-03-02, 2026-03-01, 0"
    })
    void an_age_is_whole_years_on_the_day_asked_for(LocalDate born, LocalDate day, int years) {
        assertThat(born(born).ageOn(day)).isEqualTo(years);
    }

    @Test
    void without_a_birth_date_no_age_is_made_up() {
        assertThat(born(null).ageOn(LocalDate.of(2026, 3, 1))).isEqualTo(-1);
        assertThat(Person.ageGroup(-1)).isEqualTo("unknown");
    }

    @Test
    void every_age_has_one_group_and_the_groups_meet_without_a_gap() {
        String last = "under-18";
        List<Integer> begins = new java.util.ArrayList<>();
        for (int age = 0; age < 120; age++) {
            String group = Person.ageGroup(age);
            if (!group.equals(last)) {
                begins.add(age);
                last = group;
            }
        }
        assertThat(begins).containsExactly(18, 25, 35, 45, 55);
    }

    @Test
    void a_change_names_the_fields_that_differ_and_no_others() {
        Person before = born(LocalDate.of(1990, 1, 1));
        Person same = before.with(before.name(), "AE", before.bornOn(), "female", List.of("ar"), List.of(), "p-1");
        assertThat(same.changedFrom(before)).isEmpty();
        Person other = before.with(
                new LocalizedText("سارة", "Sarah"), "AE", null, "female", List.of("ar", "en"), List.of(), "p-1");
        assertThat(other.changedFrom(before)).containsExactly("name_en", "born_on", "languages");
        assertThat(other.version()).as("the version read is the one to write").isEqualTo(3);
    }
}
