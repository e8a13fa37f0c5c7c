package org.kulluna.membership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Person;

/**
 * All the desk knows of a member. Papers (masked identity number, visa, consents) are there for whom they concern.
 *
 * @param formerNumbers of records merged into this one
 */
public record MemberFile(
        Member member,
        MemberState state,
        Person person,
        @Nullable String maskedId,
        @Nullable LocalDate visaUntil,
        List<VettingCheck> checks,
        List<Consent> consents,
        List<HistoryEntry> history,
        List<Long> formerNumbers) {}
