package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.LocalizedText;

/** A changed shift finds its roles again, so that nobody's seat goes to a role of another name. */
class RoleMatchTest {
    private static final UUID USHER = new UUID(0, 1);
    private static final UUID DRIVER = new UUID(0, 2);
    private static final List<ShiftRole> KNOWN = List.of(known(USHER, "Usher", 0), known(DRIVER, "Driver", 1));

    private static ShiftRole known(UUID id, String name, int sort) {
        return new ShiftRole(id, new UUID(9, 9), new LocalizedText(name, name), 1, 5, 0, 0, sort);
    }

    private static NewRole wanted(@Nullable UUID id, String name) {
        return new NewRole(id, new LocalizedText(name, name), 1, 5);
    }

    private static List<@Nullable UUID> match(NewRole... wanted) {
        return RoleMatch.match(KNOWN, Arrays.asList(wanted)).stream()
                .<@Nullable UUID>map(r -> r == null ? null : r.id())
                .toList();
    }

    @Test
    void an_id_wins_over_name_and_place() {
        assertThat(match(wanted(DRIVER, "Usher"), wanted(USHER, "Driver"))).containsExactly(DRIVER, USHER);
    }

    @Test
    void without_an_id_the_name_finds_it_wherever_it_stands() {
        assertThat(match(wanted(null, "Driver"), wanted(null, "Usher"))).containsExactly(DRIVER, USHER);
    }

    @Test
    void a_new_name_in_the_same_place_is_the_old_role_renamed() {
        assertThat(match(wanted(null, "Steward"), wanted(null, "Driver"))).containsExactly(USHER, DRIVER);
    }

    @Test
    void a_third_role_is_new_and_so_is_one_with_an_id_nobody_knows() {
        assertThat(match(wanted(null, "Usher"), wanted(null, "Driver"), wanted(null, "Medic")))
                .containsExactly(USHER, DRIVER, null);
        assertThat(match(wanted(new UUID(0, 7), "Medic"), wanted(null, "Driver")))
                .containsExactly(null, DRIVER);
    }

    @Test
    void two_wanted_roles_never_share_one() {
        assertThat(match(wanted(null, "Usher"), wanted(null, "Usher"), wanted(null, "Usher")))
                .containsExactly(USHER, DRIVER, null);
        assertThat(match(wanted(USHER, "Usher"), wanted(USHER, "Usher"))).containsExactly(USHER, null);
    }

    @Test
    void a_role_counts_what_is_left_and_what_is_missing() {
        ShiftRole short1 = new ShiftRole(USHER, USHER, new LocalizedText("م", "Usher"), 3, 5, 1, 0, 0);
        assertThat(short1.seatsLeft()).isEqualTo(4);
        assertThat(short1.missing()).isEqualTo(2);
        assertThat(short1.isFull()).isFalse();
        ShiftRole full = new ShiftRole(USHER, USHER, new LocalizedText("م", "Usher"), 3, 5, 5, 9, 0);
        assertThat(full.seatsLeft()).isZero();
        assertThat(full.missing()).isZero();
        assertThat(full.isFull()).isTrue();
    }
}
