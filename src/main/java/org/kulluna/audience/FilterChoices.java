package org.kulluna.audience;

import java.util.List;
import java.util.Map;
import org.kulluna.shared.LocalizedText;

/** What the fields of a filter offer one viewer: codes in the order of the page, and names where they are the programme's. */
public record FilterChoices(
        List<Region> regions,
        List<String> languages,
        Map<String, LocalizedText> units,
        Map<String, LocalizedText> qualifications) {
    /** A region with its neighbourhoods. */
    public record Region(String code, Map<String, LocalizedText> places) {}
}
