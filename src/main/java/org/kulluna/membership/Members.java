package org.kulluna.membership;

import java.util.Optional;
import org.kulluna.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is a member: for the rooms that build on it. What the desk reads and changes is behind {@link Roll}. */
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

    /** The number of a record that was merged into another finds the member kept. */
    @Transactional(readOnly = true)
    public Optional<Member> findByNumber(long number) {
        return rows.findByNumber(number);
    }
}
