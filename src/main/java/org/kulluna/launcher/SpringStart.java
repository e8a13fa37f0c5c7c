package org.kulluna.launcher;

import java.util.Map;
import java.util.TreeMap;
import org.kulluna.database.ServerAddress;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** One start of Spring: its profile and the properties that only the launcher knows; they win over every file. */
final class SpringStart {
    private static volatile boolean begun;

    private final Class<?> application;
    private final String profile;
    private final Map<String, String> properties = new TreeMap<>();

    SpringStart(Class<?> application, String profile) {
        this.application = application;
        this.profile = profile;
    }

    static boolean hasBegun() {
        return begun;
    }

    SpringStart with(String property, Object value) {
        properties.put(property, String.valueOf(value));
        return this;
    }

    SpringStart on(ServerAddress address) {
        with("spring.datasource.url", address.url());
        if (!address.user().isEmpty()) {
            with("spring.datasource.username", address.user());
        }
        if (!address.password().isEmpty()) {
            with("spring.datasource.password", address.password());
        }
        return this;
    }

    ConfigurableApplicationContext run() {
        SpringApplication spring = new SpringApplication(application);
        spring.setAdditionalProfiles(profile);
        String[] args = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        begun = true;
        return spring.run(args);
    }
}
