package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;
import tools.jackson.databind.json.JsonMapper;

/**
 * How trainees of the demo were assessed, and what they said afterwards. Quizzes began in April 2022: what was held before
 * was passed by attendance. One member is left with a quiz to take and a form to answer, for whoever tries the demo.
 */
final class Examiner {
    private static final LocalDate SINCE = LocalDate.of(2022, 4, 1);
    private static final Instant LATELY = Instant.parse("2022-08-01T00:00:00Z");
    private static final int ATTEMPTS = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Tables tables;
    private final ExamPapers papers;
    private final UUID office;
    private final DemoMember guest;
    private final Dice dice;
    private final Texts texts = new Texts();

    Examiner(Tables tables, ExamPapers papers, UUID office, DemoMember guest, Dice dice) {
        this.tables = tables;
        this.papers = papers;
        this.office = office;
        this.guest = guest;
        this.dice = dice;
    }

    /** What one trainee showed; null where the course did not ask. */
    record Shown(
            List<List<ExamPapers.Answer>> attempts,
            @Nullable Boolean practical) {
        static final Shown NOTHING = new Shown(List.of(), null);

        static int percent(List<ExamPapers.Answer> attempt) {
            return (int) right(attempt) * 100 / attempt.size();
        }

        static long right(List<ExamPapers.Answer> attempt) {
            return attempt.stream().filter(ExamPapers.Answer::right).count();
        }

        @Nullable
        Integer score() {
            return attempts.isEmpty()
                    ? null
                    : Integer.valueOf(
                            attempts.stream().mapToInt(Shown::percent).max().orElse(0));
        }
    }

    UUID office() {
        return office;
    }

    private static boolean assesses(Schooling s) {
        return s.lesson.hasQuiz()
                && !s.meetings.isEmpty()
                && !LocalDate.ofInstant(s.endsAt(), Time.PROGRAMME_ZONE).isBefore(SINCE);
    }

    /** Whoever was seen; of a course that is not settled, about half so far. */
    Shown examine(Schooling s, Schooling.Pupil p) {
        boolean settled = s.state.equals("closed");
        boolean seen = p.state().equals("booked") && p.stays().stream().anyMatch(stay -> stay != null);
        if (!assesses(s) || !seen || !settled && (p.member() == guest || dice.chance(0.5))) {
            return Shown.NOTHING;
        }
        double knows = p.member() == guest ? 1.0 : 0.6 + 0.39 * dice.share();
        List<List<ExamPapers.Answer>> attempts = new ArrayList<>();
        while (attempts.isEmpty()
                || attempts.size() < ATTEMPTS && Shown.percent(attempts.getLast()) < ExamPapers.MARK) {
            attempts.add(papers.sit(s.lesson.code(), knows, dice));
            knows = Math.min(0.98, knows + 0.15);
        }
        return new Shown(attempts, s.lesson.hasPractical() ? Boolean.valueOf(dice.chance(0.94)) : null);
    }

    /** Attended, and what is asked was shown. */
    static boolean passes(Schooling s, Shown shown, boolean attended) {
        Integer score = shown.score();
        boolean quiz = !assesses(s) || score != null && score >= ExamPapers.MARK;
        boolean practical = !assesses(s) || !s.lesson.hasPractical() || Boolean.TRUE.equals(shown.practical());
        return attended && quiz && practical;
    }

    void write(Schooling s, Schooling.Pupil p, UUID enrolment, Shown shown, @Nullable Instant settled) {
        Instant met =
                s.meetings.isEmpty() ? s.announcedAt : s.meetings.getFirst().endsAt();
        for (int i = 0; i < shown.attempts().size(); i++) {
            attempt(
                    s,
                    enrolment,
                    i + 1,
                    shown.attempts().get(i),
                    met.plusSeconds(1800L * i - 5400 + dice.between(0, 600)));
        }
        Boolean practical = shown.practical();
        if (practical != null) {
            Instant at = met.plusSeconds(dice.between(-1800, -300));
            List<UUID> all = papers.criteria(s.lesson.code());
            String remark = practical ? "" : texts.draw("evaluation", dice).ar();
            List<UUID> ticked = practical ? all : all.subList(0, all.size() / 2);
            tables.evaluation.row(dice.id(at), enrolment, practical, ticked, remark, office, at);
        }
        if (settled != null && assesses(s) && !s.result(p).equals("absent")) {
            if (p.member() == guest && s.startsAt().isAfter(LATELY)) {
                ask(s, settled);
            } else if (dice.chance(0.55)) {
                feedback(s, enrolment, settled.plusSeconds(dice.between(1, 200) * 1800L));
            }
        }
    }

    private void attempt(Schooling s, UUID enrolment, int number, List<ExamPapers.Answer> answers, Instant at) {
        UUID id = dice.id(at);
        Instant end = at.plusSeconds(dice.between(240, 900));
        tables.attempt.row(
                id, enrolment, s.id, number, at, end, Shown.right(answers), Shown.percent(answers), ExamPapers.MARK);
        for (int i = 0; i < answers.size(); i++) {
            ExamPapers.Answer a = answers.get(i);
            tables.asked.row(id, i + 1, a.wording(), a.shown(), a.chosen(), end, a.right());
        }
    }

    private void feedback(Schooling s, UUID enrolment, Instant at) {
        String words = dice.chance(0.15) ? texts.draw("course-words", dice).ar() : "";
        tables.feedback.row(enrolment, s.id, said(4.3), said(4.5), said(3.8), said(4.4), words, at, at);
    }

    private int said(double mean) {
        return dice.around(mean, 0.9, 1, 5);
    }

    private void ask(Schooling s, Instant at) {
        Map<String, String> names =
                Map.of("ar", s.lesson.title().ar(), "en", s.lesson.title().en());
        String link = "/assessment/offerings/" + s.id + "/feedback";
        tables.notice.row(dice.id(at), guest.id(), "feedback-asked", JSON.writeValueAsString(names), link, at, null);
    }
}
