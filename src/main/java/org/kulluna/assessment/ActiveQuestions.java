package org.kulluna.assessment;

import org.kulluna.training.QuizBank;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the catalogue of courses asks about the bank. */
@Component
class ActiveQuestions implements QuizBank {
    private final QuestionRows rows;

    ActiveQuestions(QuestionRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public int countActive(String course) {
        return rows.countActive(course);
    }
}
