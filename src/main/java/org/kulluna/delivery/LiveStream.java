package org.kulluna.delivery;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.function.Consumer;

/**
 * One open answer of server-sent events. No thread waits for it: what cannot be written at once waits as a name, and the
 * same name waits once, since it only says that something is new. Whoever tells it is never held up.
 */
final class LiveStream implements WriteListener, AsyncListener {
    /** Different names that may wait for a slow reader; more say nothing that asking anew would not find. */
    private static final int MOST_WAITING = 16;

    /** A browser that lost the line asks again after so long; events have no ids, so that it asks for all anew. */
    private static final byte[] HELLO = bytes("retry: 3000\n\nevent: " + Live.AGAIN + "\ndata:\n\n");

    private static final byte[] BEAT = bytes(":\n\n");

    private final LiveListener listener;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<LiveStream> whenOver;
    private final LinkedHashSet<String> waiting = new LinkedHashSet<>();
    private boolean greeted;
    private boolean blocked = true;
    private boolean unsent;
    private boolean beatDue;
    private boolean ending;
    private boolean over;
    private volatile long nextBeat;

    LiveStream(LiveListener listener, AsyncContext context, ServletOutputStream out, Consumer<LiveStream> whenOver) {
        this.listener = listener;
        this.context = context;
        this.out = out;
        this.whenOver = whenOver;
    }

    LiveListener listener() {
        return listener;
    }

    long nextBeat() {
        return nextBeat;
    }

    void nextBeat(long nanos) {
        nextBeat = nanos;
    }

    void tell(String event) {
        synchronized (this) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(event);
            }
        }
        write();
    }

    /** Something to read, so that nobody between us and the reader takes the line for dead. A reader who has not read since the last one is let go. */
    void beat() {
        boolean slow;
        synchronized (this) {
            slow = beatDue;
            beatDue = true;
        }
        if (slow) {
            end();
        } else {
            write();
        }
    }

    /** Ends this answer; a browser opens a new one after {@code seconds}. */
    void endFor(int seconds) {
        synchronized (this) {
            waiting.clear();
            waiting.add("\nretry: " + seconds + "000");
        }
        write();
        end();
    }

    /** Ends this answer at once. */
    void end() {
        synchronized (this) {
            if (over || ending) {
                return;
            }
            ending = true;
            if (!greeted) {
                // The server has not called yet; it will, and finds that there is nothing to say.
                return;
            }
        }
        finish();
    }

    @Override
    public void onWritePossible() {
        boolean end;
        synchronized (this) {
            blocked = false;
            end = ending;
        }
        if (end) {
            finish();
        } else {
            write();
        }
    }

    /** Writes what waits as long as the line takes it. Whoever finds it blocked leaves it to {@link #onWritePossible}. */
    private void write() {
        boolean failed = false;
        synchronized (this) {
            try {
                while (!over && !blocked && hasMore()) {
                    if (!out.isReady()) {
                        blocked = true;
                    } else if (hasNews()) {
                        out.write(ByteBuffer.wrap(next()));
                        unsent = true;
                    } else {
                        out.flush();
                        unsent = false;
                    }
                }
            } catch (IOException | IllegalStateException e) {
                failed = true;
            }
        }
        if (failed) {
            finish();
        }
    }

    private boolean hasMore() {
        return unsent || hasNews();
    }

    private boolean hasNews() {
        return !greeted || !waiting.isEmpty() || beatDue;
    }

    private byte[] next() {
        if (!greeted) {
            greeted = true;
            return HELLO;
        }
        if (!waiting.isEmpty()) {
            return said(waiting.removeFirst());
        }
        beatDue = false;
        return BEAT;
    }

    private void finish() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        whenOver.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException alreadyOver) {
            // The server ended it first.
        }
    }

    private static byte[] said(String event) {
        return event.startsWith("\n") ? bytes(event + "\n\n") : bytes("event: " + event + "\ndata:\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void onError(Throwable t) {
        finish();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        finish();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        finish();
    }

    @Override
    public void onError(AsyncEvent event) {
        finish();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it a second time.
    }
}
