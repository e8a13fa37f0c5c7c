/**
 * What trainees show and what they say of it: question banks and quizzes, the evaluator's checklist, the form after the
 * course.
 * Publishes nothing but {@code training.QuizBank}, which the catalogue asks.
 * Listens to OfferingClosed and PersonErased.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "keys",
            "audit",
            "people",
            "places",
            "units",
            "policies",
            "delivery",
            "paper",
            "shell",
            "membership",
            "attendance",
            "training"
        })
package org.kulluna.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
