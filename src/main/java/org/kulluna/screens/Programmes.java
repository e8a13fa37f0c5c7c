package org.kulluna.screens;

import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kulluna.places.Places;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Time;
import org.kulluna.shared.Words;
import org.kulluna.shell.Frame;
import org.kulluna.statistics.Figure;
import org.kulluna.statistics.Figures;
import org.kulluna.statistics.Period;
import org.kulluna.statistics.Roll;
import org.kulluna.volunteering.PublicCard;
import org.kulluna.volunteering.PublicOpportunities;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programme of a screen: what is its own from the rows, and what all screens share (figures and next opportunities)
 * from a copy of ten minutes, so that a thousand players that ask each minute count nothing anew.
 */
@Component
class Programmes {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int NEXT = 8;
    /** Of every language that a whisper may be written in. */
    private static final List<String> RIGHT_TO_LEFT = Stream.of(ULocale.getISOLanguages())
            .filter(l -> new ULocale(l).isRightToLeft())
            .toList();

    private final ProgrammeRows rows;
    private final Figures figures;
    private final PublicOpportunities opportunities;
    private final Shared shared;
    private final Clock clock;
    private volatile @Nullable Copy copy;

    /** How shared parts are named and written. */
    @Component
    record Shared(Places places, PageHosts hosts, JsonMapper json) {}

    private record Copy(Instant at, String json) {}

    record Told(Map<String, String> label, long value) {}

    record Coming(LocalizedText title, LocalizedText place, Instant startsAt, String zone) {}

    /** @param title by language */
    record Part<T>(Instant asOf, Map<String, String> title, List<T> rows) {}

    Programmes(ProgrammeRows rows, Figures figures, PublicOpportunities opportunities, Shared shared, Clock clock) {
        this.rows = rows;
        this.figures = figures;
        this.opportunities = opportunities;
        this.shared = shared;
        this.clock = clock;
    }

    /** JSON. The same text as long as nothing changed. */
    String of(Screen screen) {
        Instant now = clock.instant();
        String own = rows.programme(screen.id(), now);
        return own.substring(0, own.length() - 1) + ", \"release\": "
                + shared.json().writeValueAsString(release()) + shared(now);
    }

    /** What the player's page is made of and may frame: a page that was made of something else starts anew. */
    String release() {
        return Frame.scripts().replace("/", "") + " "
                + String.join(" ", shared.hosts().origins());
    }

    private String shared(Instant now) {
        Copy kept = copy;
        if (kept == null || kept.at().isAfter(now) || kept.at().plus(FRESH).isBefore(now)) {
            kept = new Copy(now, write(now));
            copy = kept;
        }
        return kept.json();
    }

    private String write(Instant now) {
        Period period = Period.halfYearOf(LocalDate.ofInstant(now, Time.PROGRAMME_ZONE));
        Figure hours = figures.publicHours(period);
        Roll roll = figures.publicRoll(period);
        List<Told> told = List.of(
                new Told(words("screens.figure.hours"), hours.hours()),
                new Told(words("screens.figure.people"), hours.people()),
                new Told(words("screens.figure.members"), roll.members()),
                new Told(words("screens.figure.nationalities"), roll.nationalities()));
        List<Coming> coming =
                opportunities.listSoonest(NEXT).stream().map(this::coming).toList();
        return ", \"rightToLeft\": " + shared.json().writeValueAsString(RIGHT_TO_LEFT) + ", \"figures\": "
                + shared.json().writeValueAsString(new Part<>(now, words("screens.kind.figures"), told))
                + ", \"opportunities\": "
                + shared.json().writeValueAsString(new Part<>(now, words("screens.kind.opportunities"), coming)) + "}";
    }

    private Coming coming(PublicCard card) {
        String place = card.next().place();
        return new Coming(
                card.opportunity().title(),
                shared.places().find(place).map(p -> p.name()).orElse(new LocalizedText(place, place)),
                card.next().startsAt(),
                card.next().zone().getId());
    }

    private static Map<String, String> words(String key) {
        Map<String, String> said = new LinkedHashMap<>();
        Words.languages().forEach(l -> said.put(l, Words.in(l).say(key)));
        return said;
    }
}
