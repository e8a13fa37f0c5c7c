package org.kulluna.demo;

import java.util.Locale;
import org.kulluna.shared.Words;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The database holds somebody's data and no demo mark: the demo keeps its hands off. */
final class DemoRefused extends RuntimeException {
    DemoRefused() {
        super(Words.in(Locale.getDefault().getLanguage().equals("ar") ? "ar" : "en")
                .say("demo.not-empty"));
    }

    /** One sentence at start, no stack trace. */
    static final class Sentence extends AbstractFailureAnalyzer<DemoRefused> {
        @Override
        protected FailureAnalysis analyze(Throwable root, DemoRefused refused) {
            return new FailureAnalysis(String.valueOf(refused.getMessage()), null, refused);
        }
    }
}
