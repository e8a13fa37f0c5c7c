package org.kulluna.paper;

import org.jspecify.annotations.Nullable;

/** The typefaces shipped with the house (SIL OFL 1.1), each read once and when first used. */
public enum Face {
    KUFI("NotoKufiArabic-Regular"),
    KUFI_BOLD("NotoKufiArabic-Bold"),
    AMIRI_BOLD("Amiri-Bold"),
    SANS("NotoSans-Regular"),
    SANS_BOLD("NotoSans-Bold");

    private final String name;
    private volatile @Nullable FontFile file;

    Face(String name) {
        this.name = name;
    }

    FontFile file() {
        FontFile read = file;
        if (read == null) {
            synchronized (this) {
                read = file == null ? FontFile.read(name) : file;
                file = read;
            }
        }
        return read;
    }
}
