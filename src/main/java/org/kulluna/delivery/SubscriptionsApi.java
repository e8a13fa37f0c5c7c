package org.kulluna.delivery;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.kulluna.people.OpenSessions;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own devices: for pages with their cookie, and under /api for programs with their token. */
@RestController
class SubscriptionsApi {
    private final Subscriptions subscriptions;
    private final Vapid vapid;
    private final OpenSessions sessions;

    SubscriptionsApi(Subscriptions subscriptions, Vapid vapid, OpenSessions sessions) {
        this.subscriptions = subscriptions;
        this.vapid = vapid;
        this.sessions = sessions;
    }

    /** {@code key} is the 65-byte point in base64url, as {@code applicationServerKey} wants it. */
    @GetMapping({"/delivery/push-key", "/api/v1/push-key"})
    @Operation(operationId = "getPushKey", summary = "What a browser subscribes with.")
    Map<String, String> getPushKey(Viewer viewer) {
        viewer.signedIn();
        return Map.of("key", Base64.getUrlEncoder().withoutPadding().encodeToString(vapid.publicKey()));
    }

    @PutMapping({"/delivery/subscriptions/{id}", "/api/v1/push-subscriptions/{id}"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "putPushSubscription",
            summary = "Push to this browser; the id is the client's. 422 endpoint, p256dh, auth.")
    void putPushSubscription(
            @PathVariable String id, @RequestBody SubscriptionForm form, Viewer viewer, HttpServletRequest request) {
        viewer.signedIn();
        UUID mine = Ids.parse(id);
        subscriptions.put(viewer, mine, form, sessions.fingerprint(token(request)));
    }

    @DeleteMapping({"/delivery/subscriptions/{id}", "/api/v1/push-subscriptions/{id}"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deletePushSubscription", summary = "Push to it no more. 204 also when it is not there.")
    void deletePushSubscription(@PathVariable String id, Viewer viewer) {
        viewer.signedIn();
        subscriptions.remove(viewer, Ids.parse(id));
    }

    private static String token(HttpServletRequest request) {
        String bearer = request.getHeader("Authorization");
        if (request.getRequestURI().startsWith("/api/")) {
            return String.valueOf(bearer).replaceFirst("^Bearer ", "");
        }
        return request.getCookies() == null
                ? ""
                : Arrays.stream(request.getCookies())
                        .filter(c -> c.getName().equals(OpenSessions.COOKIE))
                        .map(jakarta.servlet.http.Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }
}
