package org.kulluna.training;

/** How many questions a course's quiz can be drawn from: answered by the room that keeps them. */
public interface QuizBank {
    int countActive(String course);
}
