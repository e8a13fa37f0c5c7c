package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kulluna.support.Given;

class PasswordRuleTest {
    @Test
    void a_password_is_long_enough_not_the_name_and_not_one_everybody_tries() {
        assertThat(PasswordRule.fault(null, "sara")).contains("password-under-ten");
        assertThat(PasswordRule.fault("short", "sara")).contains("password-under-ten");
        assertThat(PasswordRule.fault("Sara.Khan.90", "sara.khan.90")).contains("password-as-name");
        assertThat(PasswordRule.fault("sarakhan1990", "sarakhan")).contains("password-as-name");
        assertThat(PasswordRule.fault("Password123", "sara")).contains("password-common");
        assertThat(PasswordRule.fault("aaaaaaaaaaaa", "sara")).contains("password-common");
        assertThat(PasswordRule.fault("x".repeat(201), "sara")).contains("too-long");
        assertThat(PasswordRule.fault(Given.PASSWORD, "sara")).isEmpty();
        assertThat(PasswordRule.fault("سبعة نوارس فوق الميناء", "sara")).isEmpty();
    }
}
