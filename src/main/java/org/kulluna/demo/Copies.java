package org.kulluna.demo;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Rows on their way into the database by COPY in its text format. Tables are named in the order of their foreign keys;
 * what is waiting goes in that order, so a row may refer to any row made before it.
 */
final class Copies {
    private static final int WAITING = 6_000_000;
    private static final HexFormat HEX = HexFormat.of();

    /** One table's waiting rows. */
    static final class Table {
        private final String command;
        private final int columns;
        private final StringBuilder waiting = new StringBuilder();
        private final Copies copies;

        private Table(Copies copies, String name, String columns) {
            this.copies = copies;
            this.command = "copy " + name + " (" + columns + ") from stdin";
            this.columns = columns.split(",").length;
        }

        void row(@Nullable Object... values) {
            if (values.length != columns) {
                throw new IllegalArgumentException(values.length + " values for: " + command);
            }
            int before = waiting.length();
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    waiting.append('\t');
                }
                append(waiting, values[i]);
            }
            waiting.append('\n');
            copies.grew(waiting.length() - before);
        }
    }

    private final CopyManager manager;
    private final List<Table> tables = new ArrayList<>();
    private int size;

    Copies(Connection connection) throws SQLException {
        manager = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    Table into(String name, String columns) {
        Table table = new Table(this, name, columns);
        tables.add(table);
        return table;
    }

    private void grew(int by) {
        size += by;
        if (size > WAITING) {
            flush();
        }
    }

    void flush() {
        for (Table t : tables) {
            if (!t.waiting.isEmpty()) {
                try {
                    manager.copyIn(t.command, new StringReader(t.waiting.toString()), 1 << 16);
                } catch (SQLException | IOException e) {
                    throw new IllegalStateException(t.command, e);
                }
                t.waiting.setLength(0);
            }
        }
        size = 0;
    }

    private static void append(StringBuilder to, @Nullable Object value) {
        switch (value) {
            case null -> to.append("\\N");
            case String s -> escape(to, s);
            case byte[] bytes -> HEX.formatHex(to.append("\\\\x"), bytes);
            case List<?> list -> escape(to, array(list));
            default -> to.append(value);
        }
    }

    private static String array(List<?> list) {
        StringBuilder b = new StringBuilder("{");
        for (Object item : list) {
            String text = String.valueOf(item).replace("\\", "\\\\").replace("\"", "\\\"");
            b.append(b.length() > 1 ? "," : "").append('"').append(text).append('"');
        }
        return b.append('}').toString();
    }

    private static void escape(StringBuilder to, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(c);
            }
        }
    }
}
