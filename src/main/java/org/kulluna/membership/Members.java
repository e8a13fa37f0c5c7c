package org.kulluna.membership;

import java.util.Optional;
import org.kulluna.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The roll of members. */
@Component
public class Members {
    private final MemberRows rows;

    Members(MemberRows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(PersonId person) {
        return rows.find(person);
    }

    @Transactional(readOnly = true)
    public Optional<Member> findByNumber(long number) {
        return rows.findByNumber(number);
    }
}
