package org.kulluna.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kulluna.keys.FreshKeys;
import org.kulluna.keys.Keys;
import org.kulluna.people.EmiratesId;
import org.kulluna.shared.Time;
import org.kulluna.support.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The invented programme in a database of its own: every claim about it is counted from its rows. */
@Tag("slow")
class DemoTest {
    private static final int MEMBERS = Integer.getInteger("kulluna.demo.test-members", 2_000);
    private static final Instant NOW = Instant.parse("2026-11-24T08:10:00Z");
    private static final String HALF_YEAR = " starts_on between '2022-01-01' and '2022-06-30' ";
    private static final Keys KEYS = FreshKeys.make();
    private static JdbcClient demo;

    @BeforeAll
    static void load() {
        demo = loaded("kulluna_demo_test", 7, NOW, MEMBERS);
    }

    static JdbcClient loaded(String name, long seed, Instant now, int members) {
        JdbcTemplate server = new JdbcTemplate(new DriverManagerDataSource(TestDatabase.url()));
        server.execute("drop database if exists " + name);
        server.execute("create database " + name);
        DriverManagerDataSource source =
                new DriverManagerDataSource(TestDatabase.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + name));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        DemoDatabase database = new DemoDatabase(new JdbcTemplate(source));
        long started = System.nanoTime();
        new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(t -> {
            database.load(new DemoProgramme(seed, members, now, KEYS, p -> "hash of " + p, Progress.silent()));
            database.mark(now, seed);
        });
        System.out.println(members + " members: " + (System.nanoTime() - started) / 1_000_000 + " ms");
        return JdbcClient.create(source);
    }

    private static long count(String from) {
        return demo.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static Map<String, Long> minutesByUnit(JdbcClient of) {
        Map<String, Long> sums = new TreeMap<>();
        of.sql("select unit_code, sum(minutes) as minutes from attendance.ledger_entry where" + HALF_YEAR
                        + "group by unit_code")
                .query((rs, n) -> sums.put(rs.getString(1), rs.getLong(2)))
                .list();
        return sums;
    }

    @Test
    void verified_minutes_of_the_first_half_of_2022_round_to_the_stated_hours() {
        long minutes = demo.sql("select sum(minutes) from attendance.published_hours where" + HALF_YEAR)
                .query(Long.class)
                .single();
        assertThat(Math.floorDiv(minutes + 30, 60L)).isEqualTo(42_073);
    }

    @Test
    void removing_a_unit_lowers_the_hours_by_exactly_its_rows() {
        Map<String, Long> sums = minutesByUnit(demo);
        assertThat(sums)
                .hasSize(12)
                .allSatisfy((unit, minutes) -> assertThat(minutes).isGreaterThan(600));
        long all = sums.values().stream().mapToLong(Long::longValue).sum();
        sums.forEach((unit, minutes) -> assertThat(demo.sql("select sum(minutes) from attendance.ledger_entry where"
                                + HALF_YEAR + "and unit_code <> :unit")
                        .param("unit", unit)
                        .query(Long.class)
                        .single())
                .isEqualTo(all - minutes));
        assertThat(count("attendance.ledger_entry l join attendance.duty d on d.id = l.duty_id where l.unit_code <>"
                        + " d.unit_code or l.starts_on <> d.starts_on or l.region <> d.region or l.pillar <> d.pillar"))
                .isZero();
    }

    @Test
    void every_ledger_row_is_of_an_ordinary_kind() {
        assertThat(count("attendance.ledger_entry where minutes > 720")).isZero();
        assertThat(count("attendance.duty where ends_at - starts_at > interval '12 hours'"))
                .isZero();
        assertThat(count("attendance.ledger_entry l join attendance.claim c on c.id = l.claim_id"
                        + " where l.corrects is null and (c.minutes <> l.minutes or c.state <> 'verified')"))
                .isZero();
        assertThat(count("attendance.claim c join attendance.fact i on i.id = c.in_fact join attendance.fact o on o.id"
                        + " = c.out_fact join attendance.duty d on d.id = c.duty_id where c.minutes <> extract(epoch"
                        + " from o.happened_at - greatest(i.happened_at, d.starts_at)) / 60"))
                .isZero();
        assertThat(count("attendance.ledger_entry l join attendance.fact f on f.duty_id = l.duty_id and f.person_id ="
                        + " l.person_id where f.recorded_by = l.verified_by or l.verified_by = l.person_id"))
                .isZero();
        assertThat(count("attendance.ledger_entry l left join attendance.claim c on c.id = l.claim_id where c.in_fact"
                        + " is null or c.out_fact is null and c.credited_by_policy is null"))
                .isZero();
        assertThat(count("attendance.ledger_entry l left join attendance.ledger_entry o on o.id = l.corrects where"
                        + " l.corrects is not null and (o.id is null or o.person_id <> l.person_id or o.duty_id <>"
                        + " l.duty_id or o.corrects is not null or l.reason = '')"))
                .isZero();
        assertThat(count("(select 1 from attendance.ledger_entry group by person_id, starts_on having sum(minutes) >"
                        + " 720) as long_day"))
                .isZero();
        assertThat(count("attendance.ledger_entry where corrects is not null")).isPositive();
        assertThat(count("attendance.fact where kind = 'absent'")).isPositive();
        assertThat(count("attendance.fact where kind = 'void'")).isPositive();
        assertThat(count("attendance.claim where state = 'refused'")).isPositive();
        assertThat(count("attendance.claim where credited_by_policy is not null"))
                .isPositive();
    }

    /** Were the sum met by one odd row or one favourite number, it would stand out here. */
    @Test
    void no_row_and_no_number_of_minutes_stands_out() {
        List<Long> often = demo.sql("select count(*) from attendance.ledger_entry where" + HALF_YEAR
                        + "group by minutes order by 1 desc")
                .query(Long.class)
                .list();
        long rows = often.stream().mapToLong(Long::longValue).sum();
        assertThat(rows).isGreaterThan(8_000);
        assertThat(often.size()).isGreaterThan(250);
        assertThat(often.getFirst()).isLessThan(rows / 20);
        assertThat(count("(select 1 from attendance.ledger_entry where" + HALF_YEAR + "group by duty_id having sum("
                        + "minutes) > " + 42_073 * 60 / 100 + ") as heavy"))
                .isZero();
    }

    @Test
    void nobody_is_at_two_duties_at_once_or_works_before_being_accepted() {
        assertThat(count("attendance.claim a join attendance.claim b on b.person_id = a.person_id and b.id > a.id"
                        + " join attendance.duty x on x.id = a.duty_id join attendance.duty y on y.id = b.duty_id"
                        + " where x.starts_at < y.ends_at and y.starts_at < x.ends_at"))
                .isZero();
        assertThat(count("attendance.expected e join attendance.duty d on d.id = e.duty_id join membership.member m on"
                        + " m.person_id = e.person_id where m.accepted_at > d.starts_at"))
                .isZero();
        assertThat(count("attendance.claim a join attendance.claim b on b.person_id = a.person_id and b.id > a.id"
                        + " and a.credited_from < b.credited_to and b.credited_from < a.credited_to"))
                .isZero();
        assertThat(count("attendance.duty where ends_at < timestamptz '" + NOW
                        + "' - interval '2 hours' and claims_made_at is null"))
                .isZero();
        assertThat(count("attendance.fact where recorded_at > '" + NOW + "'")).isZero();
    }

    @Test
    void members_are_as_many_and_as_various_as_stated() {
        assertThat(count("membership.member")).isEqualTo(MEMBERS);
        assertThat(demo.sql("select max(number) = count(*) from membership.member")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(demo.sql("select last from membership.number_counter")
                        .query(Long.class)
                        .single())
                .isEqualTo(MEMBERS);
        assertThat(demo.sql("select count(distinct p.nationality) from membership.member m join people.person p on"
                                + " p.id = m.person_id")
                        .query(Long.class)
                        .single())
                .isEqualTo(118);
        for (var region :
                Map.of("abu_dhabi", 26L, "al_ain", 11L, "al_dhafra", 6L).entrySet()) {
            assertThat(count("places.place where region = '" + region.getKey() + "'"))
                    .isEqualTo(region.getValue());
        }
        assertThat(count("places.place")).isEqualTo(43);
        assertThat(count("units.unit")).isEqualTo(12);
    }

    @Test
    void the_whole_programme_has_the_exact_weights() {
        List<String> all = new Population(new Land(), Dice.of(1, "x")).nationalities(Population.WHOLE);
        assertThat(all).hasSize(54_142);
        assertThat(all.stream().filter("AE"::equals).count()).isEqualTo(20_575);
        assertThat(all.stream().filter("UY"::equals).count()).isEqualTo(1);
    }

    @Test
    void identity_numbers_are_right_in_form_and_of_no_living_person() {
        List<String> numbers = demo.sql("select number_cipher, key_id from people.identity_document")
                .query((rs, n) -> KEYS.open(new Keys.Sealed(rs.getBytes(1), rs.getString(2))))
                .list();
        assertThat(numbers.size()).isGreaterThan(MEMBERS);
        assertThat(numbers)
                .doesNotHaveDuplicates()
                .allSatisfy(number -> assertThat(
                                EmiratesId.parse(number).orElseThrow().birthYear())
                        .isBetween(1800, 1899));
    }

    @Test
    void seats_taken_are_counted_bound_and_expected() {
        assertThat(count(
                        "volunteering.shift_role r where r.booked <> (select count(*) from volunteering.sign_up s where"
                                + " s.role_id = r.id and s.state = 'booked')"))
                .isZero();
        assertThat(count(
                        "volunteering.sign_up s join volunteering.shift h on h.id = s.shift_id where s.state = 'booked'"
                                + " and not exists (select from attendance.expected e where e.duty_id = s.shift_id and"
                                + " e.person_id = s.person_id)"))
                .isZero();
        assertThat(count(
                        "volunteering.sign_up s join volunteering.shift h on h.id = s.shift_id where s.state = 'booked'"
                                + " and h.ends_at > '" + NOW
                                + "' and not exists (select from eligibility.commitment c where"
                                + " c.subject_id = h.id and c.person_id = s.person_id)"))
                .isZero();
    }

    @Test
    void the_present_has_something_for_everybody() {
        assertThat(count("membership.application where state in ('received', 'in_review')"))
                .isBetween(55L, 65L);
        assertThat(count("volunteering.shift where starts_at < '" + NOW + "' and ends_at > '" + NOW + "'"))
                .isGreaterThanOrEqualTo(3);
        assertThat(count("volunteering.shift where starts_at > '" + NOW + "'")).isBetween(110L, 170L);
        assertThat(onDay(0)).isGreaterThanOrEqualTo(5);
        assertThat(onDay(1)).isPositive();
        for (int week = 1; week <= 5; week++) {
            long from = 7L * (week - 1);
            assertThat(count("volunteering.shift where starts_at between '" + NOW.plus(Duration.ofDays(from))
                            + "' and '" + NOW.plus(Duration.ofDays(from + 7)) + "'"))
                    .as("week " + week)
                    .isGreaterThan(5);
        }
        assertThat(count(
                        "volunteering.shift_role r join volunteering.shift h on h.id = r.shift_id where h.starts_at > '"
                                + NOW
                                + "' and r.booked = r.maximum and 5 = (select count(*) from volunteering.sign_up s where"
                                + " s.role_id = r.id and s.state = 'waiting')"))
                .isPositive();
        assertThat(count("attendance.claim where state = 'open' and opened_at > '2026-01-01'"))
                .isGreaterThan(20);
        assertThat(count("training.award where qualification = 'water_rescue'")).isZero();
        assertThat(count("volunteering.shift where 'water_rescue' = any(required_qualifications) and state ="
                        + " 'published' and starts_at > '" + NOW + "'"))
                .isPositive();
        assertThat(count("people.account where password_hash <> '" + Contacts.NO_PASSWORD + "'"))
                .isEqualTo(13);
        assertThat(demo.sql("select count(*) from people.account a join eligibility.commitment c on c.person_id ="
                                + " a.person_id where a.username in ('member', 'student')")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        assertThat(demo.sql(
                                "select sum(l.minutes) from people.account a join attendance.ledger_entry l on l.person_id ="
                                        + " a.person_id where a.username = 'member'")
                        .query(Long.class)
                        .single())
                .isGreaterThan(600);
    }

    private static long onDay(int ahead) {
        LocalDate day = LocalDate.ofInstant(NOW, Time.PROGRAMME_ZONE).plusDays(ahead);
        return count("volunteering.shift where (starts_at at time zone 'Asia/Dubai')::date = '" + day + "'");
    }

    @Test
    void a_loaded_database_is_marked_and_no_longer_empty() {
        DemoDatabase database = new DemoDatabase(new JdbcTemplate(new DriverManagerDataSource(
                TestDatabase.url().replaceFirst("(//[^/]+/)[^?]*", "$1kulluna_demo_test"))));
        assertThat(database.isMarked()).isTrue();
        assertThat(database.isEmpty()).isFalse();
    }

    @Test
    void twenty_one_courses_and_their_trainees_come_from_rows_and_lose_each_unit_exactly() {
        String held = "training.result where level <> 'onboarding' and" + HALF_YEAR.replace("starts_on", "ended_on")
                + "and state = 'attended'";
        assertThat(demo.sql("select count(distinct offering_id) from " + held)
                        .query(Long.class)
                        .single())
                .isEqualTo(21);
        assertThat(count(held)).isEqualTo(7_263);
        demo.sql("select unit_code, count(*) from " + held + " group by unit_code")
                .query((rs, n) -> Map.entry(rs.getString(1), rs.getLong(2)))
                .list()
                .forEach(u -> assertThat(count(held + " and unit_code <> '" + u.getKey() + "'"))
                        .isEqualTo(7_263 - u.getValue()));
    }

    @Test
    void what_trainees_attended_is_what_the_book_of_attendance_says() {
        assertThat(count("training.result r where r.attended_minutes <> (select coalesce(sum(greatest(0,"
                        + " floor(extract(epoch from least(s.ends_at, case when p.is_in or p.out_at is null then s.ends_at"
                        + " else p.out_at end) - greatest(s.starts_at, p.in_at)) / 60))), 0)"
                        + " from training.session s join attendance.presence p on p.duty_id = s.id and p.person_id ="
                        + " r.person_id where s.offering_id = r.offering_id)"))
                .isZero();
        assertThat(count("training.result r where (r.state = 'attended') <> (r.attended_minutes > 0 and"
                        + " r.attended_minutes * 100 >= r.planned_minutes * 80)"))
                .isZero();
        assertThat(count("training.offering o where o.booked <> (select count(*) from training.enrolment e where"
                        + " e.offering_id = o.id and e.state in ('booked', 'attended', 'partial', 'absent'))"))
                .isZero();
        assertThat(count("training.offering where booked > maximum")).isZero();
        assertThat(count("training.result")).isGreaterThan(7_263);
    }

    @Test
    void quizzes_feedback_and_marks_agree_with_one_another() {
        assertThat(count("assessment.question where state = 'active'")).isGreaterThanOrEqualTo(72);
        assertThat(demo.sql("select course_code from assessment.question group by course_code having count(*) < 12")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(count("assessment.wording w where w.kind <> 'several'"
                        + " and (select count(*) from unnest(w.options_right) r where r) <> 1"))
                .isZero();
        assertThat(count("assessment.attempt")).isGreaterThan(500);
        assertThat(count("assessment.attempt a where a.right_count <> (select count(*) from assessment.asked k"
                        + " where k.attempt_id = a.id and k.right_answer) or a.score <> a.right_count * 10"))
                .isZero();
        assertThat(count("training.result r where r.score is not null and (r.score <> (select max(a.score) from"
                        + " assessment.attempt a where a.enrolment_id = r.enrolment_id)"
                        + " or r.passed and r.score < 70)"))
                .isZero();
        assertThat(count("training.result r where r.passed and r.level <> 'onboarding' and not exists (select from"
                        + " training.award a where a.enrolment_id = r.enrolment_id)"))
                .isZero();
        assertThat(
                        count(
                                "training.award a join training.result r on r.enrolment_id = a.enrolment_id where not r.passed"))
                .isZero();
        assertThat(count("assessment.feedback")).isGreaterThan(300);
        assertThat(count("assessment.feedback f join training.result r on r.enrolment_id = f.enrolment_id"
                        + " where r.state = 'absent'"))
                .isZero();
    }

    @Test
    void the_member_has_a_quiz_to_take_and_a_form_to_answer() {
        String mine = "training.published_place p join people.account a on a.person_id = p.person_id"
                + " join training.published_course c on c.code = p.course_code where a.username = 'member' and ";
        assertThat(count(mine + "p.state = 'booked' and p.offering_state = 'open' and p.seen and c.assessed_by = 'quiz'"
                        + " and not exists (select from assessment.attempt t where t.enrolment_id = p.enrolment_id)"))
                .isEqualTo(1);
        assertThat(count(mine + "p.state = 'attended' and p.closed_at > timestamptz '" + NOW + "' - interval '50 days'"
                        + " and not exists (select from assessment.feedback f where f.enrolment_id = p.enrolment_id)"))
                .isEqualTo(1);
        assertThat(count("delivery.notice where key = 'feedback-asked'")).isEqualTo(1);
    }
}
