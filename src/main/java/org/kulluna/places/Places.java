package org.kulluna.places;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kulluna.shared.Refusal;
import org.springframework.stereotype.Component;

/** The places of the programme: few, read on every page, so kept in memory for a minute. */
@Component
public class Places {
    public static final List<String> REGIONS = List.of("abu_dhabi", "al_ain", "al_dhafra");

    private final PlaceRows rows;

    Places(PlaceRows rows) {
        this.rows = rows;
    }

    /** In use, by Arabic name. */
    public List<Place> list() {
        return List.copyOf(rows.all().values().stream()
                .filter(p -> !rows.isRetired(p.code()))
                .toList());
    }

    /** Retired ones too: old facts name them. */
    public Map<String, Place> byCode() {
        return rows.all();
    }

    /** One that is not known yet may be new: it is looked up before it is missed, and the memory is then renewed. */
    public Optional<Place> find(String code) {
        Place known = rows.all().get(code);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Place> added = rows.find(code).map(PlaceEntry::place);
        added.ifPresent(place -> rows.forget());
        return added;
    }

    /** A retired place is known but no choice any more; one made a moment ago is a choice all the same. */
    public boolean isChoice(String code) {
        return list().stream().anyMatch(p -> p.code().equals(code))
                || !byCode().containsKey(code) && find(code).isPresent();
    }

    public Place get(String code) {
        return find(code).orElseThrow(Refusal::notFound);
    }

    /** Further names by place code, each after a semicolon: for recognising places in other people's files. */
    public Map<String, String> otherNames() {
        return rows.otherNames();
    }
}
