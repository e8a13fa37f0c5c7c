package org.kulluna.audit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditRows {
    record Head(int chain, long number, byte[] mac) {}

    private final JdbcClient sql;
    private final JdbcTemplate template;

    AuditRows(JdbcClient sql, JdbcTemplate template) {
        this.sql = sql;
        this.template = template;
    }

    /** Takes a chain nobody else is writing; waits for one only when all are busy. */
    Head lockHead() {
        Optional<Head> free = sql.sql("""
                select chain, number, head from audit.chain
                 order by (chain + pg_backend_pid()) % 32 limit 1 for update skip locked""").query(AuditRows::head).optional();
        return free.orElseGet(() -> sql.sql("""
                select chain, number, head from audit.chain where chain = 1 + pg_backend_pid() % 32 for update""").query(AuditRows::head).single());
    }

    void insert(List<AuditEntry> entries) {
        template.execute((java.sql.Connection c) -> {
            try (var s = c.prepareStatement("""
                    insert into audit.entry (chain, number, at, actor, action, subject_kind, subject_id, fields, mac)
                    select * from unnest(?::int[], ?::bigint[], ?::timestamptz[], ?::uuid[], ?::text[], ?::text[],
                                         ?::text[], ?::text[], ?::bytea[])""")) {
                s.setArray(1, array(c, "int4", entries, AuditEntry::chain));
                s.setArray(2, array(c, "int8", entries, AuditEntry::number));
                s.setArray(3, array(c, "timestamptz", entries, e -> at(e.at())));
                s.setArray(4, array(c, "uuid", entries, AuditEntry::actor));
                s.setArray(5, array(c, "text", entries, AuditEntry::action));
                s.setArray(6, array(c, "text", entries, AuditEntry::subjectKind));
                s.setArray(7, array(c, "text", entries, AuditEntry::subjectId));
                s.setArray(8, array(c, "text", entries, AuditEntry::fields));
                s.setArray(
                        9,
                        c.createArrayOf(
                                "bytea", entries.stream().map(AuditEntry::mac).toArray(byte[][]::new)));
                return s.executeUpdate();
            }
        });
    }

    void moveHead(int chain, long number, byte[] mac) {
        sql.sql("update audit.chain set number = :number, head = :mac where chain = :chain")
                .params(Map.of("number", number, "mac", mac, "chain", chain))
                .update();
    }

    List<Head> listHeads() {
        return sql.sql("select chain, number, head from audit.chain order by chain")
                .query(AuditRows::head)
                .list();
    }

    static AuditEntry fromRow(ResultSet rs, int row) throws SQLException {
        return new AuditEntry(
                rs.getInt("chain"),
                rs.getLong("number"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getObject("actor", UUID.class),
                rs.getString("action"),
                rs.getString("subject_kind"),
                rs.getString("subject_id"),
                rs.getString("fields"),
                rs.getBytes("mac"));
    }

    private static Head head(ResultSet rs, int row) throws SQLException {
        return new Head(rs.getInt("chain"), rs.getLong("number"), rs.getBytes("head"));
    }

    private static Array array(
            java.sql.Connection c,
            String type,
            List<AuditEntry> entries,
            Function<AuditEntry, ? extends @Nullable Object> field)
            throws SQLException {
        return c.createArrayOf(type, entries.stream().map(field).toArray());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
