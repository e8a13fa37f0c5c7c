package org.kulluna.volunteering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Published opportunities with a shift still to come, by their next shift. */
@Repository
class PublicRows {
    private record Next(UUID opportunity, Shift shift, int shifts, int seatsLeft) {}

    private final JdbcClient sql;
    private final OpportunityRows opportunities;

    PublicRows(JdbcClient sql, OpportunityRows opportunities) {
        this.sql = sql;
        this.opportunities = opportunities;
    }

    List<PublicCard> list(@Nullable Cursor after, int limit, Instant now) {
        List<Next> page = sql.sql("""
                with coming as materialized (
                    select distinct on (s.opportunity_id) s.id, s.opportunity_id, s.starts_at,
                           count(*) over (partition by s.opportunity_id) as shifts
                      from volunteering.shift s
                      join volunteering.opportunity o on o.id = s.opportunity_id
                     where s.state = 'published' and o.state = 'published' and s.starts_at > :now
                     order by s.opportunity_id, s.starts_at, s.id)
                select""" + " " + ShiftRows.COLUMNS + """
                , c.shifts, (select coalesce(sum(r.maximum - r.booked), 0) from volunteering.shift_role r
                                where r.shift_id = s.id) as seats_left
                  from coming c join volunteering.shift s on s.id = c.id
                 where :afterId::uuid is null or (extract(epoch from c.starts_at)::bigint, c.id)
                       > (:afterSecond::bigint, :afterId::uuid)
                 order by extract(epoch from c.starts_at)::bigint, c.id limit :limit""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("afterSecond", after == null ? null : after.number())
                .param("afterId", after == null ? null : after.id().toString())
                .param("limit", limit)
                .query(PublicRows::next)
                .list();
        var known = opportunities.listById(page.stream().map(Next::opportunity).toList()).stream()
                .collect(Collectors.toMap(Opportunity::id, Function.identity()));
        return page.stream()
                .flatMap(n -> java.util.stream.Stream.ofNullable(known.get(n.opportunity()))
                        .map(o -> new PublicCard(o, n.shift(), n.shifts(), n.seatsLeft())))
                .toList();
    }

    static String cursor(PublicCard card) {
        return new Cursor(card.next().startsAt().getEpochSecond(), card.next().id()).toString();
    }

    private static Next next(ResultSet rs, int row) throws SQLException {
        Shift shift = ShiftRows.fromRow(rs, row);
        return new Next(shift.opportunity(), shift, rs.getInt("shifts"), rs.getInt("seats_left"));
    }
}
