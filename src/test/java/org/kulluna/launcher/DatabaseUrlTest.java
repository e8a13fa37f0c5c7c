package org.kulluna.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.database.ServerAddress;
import org.kulluna.shared.Refusal;

class DatabaseUrlTest {
    private static DatabaseUrl read(String url) {
        return DatabaseUrl.findIn(Map.of("KULLUNA_DATABASE_URL", url)).orElseThrow();
    }

    @Test
    void readsPlainAndJdbcSpelling() {
        assertThat(read("postgres://sara:a%40b+c@db.example.org:5433/kulluna?sslmode=require")
                        .address())
                .isEqualTo(new ServerAddress(
                        "jdbc:postgresql://db.example.org:5433/kulluna?sslmode=require", "sara", "a@b+c"));
        DatabaseUrl jdbc = read("jdbc:postgresql://db.example.org/kulluna?user=sara&password=quiet");
        assertThat(jdbc.address().user()).isEqualTo("sara");
        assertThat(jdbc.address().password()).isEqualTo("quiet");
        assertThat(jdbc.isOnThisMachine()).isFalse();
        assertThat(read("postgresql://127.0.0.1/kulluna").isOnThisMachine()).isTrue();
        assertThat(read("postgresql://[::1]:5432/kulluna").isOnThisMachine()).isTrue();
    }

    @Test
    void letsUserAndPasswordOfTheEnvironmentWin() {
        DatabaseUrl url = DatabaseUrl.findIn(Map.of(
                        "KULLUNA_DATABASE_URL", "postgres://a:b@h/d",
                        "KULLUNA_DATABASE_USER", "c",
                        "KULLUNA_DATABASE_PASSWORD", "e"))
                .orElseThrow();
        assertThat(url.address().user()).isEqualTo("c");
        assertThat(url.address().password()).isEqualTo("e");
    }

    @Test
    void isAbsentWhenUnsetAndRefusedWhenForeign() {
        assertThat(DatabaseUrl.findIn(Map.of())).isEmpty();
        assertThat(DatabaseUrl.findIn(Map.of("KULLUNA_DATABASE_URL", " "))).isEmpty();
        assertThatThrownBy(() -> read("mysql://h/d")).isInstanceOf(Refusal.class);
    }
}
