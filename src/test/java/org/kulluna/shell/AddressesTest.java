package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // known query, parameter, value, new query
                "-, day, week, ?day=week",
                "day=week, day, '', ''",
                "day=week&place=x, day, today, ?place=x&day=today",
                "daylight=1, day, today, ?daylight=1&day=today",
                "day=week&cursor=5.a, day, today, ?day=today",
                "q=x&after=5_a, state, valid, ?q=x&state=valid",
                "day=week&cursor=5.a, cursor, 9.b, ?day=week&cursor=9.b",
                "day=week&cursor=5.a, cursor, '', ?day=week",
                "day=week&cursor=5.a, lang, en, ?day=week&cursor=5.a&lang=en",
                "-, q, 'a b&c', ?q=a+b%26c"
            })
    void one_parameter_is_set_anew_and_a_place_in_the_old_list_goes_with_it(
            String query, String name, String value, String made) {
        assertThat(Addresses.with("/p", query, name, value)).isEqualTo("/p" + made);
    }
}
