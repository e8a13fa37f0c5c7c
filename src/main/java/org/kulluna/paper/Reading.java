package org.kulluna.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * How a reader's copy comes out as typed. It guesses directions anew from what stands where, and takes a bracket or a space
 * between two directions for the wrong one's, and whatever may stand in a number for a number.
 */
final class Reading {
    private static final String LEFT_TO_RIGHT_MARK = "\u200e";
    private static final String RIGHT_TO_LEFT_MARK = "\u200f";
    private static final float MARK = 0.002f;

    private Reading() {}

    /** What a character says about direction. */
    private enum Kind {
        STRONG,
        NEUTRAL,
        OF_NUMBERS;

        static Kind of(Line.Slot slot) {
            return switch (Character.getDirectionality(slot.character().codePointAt(0))) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                        Character.DIRECTIONALITY_EUROPEAN_NUMBER -> STRONG;
                case Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
                        Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
                        Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR -> OF_NUMBERS;
                default -> NEUTRAL;
            };
        }

        boolean isMistakenBeside(Kind next) {
            return this != STRONG && next != STRONG && (this == OF_NUMBERS || next == OF_NUMBERS);
        }
    }

    /** The slots of one direction from left to right, with a mark of that direction wherever there is something to guess. */
    static List<Line.Slot> sure(List<Line.Slot> slots, boolean rightToLeft) {
        String mark = rightToLeft ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
        List<Line.Slot> all = new ArrayList<>();
        Kind before = null;
        for (Line.Slot slot : slots) {
            Kind kind = Kind.of(slot);
            if (before == null ? kind != Kind.STRONG : rightToLeft && before.isMistakenBeside(kind)) {
                all.add(new Line.Slot(mark, slot.x(), MARK));
                all.add(new Line.Slot(slot.character(), slot.x() + MARK, slot.width() - MARK));
            } else {
                all.add(slot);
            }
            before = kind;
        }
        if (before != Kind.STRONG) {
            Line.Slot last = all.removeLast();
            all.add(new Line.Slot(last.character(), last.x(), last.width() - MARK));
            all.add(new Line.Slot(mark, last.x() + last.width() - MARK, MARK));
        }
        return all;
    }
}
