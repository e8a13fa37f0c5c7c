package org.kulluna.whispers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Facts of reach as sets of persons. */
@Repository
class ReachedBitRows {
    /** Everybody whose records were merged or told apart, with all their records before and after. */
    private static final String AFFECTED = """
            affected as materialized (
                select distinct o.person_id
                  from whispers.published_reach_merges c
                  join (select m.person_id, m.canonical_id from people.merged_records m
                        union select f.person_id, f.canonical_id from whispers.merged_folded f) o
                    on o.canonical_id = c.canonical_id)
            """;

    /** Some of what is not folded. The order makes it the same in each statement of a transaction that sees one instant. */
    private static final String SOME = """
            taken as materialized (
                select u.whisper_id, u.person_id, coalesce(m.canonical_id, u.person_id) as canonical_id,
                       m.person_id is not null as is_merged
                  from (select f.whisper_id, f.person_id from whispers.reached_unfolded f
                         order by f.whisper_id, f.person_id limit :most) u
                  left join whispers.merged_folded m on m.person_id = u.person_id)
            """;

    private final JdbcClient sql;

    ReachedBitRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** One at a time, of all nodes, until the transaction ends. */
    boolean takeTurn() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext('whispers.reached_bits'))")
                .query(Boolean.class)
                .single();
    }

    boolean isFolded() {
        return sql.sql("""
                select not exists (select from whispers.reached_unfolded)
                   and not exists (select from whispers.published_reach_merges)""").query(Boolean.class).single();
    }

    /** Takes persons whose records were merged or told apart out of all sets: they are folded anew. */
    void unfoldMerged() {
        sql.sql("with " + AFFECTED + """
                insert into whispers.reached_unfolded (whisper_id, person_id)
                select r.whisper_id, r.person_id from whispers.reached r join affected a on a.person_id = r.person_id
                on conflict do nothing""").update();
        sql.sql("with " + AFFECTED + """
                , gone as (
                    select p.chunk, bit_or(p.person) as people
                      from whispers.published_reach_persons p join affected a on a.person_id = p.person_id group by p.chunk)
                update whispers.reached_bits b set people = b.people & ~g.people
                  from gone g where g.chunk = b.chunk and bit_count(b.people & g.people) > 0""").update();
        sql.sql("""
                delete from whispers.merged_folded f where not exists (
                    select from people.merged_records m where m.person_id = f.person_id and m.canonical_id = f.canonical_id)""").update();
        sql.sql("""
                insert into whispers.merged_folded (person_id, canonical_id)
                select m.person_id, m.canonical_id from people.merged_records m on conflict do nothing""").update();
    }

    void number(int most) {
        sql.sql("with " + SOME + """
                insert into whispers.person_number (person_id)
                select distinct s.canonical_id from taken s
                 where not exists (select from whispers.person_number n where n.person_id = s.canonical_id)""").param("most", most).update();
    }

    /** Persons of several records leave the sets of a whisper, to come back with the row that counts now. */
    void clearMerged(int most) {
        sql.sql("with " + SOME + """
                , gone as (
                    select s.whisper_id, p.chunk, bit_or(p.person) as people
                      from taken s join whispers.published_reach_persons p on p.person_id = s.canonical_id
                     where s.is_merged group by s.whisper_id, p.chunk)
                update whispers.reached_bits b set people = b.people & ~g.people
                  from gone g
                 where g.whisper_id = b.whisper_id and g.chunk = b.chunk and bit_count(b.people & g.people) > 0""").param("most", most).update();
    }

    /** The minute counts from the sending, in the first hour only. */
    void fold(int most) {
        sql.sql("with " + SOME + """
                , facts as (
                    select r.*, n.number
                      from taken s
                      join whispers.reached r on r.whisper_id = s.whisper_id and r.person_id = s.person_id
                      join whispers.person_number n on n.person_id = s.person_id
                     where not s.is_merged
                    union all
                    select r.*, n.number
                      from (select distinct s.whisper_id, s.canonical_id from taken s where s.is_merged) g
                      join whispers.merged_folded m on m.canonical_id = g.canonical_id
                      join whispers.published_reach p on p.whisper_id = g.whisper_id and p.person_id = m.person_id
                      join whispers.reached r on r.whisper_id = p.whisper_id and r.person_id = p.person_id
                      join whispers.person_number n on n.person_id = g.canonical_id)
                insert into whispers.reached_bits as b (dimension, starts_on, unit_code, whisper_id, theme, value, chunk, people,
                       latest)
                select v.dimension, r.starts_on, r.unit_code, r.whisper_id, r.theme, v.value, r.number / 8192,
                       bit_or(set_bit(B'0'::bit(8192), r.number % 8192, 1)), max(r.recorded_at)
                  from facts r
                  join whispers.whisper w on w.id = r.whisper_id
                 cross join lateral (values ('all', ''), ('region', r.region), ('language', r.language),
                       ('nationality', r.nationality), ('age-group', r.age_group), ('gender', r.gender),
                       ('home-place', r.home_place), ('way', r.channel || '.' || r.how),
                       ('minute', case when r.happened_at < w.sent_at + interval '1 hour' then
                           greatest(floor(extract(epoch from r.happened_at - w.sent_at) / 60), 0)::int::text end))
                       v (dimension, value)
                 where v.value is not null
                 group by v.dimension, r.starts_on, r.unit_code, r.whisper_id, r.theme, v.value, r.number / 8192
                on conflict (dimension, starts_on, unit_code, whisper_id, theme, value, chunk) do update
                   set people = b.people | excluded.people, latest = greatest(b.latest, excluded.latest)""").param("most", most).update();
        sql.sql("with " + SOME + """
                delete from whispers.reached_unfolded u
                 using taken s where s.whisper_id = u.whisper_id and s.person_id = u.person_id""").param("most", most).update();
    }
}
