package org.kulluna.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kulluna.shared.Right;
import org.kulluna.shared.Role;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class UnitsTest extends HouseTest {
    @Autowired
    Units units;

    @Test
    void whoever_acts_for_a_unit_that_another_node_made_a_moment_ago_may_choose_it_at_once() {
        units.list();
        String unit = given.unit();
        var officer = given.actor(Role.COMMUNICATIONS_OFFICER, unit);
        assertThat(units.listWith(officer.viewer(), Right.MANAGE_SCREENS))
                .extracting(Unit::code)
                .containsExactly(unit);
        assertThat(visitor(officer).open("/screens/pair").page().select("select[name=unit] option[value=" + unit + "]"))
                .hasSize(1);
    }
}
