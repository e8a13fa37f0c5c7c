package org.kulluna.delivery;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Typed;

/** What a browser says of its subscription, as {@code PushSubscription.toJSON()} writes it, with the page's language. */
record SubscriptionForm(
        @Nullable String endpoint,
        @Nullable Map<String, @Nullable String> keys,
        @Nullable String language) {

    /** @throws Refusal INVALID beside endpoint, p256dh or auth */
    Subscription read(PushServices services) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        String address = Typed.text(endpoint);
        if (!services.takes(address)) {
            faults.put("endpoint", List.of("push-address"));
        }
        byte[] point = bytes("p256dh");
        if (!P256.isPoint(point)) {
            faults.put("p256dh", List.of("push-key"));
        }
        byte[] auth = bytes("auth");
        if (auth.length != 16) {
            faults.put("auth", new ArrayList<>(List.of("push-key")));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        String spoken = Typed.text(language);
        return new Subscription(address, point, auth, spoken.matches("[a-z]{2,3}") ? spoken : "ar");
    }

    private byte[] bytes(String name) {
        String text = keys == null ? "" : Typed.text(keys.get(name)).replaceAll("=+$", "");
        try {
            return text.length() > 200 ? new byte[0] : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
