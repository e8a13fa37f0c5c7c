package org.kulluna.incidents;

import org.kulluna.shared.LocalizedText;

/**
 * @param subject traffic, social or security
 * @param urgency 1 at once, 2 soon, 3 when its turn comes
 * @param answerWithin minutes within which the desk first answers
 */
public record Category(
        String code,
        String subject,
        String pillar,
        LocalizedText name,
        int urgency,
        int answerWithin,
        boolean closed) {}
