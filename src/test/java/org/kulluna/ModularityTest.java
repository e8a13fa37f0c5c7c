package org.kulluna;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void each_room_uses_only_what_its_package_says() {
        ApplicationModules.of(Main.class).verify();
    }
}
