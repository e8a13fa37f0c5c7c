package org.kulluna.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kulluna.people.OpenSessions;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;

/** Live events for whoever is signed in. */
@Controller
class LivePages {
    private final LiveStreams streams;
    private final OpenSessions sessions;
    private final UnaryOperator<Set<String>> allowed;

    LivePages(LiveStreams streams, OpenSessions sessions) {
        this.streams = streams;
        this.sessions = sessions;
        this.allowed = sessions::listOpen;
    }

    @GetMapping("/live")
    void listen(
            @CookieValue(OpenSessions.COOKIE) String token,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        PersonId person = viewer.signedIn();
        String mine = Live.of(person);
        String key = sessions.fingerprint(token);
        streams.open(request, response, new LiveListener(mine, key, Set.of(Live.SESSIONS, mine), allowed));
    }
}
