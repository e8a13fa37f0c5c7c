package org.kulluna.volunteering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpportunityRows {
    private static final String COLUMNS = """
            o.id, o.unit_code, o.title_ar, o.title_en, o.text_ar, o.text_en, o.may_ar, o.may_en, o.may_not_ar,
            o.may_not_en, o.pillar, o.place_code, o.state, o.created_at, o.published_at, o.cancel_reason, o.version""";
    private final JdbcClient sql;

    OpportunityRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when the id is taken: the same request once more. */
    boolean insert(UUID id, NewOpportunity o, @Nullable PersonId by, Instant now) {
        return texts(sql.sql("""
                insert into volunteering.opportunity (id, unit_code, title_ar, title_en, text_ar, text_en, may_ar, may_en,
                    may_not_ar, may_not_en, search, pillar, place_code, state, source, external_id, created_by, created_at)
                values (:id, :unit, :titleAr, :titleEn, :textAr, :textEn, :mayAr, :mayEn, :mayNotAr, :mayNotEn, :search,
                    :pillar, :place, 'draft', :source, :externalId, :by, :now) on conflict do nothing"""), o)
                        .param("id", id)
                        .param("unit", o.unit())
                        .param("source", o.source())
                        .param("externalId", o.externalId())
                        .param("by", by == null ? null : by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean update(UUID id, int version, NewOpportunity o) {
        return texts(sql.sql("""
                update volunteering.opportunity
                   set title_ar = :titleAr, title_en = :titleEn, text_ar = :textAr, text_en = :textEn, may_ar = :mayAr,
                       may_en = :mayEn, may_not_ar = :mayNotAr, may_not_en = :mayNotEn, search = :search,
                       pillar = :pillar, place_code = :place, version = version + 1
                 where id = :id and version = :version and state <> 'cancelled'"""), o).param("id", id).param("version", version).update() == 1;
    }

    boolean publish(UUID id, int version, Instant now) {
        return sql.sql("""
                update volunteering.opportunity
                   set state = 'published', published_at = coalesce(published_at, :now), version = version + 1
                 where id = :id and version = :version and state <> 'cancelled'""")
                        .param("id", id)
                        .param("version", version)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean cancel(UUID id, int version, String reason) {
        return sql.sql("""
                update volunteering.opportunity set state = 'cancelled', cancel_reason = :reason, version = version + 1
                 where id = :id and version = :version and state <> 'cancelled'""")
                        .param("id", id)
                        .param("version", version)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** First drafts, all of whose shifts are; locked, so that nobody publishes or changes them meanwhile. */
    List<UUID> deleteUntouched(String unit, List<UUID> ids) {
        sql.sql("select id from volunteering.opportunity where id = any(:ids::uuid[]) order by id for update")
                .param("ids", RoleRows.texts(ids))
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list();
        sql.sql("select id from volunteering.shift where opportunity_id = any(:ids::uuid[]) order by id for update")
                .param("ids", RoleRows.texts(ids))
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list();
        List<UUID> untouched = sql.sql("""
                select o.id from volunteering.opportunity o
                 where o.id = any(:ids::uuid[]) and o.unit_code = :unit and o.state = 'draft' and o.version = 0
                   and not exists (select from volunteering.shift s
                                    where s.opportunity_id = o.id and (s.state <> 'draft' or s.version > 0))""")
                .param("ids", RoleRows.texts(ids))
                .param("unit", unit)
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list();
        sql.sql("delete from volunteering.shift where opportunity_id = any(:ids::uuid[])")
                .param("ids", RoleRows.texts(untouched))
                .update();
        sql.sql("delete from volunteering.opportunity where id = any(:ids::uuid[])")
                .param("ids", RoleRows.texts(untouched))
                .update();
        return untouched;
    }

    Optional<Opportunity> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from volunteering.opportunity o where o.id = :id")
                .param("id", id)
                .query(OpportunityRows::fromRow)
                .optional();
    }

    Optional<Opportunity> findByExternalId(String unit, String source, String externalId) {
        return sql.sql("select " + COLUMNS + """
                 from volunteering.opportunity o
                where o.unit_code = :unit and o.source = :source and o.external_id = :externalId""")
                .param("unit", unit)
                .param("source", source)
                .param("externalId", externalId)
                .query(OpportunityRows::fromRow)
                .optional();
    }

    List<Opportunity> listById(List<UUID> ids) {
        return sql.sql("select " + COLUMNS + " from volunteering.opportunity o where o.id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(OpportunityRows::fromRow)
                .list();
    }

    private static JdbcClient.StatementSpec texts(JdbcClient.StatementSpec statement, NewOpportunity o) {
        return statement
                .param("titleAr", o.title().ar())
                .param("titleEn", o.title().en())
                .param("textAr", o.text().ar())
                .param("textEn", o.text().en())
                .param("mayAr", o.may().ar())
                .param("mayEn", o.may().en())
                .param("mayNotAr", o.mayNot().ar())
                .param("mayNotEn", o.mayNot().en())
                .param("search", SearchText.stored(o.title().ar(), o.title().en()))
                .param("pillar", o.pillar())
                .param("place", o.place());
    }

    static Opportunity fromRow(ResultSet rs, int row) throws SQLException {
        OffsetDateTime published = rs.getObject("published_at", OffsetDateTime.class);
        return new Opportunity(
                rs.getObject("id", UUID.class),
                rs.getString("unit_code"),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                new LocalizedText(rs.getString("text_ar"), rs.getString("text_en")),
                new LocalizedText(rs.getString("may_ar"), rs.getString("may_en")),
                new LocalizedText(rs.getString("may_not_ar"), rs.getString("may_not_en")),
                rs.getString("pillar"),
                rs.getString("place_code"),
                rs.getString("state"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                published == null ? null : published.toInstant(),
                rs.getString("cancel_reason"),
                rs.getInt("version"));
    }
}
