package org.kulluna.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import does, or did, with one line of a file.
 *
 * @param line on which it begins in the file
 * @param outcome create, update, unchanged or refuse
 * @param changes fields that an update changes, under {@code imports.field.}
 * @param notes why, and what was decided for it, under {@code imports.note.}
 * @param opportunity the one it made or changed, once applied
 */
public record ImportLine(
        int line,
        String outcome,
        String externalId,
        String title,
        int shifts,
        List<String> changes,
        List<ImportNote> notes,
        @Nullable UUID opportunity,
        boolean done,
        boolean withdrawn) {}
