package org.kulluna.paper;

import java.util.Random;

/** Names as nobody chose them: Arabic with and without tashkeel, Latin with accents, brackets, digits, and both in one. */
final class AnyName {
    private static final String ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى";
    private static final String MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0652";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyzéèüñçøłžšāğ";

    private final Random dice;

    AnyName(long seed) {
        dice = new Random(seed);
    }

    String arabic() {
        return words(1 + dice.nextInt(5), this::arabicWord);
    }

    String latin() {
        return words(1 + dice.nextInt(5), this::latinWord);
    }

    String mixed() {
        return words(2 + dice.nextInt(4), () -> switch (dice.nextInt(7)) {
            case 0 -> latinWord();
            case 1 -> "(" + arabicWord() + ")";
            case 2 -> "(" + latinWord() + ")";
            case 3 -> String.valueOf(dice.nextInt(100_000));
            case 4 -> "[" + arabicWord() + " " + dice.nextInt(100) + "]";
            default -> arabicWord();
        });
    }

    private String words(int count, java.util.function.Supplier<String> word) {
        StringBuilder all = new StringBuilder(word.get());
        for (int i = 1; i < count; i++) {
            all.append(dice.nextInt(9) == 0 ? "-" : " ").append(word.get());
        }
        return all.toString();
    }

    private String arabicWord() {
        StringBuilder word = new StringBuilder(dice.nextInt(4) == 0 ? "ال" : "");
        boolean marked = dice.nextInt(3) == 0;
        for (int i = 0; i < 2 + dice.nextInt(6); i++) {
            word.append(one(ARABIC));
            if (marked && dice.nextInt(6) == 0) {
                word.append('\u0651');
            }
            if (marked && dice.nextBoolean()) {
                word.append(one(MARKS));
            }
        }
        return word.toString();
    }

    private String latinWord() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 2 + dice.nextInt(8); i++) {
            word.append(one(LATIN));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private char one(String of) {
        return of.charAt(dice.nextInt(of.length()));
    }
}
