package org.kulluna.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonRows {
    private static final String COLUMNS = """
            id, name_ar, name_en, nationality, born_on, gender, languages, skills, home_place, email, phone,
            contact_by, language, digits, erased_at is not null as erased, merged_into, version""";
    private final JdbcClient sql;

    PersonRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(PersonId id, NewPerson p, Instant now) {
        sql.sql("""
                insert into people.person (id, name_ar, name_en, search, nationality, born_on, gender, languages, skills,
                    home_place, email, phone, contact_by, language, created_at)
                values (:id, :nameAr, :nameEn, :search, :nationality, :bornOn, :gender, :languages::text[],
                    :skills::text[], :homePlace, :email, :phone, :contactBy::text[], :language, :now)""")
                .param("id", id.value())
                .param("nameAr", p.name().ar())
                .param("nameEn", p.name().en())
                .param("search", SearchText.stored(p.name().ar(), p.name().en()))
                .param("nationality", p.nationality())
                .param("bornOn", p.bornOn())
                .param("gender", p.gender())
                .param("languages", p.languages().toArray(String[]::new))
                .param("skills", p.skills().toArray(String[]::new))
                .param("homePlace", p.homePlace())
                .param("email", p.email())
                .param("phone", p.phone())
                .param("contactBy", p.contactBy().toArray(String[]::new))
                .param("language", p.language())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Names of records merged into this one go on finding it. */
    boolean update(Person p) {
        return sql.sql("""
                update people.person
                   set name_ar = :nameAr, name_en = :nameEn, nationality = :nationality, born_on = :bornOn,
                       gender = :gender, languages = :languages::text[], skills = :skills::text[],
                       home_place = :homePlace, version = version + 1,
                       search = :search || coalesce(
                           (select string_agg(f.search, '') from people.person f where f.merged_into = :id), '')
                 where id = :id and version = :version and erased_at is null and merged_into is null""")
                        .param("nameAr", p.name().ar())
                        .param("nameEn", p.name().en())
                        .param(
                                "search",
                                SearchText.stored(p.name().ar(), p.name().en()))
                        .param("nationality", p.nationality())
                        .param("bornOn", p.bornOn())
                        .param("gender", p.gender())
                        .param("languages", p.languages().toArray(String[]::new))
                        .param("skills", p.skills().toArray(String[]::new))
                        .param("homePlace", p.homePlace())
                        .param("id", p.id().value())
                        .param("version", p.version())
                        .update()
                == 1;
    }

    Optional<Person> find(PersonId id) {
        return sql.sql("select " + COLUMNS + " from people.person where id = :id")
                .param("id", id.value())
                .query(PersonRows::fromRow)
                .optional();
    }

    Map<PersonId, Person> byId(Collection<PersonId> ids) {
        Map<PersonId, Person> found = new HashMap<>();
        sql.sql("select " + COLUMNS + " from people.person where id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(PersonRows::fromRow)
                .list()
                .forEach(p -> found.put(p.id(), p));
        return found;
    }

    static Person fromRow(ResultSet rs, int row) throws SQLException {
        UUID into = rs.getObject("merged_into", UUID.class);
        return new Person(
                new PersonId(rs.getObject("id", UUID.class)),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("nationality"),
                rs.getObject("born_on", LocalDate.class),
                rs.getString("gender"),
                texts(rs.getArray("languages")),
                texts(rs.getArray("skills")),
                rs.getString("home_place"),
                rs.getString("email"),
                rs.getString("phone"),
                texts(rs.getArray("contact_by")),
                rs.getString("language"),
                rs.getString("digits"),
                rs.getBoolean("erased"),
                into == null ? null : new PersonId(into),
                rs.getInt("version"));
    }

    static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
