package org.kulluna.statistics;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Behind which row a page of rows goes on: newest day first, then by id. */
record After(@Nullable LocalDate day, @Nullable UUID id) {
    private static final After NOTHING = new After(null, null);

    /** @param cursor {@code day_id} of the last row shown; null or empty for the first page */
    static After parse(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return NOTHING;
        }
        if (!cursor.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}")) {
            throw Refusal.notFound();
        }
        try {
            return new After(LocalDate.parse(cursor.substring(0, 10)), UUID.fromString(cursor.substring(11)));
        } catch (RuntimeException e) {
            throw Refusal.notFound();
        }
    }

    static String cursor(LocalDate day, UUID id) {
        return day + "_" + id;
    }

    /** @param id the column that tells rows of a day apart */
    String keyset(String id) {
        return this.id == null ? "" : " and (h.starts_on, " + id + ") < (:day, :after) ";
    }

    StatementSpec bind(StatementSpec statement) {
        return id == null ? statement : statement.param("day", day).param("after", id);
    }
}
