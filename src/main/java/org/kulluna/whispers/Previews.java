package org.kulluna.whispers;

/** What a preview shows of a wording. */
public final class Previews {
    private Previews() {}

    /** As much of the body as a notification carries. */
    public static String push(Wording w) {
        return PushText.body(w);
    }

    public static boolean fits(Wording w) {
        return PushText.fits(w);
    }

    public static int letters(Wording w) {
        return w.body().codePointCount(0, w.body().length());
    }

    /** How many letters of the body a notification carries. */
    public static int carried(Wording w) {
        String carried = PushText.body(w);
        return carried.codePointCount(0, carried.length()) - (fits(w) ? 0 : 1);
    }

    /** Bytes for title and body together: the script counts against it too. */
    public static int room() {
        return PushText.ROOM;
    }
}
