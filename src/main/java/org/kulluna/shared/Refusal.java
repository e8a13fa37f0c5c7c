package org.kulluna.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expected "no". The key (under {@code refusal.} in messages/) gives the words on the page, the RFC 9457 problem and
 * the log line; {@code faults} names form fields, each with a key under {@code fault.}.
 */
public final class Refusal extends RuntimeException {
    /** How strong the "no" is: the HTTP status of page and problem. */
    public enum Kind {
        INVALID(422),
        CONFLICT(409),
        NOT_FOUND(404),
        NOT_POSSIBLE(405),
        SIGN_IN(401),
        FORBIDDEN(403),
        TOO_LARGE(413),
        TOO_MANY(429),
        BAD_REQUEST(400),
        BUSY(503);

        public final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    private final Kind kind;
    private final String key;
    private final Map<String, Object> args;
    private final Map<String, List<String>> faults;

    private Refusal(Kind kind, String key, Map<String, Object> args, Map<String, List<String>> faults) {
        super(key, null, false, false);
        this.kind = kind;
        this.key = key;
        this.args = args;
        this.faults = faults;
    }

    public static Refusal of(Kind kind, String key) {
        return new Refusal(kind, key, Map.of(), Map.of());
    }

    public static Refusal of(Kind kind, String key, Map<String, Object> args) {
        return new Refusal(kind, key, args, Map.of());
    }

    /** The state of things forbids it: full, overlapping, decided already. */
    public static Refusal conflict(String key) {
        return of(Kind.CONFLICT, key);
    }

    /** What is not there, and what is not yours: the same answer. */
    public static Refusal notFound() {
        return of(Kind.NOT_FOUND, "not-found");
    }

    public static Refusal changedMeanwhile() {
        return conflict("changed-meanwhile");
    }

    public static Refusal invalid(Map<String, List<String>> faults) {
        return new Refusal(Kind.INVALID, "invalid", Map.of(), new LinkedHashMap<>(faults));
    }

    /** One field is at fault; {@code faultKey} is a key under {@code fault.}. */
    public static Refusal invalid(String field, String faultKey) {
        return invalid(Map.of(field, List.of(faultKey)));
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public Map<String, Object> args() {
        return args;
    }

    /** Field name to keys under {@code fault.}. */
    public Map<String, List<String>> faults() {
        return faults;
    }
}
