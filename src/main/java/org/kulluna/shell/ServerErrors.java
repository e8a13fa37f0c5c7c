package org.kulluna.shell;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests the server gives up on before any filter of ours sees them: broken addresses, headers without end. The
 * server's own page would name it and repeat the address; this says the house's words and nothing else.
 */
@Component
class ServerErrors extends ErrorHandler implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private final JsonMapper json;
    private final boolean secure;

    ServerErrors(JsonMapper json, @Value("${kulluna.secure-cookies}") boolean secure) {
        this.json = json;
        this.secure = secure;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.setErrorHandler(this));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 400 : response.getStatus();
        boolean large = status == 413 || status == 414 || status == 431;
        Refusal refusal = large
                ? BodyLimit.tooLarge()
                : Refusal.of(
                        status == 404 ? Refusal.Kind.NOT_FOUND : Refusal.Kind.BAD_REQUEST,
                        status == 404 ? "not-found" : "not-understood");
        String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        boolean api = path != null && path.startsWith("/api/");
        SafeHeaders.all(secure).forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, api ? "application/problem+json" : "text/plain;charset=utf-8");
        byte[] body = (api ? problem(status, refusal, request) : said(refusal)).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private String problem(int status, Refusal refusal, Request request) {
        String asked = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        Words words = Words.in(asked != null && asked.startsWith("en") ? "en" : "ar");
        var problem = Problems.said(words, refusal);
        problem.setStatus(status);
        return json.writeValueAsString(problem);
    }

    /** Which language the reader wants is not known before the address is. */
    private static String said(Refusal refusal) {
        String key = "refusal." + refusal.key();
        return Words.in("ar").say(key) + "\n" + Words.in("en").say(key) + "\n";
    }
}
