package org.kulluna.demo;

import java.sql.Connection;
import java.sql.SQLException;

/** Every table the demo fills, in the order of the foreign keys. */
final class Tables {
    final Copies copies;
    final Copies.Table place;
    final Copies.Table unit;
    final Copies.Table person;
    final Copies.Table document;
    final Copies.Table visa;
    final Copies.Table account;
    final Copies.Table grant;
    final Copies.Table application;
    final Copies.Table check;
    final Copies.Table grounds;
    final Copies.Table member;
    final Copies.Table history;
    final Copies.Table consent;
    final Copies.Table award;
    final Copies.Table opportunity;
    final Copies.Table shift;
    final Copies.Table role;
    final Copies.Table signUp;
    final Copies.Table change;
    final Copies.Table commitment;
    final Copies.Table duty;
    final Copies.Table expected;
    final Copies.Table fact;
    final Copies.Table claim;
    final Copies.Table ledger;
    final Copies.Table notice;
    final Copies.Table course;
    final Copies.Table part;
    final Copies.Table room;
    final Copies.Table offering;
    final Copies.Table session;
    final Copies.Table teacher;
    final Copies.Table enrolment;
    final Copies.Table enrolmentChange;
    final Copies.Table result;
    final Copies.Table courseAward;
    final Copies.Table question;
    final Copies.Table wording;
    final Copies.Table attempt;
    final Copies.Table asked;
    final Copies.Table criterion;
    final Copies.Table evaluation;
    final Copies.Table feedback;

