package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.PaperTools;

/** Who may take which certificate away, and what the trail says of it. */
class CertificatePrintTest extends HouseTest {
    private static final String QUALIFICATION = "first_aid";

    private UUID award(PersonId holder, @Nullable UUID enrolment) {
        return award(holder, enrolment, null);
    }

    private UUID award(PersonId holder, @Nullable UUID enrolment, @Nullable LocalDate to) {
        UUID id = Ids.next();
        sql.sql("""
                insert into training.award (id, person_id, qualification, valid_from, valid_to, issuer, recorded_at,
                                            enrolment_id)
                values (?, ?, ?, ?, ?, 'الهلال الأحمر', now(), ?)""")
                .params(id, holder.value(), QUALIFICATION, LocalDate.of(2022, 5, 24), to, enrolment)
                .update();
        return id;
    }

    private UUID offering(String unit) {
        String course = "course_" + Given.serial();
        UUID offering = Ids.next();
        sql.sql("""
                insert into training.course (code, title_ar, title_en, level, unit_code, created_at)
                values (?, 'دورة الأمن', 'Security course', 'foundational', ?, now())""").params(course, unit).update();
        sql.sql("""
                insert into training.offering (id, course_code, unit_code, state, maximum, created_at)
                values (?, ?, ?, 'closed', 5, now())""").params(offering, course, unit).update();
        return offering;
    }

    private UUID earned(PersonId holder, UUID offering) {
        UUID enrolment = Ids.next();
        sql.sql("""
                insert into training.enrolment (id, offering_id, person_id, state, created_at, changed_at)
                values (?, ?, ?, 'attended', now(), now())""").params(enrolment, offering, holder.value()).update();
        return award(holder, enrolment);
    }

    private void revoke(UUID award) {
        sql.sql("insert into training.revocation (award_id, reason, revoked_at) values (?, 'x', now())")
                .param(award)
                .update();
    }

    private HttpResponse<byte[]> page(Given.Actor actor, String path) throws Exception {
        return get(path, "Cookie", visitor(actor).cookies());
    }

