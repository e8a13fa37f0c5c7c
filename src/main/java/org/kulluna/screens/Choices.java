package org.kulluna.screens;

import java.util.List;
import java.util.Map;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.kulluna.units.Unit;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the forms of this room choose from: the viewer's units, and names of codes. */
@Component
record Choices(Units units, Labels labels) {
    void fill(Viewer viewer, Model model) {
        List<String> mine = units.listWith(viewer, Right.MANAGE_SCREENS).stream()
                .map(Unit::code)
                .toList();
        model.addAllAttributes(Map.of("units", mine, "labels", labels.all()));
    }
}
