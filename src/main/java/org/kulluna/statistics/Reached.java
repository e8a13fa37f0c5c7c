package org.kulluna.statistics;

/**
 * Whom whispers reached.
 *
 * @param whispers sent; told apart by what people are, those that reached at least one of them
 * @param beneficiaries sum over the whispers of the distinct persons reached; one person may be reached by several
 * @param people distinct persons over all of them
 */
public record Reached(long whispers, long beneficiaries, long people) {
    public static final Reached NONE = new Reached(0, 0, 0);

    /** Nothing to tell: which is not the same as nought. */
    public boolean isNone() {
        return whispers == 0 && beneficiaries == 0;
    }

    Reached withWhispers(long sent) {
        return new Reached(sent, beneficiaries, people);
    }
}
