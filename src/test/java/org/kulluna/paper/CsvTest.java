package org.kulluna.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void a_cell_that_would_run_as_a_formula_is_made_harmless_and_a_number_is_left_alone() {
        assertThat(Csv.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(Csv.harmless("@cmd")).isEqualTo("'@cmd");
        assertThat(Csv.harmless("+971")).isEqualTo("'+971");
        assertThat(Csv.harmless("-5")).isEqualTo("-5");
        assertThat(Csv.harmless("-5+2")).isEqualTo("'-5+2");
    }

    @Test
    void quotes_lines_and_arabic_come_through() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv.write(out, List.of("a", "b"), List.of(List.of("قال \"نعم\"", "two\nlines")));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffa,b\r\n\"قال \"\"نعم\"\"\",\"two\nlines\"\r\n");
    }
}
