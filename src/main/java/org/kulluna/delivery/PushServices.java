package org.kulluna.delivery;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses are pushed to: those of known push services, over https, and never of machines inside. A browser names
 * its address itself, so anybody may write any address there.
 */
@Component
class PushServices {
    static final int LONGEST = 2000;

    private final List<String> hosts;
    private final boolean loopback;

    /** @param loopback also plain http on this machine: for tests and benches, and only in a demo's house */
    PushServices(
            @Value(
                            "${kulluna.push.hosts:fcm.googleapis.com,android.googleapis.com,updates.push.services.mozilla.com,*.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com}")
                    String hosts,
            @Value("${kulluna.push.loopback:false}") boolean loopback,
            @Value("${kulluna.demo:false}") boolean demo) {
        this.hosts = Arrays.stream(hosts.split(","))
                .map(h -> h.strip().toLowerCase(Locale.ROOT))
                .filter(h -> !h.isEmpty())
                .toList();
        this.loopback = loopback && demo;
    }

    boolean takes(String endpoint) {
        if (endpoint.length() > LONGEST || endpoint.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return false;
        }
        try {
            return takes(URI.create(endpoint));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private boolean takes(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return false;
        }
        if (loopback && "http".equals(address.getScheme()) && host.equals("127.0.0.1")) {
            return true;
        }
        boolean known = hosts.stream().anyMatch(h -> matches(host.toLowerCase(Locale.ROOT), h));
        return known && "https".equals(address.getScheme()) && (address.getPort() < 0 || address.getPort() == 443);
    }

    private static boolean matches(String host, String allowed) {
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }

    /**
     * Looked up just before connecting; the machine keeps what it looked up for longer than that takes.
     *
     * @throws IOException when the name leads to no address outside
     */
    void mustLeadOutside(URI address) throws IOException {
        if (loopback && address.getHost().equals("127.0.0.1")) {
            return;
        }
        for (InetAddress one : InetAddress.getAllByName(address.getHost())) {
            if (isInside(one)) {
                throw new IOException("the name of a push service leads inside: " + address.getHost());
            }
        }
    }

    static boolean isInside(InetAddress one) {
        byte[] b = one.getAddress();
        boolean shared = b.length == 4 && (b[0] & 0xff) == 100 && (b[1] & 0xc0) == 64;
        boolean unique = one instanceof Inet6Address && (b[0] & 0xfe) == 0xfc;
        return shared
                || unique
                || (b.length == 4 && b[0] == 0)
                || one.isAnyLocalAddress()
                || one.isLoopbackAddress()
                || one.isLinkLocalAddress()
                || one.isSiteLocalAddress()
                || one.isMulticastAddress();
    }
}
