package org.kulluna.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.kulluna.audit.Audit;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the invented programme before the first request is served, when the database is empty. All of it lands in one
 * transaction, so a load that was cut off leaves nothing behind and the next start begins anew.
 */
@Component
@ConditionalOnExpression("${kulluna.demo:false} and ${kulluna.demo-load:true}")
class DemoLoader implements SmartInitializingSingleton {
    /** @param members how many to invent */
    record Settings(int members, long seed) {}

    private final DemoDatabase database;
    private final TransactionTemplate transaction;
    private final Inventory inventory;
    private final Settings settings;

    /** What the house lends the loader. */
    @Component
    record Inventory(Keys keys, PasswordEncoder passwords, Audit audit, Clock clock) {}

    DemoLoader(
            JdbcTemplate sql,
            TransactionTemplate transaction,
            Inventory inventory,
            @Value("${kulluna.demo.members:54142}") int members,
            @Value("${kulluna.demo.seed:42073}") long seed) {
        this.database = new DemoDatabase(sql);
        this.transaction = transaction;
        this.inventory = inventory;
        this.settings = new Settings(members, seed);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!database.isMarked()) {
            load(Progress.onScreen());
        }
    }

    private void load(Progress progress) {
        Instant started = inventory.clock().instant();
        progress.say("demo.loading", Map.of("members", settings.members()));
        transaction.executeWithoutResult(t -> {
            database.lock();
            if (!database.isMarked()) {
                if (!database.isEmpty()) {
                    throw Refusal.conflict("demo-not-empty");
                }
                database.load(programme(progress));
                inventory.audit().record(Viewer.HOUSE, "demo.load", "programme", settings.seed());
                database.mark(inventory.clock().instant(), settings.seed());
            }
        });
        progress.reach(97);
        database.analyze();
        progress.reach(100);
        long seconds = Duration.between(started, inventory.clock().instant()).toSeconds();
        progress.say("demo.loaded", Map.of("seconds", seconds));
    }

    private DemoProgramme programme(Progress progress) {
        return new DemoProgramme(
                settings.seed(),
                settings.members(),
                inventory.clock().instant(),
                inventory.keys(),
                password -> String.valueOf(inventory.passwords().encode(password)),
                progress);
    }
}
