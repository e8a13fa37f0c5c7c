package org.kulluna.membership;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.SearchText;

/** A forgiving search by name over {@code people.directory.search} (alias d). */
record NameSearch(String condition, Map<String, Object> params) {
    static NameSearch of(@Nullable String typed) {
        Map<String, Object> params = new LinkedHashMap<>();
        return new NameSearch(SearchText.where("d.search", typed == null ? "" : typed, params), params);
    }
}
