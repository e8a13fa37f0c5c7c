package org.kulluna.imports;

import java.util.Optional;
import org.kulluna.shared.SearchText;

/** The three pillars under the words people use for them. */
final class ImportPillars {
    private ImportPillars() {}

    static Optional<String> find(String text) {
        String folded = SearchText.fold(text);
        for (String pillar : ImportMapping.PILLARS) {
            if (ImportVocabulary.words("pillar." + pillar).stream().anyMatch(folded::contains)) {
                return Optional.of(pillar);
            }
        }
        return Optional.empty();
    }
}
