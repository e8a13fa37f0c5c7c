package org.kulluna.shared;

import static org.kulluna.shared.Role.ADMINISTRATOR;
import static org.kulluna.shared.Role.ANALYST;
import static org.kulluna.shared.Role.APPLICANT;
import static org.kulluna.shared.Role.AUDITOR;
import static org.kulluna.shared.Role.COMMANDER;
import static org.kulluna.shared.Role.COMMUNICATIONS_OFFICER;
import static org.kulluna.shared.Role.DUTY_OFFICER;
import static org.kulluna.shared.Role.INSTRUCTOR;
import static org.kulluna.shared.Role.MEMBER;
import static org.kulluna.shared.Role.MEMBERSHIP_OFFICER;
import static org.kulluna.shared.Role.SHIFT_LEADER;
import static org.kulluna.shared.Role.STUDENT;
import static org.kulluna.shared.Role.TRAINING_OFFICER;
import static org.kulluna.shared.Role.UNIT_COORDINATOR;
import static org.kulluna.shared.Role.VETTING_OFFICER;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who may do what: the one table. A grant bound to a unit gives its rights on that unit's things only.
 * What belongs to oneself (own application, own hours) is not here: each door lets a person reach their own.
 */
public enum Right {
    /** Withdraw or follow one's own application. */
    FOLLOW_APPLICATION(APPLICANT, MEMBER, STUDENT),
    /** Take seats, carry a pass, see own hours. */
    VOLUNTEER(MEMBER, STUDENT),
    SEE_APPLICATIONS(MEMBERSHIP_OFFICER, VETTING_OFFICER),
    CHECK_IDENTITY(MEMBERSHIP_OFFICER),
    DECIDE_APPLICATION(MEMBERSHIP_OFFICER),
    VET(VETTING_OFFICER),
    READ_VETTING_GROUNDS(VETTING_OFFICER),
    SEE_MEMBERS(MEMBERSHIP_OFFICER, VETTING_OFFICER, DUTY_OFFICER, ADMINISTRATOR),
    CHANGE_MEMBERS(MEMBERSHIP_OFFICER),
    ERASE_PERSON(ADMINISTRATOR),
    MERGE_PERSONS(MEMBERSHIP_OFFICER),
    RECORD_QUALIFICATION(TRAINING_OFFICER),
    /** Make courses, offerings and rooms; decide who gets a place; settle results. */
    RUN_COURSES(TRAINING_OFFICER),
    /** Open the sessions one was named for: the room's code, who is in, practical results. */
    TEACH(INSTRUCTOR, TRAINING_OFFICER),
    EDIT_OPPORTUNITIES(UNIT_COORDINATOR),
    SEE_ROSTER(UNIT_COORDINATOR, SHIFT_LEADER, DUTY_OFFICER),
    RECORD_ATTENDANCE(SHIFT_LEADER, UNIT_COORDINATOR, DUTY_OFFICER),
    VERIFY_HOURS(UNIT_COORDINATOR),
    CORRECT_HOURS(UNIT_COORDINATOR),
    SEE_ALL_HOURS(UNIT_COORDINATOR, ANALYST, COMMANDER, AUDITOR),
    /** Name and count choices of members. */
    BUILD_AUDIENCES(COMMUNICATIONS_OFFICER),
    WRITE_WHISPERS(COMMUNICATIONS_OFFICER),
    /** Of what somebody else wrote. */
    APPROVE_WHISPERS(COMMUNICATIONS_OFFICER, DUTY_OFFICER, COMMANDER),
    SEE_WHISPERS(COMMUNICATIONS_OFFICER, DUTY_OFFICER, COMMANDER, AUDITOR),
    /** Pair screens, fill their loops, watch their health. */
    MANAGE_SCREENS(COMMUNICATIONS_OFFICER),
    /** Tell what one saw, and follow it. */
    SEND_REPORTS(MEMBER, STUDENT),
    /** Weigh, assign, answer and close reports. */
    HANDLE_REPORTS(DUTY_OFFICER, UNIT_COORDINATOR),
    /** Each look at who sent a report is recorded. */
    SEE_REPORTERS(DUTY_OFFICER),
    SEE_FIGURES(ANALYST, COMMANDER, AUDITOR, UNIT_COORDINATOR, TRAINING_OFFICER, COMMUNICATIONS_OFFICER),
    OPEN_FIGURE_ROWS(ANALYST, COMMANDER, AUDITOR),
    READ_AUDIT(AUDITOR),
    MANAGE_ACCOUNTS(ADMINISTRATOR),
    ISSUE_RESET_LINK(ADMINISTRATOR, MEMBERSHIP_OFFICER),
    MANAGE_UNITS(ADMINISTRATOR),
    MANAGE_PLACES(ADMINISTRATOR),
    MANAGE_POLICIES(ADMINISTRATOR);

    private final Set<Role> roles;

    Right(Role first, Role... rest) {
        roles = EnumSet.of(first, rest);
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public boolean isHeldBy(Role role) {
        return roles.contains(role);
    }
}
