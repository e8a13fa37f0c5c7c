package org.kulluna.whispers;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a text between two revisions.
 *
 * @param kind same, gone or new
 */
public record Change(String kind, String text) {
    /** Beyond it the whole text is shown as replaced: comparing takes time with the square of the words. */
    private static final int MOST_WORDS = 1500;

    /** Word by word, the longest common sequence of words kept. */
    public static List<Change> between(String before, String after) {
        String[] a = words(before);
        String[] b = words(after);
        List<Change> changes = new ArrayList<>();
        if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
            add(changes, before.equals(after) ? "same" : "gone", before);
            add(changes, before.equals(after) ? "same" : "new", before.equals(after) ? "" : after);
            return changes;
        }
        int[][] common = common(a, b);
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i].equals(b[j])) {
                add(changes, "same", a[i++]);
                j++;
            } else if (j == b.length || i < a.length && common[i + 1][j] >= common[i][j + 1]) {
                add(changes, "gone", a[i++]);
            } else {
                add(changes, "new", b[j++]);
            }
        }
        return changes;
    }

    private static int[][] common(String[] a, String[] b) {
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] =
                        a[i].equals(b[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Each with the white space behind it. */
    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<=\\s)(?=\\S)");
    }

    private static void add(List<Change> changes, String kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        Change last = changes.isEmpty() ? null : changes.getLast();
        if (last != null && last.kind().equals(kind)) {
            changes.set(changes.size() - 1, new Change(kind, last.text() + text));
        } else {
            changes.add(new Change(kind, text));
        }
    }
}
