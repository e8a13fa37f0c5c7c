package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class AdminCreateTest extends HouseTest {
    @Autowired
    private AdminCreate command;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void the_first_administrator_is_made_with_a_link_and_reaches_the_desk() {
        String username = "chief" + Given.serial();
        assertThat(command.run(List.of(username), out)).isZero();
        String text = said.toString(StandardCharsets.UTF_8);
        String link = text.substring(text.indexOf("/reset/")).strip();
        assertThat(stranger().open(link).status()).isEqualTo(200);
        assertThat(command.run(List.of(username), out)).as("taken").isEqualTo(1);
    }

    @Test
    void a_password_from_the_input_is_checked() {
        String username = "chief" + Given.serial();
        List<String> args = List.of(username, "--password-stdin");
        assertThat(command.run(args, out, () -> "password123")).isEqualTo(1);
        assertThat(command.run(args, out, () -> Given.PASSWORD)).isZero();
        assertThat(stranger().signIn(username, Given.PASSWORD).open("/units").status())
                .isEqualTo(200);
    }

    @Test
    void anything_else_is_answered_with_the_usage() {
        assertThat(command.run(List.of(), out)).isEqualTo(2);
        assertThat(command.run(List.of("no spaces here"), out)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("./kulluna admin create")
                .doesNotContain("⟦");
    }
}
