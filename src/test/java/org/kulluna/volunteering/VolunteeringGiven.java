package org.kulluna.volunteering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.People;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Members in good standing and shifts to take. */
@Component
public class VolunteeringGiven {
    private final Given given;
    private final JdbcClient sql;
    private final Opportunities opportunities;
    private final Shifts shifts;
    private final People people;
    private final TransactionTemplate transaction;

    VolunteeringGiven(
            Given given,
            JdbcClient sql,
            Opportunities opportunities,
            Shifts shifts,
            People people,
            TransactionTemplate transaction) {
        this.given = given;
        this.sql = sql;
        this.opportunities = opportunities;
        this.shifts = shifts;
        this.people = people;
        this.transaction = transaction;
    }

    /** Accepted, vetted, through the onboarding path and resident for years to come, with an account. */
    public Given.Actor member() {
        return given.actor(memberPerson(), Role.MEMBER, null);
    }

    public Given.Actor student() {
        PersonId id = given.person("IN", LocalDate.now(Time.PROGRAMME_ZONE).minusYears(16), "ريم", "Reem");
        enrol(id, true);
        return given.actor(id, Role.STUDENT, null);
    }

    public PersonId memberPerson() {
        PersonId id = given.person();
        enrol(id, false);
        return id;
    }

    /** Without an account: cheap, for many. */
    public static Viewer viewer(PersonId person) {
        return new Viewer(person, null, List.of(new Viewer.Grant(Role.MEMBER, null)), false);
    }

    public void enrol(PersonId id, boolean student) {
        LocalDate today = LocalDate.now(Time.PROGRAMME_ZONE);
        sql.sql("""
                insert into membership.member (person_id, number, public_id, status, student, accepted_at)
                values (?, ?, ?, 'active', ?, now())""")
                .params(id.value(), Given.serial(), "pub-" + Given.serial(), student)
                .update();
        sql.sql("""
                insert into membership.vetting_check (id, person_id, state, valid_from, valid_to, opened_at)
                values (?, ?, 'cleared', ?, ?, now())""")
                .params(Ids.next(), id.value(), today.minusYears(1), today.plusYears(3))
                .update();
        award(id, Shift.ONBOARDING, today.minusYears(1), null);
        transaction.executeWithoutResult(
                t -> people.recordVisa(Viewer.HOUSE, id, today.minusYears(1), today.plusYears(3)));
    }

    public void consent(PersonId id, LocalDate until) {
        sql.sql("""
                insert into membership.guardian_consent (id, person_id, guardian_name, guardian_phone, relation, valid_from,
                    valid_to, recorded_by, recorded_at)
                values (?, ?, 'G', '050', 'mother', ?, ?, ?, now())""")
                .params(Ids.next(), id.value(), until.minusYears(2), until, id.value())
                .update();
    }

    public void award(PersonId id, String qualification, LocalDate from, @Nullable LocalDate to) {
        sql.sql("""
                insert into training.award (id, person_id, qualification, valid_from, valid_to, recorded_at)
                values (?, ?, ?, ?, ?, now())""").params(Ids.next(), id.value(), qualification, from, to).update();
    }

    /** What the person holds of that kind. */
    public void revoke(PersonId id, String qualification) {
        sql.sql("""
                insert into training.revocation (award_id, revoked_at)
                select a.id, now() from training.award a
                 where a.person_id = ? and a.qualification = ? on conflict do nothing""").params(id.value(), qualification).update();
    }

    public Given.Actor coordinator(String unit) {
        return given.actor(Role.UNIT_COORDINATOR, unit);
    }

    /** A shift three days ahead, four hours long, one role. */
    public static NewShift plan(int seats) {
        Instant start = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        return plan(start, Duration.ofHours(4), seats);
    }

    public static NewShift plan(Instant start, Duration lasts, int seats) {
        return new NewShift(
                null,
                start,
                start.plus(lasts),
                Time.PROGRAMME_ZONE,
                null,
                List.of(),
                18,
                false,
                false,
                null,
                List.of(new NewRole(new LocalizedText("مرشد", "Usher"), 1, seats)));
    }

    public static NewShift demanding(
            NewShift s, List<String> qualifications, int age, boolean students, boolean walkIns) {
        return new NewShift(
                null,
                s.startsAt(),
                s.endsAt(),
                s.zone(),
                s.place(),
                qualifications,
                age,
                students,
                walkIns,
                null,
                s.roles());
    }

    public NewOpportunity need(String unit) {
        String serial = String.valueOf(Given.serial());
        return new NewOpportunity(
                unit,
                "",
                null,
                new LocalizedText("إرشاد الزوار " + serial, "Guiding visitors " + serial),
                new LocalizedText("نص", "Text"),
                new LocalizedText("الترحيب", "Welcome people"),
                new LocalizedText("لا تفتيش", "Never search anyone"),
                "stakeholders",
                given.place());
    }

    /** Published, in a unit of its own. */
    public UUID shift(NewShift plan) {
        return shift(given.unit(), plan);
    }

    public UUID shift(String unit, NewShift plan) {
        Viewer by = new Viewer(given.person(), null, List.of(new Viewer.Grant(Role.UNIT_COORDINATOR, unit)), false);
        UUID opportunity = opportunities.put(by, need(unit));
        UUID shift = shifts.put(by, opportunity, plan);
        opportunities.publish(by, opportunity, 0);
        return shift;
    }

    public Viewer coordinatorOf(UUID shift) {
        String unit = sql.sql("""
                select o.unit_code from volunteering.opportunity o
                  join volunteering.shift s on s.opportunity_id = o.id where s.id = ?""").param(shift).query(String.class).single();
        return new Viewer(given.person(), null, List.of(new Viewer.Grant(Role.UNIT_COORDINATOR, unit)), false);
    }

    public UUID role(UUID shift) {
        return sql.sql("select id from volunteering.shift_role where shift_id = ? order by sort limit 1")
                .param(shift)
                .query(UUID.class)
                .single();
    }

    public int booked(UUID shift) {
        return sql.sql("select sum(booked) from volunteering.shift_role where shift_id = ?")
                .param(shift)
                .query(Integer.class)
                .single();
    }

    public List<String> notices(PersonId person) {
        return sql.sql("select key from delivery.notice where person_id = ? order by created_at, id")
                .param(person.value())
                .query(String.class)
                .list();
    }

    public boolean isBound(PersonId person, UUID shift) {
        return sql.sql("select exists (select from eligibility.commitment where person_id = ? and subject_id = ?)")
                .params(person.value(), shift)
                .query(Boolean.class)
                .single();
    }

    public boolean isExpected(PersonId person, UUID shift) {
        return sql.sql("select exists (select from attendance.expected where person_id = ? and duty_id = ?)")
                .params(person.value(), shift)
                .query(Boolean.class)
                .single();
    }

    static java.time.OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
