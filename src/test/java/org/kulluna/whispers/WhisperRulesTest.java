package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kulluna.shared.Refusal;

class WhisperRulesTest {
    private static final Instant NOW = Instant.parse("2022-03-01T08:00:00Z");

    static WhisperForm form(String unit, WhisperForm.@Nullable WordingForm... words) {
        List<WhisperForm.@Nullable WordingForm> all = new ArrayList<>(java.util.Arrays.asList(words));
        return new WhisperForm("", "", unit, "safety", "", all, "", "on", "", "", "", "", "", null);
    }

    static WhisperForm form(String unit) {
        return form(
                unit,
                new WhisperForm.WordingForm("ar", "سلامة الطريق", "تمهّل قرب المدارس.", ""),
                new WhisperForm.WordingForm("en", "Road safety", "Slow down near schools.", ""));
    }

    private static List<String> faults(WhisperForm form) {
        try {
            form.check(NOW);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults().entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue().getFirst())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(WhisperState.class)
    void nothing_is_sent_that_was_not_approved_and_what_was_sent_stays(WhisperState from) {
        boolean approved = from == WhisperState.APPROVED || from == WhisperState.SCHEDULED;
        assertThat(from.canBecome(WhisperState.SENT)).isEqualTo(approved);
        assertThat(from.canBecome(WhisperState.APPROVED))
                .isEqualTo(from == WhisperState.IN_REVIEW || from == WhisperState.SCHEDULED);
        assertThat(from.canBecome(WhisperState.RECALLED)).isEqualTo(from == WhisperState.SENT);
        assertThat(from.canBecome(WhisperState.DROPPED)).isEqualTo(from == WhisperState.DRAFT);
    }

    @Test
    void arabic_and_english_are_needed_and_others_are_not() {
        assertThat(faults(form("u"))).isEmpty();
        assertThat(faults(form("u", new WhisperForm.WordingForm("ur", "س", "ت", ""))))
                .containsExactly("title-ar required", "title-en required");
        assertThat(faults(form("u", new WhisperForm.WordingForm("ar", "", "", ""), null)))
                .contains("title-ar required", "body-ar required", "title-en required");
    }

    @Test
    void what_is_too_long_unknown_or_twice_is_told_beside_its_field() {
        var ar = new WhisperForm.WordingForm("ar", "س".repeat(121), "ت".repeat(6001), "");
        var en = new WhisperForm.WordingForm("en", "T", "B", "");
        assertThat(faults(form("u", ar, en))).containsExactly("title-ar too-long", "body-ar too-long");
        assertThat(faults(form("u", en, en))).contains("wordings language-twice");
        var strange = new WhisperForm.WordingForm("../x", "T", "B", "");
        assertThat(faults(form("u", en, strange))).contains("wordings not-a-choice");
    }

    @Test
    void times_channels_and_urgency_are_checked() {
        WhisperForm f = form("u");
        WhisperForm wrong = new WhisperForm(
                "", "", "u", "weather", "", f.wordings(), "", "", "", "soon", "2022-02-01T10:00", "on", " ", null);
        assertThat(faults(wrong))
                .contains(
                        "theme not-a-choice",
                        "onApp one-channel",
                        "sendAt not-a-time",
                        "expiresAt in-the-past",
                        "urgentReason required");
        WhisperForm reversed = new WhisperForm(
                "",
                "",
                "u",
                "safety",
                "",
                f.wordings(),
                "",
                "on",
                "",
                "2022-04-02T10:00",
                "2022-04-01T10:00",
                "",
                "",
                null);
        assertThat(faults(reversed)).containsExactly("expiresAt ends-before-it-starts");
    }

    @Test
    void a_picture_needs_its_words_in_every_language() {
        WhisperForm f = form("u").withPicture("0197f6f8-0000-7000-8000-000000000000");
        assertThat(faults(f)).containsExactly("alt-ar required", "alt-en required");
    }

    @Test
    void a_language_is_added_once_and_nonsense_is_none() {
        WhisperForm f = form("u")
                .withLanguage("ur")
                .withLanguage("ur")
                .withLanguage("zz")
                .withLanguage("<b>");
        assertThat(f.rows()).extracting(Wording::language).containsExactly("ar", "en", "ur");
        assertThat(f.written()).extracting(Wording::language).containsExactly("ar", "en");
    }

    @Test
    void two_thousand_arabic_letters_are_cut_after_a_word_and_never_fail() {
        Wording longOne = new Wording("ar", "عنوان", "كلمة طويلة ".repeat(400).strip(), "");
        String cut = PushText.body(longOne);
        assertThat(PushText.fits(longOne)).isFalse();
        assertThat(cut).endsWith("…").doesNotEndWith(" …");
        assertThat(longOne.body()).startsWith(cut.substring(0, cut.length() - 1));
        assertThat(PushText.bytes(cut) + PushText.bytes(longOne.title())).isBetween(PushText.ROOM - 40, PushText.ROOM);
        Wording short_ = new Wording("ar", "عنوان", "نص", "");
        assertThat(PushText.body(short_)).isEqualTo("نص");
    }

    @ParameterizedTest
    @CsvSource({"👩‍👩‍👧‍👦", "é́", "\"", "ا"})
    void no_letter_is_cut_in_two(String letter) {
        Wording w = new Wording("en", "T", letter.repeat(4000), "");
        String cut = PushText.body(w);
        String kept = cut.substring(0, cut.length() - 1);
        assertThat(kept.length() % letter.length()).isZero();
        assertThat(PushText.bytes(cut)).isLessThanOrEqualTo(PushText.ROOM);
        assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(1500);
    }

    @Test
    void a_difference_keeps_both_texts_whole() {
        String before = "Slow down near schools, please.";
        String after = "Please slow down near schools and parks.";
        List<Change> changes = Change.between(before, after);
        assertThat(text(changes, "new")).isEqualTo(before);
        assertThat(text(changes, "gone")).isEqualTo(after);
        assertThat(changes).anyMatch(c -> c.kind().equals("same") && c.text().contains("down near"));
        assertThat(Change.between(before, before)).containsExactly(new Change("same", before));
        assertThat(Change.between("", "")).isEmpty();
        assertThat(Change.between("a ".repeat(3000), "b")).hasSize(2);
    }

    private static String text(List<Change> changes, String without) {
        return changes.stream()
                .filter(c -> !c.kind().equals(without))
                .map(Change::text)
                .collect(Collectors.joining());
    }

    @Test
    void half_years_follow_one_another() {
        HalfYear first = HalfYear.of(LocalDate.of(2022, 6, 30));
        assertThat(first).hasToString("2022-H1");
        assertThat(first.next()).hasToString("2022-H2");
        assertThat(first.previous()).hasToString("2021-H2");
        assertThat(first.to()).isEqualTo(first.next().from()).isEqualTo(Instant.parse("2022-06-30T20:00:00Z"));
        assertThat(HalfYear.parse("999999999-H2", LocalDate.of(2022, 8, 1))).hasToString("2022-H2");
    }

    @Test
    void a_segment_that_is_no_id_is_a_fault() {
        WhisperForm f = form("u");
        WhisperForm wrong =
                new WhisperForm("", "", "u", "safety", "", f.wordings(), "x", "on", "", "", "", "", "", null);
        assertThatThrownBy(() -> wrong.plan(org.kulluna.audience.Filter.EVERYBODY))
                .hasMessage("invalid");
    }
}
