package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.shared.SearchText;

/** The question banks and the evaluator's checklist, from their sheets, and quizzes drawn from them. */
final class ExamPapers {
    static final int MARK = 70;
    private static final int ASKED = 10;

    /** A question as it is worded. {@code right} counts its options from 0. */
    private record Card(UUID wording, int options, List<Integer> right) {}

    /** One question of an attempt and what was chosen. */
    record Answer(UUID wording, List<Integer> shown, List<Integer> chosen, boolean right) {}

    private final Map<String, List<Card>> banks = new LinkedHashMap<>();
    private final Map<String, List<UUID>> criteria = new LinkedHashMap<>();

    void write(Tables tables, UUID office, Instant since, Dice dice) {
        for (NamedCsvRecord r : Sheets.read("demo/questions")) {
            question(tables, r, office, since, dice);
        }
        for (NamedCsvRecord r : Sheets.read("demo/criteria")) {
            UUID id = dice.id(since);
            String course = r.getField("course");
            boolean required = r.getField("required").equals("yes");
            tables.criterion.row(id, course, r.getField("text_ar"), r.getField("text_en"), required);
            criteria.computeIfAbsent(course, c -> new ArrayList<>()).add(id);
        }
    }

    private void question(Tables tables, NamedCsvRecord r, UUID office, Instant since, Dice dice) {
        List<String> ar = new ArrayList<>();
        List<String> en = new ArrayList<>();
        List<Boolean> marks = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        for (String letter : List.of("a", "b", "c", "d")) {
            if (!r.getField(letter + "_ar").isEmpty()) {
                boolean isRight = r.getField("right").contains(letter);
                if (isRight) {
                    right.add(ar.size());
                }
                ar.add(r.getField(letter + "_ar"));
                en.add(r.getField(letter + "_en"));
                marks.add(isRight);
            }
        }
        String course = r.getField("course");
        List<Card> bank = banks.computeIfAbsent(course, c -> new ArrayList<>());
        Instant at = since.plusSeconds(60L * bank.size());
        UUID id = dice.id(at);
        UUID wording = dice.id(at);
        String textAr = r.getField("text_ar");
        String textEn = r.getField("text_en");
        tables.question.row(id, course, "active", SearchText.stored(textAr, textEn), office, at);
        tables.wording.row(
                wording,
                id,
                1,
                r.getField("kind"),
                textAr,
                textEn,
                r.getField("why_ar"),
                r.getField("why_en"),
                ar,
                en,
                marks,
                office,
                at);
        bank.add(new Card(wording, ar.size(), List.copyOf(right)));
    }

    List<UUID> criteria(String course) {
        return criteria.getOrDefault(course, List.of());
    }

    /** What somebody answers who knows each question with that chance. */
    List<Answer> sit(String course, double knows, Dice dice) {
        List<Card> drawn = new ArrayList<>(banks.getOrDefault(course, List.of()));
        dice.shuffle(drawn);
        return drawn.stream().limit(ASKED).map(c -> answer(c, knows, dice)).toList();
    }

    private static Answer answer(Card c, double knows, Dice dice) {
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < c.options(); i++) {
            shown.add(i);
        }
        dice.shuffle(shown);
        List<Integer> chosen = dice.chance(knows) ? c.right() : List.of(dice.between(0, c.options() - 1));
        return new Answer(c.wording(), List.copyOf(shown), chosen, chosen.equals(c.right()));
    }
}
