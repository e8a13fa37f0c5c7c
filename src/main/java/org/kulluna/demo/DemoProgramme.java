package org.kulluna.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Time;

/**
 * Invents the whole programme and writes it over one connection, inside the caller's transaction. The same seed and
 * number of members give the same programme up to mid-2022; the rest stands relative to {@code now}.
 *
 * @param hash makes a password hash
 */
record DemoProgramme(long seed, int members, Instant now, Keys keys, UnaryOperator<String> hash, Progress progress) {

    void write(Connection connection) throws SQLException {
        Tables tables = new Tables(connection);
        Land land = new Land();
        Texts texts = new Texts();
        land.write(tables);
        Population population = new Population(land, dice("people"));
        PersonWriter persons = new PersonWriter(tables, keys, dice("documents"));
        Officers officers = new Officers(tables, dice("officers"), Instant.parse("2016-01-10T06:00:00Z"));
        officers.write(persons, new Population(land, dice("officers' names")), land);
        progress.reach(2);

        List<DemoMember> roll = new Roll(population, now, seed).make(members, seed);
        DemoMember member = Roll.adopt(roll, officers.login("member").name(), ordinary(officers.login("member")));
        DemoMember student = Roll.adopt(roll, officers.login("student").name(), student(officers.login("student")));
        progress.reach(10);
        writeMembers(roll, new MemberWriter(tables, persons, officers, population, texts, dice("papers' rows")));
        officers.writeAccounts(Map.of("member", member, "student", student), hash);

        Templates templates = new Templates();
        List<DemoShift> shifts = halfYear(roll, member, templates, land, officers);
        progress.reach(76);
        shifts.addAll(present(roll, member, student, templates, land, officers));
        progress.reach(80);
        writeShifts(shifts, tables, officers, texts);
        writeSchool(roll, member, tables, land, officers);
        new Applicants(tables, persons, officers, population, texts, keys, now, dice("applicants")).write();
        new Tidings(tables, officers, now, dice("notices")).write(shifts, member, student);
        new Communications(this, tables, officers, texts, land).write(roll, List.of(member, student));
        new Watch(tables, officers, land, now, dice("reports")).write(roll, member);
        tables.copies.flush();
        progress.reach(93);
    }

    private void writeSchool(List<DemoMember> roll, DemoMember member, Tables tables, Land land, Officers officers) {
        Curriculum curriculum = new Curriculum(tables);
        curriculum.write(land, officers.person("training"), Instant.parse("2021-09-01T06:00:00Z"), dice("courses"));
        School school = new School(curriculum, roll, dice("school"));
        ExamPapers papers = new ExamPapers();
        papers.write(tables, officers.person("training"), Instant.parse("2022-03-01T06:00:00Z"), dice("questions"));
        Examiner examiner = new Examiner(tables, papers, officers.person("training"), member, dice("quizzes"));
        SchoolWriter writer = new SchoolWriter(tables, curriculum, land, examiner, dice("school's rows"));
        school.halfYear(School.trainees(members)).forEach(writer::write);
        school.present(now, member).forEach(writer::write);
        new SchoolNow(curriculum, roll, now, dice("school of these days"))
                .draw(member)
                .forEach(writer::write);
    }

    private void writeMembers(List<DemoMember> roll, MemberWriter writer) {
        LocalDate today = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE);
        for (int i = 0; i < roll.size(); i++) {
            writer.write(roll.get(i), today);
            progress.reach(10 + (int) (60L * (i + 1) / roll.size()));
        }
    }

    private List<DemoShift> halfYear(
            List<DemoMember> roll, DemoMember member, Templates templates, Land land, Officers officers) {
        Crowd crowd = new Crowd(roll, m -> m.habit.keenThen());
        Organiser organiser = new Organiser(templates, land, officers, now, dice("shifts of 2022"));
        PastShifts past = new PastShifts(crowd, dice("turnout of 2022"));
        HalfYear halfYear = new HalfYear(organiser, past, List.of(member), dice("days of 2022"));
        return new ArrayList<>(halfYear.draw(HalfYear.hours(members)));
    }

    private List<DemoShift> present(
            List<DemoMember> roll,
            DemoMember member,
            DemoMember student,
            Templates templates,
            Land land,
            Officers officers) {
        Crowd crowd = new Crowd(roll, m -> m.habit.keenNow() && m != member && m != student);
        Organiser organiser = new Organiser(templates, land, officers, now.minusSeconds(3600), dice("shifts of today"));
        PastShifts past = new PastShifts(crowd, dice("turnout of today"));
        return new Present(organiser, templates, past, crowd, officers, now, dice("today")).draw(member, student);
    }

    private void writeShifts(List<DemoShift> shifts, Tables tables, Officers officers, Texts texts) {
        TurnoutWriter turnouts = new TurnoutWriter(tables, officers, texts, now, dice("facts"));
        ShiftWriter writer = new ShiftWriter(tables, officers, turnouts, now, dice("sign-ups"));
        for (int i = 0; i < shifts.size(); i++) {
            writer.write(shifts.get(i));
            progress.reach(80 + 10 * (i + 1) / shifts.size());
        }
    }

    /** Took part then and now, every paper in order, home where much goes on: the most needful first. */
    private List<Predicate<DemoMember>> ordinary(Officers.Login login) {
        LocalDate later = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE).plusMonths(4);
        return List.of(
                m -> !m.student && m.standing.status().equals("active"),
                m -> m.hasPapersUntil(later),
                m -> m.habit.keenThen(),
                m -> m.who.homeRegion().equals("abu_dhabi"),
                m -> m.who.gender().equals(login.gender()),
                m -> m.who.nationality().equals(login.nationality()),
                m -> m.papers.qualifications().containsKey("first_aid"),
                m -> m.ageOn(later) < 50);
    }

    private static List<Predicate<DemoMember>> student(Officers.Login login) {
        return List.of(
                m -> m.student,
                m -> m.who.homeRegion().equals("abu_dhabi"),
                m -> m.who.gender().equals(login.gender()),
                m -> m.who.nationality().equals(login.nationality()));
    }

    Dice dice(String part) {
        return Dice.of(seed, part);
    }
}
