package org.kulluna.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One {@link Refusal}, said as a page or as an RFC 9457 problem, in the asker's language. */
@Component
class Problems {
    private final Frames frames;
    private final JsonMapper json;

    Problems(Frames frames, JsonMapper json) {
        this.frames = frames;
        this.json = json;
    }

    /** {@code type} is {@code urn:kulluna:refusal:KEY}; {@code faults} maps fields to lists of words. */
    ProblemDetail problem(HttpServletRequest request, Refusal refusal) {
        Words words = Words.in(Language.of(request));
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
        return request.getRequestURI().startsWith("/api/");
    }

    /** Writes the answer straight away: for filters, where no view resolver stands. */
    void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        response.setStatus(refusal.kind().status);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        if (isApi(request)) {
            response.setContentType("application/problem+json");
            response.getWriter().write(json.writeValueAsString(problem(request, refusal)));
            return;
        }
        frames.write("shell/refused", Map.of("refusal", refusal), request, response);
    }
}
