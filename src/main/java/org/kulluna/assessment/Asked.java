package org.kulluna.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/**
 * A question of an attempt. What a trainee may see of it while the attempt runs is {@link #item}; everything after it is
 * {@link #marked}.
 *
 * @param sort from 1
 * @param shown the wording's options, from 0, in the order they are shown
 * @param chosen the wording's options, from 0
 */
public record Asked(
        int sort,
        UUID wording,
        QuestionKind kind,
        LocalizedText text,
        LocalizedText why,
        List<Option> options,
        List<Integer> shown,
        List<Integer> chosen) {

    /** @param options as shown; {@code chosen} counts them from 1 */
    public record Item(
            int question, String kind, LocalizedText text, List<LocalizedText> options, List<Integer> chosen) {
        public boolean isAnswered() {
            return !chosen.isEmpty();
        }
    }

    public record MarkedOption(LocalizedText text, boolean chosen, boolean right) {}

    public record Marked(
            int question, LocalizedText text, List<MarkedOption> options, boolean right, LocalizedText why) {}

    Item item() {
        List<LocalizedText> texts =
                shown.stream().map(i -> options.get(i).text()).toList();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            if (chosen.contains(shown.get(i))) {
                places.add(i + 1);
            }
        }
        return new Item(sort, kind.text(), text, texts, places);
    }

    Marked marked() {
        List<MarkedOption> all = shown.stream()
                .map(i -> new MarkedOption(
                        options.get(i).text(),
                        chosen.contains(i),
                        options.get(i).right()))
                .toList();
        return new Marked(sort, text, all, isRight(), why);
    }

    /** That it was answered wrongly and how, and no more. */
    Marked veiled() {
        List<MarkedOption> all = shown.stream()
                .map(i -> new MarkedOption(options.get(i).text(), chosen.contains(i), false))
                .toList();
        return new Marked(sort, text, all, false, new LocalizedText("", ""));
    }

    boolean isRight() {
        return Score.isRight(options, chosen);
    }

    /** The wording's options behind the places typed, from 1; null when that is no answer to this question. */
    @org.jspecify.annotations.Nullable
    List<Integer> chosenAt(List<Integer> places) {
        boolean nonsense = places.stream().anyMatch(p -> p == null || p < 1 || p > shown.size());
        if (nonsense || kind != QuestionKind.SEVERAL && places.size() > 1) {
            return null;
        }
        return places.stream().distinct().map(p -> shown.get(p - 1)).sorted().toList();
    }
}