    Tables(Connection connection) throws SQLException {
        copies = new Copies(connection);
        place = into("places.place", "code, name_ar, name_en, alt_names, search, region, lat, lng, population, source");
        unit = into("units.unit", "code, kind, name_ar, name_en, region");
        person = into(
                "people.person",
                "id, name_ar, name_en, search, nationality, born_on, gender, languages, skills, home_place, email,"
                        + " contact_by, language, created_at");
        document = into(
                "people.identity_document",
                "id, person_id, kind, number_cipher, key_id, number_hash, valid_until, verified_by, verified_at,"
                        + " recorded_at");
        visa = into(
                "people.residence_visa",
                "id, person_id, valid_from, valid_to, issuer, verified_by, verified_at, recorded_at");
        account = into("people.account", "id, person_id, username, password_hash, created_at");
        grant = into("people.role_grant", "id, person_id, role, unit_code, granted_by, granted_at");
        application = into(
                "membership.application",
                "id, person_id, state, motivation, language, submitted_at, identity_checked_by, identity_checked_at,"
                        + " decided_by, decided_at, reason");
        check = into(
                "membership.vetting_check",
                "id, person_id, application_id, state, valid_from, valid_to, issuer, decided_by, decided_at,"
                        + " opened_at");
        grounds = into("membership.vetting_grounds", "id, check_id, text_cipher, key_id, written_by, written_at");
        member = into(
                "membership.member",
                "person_id, number, public_id, status, student, accepted_at, left_at, suspended_until,"
                        + " accepted_nationality, accepted_age_group, accepted_region");
        history = into("membership.history", "id, person_id, application_id, kind, happened_at, done_by, detail");
        consent = into(
                "membership.guardian_consent",
                "id, person_id, guardian_name, guardian_phone, relation, valid_from, valid_to, recorded_by,"
                        + " recorded_at");
        award = into(
                "training.award",
                "id, person_id, qualification, valid_from, valid_to, issuer, recorded_by, recorded_at");
        opportunity = into(
                "volunteering.opportunity",
                "id, unit_code, title_ar, title_en, text_ar, text_en, may_ar, may_en, may_not_ar, may_not_en, search,"
                        + " pillar, place_code, state, created_by, created_at, published_at");
        shift = into(
                "volunteering.shift",
                "id, opportunity_id, starts_at, ends_at, zone, place_code, required_qualifications, minimum_age,"
                        + " students_welcome, walk_ins, leader_id, state, created_at");
        role = into("volunteering.shift_role", "id, shift_id, name_ar, name_en, minimum, maximum, booked, sort");
        signUp =
                into("volunteering.sign_up", "id, shift_id, role_id, person_id, state, reason, created_at, changed_at");
        change = into("volunteering.sign_up_change", "sign_up_id, state, reason, changed_by, changed_at");
        commitment = into("eligibility.commitment", "id, person_id, during, kind, subject_id");
        duty = into(
                "attendance.duty",
                "id, kind, title_ar, title_en, unit_code, pillar, place_code, region, starts_at, ends_at, zone,"
                        + " starts_on, walk_ins, claims_made_at");
        expected = into("attendance.expected", "duty_id, person_id, role_ar, role_en");
        fact = into(
                "attendance.fact",
                "id, duty_id, person_id, kind, voids, happened_at, means, device, recorded_by, recorded_at");
        claim = into(
                "attendance.claim",
                "id, duty_id, person_id, in_fact, out_fact, minutes, credited_by_policy, rounded_by_policy, credited_from,"
                        + " credited_to, flags, state, opened_at, decided_by, decided_at, reason");
        ledger = into(
                "attendance.ledger_entry",
                "id, claim_id, duty_id, person_id, minutes, starts_on, unit_code, pillar, place_code, region,"
                        + " nationality, age_group, gender, home_place, verified_by, recorded_at, corrects, reason");
        course = into(
                "training.course",
                "code, title_ar, title_en, text_ar, text_en, search, level, unit_code, prerequisites, qualification,"
                        + " validity_months, assessed_by, pass_mark, state, created_by, created_at");
        part = into("training.part", "id, course_code, sort, title_ar, title_en, minutes");
        room = into("training.room", "id, unit_code, place_code, name_ar, name_en, capacity");
        offering = into(
                "training.offering",
                "id, course_code, unit_code, state, minimum, maximum, waiting_maximum, booked, approval, closed_by,"
                        + " closed_at, created_by, created_at");
        session = into("training.session", "id, offering_id, part_id, room_id, starts_at, ends_at");
        teacher = into("training.session_instructor", "session_id, person_id");
        enrolment = into(
                "training.enrolment",
                "id, offering_id, person_id, state, source, score, practical_passed, created_at, changed_at");
        enrolmentChange = into("training.enrolment_change", "enrolment_id, state, changed_by, changed_at");
        result = into(
                "training.result",
                "id, enrolment_id, offering_id, person_id, state, attended_minutes, planned_minutes, score, passed, ended_on,"
                        + " course_code, level, unit_code, region, nationality, age_group, gender, home_place,"
                        + " recorded_by, recorded_at");
        courseAward = into(
                "training.award",
                "id, person_id, qualification, valid_from, valid_to, issuer, enrolment_id, recorded_by, recorded_at");
        question = into("assessment.question", "id, course_code, state, search, created_by, created_at");
        wording = into(
                "assessment.wording",
                "id, question_id, number, kind, text_ar, text_en, why_ar, why_en, options_ar, options_en, options_right,"
                        + " written_by, written_at");
        attempt = into(
                "assessment.attempt",
                "id, enrolment_id, offering_id, number, started_at, submitted_at, right_count, score, pass_mark");
        asked = into("assessment.asked", "attempt_id, sort, wording_id, shown, chosen, answered_at, right_answer");
        criterion = into("assessment.criterion", "id, course_code, text_ar, text_en, required");
        evaluation = into("assessment.evaluation", "id, enrolment_id, passed, met, remark, evaluated_by, evaluated_at");
        feedback = into(
                "assessment.feedback",
                "enrolment_id, offering_id, content, instructor, place, recommend, words, given_at, changed_at");
        notice = into("delivery.notice", "id, person_id, key, args, link, created_at, read_at");
    }

    private Copies.Table into(String name, String columns) {
        return copies.into(name, columns);
    }
}
