package org.kulluna.demo;

/** The age groups fixed on ledger entries, as {@code attendance} names them. */
final class AgeGroups {
    private AgeGroups() {}

    static String of(int age) {
        return age < 18 ? "under-18" : age < 30 ? "18-29" : age < 45 ? "30-44" : age < 60 ? "45-59" : "60-plus";
    }
}
