package org.kulluna.volunteering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a member may take, nearest and soonest first. Both are one rank, so that pages follow each other without gaps: the
 * beginning in seconds plus the way, where ten kilometres weigh as much as one day of waiting.
 */
@Repository
class OfferRows {
    static final double SECONDS_A_METRE = 8.64;

    private final JdbcClient sql;

    OfferRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param metres from the person's home to each place, empty when their home is not known */
    List<ShiftCard> list(
            PersonId person,
            ShiftFilter filter,
            Map<String, Integer> metres,
            @Nullable Cursor after,
            int limit,
            Instant now) {
        return sql.sql("""
                with c as materialized (""" + Prefilter.CANDIDATE + """
                ), near as materialized (
                    select n.code, n.metres from unnest(:codes::text[], :metres::int[]) as n(code, metres)
                ), page as materialized (
                    select p.id, p.rank, p.metres from (
                        select s.id, n.metres,
                               extract(epoch from s.starts_at)::bigint
                                   + (coalesce(n.metres, 0) * :weight::float8)::bigint as rank
                          from c
                         cross join volunteering.shift s
                          join volunteering.opportunity o on o.id = s.opportunity_id
                          left join near n on n.code = s.place_code
                """ + Prefilter.DAYS + """
                         where s.state = 'published' and o.state = 'published' and s.starts_at > :now
                           and (:from::timestamptz is null or s.starts_at >= :from)
                           and (:to::timestamptz is null or s.starts_at < :to)
                           and (:unit = '' or o.unit_code = :unit)
                           and (:place = '' or s.place_code = :place)
                           and (:pillar = '' or o.pillar = :pillar)
                """ + eligible(filter.eligible()) + """
                    ) p
                     where :afterId::uuid is null or (p.rank, p.id) > (:afterRank::bigint, :afterId::uuid)
                     order by p.rank, p.id limit :limit)
                select""" + " "
                        + ShiftRows.COLUMNS + """
                , o.title_ar, o.title_en, o.unit_code, o.pillar, page.rank, page.metres,
                       r.minimum, r.maximum, r.booked,
                       (select count(*) from volunteering.sign_up w
                         where w.shift_id = s.id and w.state = 'waiting') as waiting,
                       (select u.state from volunteering.sign_up u where u.shift_id = s.id
                           and u.person_id = :person and u.state in ('booked', 'waiting')) as mine
                  from page
                  join volunteering.shift s on s.id = page.id
                  join volunteering.opportunity o on o.id = s.opportunity_id
                 cross join lateral (
                    select coalesce(sum(r.minimum), 0) as minimum, coalesce(sum(r.maximum), 0) as maximum,
                           coalesce(sum(r.booked), 0) as booked
                      from volunteering.shift_role r where r.shift_id = s.id) r
                 order by page.rank, page.id""")
                .param("person", person.value())
                .param("codes", metres.keySet().toArray(String[]::new))
                .param("metres", metres.values().toArray(Integer[]::new))
                .param("weight", SECONDS_A_METRE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("from", at(filter.from()))
                .param("to", at(filter.to()))
                .param("unit", filter.unit())
                .param("place", filter.place())
                .param("pillar", filter.pillar())
                .param("afterRank", after == null ? null : after.number())
                .param("afterId", after == null ? null : after.id().toString())
                .param("limit", limit)
                .query(OfferRows::fromRow)
                .list();
    }

    /** Once a choice is made, what the person holds already is in neither list. */
    private static String eligible(@Nullable Boolean eligible) {
        if (eligible == null) {
            return "";
        }
        return " and (" + Prefilter.MAY + ") is " + (eligible ? "" : "not ") + """
                true and not exists (
                    select from volunteering.sign_up u
                     where u.shift_id = s.id and u.person_id = c.person_id and u.state in ('booked', 'waiting'))
                """;
    }

    private static java.time.@Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static ShiftCard fromRow(ResultSet rs, int row) throws SQLException {
        String mine = rs.getString("mine");
        return new ShiftCard(
                ShiftRows.fromRow(rs, row),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                rs.getString("unit_code"),
                rs.getString("pillar"),
                rs.getInt("minimum"),
                rs.getInt("maximum"),
                rs.getInt("booked"),
                rs.getInt("waiting"),
                mine == null ? null : SignUpState.of(mine),
                rs.getObject("metres", Integer.class),
                rs.getLong("rank"));
    }

    static Cursor cursor(ShiftCard card) {
        return new Cursor(card.rank(), card.id());
    }
}
