package org.kulluna.screens;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shell.Frame;

/** What a loop's page may choose from: names by id. */
public record LoopOffer(
        Map<String, LocalizedText> screens, Map<String, LocalizedText> groups, Map<String, LocalizedText> whispers) {
    public Map<String, String> words(Frame frame, Map<String, LocalizedText> names) {
        Map<String, String> words = new LinkedHashMap<>();
        names.forEach((id, name) -> words.put(id, frame.text(name)));
        return words;
    }

    public Map<String, String> kindWords(Frame frame) {
        Map<String, String> words = new LinkedHashMap<>();
        Loops.KINDS.forEach(k -> words.put(k, frame.say("screens.item." + k)));
        return words;
    }
}
