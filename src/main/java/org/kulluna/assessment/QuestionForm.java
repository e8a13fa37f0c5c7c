package org.kulluna.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Words;
import org.springframework.util.MultiValueMap;

/**
 * A question as typed. The page sends its options as {@code ar1, en1 … ar6, en6} and the numbers of the right ones as
 * {@code right}; a program sends them as a list.
 *
 * @param id of a new question, made by the client
 * @param version of the wording that is changed, as it was read
 * @param kind single, several or true_false
 * @param options two to six; of true_false two, whose words the house knows: true, then false
 */
public record QuestionForm(
        @Nullable String id,
        @Nullable String version,
        @NotBlank(message = "required") @Nullable String kind,

        @NotBlank(message = "required") @Size(max = 1000, message = "too-long") @Nullable
        String textAr,

        @NotBlank(message = "required") @Size(max = 1000, message = "too-long") @Nullable
        String textEn,

        @NotBlank(message = "required") @Size(max = 1000, message = "too-long") @Nullable
        String whyAr,

        @NotBlank(message = "required") @Size(max = 1000, message = "too-long") @Nullable
        String whyEn,

        @Nullable List<@Nullable OptionForm> options) {

    public record OptionForm(
            @Nullable String ar,
            @Nullable String en,
            @Nullable Boolean right) {
        boolean isEmpty() {
            return Typed.text(ar).isEmpty() && Typed.text(en).isEmpty() && !Boolean.TRUE.equals(right);
        }
    }

    static QuestionForm empty(String id, QuestionKind kind) {
        return new QuestionForm(id, "", kind.text(), "", "", "", "", List.of());
    }

    static QuestionForm of(Question q) {
        return new QuestionForm(
                q.id().toString(),
                String.valueOf(q.version()),
                q.kind().text(),
                q.text().ar(),
                q.text().en(),
                q.why().ar(),
                q.why().en(),
                q.options().stream()
                        .<@Nullable OptionForm>map(
                                o -> new OptionForm(o.text().ar(), o.text().en(), o.right()))
                        .toList());
    }

    static QuestionForm typed(MultiValueMap<String, String> typed) {
        List<String> right = typed.getOrDefault("right", List.of());
        List<@Nullable OptionForm> options = new ArrayList<>();
        for (int i = 1; i <= Question.MOST_OPTIONS; i++) {
            String n = String.valueOf(i);
            options.add(new OptionForm(typed.getFirst("ar" + n), typed.getFirst("en" + n), right.contains(n)));
        }
        return new QuestionForm(
                typed.getFirst("id"),
                typed.getFirst("version"),
                typed.getFirst("kind"),
                typed.getFirst("textAr"),
                typed.getFirst("textEn"),
                typed.getFirst("whyAr"),
                typed.getFirst("whyEn"),
                options);
    }

    public QuestionKind answeredAs() {
        return QuestionKind.find(Typed.text(kind)).orElse(QuestionKind.SINGLE);
    }

    /** The option in that row of the page, from 1. */
    public OptionForm option(int row) {
        OptionForm one = options == null || options.size() < row ? null : options.get(row - 1);
        return one == null ? new OptionForm("", "", false) : one;
    }

    LocalizedText text() {
        return new LocalizedText(Typed.text(textAr), Typed.text(textEn));
    }

    LocalizedText why() {
        return new LocalizedText(Typed.text(whyAr), Typed.text(whyEn));
    }

    /** Rows left empty are none. */
    List<Option> wanted() {
        if (answeredAs() == QuestionKind.TRUE_FALSE) {
            return List.of(said("true", option(1)), said("false", option(2)));
        }
        return options == null
                ? List.of()
                : options.stream()
                        .filter(o -> o != null && !o.isEmpty())
                        .map(o -> new Option(
                                new LocalizedText(Typed.text(o.ar()), Typed.text(o.en())),
                                Boolean.TRUE.equals(o.right())))
                        .toList();
    }

    private static Option said(String key, OptionForm typed) {
        String word = "assessment.answer." + key;
        return new Option(
                new LocalizedText(Words.in("ar").say(word), Words.in("en").say(word)),
                Boolean.TRUE.equals(typed.right()));
    }
}
