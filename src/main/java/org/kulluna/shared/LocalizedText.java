package org.kulluna.shared;

/** A text in the two languages every public text has. An empty one falls back to the other. */
public record LocalizedText(String ar, String en) {
    public String in(String language) {
        String wanted = language.equals("en") ? en : ar;
        return wanted.isBlank() ? (ar.isBlank() ? en : ar) : wanted;
    }
}
