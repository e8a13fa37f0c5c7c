package org.kulluna.screens;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Typed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose pages screens may show: hosts that the operator names, none unless somebody does. Over https; plain http only in a
 * demo's house, from the same machine.
 */
@Component
public class PageHosts {
    static final int LONGEST = 500;
    private final List<String> origins;

    /** @param hosts with commas between; a port other than 443 behind a colon */
    PageHosts(@Value("${kulluna.screens.hosts:}") String hosts, @Value("${kulluna.demo:false}") boolean demo) {
        origins = Arrays.stream(hosts.split(","))
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .filter(h -> !h.isEmpty())
                .map(h -> origin(h, demo))
                .distinct()
                .toList();
    }

    /** https://news.example, http://127.0.0.1:8090 ... */
    public List<String> origins() {
        return origins;
    }

    /**
     * The address as it is kept: its origin as the operator named it, then its path.
     *
     * @throws Refusal INVALID address when it is none, or of a host that nobody named
     */
    String read(String field, String typed) {
        String text = Typed.text(typed);
        if (text.isEmpty()) {
            throw Refusal.invalid(field, "required");
        }
        if (text.length() > LONGEST || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw Refusal.invalid(field, "not-an-address");
        }
        try {
            return read(field, new URI(text));
        } catch (URISyntaxException e) {
            throw Refusal.invalid(field, "not-an-address");
        }
    }

    private String read(String field, URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (!scheme.matches("https?") || host == null || address.getRawUserInfo() != null) {
            throw Refusal.invalid(field, "not-an-address");
        }
        boolean usual = address.getPort() < 0 || address.getPort() == (scheme.equals("https") ? 443 : 80);
        String origin = scheme + "://" + host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + address.getPort());
        if (!origins.contains(origin)) {
            throw Refusal.invalid(field, "host-not-named");
        }
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return origin
                + path
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                + (address.getRawFragment() == null ? "" : "#" + address.getRawFragment());
    }

    private static String origin(String named, boolean demo) {
        if (!named.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException("kulluna.screens.hosts names no host such as news.example: " + named);
        }
        boolean here = demo && named.matches("(127\\.0\\.0\\.1|localhost)(:.*)?");
        return (here ? "http://" : "https://") + named.replaceFirst(here ? ":80$" : ":443$", "");
    }
}
