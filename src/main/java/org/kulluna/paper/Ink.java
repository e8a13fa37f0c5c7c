package org.kulluna.paper;

/** The colours of the house on paper. */
public enum Ink {
    BLACK(0x1b1d21),
    GREY(0x5f646d),
    SOFT(0xc3c6cb),
    GOLD(0xb68a35),
    GOLD_TEXT(0x7c5e24),
    PALE(0xf9f7ed),
    RED(0xa4130f),
    WHITE(0xffffff);

    final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }
}
