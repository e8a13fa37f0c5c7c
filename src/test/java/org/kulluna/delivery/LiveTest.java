package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.people.Accounts;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class LiveTest extends HouseTest {
    @Autowired
    private Live live;

    @Autowired
    private LiveStreams streams;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    private long ahead;

    /** A page that is open. Ended lines say "end". */
    private static final class OpenPage implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final HttpResponse<InputStream> answer;

        OpenPage(int port, String cookies) throws IOException, InterruptedException {
            answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/live"))
                            .header("Cookie", cookies)
                            .header("Accept-Encoding", "gzip")
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("event: ")) {
                        events.add(line.substring(7));
                    }
                }
            } catch (IOException e) {
                // ended all the same
            }
            events.add("end");
        }

        @Nullable
        String next() throws InterruptedException {
            return events.poll(10, TimeUnit.SECONDS);
        }

        @Nullable
        String nextSoon() throws InterruptedException {
            return events.poll(700, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private OpenPage page(Visitor visitor) throws Exception {
        OpenPage page = new OpenPage(port, visitor.cookies());
        assertThat(page.next()).isEqualTo(Live.AGAIN);
        return page;
    }

    private void publish(String topic, String event) {
        transaction.executeWithoutResult(t -> live.publish(topic, event));
    }

    private void beat() {
        ahead += Duration.ofMinutes(1).toNanos();
        streams.beat(System.nanoTime() + ahead);
    }

    @Test
    void an_open_page_is_told_what_is_new_for_its_person_when_the_transaction_commits() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        Given.Actor other = given.actor(Role.MEMBER);
        try (OpenPage mine = page(visitor(actor));
                OpenPage theirs = page(visitor(other))) {
            transaction.executeWithoutResult(t -> {
                live.publish(Live.of(actor.person()), "lost");
                t.setRollbackOnly();
            });
            publish(Live.of(actor.person()), "inbox");
            assertThat(mine.next()).isEqualTo("inbox");
            publish(Live.SESSIONS, "urgent");
            assertThat(mine.next()).isEqualTo("urgent");
            assertThat(theirs.next()).isEqualTo("urgent");
        }
    }

    @Test
    void the_answer_is_kept_and_packed_by_nobody() throws Exception {
        try (OpenPage page = page(visitor(given.actor(Role.MEMBER)))) {
            var headers = page.answer.headers();
            assertThat(page.answer.statusCode()).isEqualTo(200);
            assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(headers.firstValue("Content-Encoding")).isEmpty();
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(headers.firstValue("X-Accel-Buffering")).contains("no");
        }
    }

    @Test
    void whoever_signed_out_is_told_nothing_after_the_next_heartbeat() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        Visitor leaving = visitor(actor);
        try (OpenPage left = page(leaving);
                OpenPage stays = page(visitor(actor))) {
            leaving.open("/more").submit("form[action=/sign-out]", java.util.Map.of());
            beat();
            assertThat(left.next()).isEqualTo("end");
            publish(Live.of(actor.person()), "inbox");
            assertThat(stays.next()).isEqualTo("inbox");
        }
    }

    @Test
    void a_change_of_role_and_the_end_of_the_session_end_the_stream() throws Exception {
        Given.Actor promoted = given.actor(Role.MEMBER);
        Given.Actor tired = given.actor(Role.MEMBER);
        try (OpenPage first = page(visitor(promoted));
                OpenPage second = page(visitor(tired))) {
            transaction.executeWithoutResult(t -> accounts.grant(Viewer.HOUSE, promoted.person(), Role.AUDITOR, null));
            beat();
            assertThat(first.next()).isEqualTo("end");
            assertThat(second.nextSoon()).isNull();
            clock.forward(Duration.ofHours(13));
            beat();
            assertThat(second.next()).isEqualTo("end");
        }
    }

    @Test
    void a_lost_connection_to_the_database_is_opened_anew_and_pages_are_asked_to_look_again() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        try (OpenPage page = page(visitor(actor))) {
            sql.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kulluna live'")
                    .query((rs, n) -> 1)
                    .list();
            assertThat(page.next()).isEqualTo(Live.AGAIN);
            publish(Live.of(actor.person()), "inbox");
            assertThat(page.next()).isEqualTo("inbox");
        }
    }

    @Test
    void strangers_are_asked_to_sign_in() {
        assertThat(stranger().open("/live").path()).startsWith("/sign-in");
    }
}
