package org.kulluna.certificates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CredentialRows {
    /** Four fifths of a list: then a free place is found in a few draws. */
    static final int MOST = Bitstring.LENGTH / 5 * 4;

    private final JdbcClient sql;

    CredentialRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Credential> find(UUID award) {
        return sql.sql("select list, slot, subject, made_at from certificates.credential where award_id = :award")
                .param("award", award)
                .query(CredentialRows::fromRow)
                .optional();
    }

    /** Locks the list that has room; nobody else draws from it meanwhile. */
    int lockOpenList() {
        Optional<Integer> open = findOpenList();
        if (open.isEmpty()) {
            sql.sql("""
                    insert into certificates.status_list (number)
                    select coalesce(max(number), 0) + 1 from certificates.status_list on conflict do nothing""").update();
            open = findOpenList();
        }
        return open.orElseThrow();
    }

    private Optional<Integer> findOpenList() {
        return sql.sql("""
                select number from certificates.status_list where taken < :most order by number limit 1 for update""").param("most", MOST).query(Integer.class).optional();
    }

    /** In the first free slot of those drawn; false when the award has a place already, or none of them was free. */
    boolean insert(UUID award, int list, List<Integer> drawn, Instant now) {
        boolean made = sql.sql("""
                insert into certificates.credential (award_id, list, slot, subject, made_at)
                select :award, :list, d.slot, gen_random_uuid(), :now
                  from unnest(:drawn::int[]) with ordinality as d(slot, turn)
                 where not exists (select from certificates.credential c where c.list = :list and c.slot = d.slot)
                 order by d.turn limit 1
                on conflict (award_id) do nothing""")
                        .param("award", award)
                        .param("list", list)
                        .param("drawn", drawn.toArray(Integer[]::new))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (made) {
            sql.sql("update certificates.status_list set taken = taken + 1 where number = :list")
                    .param("list", list)
                    .update();
        }
        return made;
    }

    boolean hasList(int number) {
        return sql.sql("select exists (select from certificates.status_list where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** Slots of revoked awards, in order. */
    List<Integer> listRevoked(int list) {
        return sql.sql("""
                select c.slot from training.published_award a
                  join certificates.credential c on c.award_id = a.id
                 where a.revoked_at is not null and c.list = :list order by c.slot""")
                .param("list", list)
                .query((rs, n) -> rs.getInt("slot"))
                .list();
    }

    private static Credential fromRow(ResultSet rs, int row) throws SQLException {
        return new Credential(
                rs.getInt("list"),
                rs.getInt("slot"),
                rs.getObject("subject", UUID.class),
                rs.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
