package org.kulluna.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** Which questions an attempt asks, and in which order it shows them and their options: the same for the same seed. */
final class Draw {
    /** A wording in the bank and how many options it has. */
    record Card(UUID wording, QuestionKind kind, int options) {}

    /** @param shown the wording's options, from 0, in the order they are shown */
    record Drawn(UUID wording, List<Integer> shown) {}

    private Draw() {}

    /** True comes before false always; of other questions the options are mixed too. */
    static List<Drawn> of(List<Card> bank, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return shuffled(bank, random).stream()
                .limit(count)
                .map(c -> new Drawn(c.wording(), order(c, random)))
                .toList();
    }

    private static List<Integer> order(Card c, SplittableRandom random) {
        List<Integer> asWorded = IntStream.range(0, c.options()).boxed().toList();
        return c.kind() == QuestionKind.TRUE_FALSE ? asWorded : shuffled(asWorded, random);
    }

    private static <T> List<T> shuffled(List<T> list, SplittableRandom random) {
        List<T> mixed = new ArrayList<>(list);
        for (int i = mixed.size() - 1; i > 0; i--) {
            mixed.set(i, mixed.set(random.nextInt(i + 1), mixed.get(i)));
        }
        return mixed;
    }
}