    private HttpResponse<byte[]> program(Given.Actor actor, String path) throws Exception {
        String token = new org.kulluna.support.ApiClient(port)
                .post("/api/v1/tokens", Map.of("username", actor.username(), "password", Given.PASSWORD))
                .body()
                .path("token")
                .asString();
        return get("/api/v1" + path, "Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> get(String path, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(header, value)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private long traces(String action, UUID subject) {
        return sql.sql("select count(*) from audit.entry where action = ? and subject_id = ?")
                .params(action, subject.toString())
                .query(Long.class)
                .single();
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                files.put(e.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    @Test
    void its_holder_takes_it_on_the_page_and_through_the_api_and_each_time_leaves_a_trace() throws Exception {
        Given.Actor holder = given.actor(Role.MEMBER);
        UUID award = award(holder.person(), null);
        String path = "/certificates/mine/" + award + "/certificate.pdf";
        HttpResponse<byte[]> mine = page(holder, path);
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(mine.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(PaperTools.letters(mine.body()))
                .contains("سارة خان", "Sara Khan", "الهلال الأحمر", "كل الأشخاص والأرقام هنا مخترعة");
        assertThat(program(holder, path).body()).isEqualTo(mine.body());
        assertThat(traces("certificates.print", award)).isEqualTo(2);
    }

    @Test
    void nobody_takes_anothers_and_nonsense_is_not_found() throws Exception {
        UUID award = award(given.person(), null);
        Given.Actor other = given.actor(Role.MEMBER);
        for (String path : new String[] {
            "/certificates/mine/" + award + "/certificate.pdf",
            "/certificates/awards/" + award + "/certificate.pdf",
            "/certificates/mine/" + UUID.randomUUID() + "/certificate.pdf",
            "/certificates/mine/nonsense/certificate.pdf",
            "/certificates/offerings/nonsense/certificates.zip"
        }) {
            assertThat(page(other, path).statusCode()).as(path).isEqualTo(404);
            assertThat(program(other, path).statusCode()).as(path).isEqualTo(404);
            assertThat(stranger().open(path).path()).as(path).startsWith("/sign-in");
        }
        assertThat(traces("certificates.print", award)).isZero();
    }

    @Test
    void the_training_office_takes_anybodys_and_a_unit_those_of_its_own_courses() throws Exception {
        String unit = "community-al-ain";
        UUID earned = earned(given.person(), offering(unit));
        UUID recorded = award(given.person(), null);
        Given.Actor office = given.actor(Role.TRAINING_OFFICER);
        Given.Actor ofUnit = given.actor(Role.TRAINING_OFFICER, unit);
        Given.Actor elsewhere = given.actor(Role.TRAINING_OFFICER, given.unit());
        String course = "/certificates/awards/" + earned + "/certificate.pdf";
        String desk = "/certificates/awards/" + recorded + "/certificate.pdf";
        assertThat(page(office, course).statusCode()).isEqualTo(200);
        assertThat(page(office, desk).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> own = page(ofUnit, course);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(PaperTools.letters(own.body()))
                .contains(
                        "دورة الأمن",
                        "Security course",
                        "قسم الشرطة المجتمعية – العين",
                        "Community Police Section – Al Ain");
        assertThat(page(ofUnit, desk).statusCode()).isEqualTo(404);
        assertThat(page(elsewhere, course).statusCode()).isEqualTo(404);
        assertThat(program(elsewhere, course).statusCode()).isEqualTo(404);
    }

    @Test
    void one_that_was_taken_back_is_not_printed_but_an_expired_one_is_and_says_so() throws Exception {
        Given.Actor holder = given.actor(Role.MEMBER);
        UUID revoked = award(holder.person(), null);
        revoke(revoked);
        assertThat(page(holder, "/certificates/mine/" + revoked + "/certificate.pdf")
                        .statusCode())
                .isEqualTo(409);
        assertThat(visitor(holder)
                        .open("/certificates/mine/" + revoked + "/certificate.pdf?lang=en")
                        .text())
                .contains("taken back");
        assertThat(traces("certificates.print", revoked)).isZero();
        UUID expired = award(holder.person(), null, LocalDate.of(2022, 6, 30));
        assertThat(PaperTools.letters(page(holder, "/certificates/mine/" + expired + "/certificate.pdf")
                        .body()))
                .contains("انتهت صلاحية هذه الشهادة في 30 يونيو 2022");
    }

    @Test
    void of_somebody_who_was_erased_nothing_is_printed() throws Exception {
        PersonId gone = given.person();
        UUID offering = offering(given.unit());
        UUID award = earned(gone, offering);
        sql.sql("update people.person set erased_at = now() where id = ?")
                .param(gone.value())
                .update();
        Given.Actor office = given.actor(Role.TRAINING_OFFICER);
        assertThat(page(office, "/certificates/awards/" + award + "/certificate.pdf")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page(office, "/certificates/offerings/" + offering + "/certificates.zip")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void all_of_an_offering_come_in_one_file_by_name_without_those_taken_back() throws Exception {
        String unit = given.unit();
        UUID offering = offering(unit);
        for (String name : new String[] {"مريم", "أحمد", "زايد"}) {
            earned(given.person("AE", LocalDate.of(1990, 1, 1), name, "Name"), offering);
        }
        revoke(earned(given.person("AE", LocalDate.of(1990, 1, 1), "بدر", "Badr"), offering));
        earned(given.person(), offering(unit));
        Given.Actor officer = given.actor(Role.TRAINING_OFFICER, unit);
        String path = "/certificates/offerings/" + offering + "/certificates.zip";
        HttpResponse<byte[]> answer = page(officer, path);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        Map<String, byte[]> files = files(answer.body());
        assertThat(files.keySet()).containsExactly("0001 أحمد.pdf", "0002 زايد.pdf", "0003 مريم.pdf");
        assertThat(PaperTools.letters(files.get("0003 مريم.pdf"))).contains("مريم", "دورة الأمن");
        assertThat(program(officer, path).body()).isEqualTo(answer.body());
        assertThat(traces("certificates.print-all", offering)).isEqualTo(2);
    }

    @Test
    void the_batch_is_for_the_office_of_that_unit_alone() throws Exception {
        UUID offering = offering(given.unit());
        earned(given.person(), offering);
        String path = "/certificates/offerings/" + offering + "/certificates.zip";
        assertThat(page(given.actor(Role.TRAINING_OFFICER, given.unit()), path).statusCode())
                .isEqualTo(404);
        for (Role role : new Role[] {Role.MEMBER, Role.INSTRUCTOR, Role.UNIT_COORDINATOR, Role.AUDITOR}) {
            assertThat(page(given.actor(role), path).statusCode())
                    .as(role.name())
                    .isEqualTo(404);
        }
    }

    @Test
    void before_results_are_settled_there_is_nothing_to_take() throws Exception {
        String unit = given.unit();
        Given.Actor officer = given.actor(Role.TRAINING_OFFICER, unit);
        HttpResponse<byte[]> answer =
                program(officer, "/certificates/offerings/" + offering(unit) + "/certificates.zip");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("no-certificates-yet");
    }

    @Test
    void pages_lead_to_what_may_be_printed_and_not_to_what_was_taken_back() {
        Given.Actor holder = given.actor(Role.MEMBER);
        UUID standing = award(holder.person(), null);
        UUID revoked = award(holder.person(), null);
        revoke(revoked);
        var mine = visitor(holder).open("/training/mine").page();
        assertThat(mine.select("a[href=/certificates/mine/" + standing + "/certificate.pdf]"))
                .hasSize(1);
        assertThat(mine.select("a[href*=" + revoked + "]")).isEmpty();
        var office = visitor(given.actor(Role.TRAINING_OFFICER));
        assertThat(office.open("/training/awards/" + standing).page().select("a[href$=/certificate.pdf]"))
                .hasSize(1);
        assertThat(office.open("/training/awards/" + revoked).page().select("a[href$=/certificate.pdf]"))
                .isEmpty();
        UUID offering = offering(given.unit());
        assertThat(office.open("/training/desk/" + offering).page().select("a[href$=/certificates.zip]"))
                .hasSize(1);
    }
}
