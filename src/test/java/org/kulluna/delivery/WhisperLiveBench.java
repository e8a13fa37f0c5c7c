package org.kulluna.delivery;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kulluna.attendance.HouseProcess;
import org.kulluna.support.Goal;
import org.kulluna.support.Visitor;

/**
 * How soon many connected sessions hear an event that was told in the database, and what they weigh. The house is a
 * process of its own with 512 MB of heap. Run by bench/whisper.sh live; not part of any test run.
 */
@Tag("bench")
@Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhisperLiveBench {
    private static final int CONNECTIONS = Integer.getInteger("kulluna.bench.connections", 10_000);
    private static final int ROUNDS = 6;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(16_384);

    @Test
    void events() throws Exception {
        try (HouseProcess house = new HouseProcess()
                        .with("-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                        .start("--kulluna.live.streams-of-one=100000");
                Selector selector = Selector.open()) {
            house.seed(1, 1);
            Visitor visitor = new Visitor(house.port()).signIn("gateleader", "a long bench password");
            String request = "GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: " + visitor.cookies() + "\r\n\r\n";
            long empty = house.megabytes();
            long begun = System.nanoTime();
            for (int open = 0; open < CONNECTIONS; open += 200) {
                for (int i = 0; i < Math.min(200, CONNECTIONS - open); i++) {
                    SocketChannel line = SocketChannel.open(new InetSocketAddress("127.0.0.1", house.port()));
                    line.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
                    line.configureBlocking(false);
                    line.register(selector, SelectionKey.OP_READ);
                }
                hear(selector, "again", Math.min(200, CONNECTIONS - open));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%n%d connections in %.1f s; resident %d MB before, %d MB with them%n",
                    CONNECTIONS,
                    (System.nanoTime() - begun) / 1e9,
                    empty,
                    house.megabytes());
            double worst = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                long told = System.nanoTime();
                house.sql()
                        .sql("select pg_notify('kulluna_live', 'sessions round" + round + "')")
                        .query((rs, n) -> 1)
                        .single();
                List<Long> heard = hear(selector, "round" + round, CONNECTIONS);
                Collections.sort(heard);
                worst = Math.max(worst, (heard.get(heard.size() * 99 / 100) - told) / 1e6);
                System.out.printf(
                        Locale.ROOT,
                        "told %d: p50 %d ms, p99 %d ms, last %d ms%n",
                        heard.size(),
                        (heard.get(heard.size() / 2) - told) / 1_000_000,
                        (heard.get(heard.size() * 99 / 100) - told) / 1_000_000,
                        (heard.get(heard.size() - 1) - told) / 1_000_000);
                Thread.sleep(1500);
            }
            System.out.println("most memory " + house.peakMegabytes() + " MB");
            Goal.atMost("worst p99 until told, in ms", worst, 500);
        }
    }

    /** When each line heard it. */
    private List<Long> hear(Selector selector, String event, int lines) throws Exception {
        List<Long> heard = new ArrayList<>(lines);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (heard.size() < lines && System.nanoTime() < end) {
            selector.select(key -> read(key, event, heard), 1000);
        }
        if (heard.size() < lines) {
            throw new IllegalStateException("only " + heard.size() + " of " + lines + " heard " + event);
        }
        return heard;
    }

    private void read(SelectionKey key, String event, List<Long> heard) {
        try {
            buffer.clear();
            int n = ((SocketChannel) key.channel()).read(buffer);
            if (n < 0) {
                throw new IllegalStateException("a line was closed");
            }
            buffer.flip();
            if (StandardCharsets.UTF_8.decode(buffer).toString().contains("event: " + event)) {
                heard.add(System.nanoTime());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
