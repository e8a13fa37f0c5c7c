package org.kulluna.incidents;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.places.Place;

/** A point on the earth as typed, WGS 84 degrees. */
record Spot(double lat, double lng) {
    /** Further than that from every place of the programme is outside: at sea, in the desert's far end, in another land. */
    private static final double FURTHEST_METRES = 60_000;

    /** Empty when it is no pair of degrees. */
    static Optional<Spot> read(@Nullable String lat, @Nullable String lng) {
        Double north = degrees(lat, 90);
        Double east = degrees(lng, 180);
        return north == null || east == null ? Optional.empty() : Optional.of(new Spot(north, east));
    }

    private static @Nullable Double degrees(@Nullable String typed, int most) {
        String text = typed == null ? "" : typed.strip().replace('\u066b', '.');
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            plain.append(Character.isDigit(c) ? String.valueOf(Character.digit(c, 10)) : String.valueOf(c));
        }
        if (!plain.toString().matches("[-+]?[0-9]{1,3}(\\.[0-9]{1,15})?")) {
            return null;
        }
        double value = Double.parseDouble(plain.toString());
        return Math.abs(value) <= most ? value : null;
    }

    /** The nearest place; empty outside the programme's area. */
    Optional<Place> nearest(List<Place> places) {
        return places.stream()
                .min(Comparator.comparingDouble(p -> p.metresTo(lat, lng)))
                .filter(p -> p.metresTo(lat, lng) <= FURTHEST_METRES);
    }

    /** Somebody wrote the longitude first. */
    boolean isSwapped(List<Place> places) {
        return Math.abs(lng) <= 90
                && nearest(places).isEmpty()
                && new Spot(lng, lat).nearest(places).isPresent();
    }
}
