package org.kulluna.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kulluna.places.Places;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads a question from an address, and lays out what every page of figures shows beside its numbers. */
@Component
class Questions {
    record Asked(Question question, Dimension by) {
        /** "hours-2022-H1-unit.csv". */
        String fileName(String what) {
            return what + "-" + question.period().code().replace("..", "_") + "-" + by.code() + ".csv";
        }
    }

    private final Units units;
    private final Places places;
    private final TrainingFigureRows courses;
    private final ReachRows whispers;
    private final Clock clock;

    Questions(Units units, Places places, TrainingFigureRows courses, ReachRows whispers, Clock clock) {
        this.units = units;
        this.places = places;
        this.courses = courses;
        this.whispers = whispers;
        this.clock = clock;
    }

    /** @throws Refusal INVALID for what cannot be read */
    Asked read(FigureFilter filter, Facts facts) {
        return new Asked(filter.question(facts, clock), filter.dimension(facts));
    }

    /** Of one whisper, as it stands now: the day it was sent on is its period. */
    static Question of(ToldWhisper whisper, Instant now) {
        Period day = new Period(whisper.day(), whisper.day());
        return new Question(day, now, Map.of(Dimension.WHISPER, whisper.id().toString()));
    }

    /** Screens play a whisper on days after it was sent too. */
    static Question plays(ToldWhisper whisper, Instant now) {
        Period until = new Period(
                whisper.day(), LocalDate.ofInstant(now, Time.PROGRAMME_ZONE).plusDays(1));
        return new Question(until, now, Map.of(Dimension.WHISPER, whisper.id().toString()));
    }

    Question plays(ToldWhisper whisper) {
        return plays(whisper, clock.instant());
    }

    Question of(ToldWhisper whisper, Model model) {
        Question q = of(whisper, clock.instant());
        model.addAttribute("question", q);
        model.addAttribute("names", names(Facts.REACH));
        return q;
    }

    /** What nobody can read is told beside the field, and the page shows the current half-year instead. */
    Asked read(FigureFilter filter, Facts facts, Model model) {
        Asked asked = readable(filter, facts, model);
        model.addAttribute("question", asked.question());
        model.addAttribute("by", asked.by());
        model.addAttribute("filter", filter);
        model.addAttribute("facts", facts);
        model.addAttribute("periods", periods());
        model.addAttribute("names", names(facts));
        return asked;
    }

    private Asked readable(FigureFilter filter, Facts facts, Model model) {
        try {
            return read(filter, facts);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            return read(FigureFilter.NONE, facts);
        }
    }

    /** From the first half of 2022 to the current one, newest first. */
    private List<Period> periods() {
        List<Period> all = new ArrayList<>();
        Period now = Period.halfYearOf(LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE));
        for (Period p = now;
                p.from().getYear() >= 2022;
                p = Period.halfYearOf(p.from().minusDays(1))) {
            all.add(p);
        }
        return all;
    }

    private GroupNames names(Facts facts) {
        boolean ofCourses = facts.dimensions().contains(Dimension.COURSE);
        boolean ofWhispers = facts.dimensions().contains(Dimension.WHISPER);
        return new GroupNames(
                units.byCode(),
                places.byCode(),
                ofCourses ? courses.courseNames() : Map.of(),
                ofWhispers ? whispers.titles() : Map.of(),
                facts == Facts.PLAYS ? whispers.screenNames() : Map.of());
    }
}
