package org.kulluna.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;

class ScoreTest {
    private static final List<Option> ONE = options(false, true, false);
    private static final List<Option> TWO = options(true, false, true, false);

    private static List<Option> options(boolean... right) {
        List<Option> all = new java.util.ArrayList<>();
        for (boolean r : right) {
            String n = "o" + all.size();
            all.add(new Option(new LocalizedText(n, n), r));
        }
        return all;
    }

    @Test
    void a_question_with_one_answer_is_right_for_that_one_alone() {
        assertThat(Score.isRight(ONE, List.of(1))).isTrue();
        assertThat(Score.isRight(ONE, List.of(0))).isFalse();
        assertThat(Score.isRight(ONE, List.of(0, 1))).isFalse();
        assertThat(Score.isRight(ONE, List.of())).isFalse();
    }

    @Test
    void of_several_right_answers_a_part_earns_nothing_and_one_too_many_spoils_it() {
        assertThat(Score.isRight(TWO, List.of(2, 0))).isTrue();
        assertThat(Score.isRight(TWO, List.of(0))).isFalse();
        assertThat(Score.isRight(TWO, List.of(0, 1, 2))).isFalse();
        assertThat(Score.isRight(TWO, List.of(0, 0, 2))).isTrue();
    }

    @Test
    void the_score_is_rounded_down_and_passes_exactly_at_the_mark() {
        assertThat(Score.percent(2, 3)).isEqualTo(66);
        assertThat(Score.percent(0, 7)).isZero();
        assertThat(Score.percent(7, 7)).isEqualTo(100);
        assertThat(Score.percent(0, 0)).isZero();
        assertThat(Score.passes(Score.percent(7, 10), 70)).isTrue();
        assertThat(Score.passes(Score.percent(2, 3), 67)).isFalse();
        assertThat(Score.passes(Score.percent(2, 3), 66)).isTrue();
    }

    @Test
    void places_as_shown_lead_to_the_options_as_worded() {
        LocalizedText text = new LocalizedText("س", "Q");
        Asked single =
                new Asked(1, UUID.randomUUID(), QuestionKind.SINGLE, text, text, ONE, List.of(2, 1, 0), List.of());
        assertThat(single.chosenAt(List.of(1))).containsExactly(2);
        assertThat(single.chosenAt(List.of(2))).containsExactly(1);
        assertThat(single.chosenAt(List.of())).isEmpty();
        assertThat(single.chosenAt(List.of(1, 2))).isNull();
        assertThat(single.chosenAt(List.of(0))).isNull();
        assertThat(single.chosenAt(List.of(4))).isNull();
        Asked several = new Asked(
                2, UUID.randomUUID(), QuestionKind.SEVERAL, text, text, TWO, List.of(3, 2, 1, 0), List.of(2, 0));
        assertThat(several.chosenAt(List.of(4, 2, 2))).containsExactly(0, 2);
        assertThat(several.isRight()).isTrue();
        assertThat(several.item().chosen()).containsExactly(2, 4);
        assertThat(several.marked().options())
                .extracting(Asked.MarkedOption::right)
                .containsExactly(false, true, false, true);
    }

    @Test
    void a_question_needs_options_in_both_languages_and_as_many_right_ones_as_its_kind() {
        assertThat(faults(QuestionKind.SINGLE, ONE)).isEmpty();
        assertThat(faults(QuestionKind.SEVERAL, TWO)).isEmpty();
        assertThat(faults(QuestionKind.SEVERAL, ONE)).isEmpty();
        assertThat(faults(QuestionKind.SINGLE, TWO)).containsExactly("only-one-right");
        assertThat(faults(QuestionKind.SINGLE, options(false, false))).containsExactly("mark-the-right-one");
        assertThat(faults(QuestionKind.SINGLE, options(true))).containsExactly("two-to-six-options");
        assertThat(faults(QuestionKind.SINGLE, options(true, false, false, false, false, false, false)))
                .containsExactly("two-to-six-options");
        Option half = new Option(new LocalizedText("ن", ""), true);
        assertThat(faults(QuestionKind.SINGLE, List.of(half, ONE.getFirst()))).containsExactly("both-languages");
        assertThat(faults(QuestionKind.SINGLE, List.of(ONE.get(1), ONE.get(1), ONE.get(0))))
                .contains("options-alike");
    }

    private static List<String> faults(QuestionKind kind, List<Option> options) {
        LocalizedText text = new LocalizedText("س", "Q");
        Faults faults = new Faults();
        Questions.check(new Question(UUID.randomUUID(), "c", "draft", kind, text, text, options, 1, 0, 0), faults);
        try {
            faults.raise();
            return List.of();
        } catch (Refusal r) {
            return r.faults().getOrDefault("options", List.of());
        }
    }
}
