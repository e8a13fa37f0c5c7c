package org.kulluna.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.ConsoleCommand;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code ./kulluna admin create USERNAME [--password-stdin]}: an administrator for a house that has none yet. Prints a
 * one-time link to set the password, or takes the password from the first line of the input.
 */
@Component
class AdminCreate implements ConsoleCommand {
    private final People people;
    private final Accounts accounts;
    private final ResetLinks links;
    private final TransactionTemplate transaction;

    AdminCreate(People people, Accounts accounts, ResetLinks links, TransactionTemplate transaction) {
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "admin create";
    }

    @Override
    public int run(List<String> args, PrintStream out) {
        return run(args, out, AdminCreate::firstLine);
    }

    int run(List<String> args, PrintStream out, java.util.function.Supplier<String> input) {
        Words words = Words.ofThisTerminal();
        boolean fromInput = args.contains("--password-stdin");
        List<String> plain = args.stream().filter(a -> !a.startsWith("--")).toList();
        if (plain.size() != 1 || !plain.get(0).matches(AccountForm.USERNAME)) {
            out.println(words.say("people.console.usage"));
            return 2;
        }
        String username = plain.get(0).toLowerCase(Locale.ROOT);
        String password = fromInput ? input.get() : null;
        Optional<String> fault = fromInput ? PasswordRule.fault(password, username) : Optional.empty();
        if (fault.isPresent()) {
            out.println(words.say("fault." + fault.get()));
            return 1;
        }
        try {
            String token = transaction.execute(t -> create(username, password));
            out.println(
                    token.isEmpty()
                            ? words.say("people.console.created", Map.of("username", username))
                            : words.say(
                                    "people.console.link", Map.of("username", username, "path", "/reset/" + token)));
            return 0;
        } catch (Refusal refusal) {
            out.println(words.say("refusal." + refusal.key()));
            return 1;
        }
    }

    /** @return the token of the link, empty when the password is set already */
    private String create(String username, @Nullable String password) {
        PersonId person = people.create(
                Viewer.HOUSE,
                new NewPerson(
                        new LocalizedText("", username),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        "",
                        null,
                        null,
                        List.of("app"),
                        "ar"));
        String first = password == null ? UUID.randomUUID() + "" + UUID.randomUUID() : password;
        UUID account = accounts.create(Viewer.HOUSE, person, username, first);
        accounts.grant(Viewer.HOUSE, person, Role.ADMINISTRATOR, null);
        return password == null ? links.make(Viewer.HOUSE, account, person.value()) : "";
    }

    private static String firstLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
