package org.kulluna.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactRows {
    private final JdbcClient sql;

    ContactRows(JdbcClient sql) {
        this.sql = sql;
    }

    boolean update(
            PersonId person,
            @Nullable String email,
            @Nullable String phone,
            List<String> contactBy,
            String language,
            String digits,
            int version) {
        return sql.sql("""
                update people.person
                   set email = :email, phone = :phone, contact_by = :contactBy::text[], language = :language,
                       digits = :digits, version = version + 1
                 where id = :id and version = :version and erased_at is null""")
                        .param("email", email)
                        .param("phone", phone)
                        .param("contactBy", contactBy.toArray(String[]::new))
                        .param("language", language)
                        .param("digits", digits)
                        .param("id", person.value())
                        .param("version", version)
                        .update()
                == 1;
    }
}
