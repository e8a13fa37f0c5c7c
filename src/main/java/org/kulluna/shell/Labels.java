package org.kulluna.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.LocalizedText;
import org.kulluna.units.Unit;
import org.kulluna.units.Units;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Names of what a code stands for. All of them are few and kept in memory. */
@Component
public class Labels {
    private final Places places;
    private final Units units;
    private final ReasonNames qualifications;
    private final String directions;

    /** @param directions where a map shows the way: {lat} and {lng} are filled in; empty for no such link */
    Labels(
            Places places,
            Units units,
            ReasonNames qualifications,
            @Value("${kulluna.directions:https://www.google.com/maps/dir/?api=1&destination={lat},{lng}}")
                    String directions) {
        this.places = places;
        this.units = units;
        this.qualifications = qualifications;
        this.directions = directions;
    }

    public CodeNames all() {
        Map<String, LocalizedText> unitNames = new LinkedHashMap<>();
        units.byCode().values().forEach((Unit u) -> unitNames.put(u.code(), u.name()));
        Map<String, LocalizedText> placeNames = new LinkedHashMap<>();
        Map<String, String> ways = new LinkedHashMap<>();
        places.byCode().values().forEach((Place p) -> {
            placeNames.put(p.code(), p.name());
            ways.put(
                    p.code(),
                    directions.replace("{lat}", String.valueOf(p.lat())).replace("{lng}", String.valueOf(p.lng())));
        });
        List<String> open = places.list().stream().map(Place::code).toList();
        return new CodeNames(unitNames, placeNames, open, ways, qualifications.qualifications());
    }

    /** For what is no page: a file to download. */
    public String language(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (var c : request.getCookies()) {
                if (c.getName().equals("lang")) {
                    return c.getValue();
                }
            }
        }
        return request.getLocale().getLanguage();
    }
}
