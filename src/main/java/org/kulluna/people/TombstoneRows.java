package org.kulluna.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a person's record ends: erased to a tombstone, or pointing to the record it was merged into. */
@Repository
class TombstoneRows {
    private static final String EMPTY = """
            name_ar = '', name_en = '', search = '', nationality = null, born_on = null, gender = null,
            languages = '{}', skills = '{}', home_place = null, email = null, phone = null, contact_by = '{}',
            erased_at = :now, version = version + 1""";

    private final JdbcClient sql;

    TombstoneRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean erase(PersonId person, int version, Instant now) {
        return sql.sql("update people.person set " + EMPTY
                                + " where id = :id and version = :version and erased_at is null")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", person.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    void eraseMerged(PersonId person, Instant now) {
        sql.sql("update people.person set " + EMPTY + " where id = :id and erased_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", person.value())
                .update();
    }

    List<PersonId> withMerged(PersonId person) {
        return sql.sql("select id from people.person where id = :id or merged_into = :id")
                .param("id", person.value())
                .query((rs, n) -> new PersonId(rs.getObject(1, UUID.class)))
                .list();
    }

    /** In the order of their ids, so that two merges at once wait for each other instead of for ever. */
    void lock(PersonId one, PersonId other) {
        sql.sql("select id from people.person where id = any(:ids::uuid[]) order by id for update")
                .param("ids", new UUID[] {one.value(), other.value()})
                .query(UUID.class)
                .list();
    }

    void deletePapers(PersonId person) {
        sql.sql("delete from people.identity_document where person_id = :id")
                .param("id", person.value())
                .update();
        sql.sql("delete from people.residence_visa where person_id = :id")
                .param("id", person.value())
                .update();
    }

    /** The row stays for what points to it; its name is free again and nothing opens it. */
    void emptyAccount(PersonId person, Instant now) {
        sql.sql("""
                delete from people.reset_link r using people.account a
                 where a.id = r.account_id and a.person_id = :id""").param("id", person.value()).update();
        sql.sql("""
                update people.account set username = 'erased-' || id, password_hash = '', second_factor_cipher = null,
                       second_factor_key_id = null, second_factor_confirmed_at = null,
                       disabled_at = coalesce(disabled_at, :now), version = version + 1
                 where person_id = :id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", person.value())
                .update();
    }

    void revokeGrants(PersonId person, @Nullable PersonId by, Instant now) {
        sql.sql("""
                update people.role_grant set revoked_by = :by, revoked_at = :now
                 where person_id = :id and revoked_at is null""")
                .param("by", by == null ? null : by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", person.value())
                .update();
    }

    /** Gaps of the kept record are filled from the other one, and both names find it. */
    boolean fill(PersonId into, int version, PersonId from) {
        return sql.sql("""
                update people.person k set
                    name_ar = case when k.name_ar = '' then f.name_ar else k.name_ar end,
                    name_en = case when k.name_en = '' then f.name_en else k.name_en end,
                    search = k.search || f.search,
                    nationality = coalesce(k.nationality, f.nationality), born_on = coalesce(k.born_on, f.born_on),
                    gender = coalesce(k.gender, f.gender), home_place = coalesce(nullif(k.home_place, ''), f.home_place),
                    email = coalesce(k.email, f.email), phone = coalesce(k.phone, f.phone),
                    languages = array(select distinct unnest(k.languages || f.languages) order by 1),
                    skills = array(select distinct unnest(k.skills || f.skills) order by 1),
                    version = k.version + 1
                  from people.person f
                 where k.id = :into and k.version = :version and f.id = :from
                   and k.erased_at is null and k.merged_into is null""")
                        .param("into", into.value())
                        .param("version", version)
                        .param("from", from.value())
                        .update()
                == 1;
    }

    /** Records merged into the other one earlier point to the kept one too: lineage is never longer than one step. */
    boolean point(PersonId from, int version, PersonId into) {
        boolean pointed = sql.sql("""
                update people.person set merged_into = :into, version = version + 1
                 where id = :from and version = :version and merged_into is null and erased_at is null""")
                        .param("into", into.value())
                        .param("from", from.value())
                        .param("version", version)
                        .update()
                == 1;
        sql.sql("update people.person set merged_into = :into where merged_into = :from")
                .param("into", into.value())
                .param("from", from.value())
                .update();
        return pointed;
    }

    void movePapers(PersonId from, PersonId into) {
        sql.sql("update people.identity_document set person_id = :into where person_id = :from")
                .param("into", into.value())
                .param("from", from.value())
                .update();
        sql.sql("update people.residence_visa set person_id = :into where person_id = :from")
                .param("into", into.value())
                .param("from", from.value())
                .update();
    }

    void moveAccount(PersonId from, PersonId into, Instant now) {
        sql.sql("""
                update people.account set person_id = :into, version = version + 1
                 where person_id = :from and not exists (select from people.account where person_id = :into)""").param("into", into.value()).param("from", from.value()).update();
        sql.sql("""
                update people.account set disabled_at = coalesce(disabled_at, :now), version = version + 1
                 where person_id = :from""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("from", from.value())
                .update();
    }

    /** Desk roles move; what the other one was to the programme moves only when the kept one is nothing to it. */
    void moveGrants(PersonId from, PersonId into, Instant now) {
        sql.sql("""
                insert into people.role_grant (id, person_id, role, unit_code, granted_by, granted_at)
                select gen_random_uuid(), :into, g.role, g.unit_code, g.granted_by, :now
                  from people.role_grant g
                 where g.person_id = :from and g.revoked_at is null
                   and (g.role not in ('APPLICANT', 'MEMBER', 'STUDENT') or not exists (
                        select from people.role_grant h where h.person_id = :into and h.revoked_at is null
                           and (h.role in ('MEMBER', 'STUDENT') or h.role = g.role)))
                on conflict do nothing""")
                .param("into", into.value())
                .param("from", from.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
