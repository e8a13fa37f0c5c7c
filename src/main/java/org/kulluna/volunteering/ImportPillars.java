package org.kulluna.volunteering;

import java.util.Optional;
import org.kulluna.shared.SearchText;

/** The three pillars under the words people use for them. */
final class ImportPillars {
    private ImportPillars() {}

    static Optional<String> find(String text) {
        String folded = SearchText.fold(text);
        if (folded.contains("stakeholder") || folded.contains("شراك") || folded.contains("شركا")) {
            return Optional.of("stakeholders");
        }
        if (folded.contains("prevent") || folded.contains("وقايه") || folded.contains("جريمه")) {
            return Optional.of("prevention");
        }
        if (folded.contains("responsib") || folded.contains("مسووليه") || folded.contains("مسيوليه")) {
            return Optional.of("responsibility");
        }
        return Optional.empty();
    }
}
