package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Refusal;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LiveStreamTest {
    private static final long LATER = Duration.ofMinutes(1).toNanos();

    /** A line that takes what is written while it is open. */
    private static final class Line extends ServletOutputStream {
        private final ByteArrayOutputStream read = new ByteArrayOutputStream();
        private boolean takes = true;
        private boolean broken;

        @Override
        public boolean isReady() {
            return takes;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("the test calls the listener itself");
        }

        @Override
        public void write(int b) throws IOException {
            if (broken || !takes) {
                throw new IOException("gone");
            }
            read.write(b);
        }

        String read() {
            String text = read.toString(StandardCharsets.UTF_8);
            read.reset();
            return text;
        }
    }

    private final LiveStreams streams = new LiveStreams(100, 3, Duration.ofSeconds(20));
    private final AtomicInteger ended = new AtomicInteger();

    private LiveStream open(Line line, String owner, String key, UnaryOperator<Set<String>> allowed) {
        AsyncContext context = new MockAsyncContext(new MockHttpServletRequest(), new MockHttpServletResponse()) {
            @Override
            public void complete() {
                ended.incrementAndGet();
            }
        };
        LiveStream stream = new LiveStream(
                new LiveListener(owner, key, Set.of("all", owner), allowed),
                context,
                line,
                gone -> streams.forget(gone));
        streams.add(stream);
        stream.onWritePossible();
        return stream;
    }

    private LiveStream open(Line line, String owner) {
        return open(line, owner, UUID.randomUUID().toString(), keys -> keys);
    }

    @Test
    void a_stream_begins_by_asking_its_reader_to_look_anew_and_then_tells_its_topics_only() {
        Line mine = new Line();
        Line other = new Line();
        open(mine, "person:1");
        open(other, "person:2");
        assertThat(mine.read()).isEqualTo("retry: 3000\n\nevent: again\ndata:\n\n");
        other.read();
        streams.tell("person:1", "inbox");
        assertThat(mine.read()).isEqualTo("event: inbox\ndata:\n\n");
        streams.tell("all", "urgent");
        assertThat(mine.read()).isEqualTo("event: urgent\ndata:\n\n");
        assertThat(other.read()).isEqualTo("event: urgent\ndata:\n\n");
        streams.tell("nobody", "inbox");
        assertThat(mine.read() + other.read()).isEmpty();
    }

    @Test
    void what_a_slow_reader_misses_waits_once_for_each_name_and_holds_nobody_up() {
        Line slow = new Line();
        Line quick = new Line();
        LiveStream stream = open(slow, "person:1");
        open(quick, "person:2");
        slow.read();
        quick.read();
        slow.takes = false;
        for (int i = 0; i < 50_000; i++) {
            streams.tell("all", i % 2 == 0 ? "inbox" : "urgent");
            streams.tell("person:1", "odd-" + i);
        }
        assertThat(quick.read()).hasSizeGreaterThan(1_000_000);
        slow.takes = true;
        stream.onWritePossible();
        assertThat(slow.read().lines().filter(l -> l.startsWith("event:")))
                .hasSize(16)
                .startsWith("event: inbox", "event: odd-0", "event: urgent");
    }

    @Test
    void a_reader_who_took_nothing_between_two_heartbeats_is_let_go() {
        Line slow = new Line();
        Line quick = new Line();
        open(slow, "person:1");
        open(quick, "person:2");
        slow.takes = false;
        streams.beat(System.nanoTime() + LATER);
        assertThat(streams.count()).isEqualTo(2);
        streams.beat(System.nanoTime() + 2 * LATER);
        assertThat(streams.count()).isEqualTo(1);
        assertThat(ended).hasValue(1);
        assertThat(quick.read()).endsWith(":\n\n:\n\n");
    }

    @Test
    void heartbeats_come_within_fifteen_to_twenty_five_seconds() {
        Line line = new Line();
        LiveStream stream = open(line, "person:1");
        for (int i = 1; i <= 200; i++) {
            long now = i * LATER;
            stream.nextBeat(now);
            streams.beat(now);
            assertThat(stream.nextBeat() - now)
                    .isBetween(
                            Duration.ofSeconds(15).toNanos(),
                            Duration.ofSeconds(25).toNanos());
        }
        line.read();
        streams.beat(stream.nextBeat() - 1);
        assertThat(line.read()).isEmpty();
    }

    @Test
    void one_question_at_a_heartbeat_ends_all_whose_keys_open_nothing_any_more() {
        AtomicInteger questions = new AtomicInteger();
        UnaryOperator<Set<String>> allowed = keys -> {
            questions.incrementAndGet();
            return Set.of("b", "c");
        };
        open(new Line(), "person:1", "a", allowed);
        open(new Line(), "person:2", "b", allowed);
        open(new Line(), "person:3", "d", allowed);
        streams.beat(System.nanoTime() + LATER);
        assertThat(questions).hasValue(1);
        assertThat(streams.count()).isEqualTo(1);
        assertThat(ended).hasValue(2);
    }

    @Test
    void while_the_database_is_away_nobody_is_sent_away() {
        open(new Line(), "person:1", "a", keys -> {
            throw new IllegalStateException("no database");
        });
        streams.beat(System.nanoTime() + LATER);
        assertThat(streams.count()).isEqualTo(1);
    }

    @Test
    void of_one_person_the_oldest_gives_way_and_comes_back_later() {
        Line first = new Line();
        open(first, "person:1");
        first.read();
        for (int i = 0; i < 3; i++) {
            open(new Line(), "person:1");
        }
        assertThat(first.read()).isEqualTo("\nretry: 120000\n\n");
        assertThat(streams.count()).isEqualTo(3);
        assertThat(ended).hasValue(1);
    }

    @Test
    void a_broken_line_is_forgotten_with_all_it_listened_to() {
        Line line = new Line();
        open(line, "person:1");
        line.broken = true;
        streams.tell("all", "inbox");
        streams.tell("person:1", "inbox");
        assertThat(streams.count()).isZero();
        assertThat(ended).hasValue(1);
    }

    @Test
    void too_many_in_all_are_asked_to_come_back() {
        LiveStreams full = new LiveStreams(0, 3, Duration.ofSeconds(20));
        assertThatThrownBy(() -> full.open(
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse(),
                        new LiveListener("p", "k", Set.of(), keys -> keys)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.BUSY));
    }

    @Test
    void a_house_that_closes_ends_all_at_once_and_takes_nobody_in() {
        open(new Line(), "person:1");
        streams.close();
        assertThat(streams.count()).isZero();
        open(new Line(), "person:2");
        assertThat(streams.count()).isZero();
        streams.open();
        open(new Line(), "person:3");
        assertThat(streams.count()).isEqualTo(1);
    }
}
