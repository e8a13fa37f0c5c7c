package org.kulluna.delivery;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.kulluna.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Open pages and screens of this node. An event only says that something is new, so none is kept for whoever was away:
 * after each connection, the first included, comes {@code again}, and the reader asks for what it shows anew.
 */
@Component
public class LiveStreams {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    /** Whoever gives way to a newer page of the same person comes back after so long, not at once. */
    private static final int GIVE_WAY_SECONDS = 120;

    /** Events are short, and each open stream keeps its buffer. */
    private static final int BUFFER = 512;

    private final Set<LiveStream> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<LiveStream>> byTopic = new ConcurrentHashMap<>();
    private final Map<String, List<LiveStream>> byOwner = new ConcurrentHashMap<>();
    private final int most;
    private final int mostOfOne;
    private final long beatNanos;
    private volatile boolean open = true;

    LiveStreams(
            @Value("${kulluna.live.streams:15000}") int most,
            @Value("${kulluna.live.streams-of-one:8}") int mostOfOne,
            @Value("${kulluna.live.heartbeat:PT20S}") Duration heartbeat) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.beatNanos = heartbeat.toNanos();
    }

    /**
     * Answers this request with events until either side ends it; returns at once. Of the same owner the oldest stream
     * gives way: a browser that left a page is noticed only when nobody reads the next heartbeats.
     *
     * @throws Refusal BUSY (503 with Retry-After) when too many listen, or the house is closing
     */
    public void open(HttpServletRequest request, HttpServletResponse response, LiveListener listener) {
        if (!open || all.size() >= most) {
            throw Refusal.of(Refusal.Kind.BUSY, "too-busy");
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        response.setBufferSize(BUFFER);
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(0);
        ServletOutputStream out;
        try {
            out = response.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LiveStream stream = new LiveStream(listener, context, out, this::forget);
        context.addListener(stream);
        add(stream);
        out.setWriteListener(stream);
    }

    void add(LiveStream stream) {
        stream.nextBeat(System.nanoTime() + untilNextBeat());
        all.add(stream);
        for (String topic : stream.listener().topics()) {
            byTopic.compute(topic, (t, those) -> {
                Set<LiveStream> set = those == null ? ConcurrentHashMap.newKeySet(1) : those;
                set.add(stream);
                return set;
            });
        }
        LiveStream[] oldest = new LiveStream[1];
        byOwner.compute(stream.listener().owner(), (o, those) -> {
            if (those == null) {
                return List.of(stream);
            }
            boolean full = those.size() >= mostOfOne;
            oldest[0] = full ? those.get(0) : stream;
            List<LiveStream> now = new java.util.ArrayList<>(those.subList(full ? 1 : 0, those.size()));
            now.add(stream);
            return List.copyOf(now);
        });
        if (oldest[0] != null && oldest[0] != stream) {
            oldest[0].endFor(GIVE_WAY_SECONDS);
        }
        if (!open) {
            stream.end();
        }
    }

    void forget(LiveStream stream) {
        all.remove(stream);
        for (String topic : stream.listener().topics()) {
            byTopic.computeIfPresent(topic, (t, those) -> those.remove(stream) && those.isEmpty() ? null : those);
        }
        byOwner.computeIfPresent(stream.listener().owner(), (o, those) -> {
            List<LiveStream> left = those.stream().filter(s -> s != stream).toList();
            return left.isEmpty() ? null : left;
        });
    }

    int count() {
        return all.size();
    }

    /** Of this node; {@link Live#publish} reaches all nodes through the database. */
    void tell(String topic, String event) {
        Set<LiveStream> those = byTopic.get(topic);
        if (those != null) {
            tell(those, event);
        }
    }

    void tellAll(String event) {
        tell(all, event);
    }

    private static void tell(Collection<LiveStream> those, String event) {
        those.forEach(s -> s.tell(event));
    }

    /** Beats whose hour has come, after asking who may still listen. */
    void beat(long now) {
        List<LiveStream> due = all.stream().filter(s -> s.nextBeat() - now <= 0).toList();
        Map<UnaryOperator<Set<String>>, Set<String>> asked = new IdentityHashMap<>();
        due.forEach(s -> asked.computeIfAbsent(s.listener().allowed(), a -> new HashSet<>())
                .add(s.listener().key()));
        asked.replaceAll(LiveStreams::allowed);
        for (LiveStream stream : due) {
            LiveListener listener = stream.listener();
            Set<String> allowed = asked.get(listener.allowed());
            if (allowed != null && allowed.contains(listener.key())) {
                stream.nextBeat(now + untilNextBeat());
                stream.beat();
            } else {
                stream.end();
            }
        }
    }

    /** While the database cannot be asked nobody is sent away: they would only come back to ask it too. */
    private static Set<String> allowed(UnaryOperator<Set<String>> question, Set<String> keys) {
        try {
            return question.apply(keys);
        } catch (RuntimeException e) {
            LOG.warn("who may listen is asked at the next heartbeat: {}", e.toString());
            return keys;
        }
    }

    /** A quarter more or less, so that those who came together do not stay together. */
    private long untilNextBeat() {
        return ThreadLocalRandom.current().nextLong(beatNanos * 3 / 4, beatNanos * 5 / 4 + 1);
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
        all.forEach(LiveStream::end);
    }
}
