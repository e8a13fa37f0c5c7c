package org.kulluna.volunteering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Right;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What coordinators read: their units' opportunities with how they are staffed, and rosters. */
@Repository
class ManageRows {
    private final JdbcClient sql;

    ManageRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Newest first. */
    List<ManageCard> list(Viewer viewer, ManageFilter filter, @Nullable Cursor after, int limit, Instant now) {
        String[] words = Arrays.stream(SearchText.fold(filter.q()).split(" "))
                .filter(w -> !w.isEmpty())
                .limit(8)
                .toArray(String[]::new);
        return sql.sql("""
                with page as materialized (
                    select o.* from volunteering.opportunity o
                     where (:everywhere or o.unit_code = any(:units::text[]))
                       and (:state = '' or o.state = :state) and (:unit = '' or o.unit_code = :unit)
                       and (:pillar = '' or o.pillar = :pillar)
                       and (not :short or exists (
                           select from volunteering.short_shifts x where x.opportunity_id = o.id
                              and x.starts_at > :now and x.starts_at < :soon))
                       and not exists (
                           select from unnest(:words::text[], :keys::text[]) as w(word, key)
                            where not (o.search like w.word or (w.key <> '' and o.search like w.key)))
                       and (:afterId::uuid is null or (o.created_at, o.id)
                            < (timestamptz 'epoch' + :afterMicros::bigint * interval '1 microsecond', :afterId::uuid))
                     order by o.created_at desc, o.id desc limit :limit)
                select o.*, x.shifts, x.drafts, x.next_at, x.zone, x.minimum, x.maximum, x.booked, x.waiting
                  from page o
                 cross join lateral (
                    select count(*) filter (where s.state = 'published') as shifts,
                           count(*) filter (where s.state = 'draft') as drafts,
                           min(s.starts_at) filter (where s.state = 'published') as next_at,
                           (array_agg(s.zone order by s.starts_at) filter (where s.state = 'published'))[1] as zone,
                           coalesce(sum(r.minimum), 0) as minimum, coalesce(sum(r.maximum), 0) as maximum,
                           coalesce(sum(r.booked), 0) as booked, coalesce(sum(r.waiting), 0) as waiting
                      from volunteering.shift s
                      left join lateral (
                        select sum(r.minimum) as minimum, sum(r.maximum) as maximum, sum(r.booked) as booked,
                               sum((select count(*) from volunteering.sign_up u
                                     where u.role_id = r.id and u.state = 'waiting')) as waiting
                          from volunteering.shift_role r where r.shift_id = s.id and s.state = 'published') r on true
                     where s.opportunity_id = o.id and s.ends_at > :now) x
                 order by o.created_at desc, o.id desc""")
                .param("everywhere", viewer.mayEverywhere(Right.EDIT_OPPORTUNITIES))
                .param("units", viewer.unitsWith(Right.EDIT_OPPORTUNITIES).toArray(String[]::new))
                .param("state", filter.state())
                .param("unit", filter.unit())
                .param("pillar", filter.pillar())
                .param("short", filter.isShort())
                .param("soon", now.atOffset(ZoneOffset.UTC).plusDays(ManageFilter.SHORT_DAYS))
                .param("words", patterns(words, false))
                .param("keys", patterns(words, true))
                .param("afterMicros", after == null ? null : after.number())
                .param("afterId", after == null ? null : after.id().toString())
                .param("limit", limit)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ManageRows::card)
                .list();
    }

    /** Everybody who ever had a place, those who have one first, each with what became of it. */
    List<RosterLine> roster(UUID shift) {
        return sql.sql("""
                select u.id, u.shift_id, u.role_id, u.person_id, u.state, u.reason, u.created_at, u.changed_at,
                       case when u.state = 'waiting' then row_number() over (
                           partition by u.role_id, u.state order by u.position) else 0 end as place,
                       r.name_ar as role_ar, r.name_en as role_en, coalesce(p.name_ar, '') as name_ar,
                       coalesce(p.name_en, '') as name_en, m.number,
                       exists (select from attendance.presence a where a.duty_id = u.shift_id
                           and a.person_id = u.person_id and a.in_at is not null) as came,
                       array(select concat_ws(' ', c.state, (extract(epoch from c.changed_at) * 1000)::bigint, c.reason)
                               from volunteering.sign_up_change c where c.sign_up_id = u.id order by c.seq) as history
                  from volunteering.sign_up u
                  join volunteering.shift_role r on r.id = u.role_id
                  left join people.directory p on p.person_id = u.person_id
                  left join membership.roll m on m.person_id = u.person_id
                 where u.shift_id = :shift
                 order by array_position(array['booked', 'waiting', 'lapsed', 'left', 'cancelled'], u.state),
                          r.sort, u.position
                 limit 2000""").param("shift", shift).query(ManageRows::line).list();
    }

    static String cursor(ManageCard card) {
        Instant at = card.opportunity().createdAt();
        return new Cursor(
                        at.getEpochSecond() * 1_000_000 + at.getNano() / 1000,
                        card.opportunity().id())
                .toString();
    }

    private static String[] patterns(String[] words, boolean keys) {
        return Arrays.stream(words)
                .map(w -> keys ? SearchText.key(w) : SearchText.likeWord(w))
                .map(w -> w.length() < 2 && keys ? "" : (keys ? "%~" + w + "%" : "%" + w + "%"))
                .toArray(String[]::new);
    }

    private static ManageCard card(ResultSet rs, int row) throws SQLException {
        OffsetDateTime next = rs.getObject("next_at", OffsetDateTime.class);
        return new ManageCard(
                OpportunityRows.fromRow(rs, row),
                rs.getInt("shifts"),
                rs.getInt("drafts"),
                next == null ? null : next.toInstant(),
                rs.getString("zone"),
                rs.getInt("minimum"),
                rs.getInt("maximum"),
                rs.getInt("booked"),
                rs.getInt("waiting"));
    }

    private static RosterLine line(ResultSet rs, int row) throws SQLException {
        return new RosterLine(
                SignUpRows.fromRow(rs, row),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getObject("number", Long.class),
                new LocalizedText(rs.getString("role_ar"), rs.getString("role_en")),
                rs.getBoolean("came"),
                Arrays.stream((String[]) rs.getArray("history").getArray())
                        .map(ManageRows::change)
                        .toList());
    }

    private static RosterLine.Change change(String text) {
        String[] part = text.split(" ", 3);
        return new RosterLine.Change(
                SignUpState.of(part[0]), part.length > 2 ? part[2] : "", Instant.ofEpochMilli(Long.parseLong(part[1])));
    }
}
