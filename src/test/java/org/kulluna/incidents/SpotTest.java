package org.kulluna.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.places.Place;
import org.kulluna.shared.LocalizedText;

class SpotTest {
    private static final List<Place> PLACES =
            List.of(place("town", 24.4539, 54.3773), place("oasis", 24.2075, 55.7447));

    private static Place place(String code, double lat, double lng) {
        return new Place(code, new LocalizedText(code, code), "abu_dhabi", lat, lng);
    }

    @ParameterizedTest
    @CsvSource({"24.45,54.37,town", "24.21,55.74,oasis", "٢٤٫٤٥,٥٤٫٣٧,town"})
    void the_nearest_place_is_found_whatever_digits_are_typed(String lat, String lng, String code) {
        assertThat(Spot.read(lat, lng)
                        .orElseThrow()
                        .nearest(PLACES)
                        .orElseThrow()
                        .code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"25.5,53.0", "0,0", "51.5,-0.12"})
    void a_point_at_sea_or_in_another_land_is_near_nothing(String lat, String lng) {
        Spot spot = Spot.read(lat, lng).orElseThrow();
        assertThat(spot.nearest(PLACES)).isEmpty();
        assertThat(spot.isSwapped(PLACES)).isFalse();
    }

    @Test
    void longitude_written_first_is_noticed() {
        assertThat(Spot.read("54.3773", "24.4539").orElseThrow().isSwapped(PLACES))
                .isTrue();
        assertThat(Spot.read("24.4539", "54.3773").orElseThrow().isSwapped(PLACES))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"91,10", "10,181", "x,1", "1e3,1", "NaN,1", "'',1"})
    void what_are_no_degrees_is_no_point(String lat, String lng) {
        assertThat(Spot.read(lat, lng)).isEmpty();
    }

    @Test
    void reports_alike_in_words_are_alike_whatever_their_spelling() {
        assertThat(Likeness.of("سيارة متعطلة في الشارع", "سياره متعطله في شارع"))
                .isEqualTo(1);
        assertThat(Likeness.of("A tyre lies on the bridge", "tyre on the bridge"))
                .isGreaterThan(0.7);
        assertThat(Likeness.of("سيارة متعطلة", "قطة على شجرة")).isZero();
        assertThat(Likeness.of("", "")).isZero();
    }

    @Test
    void somebody_who_may_come_to_harm_makes_it_urgent() {
        assertThat(Assessment.suggested(3, 0, 0, 0, 0, 0)).isEqualTo(1);
        assertThat(Assessment.suggested(0, 2, 0, 0, 2, 0)).isEqualTo(1);
        assertThat(Assessment.suggested(0, 2, 1, 0, 0, 0)).isEqualTo(2);
        assertThat(Assessment.suggested(1, 1, 1, 1, 1, 1)).isEqualTo(3);
    }

    @Test
    void receipts_are_long_random_and_forgive_how_they_are_read_aloud() {
        String code = ReportCode.random();
        assertThat(code).hasSize(ReportCode.LENGTH).isNotEqualTo(ReportCode.random());
        String spoken = code.substring(0, 7).toLowerCase(java.util.Locale.ROOT) + " - " + code.substring(7);
        assertThat(ReportCode.read(spoken)).isEqualTo(code);
        assertThat(ReportCode.read("road")).isEmpty();
    }
}
