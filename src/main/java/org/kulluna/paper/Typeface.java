package org.kulluna.paper;

import java.util.List;

/** Faces in the order in which they are asked for a character: no Arabic face has all of Latin, and Kufi no brackets. */
public record Typeface(List<Face> faces) {
    public static final Typeface TEXT = of(Face.KUFI, Face.SANS);
    public static final Typeface BOLD = of(Face.KUFI_BOLD, Face.SANS_BOLD);
    public static final Typeface LATIN = of(Face.SANS, Face.KUFI);
    public static final Typeface LATIN_BOLD = of(Face.SANS_BOLD, Face.KUFI_BOLD);
    public static final Typeface DISPLAY = of(Face.AMIRI_BOLD, Face.SANS_BOLD);

    static Typeface of(Face... faces) {
        return new Typeface(List.of(faces));
    }

    /** The first that has it, or else the first of all, whose empty box then shows that something is missing. */
    Face of(int codePoint) {
        for (Face face : faces) {
            if (face.file().has(codePoint)) {
                return face;
            }
        }
        return faces.getFirst();
    }
}
