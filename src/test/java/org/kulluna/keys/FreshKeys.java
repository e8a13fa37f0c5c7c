package org.kulluna.keys;

/** Keys of their own for tests that need no house around them. */
public final class FreshKeys {
    private FreshKeys() {}

    /** The same keys, as a house holds them before and after a rotation. */
    public record Rotation(Keys before, Keys after) {}

    public static Keys make() {
        return new Keys(KeyRing.fresh());
    }

    public static Rotation rotated() {
        KeyRing first = KeyRing.fresh();
        return new Rotation(new Keys(first), new Keys(first.rotated()));
    }
}
