package org.kulluna.paper;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Where paper is made: a few platform threads for the whole house, because shaping holds locks that a virtual thread
 * cannot let go of, and because a batch must not take every core. Of a batch only a few sheets are ready at a time.
 */
@Component
public class Press implements AutoCloseable {
    /** Takes the sheets of a batch in their order. */
    public interface Tray<T> {
        void put(T thing, byte[] sheet) throws IOException;
    }

    private final int width = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    private final ExecutorService threads = Executors.newFixedThreadPool(
            width, Thread.ofPlatform().daemon().name("press-", 1).factory());

    public byte[] print(Supplier<byte[]> maker) {
        return await(threads.submit(maker::get));
    }

    /** Prints one after the other into the tray; whoever takes them slowly slows the press down. */
    public <T> void print(List<T> things, Function<T, byte[]> maker, Tray<T> tray) throws IOException {
        Deque<Future<byte[]>> ahead = new ArrayDeque<>();
        Iterator<T> next = things.iterator();
        try {
            for (T thing : things) {
                while (next.hasNext() && ahead.size() < 2 * width) {
                    T coming = next.next();
                    ahead.add(threads.submit(() -> maker.apply(coming)));
                }
                tray.put(thing, await(ahead.remove()));
            }
        } finally {
            ahead.forEach(f -> f.cancel(true));
        }
    }

    private static byte[] await(Future<byte[]> sheet) {
        try {
            return sheet.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
