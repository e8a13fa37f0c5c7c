package org.kulluna.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PressTest {
    private static final List<Integer> MANY = IntStream.range(0, 500).boxed().toList();
    private final Press press = new Press();

    @AfterEach
    void stop() {
        press.close();
    }

    @Test
    void sheets_come_in_their_order_and_none_twice() throws IOException {
        List<Integer> got = new ArrayList<>();
        press.print(MANY, i -> new byte[] {(byte) (int) i}, (i, sheet) -> {
            assertThat(sheet[0]).isEqualTo((byte) (int) i);
            got.add(i);
        });
        assertThat(got).isEqualTo(MANY);
    }

    @Test
    void only_a_few_sheets_wait_for_whoever_takes_them() throws IOException {
        AtomicInteger ahead = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        press.print(
                MANY,
                i -> {
                    most.accumulateAndGet(ahead.incrementAndGet(), Math::max);
                    return new byte[0];
                },
                (i, sheet) -> ahead.decrementAndGet());
        assertThat(most.get()).isLessThanOrEqualTo(9);
    }

    @Test
    void who_hangs_up_stops_the_press() {
        AtomicInteger made = new AtomicInteger();
        assertThatThrownBy(() -> press.print(MANY, i -> new byte[made.incrementAndGet() - made.get()], (i, sheet) -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class);
        assertThat(made.get()).isLessThan(20);
    }

    @Test
    void it_prints_on_its_own_platform_threads() {
        byte[] sheet =
                press.print(() -> Thread.currentThread().getName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(new String(sheet, java.nio.charset.StandardCharsets.UTF_8)).startsWith("press-");
    }

    @Test
    void what_cannot_be_printed_is_an_error_and_no_gap() {
        assertThatThrownBy(() -> press.print(
                        MANY,
                        i -> {
                            throw new IllegalArgumentException("broken");
                        },
                        (i, sheet) -> {}))
                .hasRootCauseMessage("broken");
    }
}
