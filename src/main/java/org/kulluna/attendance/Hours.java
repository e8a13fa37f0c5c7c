package org.kulluna.attendance;

import java.time.LocalDate;
import java.util.List;
import org.kulluna.shared.Page;

/**
 * Somebody's hours. Every total is a sum over the ledger.
 *
 * @param halfYear minutes since {@code halfYearBegan}, by the day on which the duties began
 * @param open claims that wait for a decision, and those refused lately
 */
public record Hours(
        long halfYear,
        LocalDate halfYearBegan,
        long ever,
        List<Month> months,
        Page<LedgerEntry> entries,
        List<Claim> open) {
    /** @param month its first day */
    public record Month(LocalDate month, long minutes, int duties) {}

    static LocalDate halfYear(LocalDate today) {
        return LocalDate.of(today.getYear(), today.getMonthValue() <= 6 ? 1 : 7, 1);
    }
}
