package org.kulluna.units;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;

/** The units of the programme: few, read on every page, so kept in memory for a minute. */
@Component
public class Units {
    private final UnitRows rows;

    Units(UnitRows rows) {
        this.rows = rows;
    }

    /** In use, by Arabic name. */
    public List<Unit> list() {
        return rows.all().values().stream().filter(u -> !u.retired()).toList();
    }

    /** Those in which the viewer holds the right; one made a moment ago by another node is looked up before it is missed. */
    public List<Unit> listWith(Viewer viewer, Right right) {
        if (!rows.all().keySet().containsAll(viewer.unitsWith(right))) {
            rows.forget();
        }
        return list().stream().filter(u -> viewer.may(right, u.code())).toList();
    }

    /** Retired ones too: old facts name them. */
    public Map<String, Unit> byCode() {
        return rows.all();
    }

    /** One that is not known yet may be a minute old: it is looked up before it is missed. */
    public Optional<Unit> find(String code) {
        Unit known = rows.all().get(code);
        return known != null ? Optional.of(known) : rows.find(code).map(UnitEntry::unit);
    }

    public Unit get(String code) {
        return find(code).orElseThrow(Refusal::notFound);
    }
}
