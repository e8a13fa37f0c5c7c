package org.kulluna.home;

import org.kulluna.places.Places;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The officer's Today and the search box of the desk. */
@Controller
class DeskPages {
    private final Desk desk;
    private final Units units;
    private final Places places;

    DeskPages(Desk desk, Units units, Places places) {
        this.desk = desk;
        this.units = units;
        this.places = places;
    }

    @GetMapping("/today")
    String today(Viewer viewer, Model model) {
        model.addAttribute("queues", desk.queues(viewer));
        model.addAttribute("board", desk.board(viewer));
        model.addAttribute("units", units.byCode());
        model.addAttribute("places", places.byCode());
        return "home/today";
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("found", desk.search(viewer, q));
        return "home/search";
    }
}
