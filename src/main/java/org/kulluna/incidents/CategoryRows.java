package org.kulluna.incidents;

import java.util.List;
import java.util.Optional;
import org.kulluna.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CategoryRows {
    private static final String CATEGORY = """
            select c.code, c.subject, c.pillar, c.name_ar, c.name_en, c.urgency, c.answer_within,
                   c.closed_at is not null as closed from incidents.category c""";

    private final JdbcClient sql;

    CategoryRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Category> list() {
        return sql.sql(CATEGORY + " order by c.position, c.code")
                .query(CategoryRows::fromRow)
                .list();
    }

    Optional<Category> find(String code) {
        return sql.sql(CATEGORY + " where c.code = :code")
                .param("code", code)
                .query(CategoryRows::fromRow)
                .optional();
    }

    private static Category fromRow(java.sql.ResultSet rs, int row) throws java.sql.SQLException {
        return new Category(
                rs.getString("code"),
                rs.getString("subject"),
                rs.getString("pillar"),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getInt("urgency"),
                rs.getInt("answer_within"),
                rs.getBoolean("closed"));
    }
}
