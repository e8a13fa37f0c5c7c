package org.kulluna.shell;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.delivery.Inbox;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Frame} of a request and writes a template in it. */
@Component
class Frames {
    private final Inbox inbox;
    private final People people;
    private final Assets assets;
    private final Clock clock;
    private final boolean demo;

    Frames(Inbox inbox, People people, Assets assets, Clock clock, @Value("${kulluna.demo:false}") boolean demo) {
        this.inbox = inbox;
        this.people = people;
        this.assets = assets;
        this.clock = clock;
        this.demo = demo;
    }

    void write(String template, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Frame frame = frame(request, response, model.get("refusal") instanceof Refusal r ? r : null);
        Map<String, Object> params = new HashMap<>(model);
        params.put("frame", frame);
        Utf8ByteOutput out = new Utf8ByteOutput();
        JteViews.ENGINE.render(template + ".jte", params, out);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, frame.language());
        response.setHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
        response.setHeader(Keeping.VIEWER, frame.viewerKey());
        if (Keeping.keeps(frame.viewer()) && Keeping.isOwn(frame.path()) && response.getStatus() == 200) {
            response.setHeader(Keeping.KEEP, frame.viewerKey());
        }
        response.setContentLength(out.getContentLength());
        out.writeTo(response.getOutputStream());
    }

    private Frame frame(HttpServletRequest request, HttpServletResponse response, @Nullable Refusal refusal) {
        Viewer viewer = SessionFilter.viewer();
        PersonId id = viewer.person();
        Person person = id == null ? null : people.find(id).orElse(null);
        int unread = id == null ? 0 : inbox.countUnread(id);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Frame(
                viewer,
                person,
                unread,
                Language.of(request),
                Language.digits(request),
                csrf == null ? "" : csrf.getToken(),
                Problems.path(request),
                request.getQueryString(),
                demo,
                Flash.take(request, response),
                refusal,
                assets,
                clock);
    }
}
