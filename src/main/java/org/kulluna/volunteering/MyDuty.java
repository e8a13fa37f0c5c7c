package org.kulluna.volunteering;

import org.kulluna.shared.LocalizedText;

/**
 * A duty of one person, coming or gone.
 *
 * @param place in the waiting list, 0 when not waiting
 * @param reason why it lapsed: a key under {@code reason.}, or the words of whoever called the shift off
 * @param came whether they were checked in
 */
public record MyDuty(
        Shift shift,
        LocalizedText title,
        LocalizedText role,
        SignUpState state,
        int place,
        String reason,
        boolean came) {}
