package org.kulluna.incidents;

import java.time.Instant;
import java.util.List;

/**
 * THRIVE: threat, harm, risk, investigation, vulnerability, engagement, each 0 (none) to 3 (high), and the urgency that
 * whoever weighed them chose.
 */
public record Assessment(
        int threat, int harm, int risk, int investigation, int vulnerability, int engagement, int urgency, Instant at) {
    public static final List<String> PARTS =
            List.of("threat", "harm", "risk", "investigation", "vulnerability", "engagement");

    /** What the six suggest: at once when somebody may come to harm, soon when anything is high. */
    static int suggested(int threat, int harm, int risk, int investigation, int vulnerability, int engagement) {
        if (Math.max(threat, harm) == 3 || Math.max(threat, harm) == 2 && Math.max(risk, vulnerability) >= 2) {
            return 1;
        }
        int highest = Math.max(
                Math.max(threat, harm), Math.max(Math.max(risk, vulnerability), Math.max(investigation, engagement)));
        return highest >= 2 ? 2 : 3;
    }

    public int of(String part) {
        return switch (part) {
            case "threat" -> threat;
            case "harm" -> harm;
            case "risk" -> risk;
            case "investigation" -> investigation;
            case "vulnerability" -> vulnerability;
            default -> engagement;
        };
    }
}
