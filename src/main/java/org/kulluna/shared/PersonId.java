package org.kulluna.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One lifelong human being, never keyed by e-mail or phone. */
public record PersonId(@JsonValue UUID value) {
    @JsonCreator
    public static PersonId of(String text) {
        return new PersonId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
