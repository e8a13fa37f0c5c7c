package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EmiratesIdTest {
    private static void withRandomNumbers(Consumer<EmiratesId> rule) {
        Random random = new Random(784);
        for (int i = 0; i < 2000; i++) {
            String before = "784" + (1900 + random.nextInt(130)) + String.format("%07d", random.nextInt(10_000_000));
            rule.accept(EmiratesId.parse(before + EmiratesId.checkDigit(before)).orElseThrow());
        }
    }

    @Test
    void a_number_whose_check_digit_is_right_is_one_and_with_any_other_digit_is_none() {
        withRandomNumbers(id -> {
            String before = id.digits().substring(0, 14);
            for (int digit = 0; digit < 10; digit++) {
                boolean right = digit == id.digits().charAt(14) - '0';
                assertThat(EmiratesId.parse(before + digit).isPresent()).isEqualTo(right);
            }
        });
    }

    @Test
    void one_wrong_digit_anywhere_is_noticed() {
        Random random = new Random(1);
        withRandomNumbers(id -> {
            int at = 3 + random.nextInt(12);
            char[] digits = id.digits().toCharArray();
            digits[at] = (char) ('0' + (digits[at] - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(EmiratesId.parse(new String(digits)))
                    .as(id + " at " + at)
                    .isEmpty();
        });
    }

    @Test
    void two_neighbours_changed_about_are_noticed_but_for_nought_and_nine() {
        Random random = new Random(2);
        withRandomNumbers(id -> {
            int at = 3 + random.nextInt(11);
            char[] digits = id.digits().toCharArray();
            char first = digits[at];
            digits[at] = digits[at + 1];
            digits[at + 1] = first;
            boolean blind = first == digits[at] || Math.abs(first - digits[at]) == 9;
            assertThat(EmiratesId.parse(new String(digits)).isPresent()).isEqualTo(blind);
        });
    }

    @Test
    void it_is_read_as_printed_as_typed_and_in_arabic_digits() {
        withRandomNumbers(id -> {
            StringBuilder arabic = new StringBuilder();
            id.digits().chars().forEach(c -> arabic.append((char) ('٠' + c - '0')));
            assertThat(EmiratesId.parse(id.formatted())).contains(id);
            assertThat(EmiratesId.parse("\u200f " + id.formatted().replace("-", " ") + "\u200e"))
                    .contains(id);
            assertThat(EmiratesId.parse(arabic.toString())).contains(id);
        });
    }

    @Test
    void masked_it_shows_two_digits_and_neither_the_birth_year_nor_the_rest() {
        withRandomNumbers(id -> {
            String shown = id.masked().replace("784-", "").replaceAll("[^0-9]", "");
            assertThat(shown).isEqualTo(id.digits().substring(13));
        });
        EmiratesId id = EmiratesId.parse("784-1800-0000000-" + EmiratesId.checkDigit("78418000000000"))
                .orElseThrow();
        assertThat(id.birthYear()).isEqualTo(1800);
    }

    @Test
    void nonsense_is_no_number() {
        for (String text :
                new String[] {"", "784", "784-1990-1234567", "78419901234567890", "not a number", "784.1990"}) {
            assertThat(EmiratesId.parse(text)).as(text).isEmpty();
        }
        String elsewhere = "78519901234567";
        assertThat(EmiratesId.parse(elsewhere + EmiratesId.checkDigit(elsewhere)))
                .isEmpty();
    }
}
