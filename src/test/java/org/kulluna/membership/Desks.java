package org.kulluna.membership;

import java.util.Map;
import java.util.UUID;
import org.kulluna.people.EmiratesId;
import org.kulluna.people.People;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings applications and members to where a test begins, through the doors. */
@Component
class Desks {
    private final Given given;
    private final People people;
    private final Vetting vetting;
    private final Applications applications;
    private final Admission admission;
    private final Decisions decisions;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Desks(
            Given given,
            People people,
            Vetting vetting,
            Applications applications,
            Admission admission,
            Decisions decisions,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.given = given;
        this.people = people;
        this.vetting = vetting;
        this.applications = applications;
        this.admission = admission;
        this.decisions = decisions;
        this.sql = sql;
        this.transaction = transaction;
    }

    UUID check(String application) {
        return sql.sql("select id from membership.vetting_check where application_id = ?::uuid order by opened_at desc")
                .param(application)
                .query(UUID.class)
                .list()
                .getFirst();
    }

    void clear(String application) {
        Viewer officer = given.actor(Role.VETTING_OFFICER).viewer();
        UUID check = check(application);
        vetting.start(officer, check, new CheckForm(null));
        vetting.decide(
                officer, check, new VettingForm("clear", "2024-01-01", "2099-12-31", "General Directorate", "ref 1", null));
    }

    /** An application of that person that only waits to be accepted. */
    String ready(PersonId person, Viewer officer) {
        return transaction.execute(t -> {
            people.recordEmiratesId(
                    Viewer.HOUSE, person, EmiratesId.parse(Newcomer.emiratesId()).orElseThrow(), null);
            people.recordVisa(
                    Viewer.HOUSE, person, java.time.LocalDate.of(2024, 1, 1), java.time.LocalDate.of(2099, 1, 1));
            UUID id = org.kulluna.shared.Ids.next();
            Viewer applicant =
                    new Viewer(person, null, java.util.List.of(new Viewer.Grant(Role.APPLICANT, null)), false);
            admission.applyAgain(applicant, new AgainForm(id.toString(), ""));
            applications.checkIdentity(officer, id, new CheckForm(null));
            clear(id.toString());
            return id.toString();
        });
    }

    /** Accepted just now. */
    Decisions.Outcome member(PersonId person) {
        Viewer officer = given.actor(Role.MEMBERSHIP_OFFICER).viewer();
        return decisions.decide(
                officer, UUID.fromString(ready(person, officer)), new DecisionForm("accept", "", null));
    }

    static final Map<String, String> NOTHING = Map.of();
}
