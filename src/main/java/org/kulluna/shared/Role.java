package org.kulluna.shared;

/** What a person does in the programme. A grant of a role may be bound to one unit. */
public enum Role {
    APPLICANT,
    MEMBER,
    STUDENT,
    SHIFT_LEADER,
    UNIT_COORDINATOR,
    INSTRUCTOR,
    FACILITATOR,
    MEMBERSHIP_OFFICER,
    VETTING_OFFICER,
    TRAINING_OFFICER,
    DUTY_OFFICER,
    COMMUNICATIONS_OFFICER,
    ANALYST,
    COMMANDER,
    AUDITOR,
    ADMINISTRATOR;

    /** These see what harms most, so a password alone does not open their desk. */
    public boolean needsSecondFactor() {
        return this == VETTING_OFFICER || this == DUTY_OFFICER || this == COMMANDER || this == ADMINISTRATOR;
    }
}
