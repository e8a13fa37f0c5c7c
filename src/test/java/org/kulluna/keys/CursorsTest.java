package org.kulluna.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private final Cursors cursors = new Cursors(FreshKeys.make());

    @Test
    void a_cursor_tells_nothing_and_opens_only_for_its_own_list() {
        String cursor = cursors.seal("recipients of a", "somebody");
        assertThat(cursor).doesNotContain("somebody").matches("[0-9A-Za-z._-]+");
        assertThat(cursors.seal("recipients of a", "somebody")).isNotEqualTo(cursor);
        assertThat(cursors.open("recipients of a", cursor)).contains("somebody");
        assertThat(cursors.open("recipients of b", cursor)).isEmpty();
        assertThat(new Cursors(FreshKeys.make()).open("recipients of a", cursor))
                .isEmpty();
    }

    @Test
    void what_this_house_did_not_write_is_the_first_page() {
        String cursor = cursors.seal("x", "somebody");
        for (String other : List.of("", "x", "..", cursor + "A", cursor.substring(0, 60), "9" + cursor, "1.@@@@")) {
            assertThat(cursors.open("x", other)).as(other).isEmpty();
        }
        assertThat(cursors.open("x", null)).isEmpty();
    }

    @Test
    void it_outlives_a_rotation_of_the_keys() {
        FreshKeys.Rotation keys = FreshKeys.rotated();
        String cursor = new Cursors(keys.before()).seal("x", "somebody");
        assertThat(new Cursors(keys.after()).open("x", cursor)).contains("somebody");
    }
}
