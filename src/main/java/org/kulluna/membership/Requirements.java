package org.kulluna.membership;

import java.time.LocalDate;
import java.util.List;
import org.kulluna.policies.Policies;
import org.kulluna.policies.PolicyName;
import org.springframework.stereotype.Component;

/** What acceptance asks for today, under the age limits in force. */
@Component
class Requirements {
    private final ApplicationRows rows;
    private final Policies policies;

    Requirements(ApplicationRows rows, Policies policies) {
        this.rows = rows;
        this.policies = policies;
    }

    Readiness readiness(Application a, LocalDate today) {
        return rows.readiness(a, today);
    }

    List<String> obstacles(Readiness readiness, LocalDate today) {
        var age = policies.now(PolicyName.AGE);
        return readiness.obstacles(today, age.number("adult"), age.number("student"));
    }

    int adult() {
        return policies.now(PolicyName.AGE).number("adult");
    }
}
