package org.kulluna.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One {@link Refusal}, said as a page or as an RFC 9457 problem, in the asker's language. */
@Component
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Frames frames;
    private final JsonMapper json;

    Problems(Frames frames, JsonMapper json) {
        this.frames = frames;
        this.json = json;
    }

    /** {@code type} is {@code urn:kulluna:refusal:KEY}; {@code faults} maps fields to lists of words. */
    ProblemDetail problem(HttpServletRequest request, Refusal refusal) {
        return said(Words.in(Language.of(request)), refusal);
    }

    static ProblemDetail said(Words words, Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.valueOf(refusal.kind().status));
        problem.setType(URI.create("urn:kulluna:refusal:" + refusal.key()));
        problem.setTitle(words.say("refusal." + refusal.key(), refusal.args()));
        if (!refusal.faults().isEmpty()) {
            Map<String, List<String>> said = new LinkedHashMap<>();
            refusal.faults()
                    .forEach((field, keys) -> said.put(
                            field,
                            keys.stream().map(k -> words.say("fault." + k)).toList()));
            problem.setProperty("faults", said);
        }
        return problem;
    }

    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    /** What was asked for; after an error of the server, what was asked for first. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
    }

    /** A bug: the log gets all of it, the asker a number that finds it there. */
    static String bug(HttpServletRequest request, @Nullable Throwable e) {
        String reference = Ids.next().toString().substring(24);
        LOG.error("bug {} at {} {}", reference, request.getMethod(), withoutSecret(path(request)), e);
        return reference;
    }

    /** A reset link is worth a password as long as it lives. */
    static String withoutSecret(String path) {
        return path.startsWith("/reset/") ? "/reset/" : path;
    }

    static ProblemDetail broken(HttpServletRequest request, String reference) {
        ProblemDetail problem = ProblemDetail.forStatus(500);
        problem.setType(URI.create("urn:kulluna:bug"));
        problem.setTitle(Words.in(Language.of(request)).say("shell.broken-title"));
        problem.setProperty("reference", reference);
        return problem;
    }

    /** Writes the answer straight away: for filters, where no view resolver stands. */
    void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.kind().status);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (isApi(request)) {
            write(response, problem(request, refusal));
            return;
        }
        frames.write("shell/refused", Map.of("refusal", refusal), request, response);
    }

    void answerBroken(HttpServletRequest request, HttpServletResponse response, String reference) throws IOException {
        response.setStatus(500);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (isApi(request)) {
            write(response, broken(request, reference));
            return;
        }
        frames.write("shell/broken", Map.of("reference", reference), request, response);
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setContentType("application/problem+json");
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
