package org.kulluna.support;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Accounts;
import org.kulluna.people.NewPerson;
import org.kulluna.people.People;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.units.UnitsGiven;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes what a test starts from, through the house's own doors where there is one. */
@Component
public class Given {
    public static final String PASSWORD = "a long test password";
    private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());

    /** Somebody with an account. */
    public record Actor(PersonId person, String username, Viewer viewer) {}

    private final People people;
    private final Accounts accounts;
    private final UnitsGiven units;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Given(People people, Accounts accounts, UnitsGiven units, JdbcClient sql, TransactionTemplate transaction) {
        this.people = people;
        this.accounts = accounts;
        this.units = units;
        this.sql = sql;
        this.transaction = transaction;
    }

    /** A number nobody had before: for names and codes. */
    public static long serial() {
        return SERIAL.incrementAndGet();
    }

    public String place() {
        return place("abu_dhabi");
    }

    public String place(String region) {
        String code = "p-" + serial();
        sql.sql("""
                insert into places.place (code, name_ar, name_en, region, lat, lng)
                values (?, ?, ?, ?, 24.45, 54.35)""").params(code, "حي " + code, "Place " + code, region).update();
        return code;
    }

    public String unit() {
        String code = "u-" + serial();
        sql.sql("insert into units.unit (code, kind, name_ar, name_en, region) values (?, 'police', ?, ?, 'abu_dhabi')")
                .params(code, "وحدة " + code, "Unit " + code)
                .update();
        units.forget();
        return code;
    }

    public PersonId person() {
        return person("IN", LocalDate.of(1990, 5, 24), "سارة خان", "Sara Khan");
    }

    public PersonId person(String nationality, LocalDate bornOn, String nameAr, String nameEn) {
        NewPerson person = new NewPerson(
                new LocalizedText(nameAr, nameEn),
                nationality,
                bornOn,
                "female",
                List.of("ar", "en"),
                List.of(),
                "",
                null,
                null,
                List.of("app"),
                "ar");
        return transaction.execute(t -> people.create(Viewer.HOUSE, person));
    }

    /** Somebody with an account who holds the role for all units. */
    public Actor actor(Role role) {
        return actor(role, null);
    }

    /** Somebody with an account who holds the role, for one unit when one is named. */
    public Actor actor(Role role, @Nullable String unit) {
        return actor(person(), role, unit);
    }

    public Actor actor(PersonId person, Role role, @Nullable String unit) {
        String username = role.name().toLowerCase(java.util.Locale.ROOT) + serial();
        return transaction.execute(t -> {
            var account = accounts.create(Viewer.HOUSE, person, username, PASSWORD);
            accounts.grant(Viewer.HOUSE, person, role, unit);
            Viewer viewer = new Viewer(person, account, List.of(new Viewer.Grant(role, unit)), false);
            return new Actor(person, username, viewer);
        });
    }
}
