package org.kulluna.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static List<Draw.Card> bank(Random random, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    QuestionKind kind = QuestionKind.values()[random.nextInt(3)];
                    int options = kind == QuestionKind.TRUE_FALSE ? 2 : 2 + random.nextInt(5);
                    return new Draw.Card(new UUID(random.nextLong(), i), kind, options);
                })
                .toList();
    }

    @Test
    void every_draw_asks_as_many_different_questions_and_shows_each_option_once() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<Draw.Card> bank = bank(random, 1 + random.nextInt(30));
            int count = 1 + random.nextInt(bank.size());
            long seed = random.nextLong();
            List<Draw.Drawn> drawn = Draw.of(bank, count, seed);
            assertThat(drawn).hasSize(count);
            assertThat(drawn.stream().map(Draw.Drawn::wording)).doesNotHaveDuplicates();
            for (Draw.Drawn d : drawn) {
                Draw.Card card = bank.stream()
                        .filter(c -> c.wording().equals(d.wording()))
                        .findFirst()
                        .orElseThrow();
                assertThat(d.shown())
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, card.options()).boxed().toList());
                if (card.kind() == QuestionKind.TRUE_FALSE) {
                    assertThat(d.shown()).containsExactly(0, 1);
                }
            }
            assertThat(Draw.of(bank, count, seed)).isEqualTo(drawn);
        }
    }

    @Test
    void over_many_seeds_every_question_is_asked_and_every_option_comes_first() {
        List<Draw.Card> bank = IntStream.range(0, 12)
                .mapToObj(i -> new Draw.Card(new UUID(1, i), QuestionKind.SINGLE, 4))
                .toList();
        Set<UUID> asked = new HashSet<>();
        Set<Integer> first = new HashSet<>();
        Set<List<UUID>> orders = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            List<Draw.Drawn> drawn = Draw.of(bank, 5, seed);
            drawn.forEach(d -> asked.add(d.wording()));
            drawn.forEach(d -> first.add(d.shown().getFirst()));
            orders.add(drawn.stream().map(Draw.Drawn::wording).toList());
        }
        assertThat(asked).hasSize(12);
        assertThat(first).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(orders).hasSizeGreaterThan(195);
    }
}
