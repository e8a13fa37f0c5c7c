package org.kulluna.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to the house that can be cut and put back. A browser's own "offline" does not reach a service worker that starts
 * anew in the meantime; nothing gets past this.
 */
final class Cable implements AutoCloseable {
    private final ServerSocket entrance;
    private final int house;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    Cable(int house) {
        this.house = house;
        try {
            entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(Cable::close);
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket browser = entrance.accept();
                open.add(browser);
                if (cut) {
                    close(browser);
                } else {
                    Thread.ofVirtual().start(() -> join(browser));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket browser) {
        try (browser;
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), house)) {
            open.add(inside);
            Thread back = Thread.ofVirtual().start(() -> pour(inside, browser));
            pour(browser, inside);
            back.join();
        } catch (IOException gone) {
            close(browser);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(browser);
        }
    }

    private void pour(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // Either end hung up, or the line was cut.
        } finally {
            close(from);
            close(to);
            open.remove(from);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
