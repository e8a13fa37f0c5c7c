package org.kulluna.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of verified minutes: entered, countered, summed; never changed. */
@Repository
class LedgerRows {
    /** The first entry of a claim with the sum of all that followed. */
    record Account(UUID firstEntry, UUID claim, UUID duty, String unit, PersonId person, int total) {}

    private static final String ENTRY = """
            select l.id, l.claim_id, l.duty_id, d.title_ar, d.title_en, d.zone, d.starts_at, d.ends_at, l.person_id,
                   p.name_ar, p.name_en, l.minutes, l.starts_on, l.unit_code, l.place_code, l.recorded_at,
                   l.corrects, l.reason
              from attendance.ledger_entry l
              join attendance.duty d on d.id = l.duty_id
              join people.directory p on p.person_id = l.person_id
            """;
    private final JdbcClient sql;

    LedgerRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Enters claims with their dimensions as they are now, and the age the person had on the duty's day. */
    void enter(List<ClaimRows.Candidate> claims, PersonId by, Instant now) {
        sql.sql("""
                insert into attendance.ledger_entry (id, claim_id, duty_id, person_id, minutes, starts_on, unit_code, pillar,
                    place_code, region, nationality, age_group, gender, home_place, verified_by, recorded_at)
                select n.id, c.id, c.duty_id, c.person_id, c.minutes, d.starts_on, d.unit_code, d.pillar, d.place_code,
                       d.region, coalesce(p.nationality, 'ZZ'), n.age_group, coalesce(p.gender, 'unknown'),
                       coalesce(p.home_place, ''), :by, :now
                  from unnest(:ids::uuid[], :claims::uuid[], :ages::text[]) as n(id, claim_id, age_group)
                  join attendance.claim c on c.id = n.claim_id
                  join attendance.duty d on d.id = c.duty_id
                  join people.directory p on p.person_id = c.person_id""")
                .param("ids", FactRows.texts(claims, c -> Ids.next().toString()))
                .param("claims", FactRows.texts(claims, c -> c.id().toString()))
                .param("ages", FactRows.texts(claims, ClaimRows.Candidate::ageGroup))
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Locks the claim, so that two corrections at once see each other. */
    Optional<Account> lock(UUID claim) {
        sql.sql("select id from attendance.claim where id = :claim for update")
                .param("claim", claim)
                .query(UUID.class)
                .optional();
        return sql.sql("""
                select f.id, f.claim_id, f.duty_id, f.unit_code, f.person_id,
                       (select sum(l.minutes) from attendance.ledger_entry l where l.claim_id = f.claim_id) as total
                  from attendance.ledger_entry f where f.claim_id = :claim and f.corrects is null""")
                .param("claim", claim)
                .query((rs, n) -> new Account(
                        FactRows.id(rs, "id"),
                        FactRows.id(rs, "claim_id"),
                        FactRows.id(rs, "duty_id"),
                        rs.getString("unit_code"),
                        new PersonId(FactRows.id(rs, "person_id")),
                        rs.getInt("total")))
                .optional();
    }

    /** Whether the viewer, under any merged record, recorded the person in or out on that duty. */
    boolean hasHandled(PersonId viewer, Account account) {
        return sql.sql("""
                select exists (select from attendance.fact f
                                 join people.lineage b on b.person_id = f.recorded_by
                                 join people.lineage me on me.person_id = :me
                                where f.duty_id = :duty and f.person_id = :person and f.kind in ('in', 'out')
                                  and b.canonical_id = me.canonical_id)""")
                .param("me", viewer.value())
                .param("duty", account.duty())
                .param("person", account.person().value())
                .query(Boolean.class)
                .single();
    }

    /**
     * The dimensions are the first entry's: a correction belongs to the same period, unit and place.
     *
     * @return false when the id was used for another claim meanwhile
     */
    boolean counter(UUID id, Account account, int minutes, String reason, PersonId by, Instant now) {
        return sql.sql("""
                insert into attendance.ledger_entry (id, claim_id, duty_id, person_id, minutes, starts_on, unit_code, pillar,
                    place_code, region, nationality, age_group, gender, home_place, verified_by, recorded_at, corrects, reason)
                select :id, claim_id, duty_id, person_id, :minutes, starts_on, unit_code, pillar, place_code, region,
                       nationality, age_group, gender, home_place, :by, :now, id, :reason
                  from attendance.ledger_entry where id = :first
                on conflict (id) do nothing""")
                        .param("id", id)
                        .param("minutes", minutes)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("reason", reason)
                        .param("first", account.firstEntry())
                        .update()
                == 1;
    }

    Optional<LedgerEntry> find(UUID id) {
        return sql.sql(ENTRY + " where l.id = :id")
                .param("id", id)
                .query(LedgerRows::entry)
                .optional();
    }

    List<LedgerEntry> ofDuty(UUID duty) {
        return sql.sql(ENTRY + " where l.duty_id = :duty order by p.name_ar, l.claim_id, l.recorded_at, l.id")
                .param("duty", duty)
                .query(LedgerRows::entry)
                .list();
    }

    /** Newest duty first. {@code units} null: all units. */
    List<LedgerEntry> list(Collection<UUID> persons, @Nullable Collection<String> units, HoursAfter after, int limit) {
        return sql.sql(ENTRY + """
                 where l.person_id = any(:persons::uuid[]) and (:everywhere or l.unit_code = any(:units::text[]))
                   and (:afterDay::date is null or (l.starts_on, l.id) < (:afterDay::date, :afterId::uuid))
                 order by l.starts_on desc, l.id desc limit :limit""")
                .param("persons", FactRows.texts(persons, UUID::toString))
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .param("afterDay", FactRows.text(after.day()))
                .param("afterId", FactRows.text(after.id()))
                .param("limit", limit)
                .query(LedgerRows::entry)
                .list();
    }

    List<LedgerEntry> between(Collection<UUID> persons, LocalDate from, LocalDate to) {
        return sql.sql(ENTRY + """
                 where l.person_id = any(:persons::uuid[]) and l.starts_on between :from and :to
                 order by l.starts_on, l.id limit 2000""")
                .param("persons", FactRows.texts(persons, UUID::toString))
                .param("from", from)
                .param("to", to)
                .query(LedgerRows::entry)
                .list();
    }

    /** Minutes for each month that has any, the newest first. */
    List<Hours.Month> months(Collection<UUID> persons, @Nullable Collection<String> units) {
        return sql.sql("""
                select date_trunc('month', l.starts_on)::date as month, sum(l.minutes) as minutes,
                       count(distinct l.duty_id) as duties
                  from attendance.ledger_entry l
                 where l.person_id = any(:persons::uuid[]) and (:everywhere or l.unit_code = any(:units::text[]))
                 group by 1 order by 1 desc""")
                .param("persons", FactRows.texts(persons, UUID::toString))
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .query((rs, n) -> new Hours.Month(
                        rs.getObject("month", LocalDate.class), rs.getLong("minutes"), rs.getInt("duties")))
                .list();
    }

    /** Whether any of these records had a place, or has hours, at a duty of those units. */
    boolean isKnownIn(Collection<UUID> persons, Collection<String> units) {
        return sql.sql("""
                select exists (select from attendance.expected e join attendance.duty d on d.id = e.duty_id
                                where e.person_id = any(:persons::uuid[]) and d.unit_code = any(:units::text[]))
                    or exists (select from attendance.claim c join attendance.duty d on d.id = c.duty_id
                                where c.person_id = any(:persons::uuid[]) and d.unit_code = any(:units::text[]))""")
                .param("persons", FactRows.texts(persons, UUID::toString))
                .param("units", units.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** This record and the ones that were merged into it. */
    List<UUID> records(PersonId person) {
        return sql.sql("""
                with me as (select canonical_id from people.directory where person_id = :person)
                select canonical_id from me
                union
                select d.person_id from people.directory d join me on me.canonical_id = d.canonical_id where d.merged""")
                .param("person", person.value())
                .query((rs, n) -> FactRows.id(rs, "canonical_id"))
                .list();
    }

    private static LedgerEntry entry(ResultSet rs, int row) throws SQLException {
        return new LedgerEntry(
                FactRows.id(rs, "id"),
                FactRows.id(rs, "claim_id"),
                FactRows.id(rs, "duty_id"),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                new PersonId(FactRows.id(rs, "person_id")),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getInt("minutes"),
                rs.getObject("starts_on", LocalDate.class),
                FactRows.instant(rs, "starts_at"),
                FactRows.instant(rs, "ends_at"),
                java.time.ZoneId.of(rs.getString("zone")),
                rs.getString("unit_code"),
                rs.getString("place_code"),
                FactRows.instant(rs, "recorded_at"),
                rs.getObject("corrects", UUID.class),
                rs.getString("reason"));
    }
}
