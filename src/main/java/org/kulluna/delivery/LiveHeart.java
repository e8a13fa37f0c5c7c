package org.kulluna.delivery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears what {@link Live} told on any node, on a connection of its own, and passes it on to the streams of this node;
 * beats meanwhile. When the connection was lost, whoever listens is told to ask anew, since nobody knows what was missed.
 */
@Component
class LiveHeart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveHeart.class);
    private static final int LISTEN_MILLIS = 500;
    private static final int CHECKS_EVERY = 30;
    private static final int PATIENCE_SECONDS = 5;
    private static final int AGAIN_MILLIS = 1000;

    private final LiveStreams streams;
    private final DataSourceProperties database;
    private volatile boolean running;
    private volatile @Nullable Thread ear;
    private volatile @Nullable Thread heart;

    LiveHeart(LiveStreams streams, DataSourceProperties database) {
        this.streams = streams;
        this.database = database;
    }

    private void listen() {
        while (running) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen kulluna_live");
                streams.tellAll(Live.AGAIN);
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOG.warn("live events wait for the database: {}", e.toString());
                    pause(AGAIN_MILLIS);
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection pg = connection.unwrap(PGConnection.class);
        for (int quiet = 0; running; ) {
            PGNotification[] heard = pg.getNotifications(LISTEN_MILLIS);
            for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
                pass(one.getParameter());
            }
            quiet = heard == null || heard.length == 0 ? quiet + 1 : 0;
            if (quiet >= CHECKS_EVERY) {
                quiet = 0;
                if (!connection.isValid(PATIENCE_SECONDS)) {
                    throw new SQLException("the connection that listens is dead");
                }
            }
        }
    }

    private void pass(String said) {
        int cut = said.indexOf(' ');
        if (cut > 0) {
            streams.tell(said.substring(0, cut), said.substring(cut + 1));
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        String user = database.determineUsername();
        String password = database.determinePassword();
        if (user != null && database.getUsername() != null) {
            settings.setProperty("user", user);
        }
        if (password != null && database.getPassword() != null) {
            settings.setProperty("password", password);
        }
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("ApplicationName", "kulluna live");
        return DriverManager.getConnection(database.determineUrl(), settings);
    }

    private void beat() {
        while (running) {
            pause(LISTEN_MILLIS);
            try {
                streams.beat(System.nanoTime());
            } catch (RuntimeException e) {
                LOG.error("heartbeats go on after", e);
            }
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        streams.open();
        ear = Thread.ofPlatform().daemon().name("live-ear").start(this::listen);
        heart = Thread.ofPlatform().daemon().name("live-heart").start(this::beat);
    }

    @Override
    public void stop() {
        running = false;
        streams.close();
        join(heart);
        join(ear);
    }

    private static void join(@Nullable Thread thread) {
        try {
            if (thread != null) {
                thread.join(2L * AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends all streams before the web server waits for its last requests. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
