package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.audience.Filter;
import org.kulluna.audience.FilterForm;
import org.kulluna.delivery.Notices;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class WhispersTest extends HouseTest {
    @Autowired
    Whispers whispers;

    @Autowired
    WhisperLists lists;

    @Autowired
    Reviews reviews;

    @Autowired
    TestSends tests;

    @Autowired
    Pictures pictures;

    @Autowired
    Notices notices;

    @Autowired
    SendingGiven sent;

    @Autowired
    TransactionTemplate transaction;

    private String unit = "";
    private Given.Actor writer = new Given.Actor(new org.kulluna.shared.PersonId(new UUID(0, 0)), "", Viewer.STRANGER);
    private Given.Actor second = writer;

    @BeforeEach
    void people() {
        unit = given.unit();
        writer = given.actor(Role.COMMUNICATIONS_OFFICER);
        second = given.actor(Role.COMMUNICATIONS_OFFICER);
    }

    private Whisper draft() {
        return whispers.create(writer.viewer(), Ids.next(), WhisperRulesTest.form(unit));
    }

    private WhisperForm worded(Whisper w, String body) {
        return WhisperRulesTest.form(
                w.unit(),
                new WhisperForm.WordingForm("ar", "سلامة الطريق", "تمهّل قرب المدارس.", ""),
                new WhisperForm.WordingForm("en", "Road safety", body, ""));
    }

    private Whisper inReview() {
        Whisper w = draft();
        return reviews.ask(writer.viewer(), w.id(), w.version());
    }

    private List<String> events(Whisper w) {
        return whispers.timeline(writer.viewer(), w.id()).stream()
                .map(e -> e.kind() + " " + e.revision())
                .toList();
    }

    private List<String> told(Given.Actor actor) {
        return notices.list(actor.viewer(), 20).stream().map(n -> n.key()).toList();
    }

    @Test
    void the_same_id_makes_one_whisper_and_somebody_elses_is_used() {
        UUID id = Ids.next();
        Whisper made = whispers.create(writer.viewer(), id, WhisperRulesTest.form(unit));
        assertThat(whispers.create(writer.viewer(), id, WhisperRulesTest.form(unit)))
                .isEqualTo(made);
        assertThat(whispers.revisions(writer.viewer(), id)).hasSize(1);
        assertThatThrownBy(() -> whispers.create(second.viewer(), id, WhisperRulesTest.form(unit)))
                .hasMessage("id-used");
    }

    @Test
    void each_saving_is_a_revision_and_saving_nothing_new_is_none() {
        Whisper w = draft();
        Whisper saved = whispers.save(writer.viewer(), w.id(), w.version(), worded(w, "Slow down."));
        assertThat(saved.revision()).isEqualTo(2);
        assertThat(whispers.save(writer.viewer(), w.id(), w.version(), worded(w, "Slow down.")))
                .isEqualTo(saved);
        assertThat(whispers.revisions(writer.viewer(), w.id()))
                .extracting(r -> r.wordings().get(1).body())
                .containsExactly("Slow down.", "Slow down near schools.");
    }

    @Test
    void who_writes_on_what_changed_meanwhile_is_told_and_leaves_no_revision() {
        Whisper w = draft();
        whispers.save(writer.viewer(), w.id(), w.version(), worded(w, "One."));
        assertThatThrownBy(() -> whispers.save(second.viewer(), w.id(), w.version(), worded(w, "Two.")))
                .hasMessage("changed-meanwhile");
        assertThat(whispers.revisions(writer.viewer(), w.id())).hasSize(2);
    }

    @Test
    void of_many_who_save_at_once_one_does() throws Exception {
        Whisper w = draft();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> saving = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String body = "Version " + i;
                saving.add(() -> {
                    try {
                        whispers.save(writer.viewer(), w.id(), w.version(), worded(w, body));
                        return true;
                    } catch (org.kulluna.shared.Refusal refusal) {
                        assertThat(refusal).hasMessage("changed-meanwhile");
                        return false;
                    }
                });
            }
            int saved = 0;
            for (Future<Boolean> f : many.invokeAll(saving)) {
                saved += f.get() ? 1 : 0;
            }
            assertThat(saved).isEqualTo(1);
        }
        assertThat(whispers.revisions(writer.viewer(), w.id())).hasSize(2);
    }

    @Test
    void an_older_revision_comes_back_as_a_new_one() {
        Whisper w = draft();
        Whisper saved = whispers.save(writer.viewer(), w.id(), w.version(), worded(w, "Other."));
        Whisper back = whispers.restore(writer.viewer(), w.id(), saved.version(), 1);
        assertThat(back.revision()).isEqualTo(3);
        assertThat(back.wordings()).isEqualTo(w.wordings());
        assertThatThrownBy(() -> whispers.restore(writer.viewer(), w.id(), back.version(), 99))
                .hasMessage("invalid");
    }

    @Test
    void nobody_approves_what_they_wrote_a_revision_of() {
        Whisper w = draft();
        Whisper saved = whispers.save(second.viewer(), w.id(), w.version(), worded(w, "Second hand."));
        Whisper asked = reviews.ask(writer.viewer(), w.id(), saved.version());
        for (Given.Actor author : List.of(writer, second)) {
            assertThatThrownBy(() -> reviews.approve(author.viewer(), w.id(), asked.version()))
                    .hasMessage("own-whisper");
        }
        Given.Actor commander = given.actor(Role.COMMANDER);
        assertThat(reviews.approve(commander.viewer(), w.id(), asked.version()).state())
                .isEqualTo(WhisperState.APPROVED);
        assertThat(told(writer)).contains("whisper-approved");
        assertThat(told(second)).contains("whisper-approved");
    }

    @Test
    void decisions_said_twice_are_one_and_stale_ones_are_refused() {
        Whisper w = inReview();
        assertThat(reviews.ask(writer.viewer(), w.id(), 0).state()).isEqualTo(WhisperState.IN_REVIEW);
        assertThatThrownBy(() -> reviews.approve(second.viewer(), w.id(), 0)).hasMessage("changed-meanwhile");
        reviews.approve(second.viewer(), w.id(), w.version());
        assertThat(reviews.approve(second.viewer(), w.id(), w.version()).state())
                .isEqualTo(WhisperState.APPROVED);
        assertThat(events(w)).containsExactly("approved 1", "asked 1", "written 1");
        assertThat(told(writer)).containsOnlyOnce("whisper-approved");
    }

    @Test
    void a_change_after_approval_needs_a_new_approval() {
        Whisper w = inReview();
        Whisper approved = reviews.approve(second.viewer(), w.id(), w.version());
        Whisper changed = whispers.save(writer.viewer(), w.id(), approved.version(), worded(w, "Not what was read."));
        assertThat(changed.state()).isEqualTo(WhisperState.DRAFT);
        assertThatThrownBy(() -> reviews.approve(second.viewer(), w.id(), changed.version()))
                .hasMessage("changed-meanwhile");
    }

    @Test
    void what_is_changed_during_review_leaves_it_and_is_given_back_only_with_a_reason() {
        Whisper w = inReview();
        Whisper changed = whispers.save(writer.viewer(), w.id(), w.version(), worded(w, "Better."));
        assertThat(events(w)).containsExactly("written 2", "withdrawn 1", "asked 1", "written 1");
        Whisper asked = reviews.ask(writer.viewer(), w.id(), changed.version());
        assertThatThrownBy(() -> reviews.giveBack(second.viewer(), w.id(), asked.version(), " "))
                .hasMessage("invalid");
        assertThat(reviews.giveBack(second.viewer(), w.id(), asked.version(), "Name the place.")
                        .state())
                .isEqualTo(WhisperState.DRAFT);
        assertThat(told(writer)).contains("whisper-returned");
        Whisper again = reviews.ask(writer.viewer(), w.id(), asked.version() + 1);
        assertThat(reviews.withdraw(writer.viewer(), w.id(), again.version()).state())
                .isEqualTo(WhisperState.DRAFT);
    }

    @Test
    void a_dropped_draft_leaves_the_list_and_comes_back() {
        Whisper w = draft();
        Whisper dropped = whispers.drop(writer.viewer(), w.id(), w.version());
        assertThat(whispers.drop(writer.viewer(), w.id(), w.version())).isEqualTo(dropped);
        assertThat(ids("", "")).doesNotContain(w.id());
        assertThat(ids("", "dropped")).contains(w.id());
        assertThatThrownBy(() -> whispers.save(writer.viewer(), w.id(), dropped.version(), worded(w, "x")))
                .hasMessage("whisper-was-dropped");
        whispers.bringBack(writer.viewer(), w.id(), dropped.version());
        assertThat(ids("", "")).contains(w.id());
        Whisper asked = inReview();
        assertThatThrownBy(() -> whispers.drop(writer.viewer(), asked.id(), asked.version()))
                .hasMessage("changed-meanwhile");
        assertThatThrownBy(() -> whispers.bringBack(writer.viewer(), asked.id(), asked.version()))
                .hasMessage("changed-meanwhile");
    }

    @Test
    void what_was_sent_stays_as_it_was_and_can_be_copied() {
        Whisper w = draft();
        sql.sql(
                        "update whispers.whisper set state = 'sent', sent_at = now(), expires_at = now() + interval '7 days' where id = ?")
                .param(w.id())
                .update();
        assertThatThrownBy(() -> whispers.save(writer.viewer(), w.id(), w.version(), worded(w, "x")))
                .hasMessage("whisper-was-sent");
        assertThatThrownBy(() -> whispers.drop(writer.viewer(), w.id(), w.version()))
                .hasMessage("whisper-was-sent");
        UUID copy = Ids.next();
        whispers.duplicate(writer.viewer(), w.id(), copy);
        Whisper made = whispers.duplicate(writer.viewer(), w.id(), copy);
        assertThat(made.wordings()).isEqualTo(w.wordings());
        assertThat(made.state()).isEqualTo(WhisperState.DRAFT);
    }

    private List<UUID> ids(String q, String state) {
        List<UUID> all = new ArrayList<>();
        String after = "";
        do {
            Page<WhisperLine> page = lists.list(writer.viewer(), WhisperFilter.of(q, state, "", unit, after));
            page.rows().forEach(l -> all.add(l.id()));
            after = page.next() == null ? "" : page.next();
        } while (!after.isEmpty());
        return all;
    }

    @Test
    void the_list_is_searched_in_any_spelling_and_paged_without_losing_or_repeating_any() {
        for (int i = 0; i < WhisperLists.PAGE + 3; i++) {
            draft();
        }
        assertThat(ids("", "")).hasSize(WhisperLists.PAGE + 3).doesNotHaveDuplicates();
        assertThat(ids("سلامه الطريق", "")).hasSize(WhisperLists.PAGE + 3);
        assertThat(ids("مدارس", "draft")).hasSize(WhisperLists.PAGE + 3);
        assertThat(ids("nothing of the kind", "")).isEmpty();
        assertThat(ids("", "nonsense")).isEmpty();
    }

    @Test
    void another_unit_finds_nothing_and_may_not_write_here() {
        Whisper w = draft();
        Viewer other = given.actor(Role.COMMUNICATIONS_OFFICER, given.unit()).viewer();
        assertThatThrownBy(() -> whispers.get(other, w.id())).hasMessage("not-found");
        assertThatThrownBy(() -> whispers.save(other, w.id(), w.version(), worded(w, "x")))
                .hasMessage("not-found");
        assertThatThrownBy(() -> reviews.ask(other, w.id(), w.version())).hasMessage("not-found");
        assertThatThrownBy(() -> tests.send(other, w.id(), Ids.next())).hasMessage("not-found");
        assertThatThrownBy(() -> whispers.create(other, Ids.next(), WhisperRulesTest.form(unit)))
                .hasMessage("invalid");
        assertThat(lists.list(other, WhisperFilter.of("", "", "", "", "")).rows())
                .extracting(WhisperLine::id)
                .doesNotContain(w.id());
    }

    @Test
    void a_test_goes_to_its_writer_once_and_reaches_nobody() {
        Whisper w = draft();
        UUID id = Ids.next();
        tests.send(writer.viewer(), w.id(), id);
        tests.send(writer.viewer(), w.id(), id);
        assertThat(told(writer)).containsOnlyOnce("whisper-test");
        for (String table : List.of("recipient", "reached")) {
            assertThat(sql.sql("select count(*) from whispers." + table + " where whisper_id in (?, ?)")
                            .params(w.id(), id)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void a_test_under_a_whispers_own_id_does_not_stand_in_for_its_push() {
        Whisper w = draft();
        tests.send(writer.viewer(), w.id(), w.id());
        assertThat(sql.sql("select count(*) from delivery.push_message where id = ?")
                        .param(w.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_test_is_known_by_an_id_nobody_can_choose() {
        Whisper w = draft();
        UUID test = org.kulluna.shared.Ids.next();
        tests.send(writer.viewer(), w.id(), test);
        UUID guessed = UUID.nameUUIDFromBytes(("test " + test).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(sql.sql("select count(*) from delivery.push_message where id = any(?)")
                        .param(new UUID[] {guessed, test})
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> org.kulluna.shared.Typed.id(guessed.toString()))
                .isInstanceOf(org.kulluna.shared.Refusal.class);
    }

    @Test
    void a_picture_is_kept_once_and_shown_to_members_only_when_it_was_sent() {
        byte[] sent = PixelsTest.picture("png", (int) (Given.serial() % 1000) + 20, 31);
        Picture p = pictures.add(writer.viewer(), sent);
        assertThat(pictures.add(second.viewer(), sent)).isEqualTo(p);
        Viewer member = given.actor(Role.MEMBER).viewer();
        assertThatThrownBy(() -> pictures.get(member, p.id())).hasMessage("not-found");
        assertThatThrownBy(() -> pictures.get(Viewer.STRANGER, p.id())).hasMessage("sign-in-first");
        Whisper w = whispers.create(
                writer.viewer(),
                Ids.next(),
                WhisperRulesTest.form(
                                unit,
                                new WhisperForm.WordingForm("ar", "س", "ن", "صورة"),
                                new WhisperForm.WordingForm("en", "T", "B", "A picture"))
                        .withPicture(p.id().toString()));
        assertThatThrownBy(() -> pictures.get(member, p.id())).hasMessage("not-found");
        Viewer other = given.actor(Role.COMMUNICATIONS_OFFICER, given.unit()).viewer();
        assertThatThrownBy(() -> pictures.get(other, p.id())).hasMessage("not-found");
        assertThat(pictures.findSent(p.id())).isEmpty();
        sql.sql(
                        "update whispers.whisper set state = 'sent', sent_at = now(), expires_at = now() + interval '7 days' where id = ?")
                .param(w.id())
                .update();
        assertThat(pictures.get(member, p.id()).bytes()).isNotEmpty();
        assertThat(pictures.findSent(p.id())).isPresent();
    }

    @Test
    void a_picture_is_decoded_while_no_transaction_is_open_and_a_few_at_a_time() throws Exception {
        byte[] sent = PixelsTest.picture("png", 40, 30);
        assertThatThrownBy(() -> transaction.execute(t -> pictures.add(writer.viewer(), sent)))
                .isInstanceOf(IllegalTransactionStateException.class);
        String file = Base64.getEncoder().encodeToString(sent);
        var api = api(writer);
        Pictures.ROOM.acquire(Pictures.AT_ONCE);
        try {
            var answer = api.post("/api/v1/whispers/pictures", Map.of("base64", file));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body().path("type").asString()).endsWith("picture-busy");
            Visitor v = visitor(writer).open("/whispers/manage/new?lang=en");
            v.submitFile(
                    "form[data-operation=createWhisper]",
                    Map.of("unit", unit, "theme", "safety", "wordings[0].title", "عنوان لم يضع"),
                    "file",
                    "p.png",
                    sent);
            assertThat(v.status()).isEqualTo(503);
            assertThat(v.text()).contains("Other pictures are being read just now");
            assertThat(v.page().select("input[name='wordings[0].title']").val()).isEqualTo("عنوان لم يضع");
            assertThat(api(given.actor(Role.MEMBER))
                            .post("/api/v1/whispers/pictures", Map.of("base64", file))
                            .status())
                    .as("whoever may not is told so at once")
                    .isEqualTo(404);
        } finally {
            Pictures.ROOM.release(Pictures.AT_ONCE);
        }
        assertThat(api.post("/api/v1/whispers/pictures", Map.of("base64", file)).status())
                .isEqualTo(201);
        assertThat(Pictures.ROOM.availablePermits()).isEqualTo(Pictures.AT_ONCE);
    }

    @Test
    void the_api_does_what_the_pages_do() {
        var api = api(writer);
        var made = api.post("/api/v1/whispers", WhisperRulesTest.form(unit));
        assertThat(made.status()).isEqualTo(201);
        String at = "/api/v1/whispers/" + made.body().path("id").asString();
        assertThat(api.post(at + "/ask", Map.of("version", "0"))
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("in_review");
        var own = api.post(at + "/approve", Map.of("version", "1"));
        assertThat(own.status()).isEqualTo(409);
        assertThat(api(second).post(at + "/approve", Map.of("version", "1")).status())
                .isEqualTo(200);
        assertThat(api.get(at + "/timeline").body().size()).isEqualTo(3);
        assertThat(api.post(at + "/test", Map.of()).status()).isEqualTo(204);
        String file = Base64.getEncoder().encodeToString(PixelsTest.picture("jpg", 2000, 1500));
        var picture = api.post("/api/v1/whispers/pictures", Map.of("base64", file));
        assertThat(picture.body().path("width").asInt()).isEqualTo(1600);
        assertThat(api.post("/api/v1/whispers/pictures", Map.of("base64", "TVqQAAMA"))
                        .status())
                .isEqualTo(422);
        assertThat(api(given.actor(Role.MEMBER)).get("/api/v1/whispers").status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/whispers/calendar?half=2022-H1").status()).isEqualTo(200);
    }

    private Visitor open(String path) {
        Visitor v = visitor(writer).in("en").open(path);
        assertThat(v.status()).as(path).isEqualTo(200);
        return v;
    }

    @Test
    void hostile_words_are_shown_as_words() {
        String hostile = "<script>alert(1)</script><img src=x onerror=alert(1)> \u202eevil";
        String place = given.place();
        Given.Actor reader = sent.members(place, 1).getFirst();
        Filter living = new Filter(
                List.of(), List.of(place), List.of(), List.of(), List.of(), List.of(), List.of(), null, null);
        List<WhisperForm.WordingForm> words = List.of(
                new WhisperForm.WordingForm("ar", hostile, hostile, ""),
                new WhisperForm.WordingForm("en", hostile, hostile, ""));
        Whisper w = whispers.create(
                writer.viewer(),
                Ids.next(),
                new WhisperForm(
                        "", "", unit, "safety", "", words, "", "on", "", "", "", "on", "storm", FilterForm.of(living)));
        String at = "/whispers/manage/" + w.id();
        for (String path : List.of(at, at + "/edit", at + "/preview", at + "/revisions", "/whispers/manage")) {
            Visitor v = open(path);
            assertThat(v.page().select("script:not([src]), img[onerror]"))
                    .as(path)
                    .isEmpty();
            assertThat(v.page().html()).contains("&lt;script&gt;");
        }
        Whisper asked = reviews.ask(writer.viewer(), w.id(), w.version());
        reviews.approve(second.viewer(), w.id(), asked.version());
        sent.sent(writer, w.id());
        for (String path : List.of("/inbox", "/whispers", "/home", "/whispers/inbox/" + w.id())) {
            Visitor v = visitor(reader).in("en").open(path);
            assertThat(v.page().select("script:not([src]), img[onerror]"))
                    .as(path)
                    .isEmpty();
            assertThat(v.page().html()).as(path).contains("&lt;script&gt;");
        }
    }

    @Test
    void the_form_keeps_what_was_typed_and_a_chosen_picture_and_adds_languages() {
        Visitor v = open("/whispers/manage/new");
        v.submitFile(
                "form[data-whisper-form]",
                Map.of("unit", unit, "wordings[0].title", "عنوان", "step", "add", "add", "ur"),
                "file",
                "evil.exe.png",
                PixelsTest.picture("png", 64, 48));
        assertThat(v.page().select("[name=\"wordings[0].title\"]").val()).isEqualTo("عنوان");
        assertThat(v.page().select("[data-language=ur][data-language]")).hasSize(1);
        assertThat(v.page().select("textarea[lang=ur]").attr("dir")).isEqualTo("rtl");
        assertThat(v.page().select("input[name=picture]").val()).isNotEmpty();
        v.submit("form[data-whisper-form]", Map.of("step", "", "urgent", "on"));
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().select("#urgentReason-fault, #title-en-fault, #alt-ar-fault"))
                .hasSize(3);
        assertThat(v.page().select("input[name=picture]").val()).isNotEmpty();
        v.submitFile(
                "form[data-whisper-form]",
                Map.of("step", ""),
                "file",
                "x.png",
                "MZ program".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(v.page().select("#picture-fault")).hasSize(1);
    }

    @Test
    void write_ask_approve_on_the_pages() {
        Whisper w = draft();
        Visitor v = open("/whispers/manage/" + w.id());
        v.submit("form[data-operation=askForReview]", Map.of());
        assertThat(v.page().select("form[data-operation=approveWhisper]")).isEmpty();
        Visitor other = visitor(second).in("ar").open("/today");
        assertThat(other.page().select("a[href=\"/whispers/manage?state=in_review\"]"))
                .isNotEmpty();
        other.open("/whispers/manage/" + w.id());
        other.submit("form[data-operation=giveBackWhisper]", Map.of("reason", ""));
        assertThat(other.status()).isEqualTo(422);
        other.submit("form[data-operation=approveWhisper]", Map.of());
        assertThat(other.text()).contains("معتمدة");
    }

    @Test
    void pages_ask_the_database_a_handful_of_times_however_long_they_are() {
        draft();
        Visitor v = open("/whispers/manage");
        long few = QueryCounter.during(() -> v.open("/whispers/manage?unit=" + unit));
        for (int i = 0; i < 20; i++) {
            draft();
        }
        assertThat(QueryCounter.during(() -> v.open("/whispers/manage?unit=" + unit)))
                .isLessThanOrEqualTo(few + 1);
        Whisper w = draft();
        for (int i = 0; i < 10; i++) {
            w = whispers.save(writer.viewer(), w.id(), w.version(), worded(w, "Version " + i));
        }
        String at = "/whispers/manage/" + w.id();
        assertThat(QueryCounter.during(() -> v.open(at))).isLessThan(14);
        assertThat(QueryCounter.during(() -> v.open(at + "/revisions"))).isLessThan(14);
        assertThat(QueryCounter.during(() -> v.open("/whispers/manage/calendar")))
                .isLessThan(14);
    }

    @Test
    void the_calendar_shows_what_went_in_its_month_and_theme() {
        Whisper w = draft();
        sql.sql(
                        "update whispers.whisper set state = 'sent', sent_at = '2019-02-28T21:00:00Z', expires_at = '2019-03-07T21:00:00Z' where id = ?")
                .param(w.id())
                .update();
        var calendar = lists.calendar(writer.viewer(), "2019-H1");
        assertThat(calendar.in(java.time.YearMonth.of(2019, 3), Theme.SAFETY))
                .extracting(WhisperLine::id)
                .containsExactly(w.id());
        Visitor v = open("/whispers/manage/calendar?half=2019-H1");
        assertThat(v.page().select("tbody tr")).hasSize(6);
        assertThat(v.text()).contains("Road safety");
    }
}
