package org.kulluna.keys;

/** Keys of their own for tests that need no house around them. */
public final class FreshKeys {
    private FreshKeys() {}

    public static Keys make() {
        return new Keys(KeyRing.fresh());
    }
}
