package org.kulluna.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole house on a real PostgreSQL and a real port. All tests share one context and one database
 * with a small demo programme in it, so each makes
 * its own people and things through {@link Given} and asserts about those only.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
@Tag("house")
public abstract class HouseTest {
    @LocalServerPort
    protected int port;

    @Autowired
    protected Given given;

    @Autowired
    protected TestClock.Movable clock;

    @Autowired
    protected JdbcClient sql;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws Exception {
        Path data = Files.createTempDirectory("kulluna-test");
        settings.add("spring.datasource.url", TestDatabase::url);
        settings.add("kulluna.keys-file", () -> data.resolve("keys").toString());
        settings.add("kulluna.data", data::toString);
        settings.add("kulluna.demo", () -> "true");
        settings.add("kulluna.demo.members", () -> System.getProperty("kulluna.members", "2000"));
        settings.add("kulluna.second-factor", () -> "false");
        settings.add("kulluna.secure-cookies", () -> "false");
        settings.add("kulluna.api-docs", () -> "true");
        settings.add("kulluna.rate-limits", () -> "false");
        settings.add("kulluna.screens.hosts", () -> "pages.example");
        settings.add("kulluna.push.loopback", () -> "true");
    }

    @BeforeEach
    void now() {
        clock.reset();
    }

    /** A stranger's browser. */
    protected Visitor stranger() {
        return new Visitor(port);
    }

    /** A browser signed in as that person. */
    protected Visitor visitor(Given.Actor actor) {
        return new Visitor(port).signIn(actor.username(), Given.PASSWORD);
    }

    /** A program signed in as that person. */
    protected ApiClient api(Given.Actor actor) {
        return new ApiClient(port).signIn(actor.username(), Given.PASSWORD);
    }
}
