package org.kulluna.screens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shell.Frame;

/** What a loop's page may choose from: names by id, and the sites whose pages it may name. */
public record LoopOffer(
        Map<String, LocalizedText> screens,
        Map<String, LocalizedText> groups,
        Map<String, LocalizedText> whispers,
        List<String> origins) {
    public Map<String, String> words(Frame frame, Map<String, LocalizedText> names) {
        Map<String, String> words = new LinkedHashMap<>();
        names.forEach((id, name) -> words.put(id, frame.text(name)));
        return words;
    }

    /** A page that no screen shows any more: the operator named its site no longer. */
    public boolean isGone(Loop.Item item) {
        return origins.stream().noneMatch(o -> item.address().startsWith(o + "/"));
    }

    public Map<String, String> kindWords(Frame frame) {
        Map<String, String> words = new LinkedHashMap<>();
        Loops.KINDS.forEach(k -> words.put(k, frame.say("screens.item." + k)));
        return words;
    }
}
