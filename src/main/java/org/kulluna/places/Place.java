package org.kulluna.places;

import org.kulluna.shared.LocalizedText;

/** A neighbourhood. WGS 84 degrees. */
public record Place(String code, LocalizedText name, String region, double lat, double lng) {
    /** Great-circle distance in metres (haversine, mean earth radius 6,371,008.8 m). */
    public double metresTo(double otherLat, double otherLng) {
        double dLat = Math.toRadians(otherLat - lat);
        double dLng = Math.toRadians(otherLng - lng);
        double a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(otherLat)) * Math.pow(Math.sin(dLng / 2), 2);
        return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
