package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Role;

/** The thirteen accounts, and for each unit a coordinator and shift leaders who need none. */
final class Officers {
    static final String PASSWORD = "kulluna-demo";
    static final String MAIN_UNIT = "community-abu-dhabi";

    record Login(
            String username, Role role, @Nullable String unit, LocalizedText name, String nationality, String gender) {
        /** A member's or a student's account belongs to one of the numbered members. */
        boolean isMember() {
            return role == Role.MEMBER || role == Role.STUDENT;
        }
    }

    private final Map<String, Login> logins = new HashMap<>();
    private final Map<String, UUID> persons = new HashMap<>();
    private final Map<String, UUID> coordinators = new HashMap<>();
    private final Map<String, List<UUID>> leaders = new HashMap<>();
    private final Tables tables;
    private final Dice dice;
    private final Instant since;
    private @Nullable UUID colleague;

    Officers(Tables tables, Dice dice, Instant since) {
        this.tables = tables;
        this.dice = dice;
        this.since = since;
        for (NamedCsvRecord r : Sheets.read("demo/accounts")) {
            Login login = new Login(
                    r.getField("username"),
                    Role.valueOf(r.getField("role")),
                    r.getField("unit").isEmpty() ? null : r.getField("unit"),
                    new LocalizedText(r.getField("name_ar"), r.getField("name_en")),
                    r.getField("nationality"),
                    r.getField("gender"));
            logins.put(login.username(), login);
        }
    }

    void write(PersonWriter writer, Population population, Land land) {
        for (Login login : logins.values().stream()
                .filter(l -> !l.isMember())
                .sorted(java.util.Comparator.comparing(Login::username))
                .toList()) {
            UUID id = officer(writer, population, login.name(), login.gender());
            persons.put(login.username(), id);
            serve(login.role(), login.unit(), id);
        }
        for (Land.Owner unit : land.units.values()) {
            if (!coordinators.containsKey(unit.code())) {
                serve(Role.UNIT_COORDINATOR, unit.code(), officer(writer, population, null, null));
            }
            for (int i = 0; i < 7; i++) {
                serve(Role.SHIFT_LEADER, unit.code(), officer(writer, population, null, null));
            }
        }
        UUID second = officer(writer, population, null, null);
        serve(Role.COMMUNICATIONS_OFFICER, null, second);
        colleague = second;
    }

    /** A second communications officer, without an account: nobody approves what they wrote themselves. */
    UUID colleague() {
        return Objects.requireNonNull(colleague);
    }

    private UUID officer(
            PersonWriter writer, Population population, @Nullable LocalizedText name, @Nullable String gender) {
        LocalDate born = LocalDate.of(1975, 1, 1).plusDays(dice.between(0, 7300));
        Somebody drawn = population.person("AE", born, since);
        Somebody p = name == null || gender == null
                ? drawn
                : new Somebody(
                        drawn.id(),
                        name,
                        "AE",
                        born,
                        gender,
                        List.of("ar", "en"),
                        List.of(),
                        drawn.home(),
                        drawn.homeRegion(),
                        "ar",
                        since);
        writer.person(p, null);
        return p.id();
    }

    private void serve(Role role, @Nullable String unit, UUID person) {
        tables.grant.row(dice.id(since), person, role.name(), unit, null, since);
        if (unit != null && role == Role.UNIT_COORDINATOR) {
            coordinators.put(unit, person);
        } else if (unit != null && role == Role.SHIFT_LEADER) {
            leaders.computeIfAbsent(unit, u -> new ArrayList<>()).add(person);
        }
    }

    /** Accounts come last: a member's belongs to a member. */
    void writeAccounts(Map<String, DemoMember> members, UnaryOperator<String> hash) {
        members.forEach((username, m) -> {
            persons.put(username, m.id());
            serve(login(username).role(), null, m.id());
        });
        persons.forEach((username, person) ->
                tables.account.row(dice.id(since), person, username, hash.apply(PASSWORD), since));
    }

    Login login(String username) {
        return Objects.requireNonNull(logins.get(username));
    }

    UUID person(String username) {
        return Objects.requireNonNull(persons.get(username));
    }

    /** Who verifies the unit's hours. */
    UUID coordinator(String unit) {
        return Objects.requireNonNull(coordinators.get(unit));
    }

    /** Who stands at the gate; the demo account {@code leader} is the main unit's first. */
    List<UUID> leaders(String unit) {
        return Objects.requireNonNull(leaders.get(unit));
    }
}
