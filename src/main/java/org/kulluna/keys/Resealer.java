package org.kulluna.keys;

import java.util.Set;

/** A table with sealed values, as the rotation of keys needs it. Each capability gives one for each of its own. */
public interface Resealer {
    /** Whose values: a word for the operator, for example {@code people.documents}. */
    String what();

    /**
     * Seals some rows that are under an older key again, in a transaction of its own.
     *
     * @return how many; 0 when all are under the newest key
     */
    int resealSome(int limit);

    /** Ids of the keys that rows are sealed under now. */
    Set<String> keysInUse();
}
