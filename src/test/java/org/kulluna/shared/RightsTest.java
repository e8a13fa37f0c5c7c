package org.kulluna.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what, cell by cell: the code, the published table and what a viewer may are the same. */
class RightsTest {
    private static final Path FILE = Path.of("docs/rights.md");
    private static final String HOW =
            "docs/rights.md is not what Right.java says. Run: mvn test -Dtest=RightsTest -Dkulluna.write-rights=true";

    private static String table() {
        StringBuilder b = new StringBuilder("""
                # Who may do what

                Made from `shared/Right.java` by `RightsTest`; do not edit by hand. ✓: a person with this role may do it, in
                the units their grant names, or in all of them when it names none. What belongs to oneself (own application,
                own hours, own details) is open to its owner and is not in this table. Roles marked * need a second factor.

                """);
        b.append("| right | ")
                .append(Arrays.stream(Role.values())
                        .map(r -> r.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                                + (r.needsSecondFactor() ? " *" : ""))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
        b.append("|---|").append(":-:|".repeat(Role.values().length)).append('\n');
        for (Right right : Right.values()) {
            b.append("| `").append(right).append("` |");
            for (Role role : Role.values()) {
                b.append(right.isHeldBy(role) ? " ✓ |" : " |");
            }
            b.append('\n');
        }
        return b.toString();
    }

    @Test
    void the_published_table_is_the_one_in_the_code_cell_by_cell() throws Exception {
        if (Boolean.getBoolean("kulluna.write-rights")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table());
        }
        List<String> rows =
                Files.readString(FILE).lines().filter(l -> l.startsWith("| `")).toList();
        assertThat(rows).as(HOW).hasSize(Right.values().length);
        for (int i = 0; i < rows.size(); i++) {
            Right right = Right.values()[i];
            String[] cells = rows.get(i).split("\\|", -1);
            assertThat(cells[1].strip()).as(HOW).isEqualTo("`" + right + "`");
            for (Role role : Role.values()) {
                if (cells[role.ordinal() + 2].strip().equals("✓") != right.isHeldBy(role)) {
                    fail(right + " × " + role + ": " + HOW);
                }
            }
        }
        assertThat(Files.readString(FILE)).as(HOW).isEqualTo(table());
    }

    private static Viewer viewer(Role role, String unit) {
        return new Viewer(new PersonId(new UUID(7, 7)), new UUID(8, 8), List.of(new Viewer.Grant(role, unit)), false);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_viewer_may_exactly_what_the_table_says(Role role) {
        for (Right right : Right.values()) {
            Viewer everywhere = viewer(role, null);
            boolean held = right.isHeldBy(role);
            assertThat(everywhere.may(right)).as("%s × %s", right, role).isEqualTo(held);
            assertThat(everywhere.may(right, "any-unit")).isEqualTo(held);
            assertThat(everywhere.mayEverywhere(right)).isEqualTo(held);
            if (held) {
                everywhere.must(right);
                everywhere.must(right, "any-unit");
                everywhere.mustEverywhere(right);
            } else {
                assertThatThrownBy(() -> everywhere.must(right))
                        .extracting("kind")
                        .isEqualTo(Refusal.Kind.NOT_FOUND);
                assertThatThrownBy(() -> everywhere.must(right, "any-unit")).isInstanceOf(Refusal.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_grant_bound_to_a_unit_reaches_that_unit_only(Role role) {
        for (Right right : Right.values()) {
            Viewer bound = viewer(role, "north");
            boolean held = right.isHeldBy(role);
            assertThat(bound.may(right, "north")).as("%s × %s", right, role).isEqualTo(held);
            assertThat(bound.may(right, "south")).isFalse();
            assertThat(bound.mayEverywhere(right)).isFalse();
            assertThat(bound.unitsWith(right)).isEqualTo(held ? java.util.Set.of("north") : java.util.Set.of());
            assertThatThrownBy(() -> bound.must(right, "south")).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> bound.mustEverywhere(right)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void a_stranger_is_asked_to_sign_in_whatever_they_want() {
        for (Right right : Right.values()) {
            assertThat(Viewer.STRANGER.may(right)).isFalse();
            assertThatThrownBy(() -> Viewer.STRANGER.must(right))
                    .extracting("kind")
                    .isEqualTo(Refusal.Kind.SIGN_IN);
        }
    }

    @Test
    void the_roles_that_see_what_harms_most_need_a_second_factor() {
        assertThat(Arrays.stream(Role.values()).filter(Role::needsSecondFactor))
                .containsExactlyInAnyOrder(Role.VETTING_OFFICER, Role.DUTY_OFFICER, Role.COMMANDER, Role.ADMINISTRATOR);
    }
}
