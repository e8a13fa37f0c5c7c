package org.kulluna.shell;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the world reaches this house: what stands on paper, in credentials and in files that leave it. A setting, never
 * what a request says of itself, since anybody may write any name into a request.
 */
@Component
public class PublicAddress {
    private final String setting;
    private final Environment environment;

    PublicAddress(@Value("${kulluna.public-address:}") String setting, Environment environment) {
        this.setting = setting.strip().replaceAll("/+$", "");
        this.environment = environment;
        if (!this.setting.isEmpty()) {
            String host = URI.create(this.setting).getHost();
            if (host == null || !this.setting.matches("https?://[^/?#@]+")) {
                throw new IllegalArgumentException(
                        "kulluna.public-address is no address such as https://kulluna.example");
            }
        }
    }

    /** @param path with its leading slash */
    public String of(String path) {
        return base() + path;
    }

    /** Host, and port when it is named: what a {@code did:web} is made of. */
    public String authority() {
        return URI.create(base()).getAuthority();
    }

    /** Without the setting a house can be reached from its own machine only, as the demo is. */
    private String base() {
        return setting.isEmpty() ? "http://localhost:" + environment.getProperty("local.server.port", "8080") : setting;
    }
}
