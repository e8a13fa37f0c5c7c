package org.kulluna.shell;

import java.util.Arrays;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** After a restart all open pages and screens come back at once: they wait in a queue that is long enough for them. */
@Component
class Crowds implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private static final int QUEUE = 4096;

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> Arrays.stream(server.getConnectors())
                .filter(ServerConnector.class::isInstance)
                .forEach(connector -> ((ServerConnector) connector).setAcceptQueueSize(QUEUE)));
    }
}
