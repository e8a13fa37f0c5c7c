package org.kulluna.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kulluna.people.EmiratesId;
import org.kulluna.people.People;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class KeyRotationTest extends HouseTest {
    @Autowired
    private KeyCommands commands;

    @Autowired
    private Keys keys;

    @Autowired
    private People people;

    @Autowired
    private List<Resealer> resealers;

    @Autowired
    private TransactionTemplate transaction;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    private PersonId personWithNumber() {
        String before =
                "7841990" + String.format("%07d", ThreadLocalRandom.current().nextInt(10_000_000));
        EmiratesId number =
                EmiratesId.parse(before + EmiratesId.checkDigit(before)).orElseThrow();
        PersonId person = given.person();
        transaction.executeWithoutResult(
                t -> people.recordEmiratesId(Viewer.HOUSE, person, number, LocalDate.of(2030, 1, 1)));
        return person;
    }

    private String keyOf(PersonId person) {
        return sql.sql("select key_id from people.identity_document where person_id = :p")
                .param("p", person.value())
                .query((rs, n) -> rs.getString(1))
                .single();
    }

    @Test
    void rotation_seals_every_row_again_and_the_numbers_still_open() {
        PersonId person = personWithNumber();
        String masked = people.findMaskedEmiratesId(person).orElseThrow();
        String before = keys.newestId();
        assertThat(commands.run(List.of("rotate"), out)).isZero();
        assertThat(keys.newestId()).isNotEqualTo(before);
        assertThat(keyOf(person)).isEqualTo(keys.newestId());
        assertThat(people.findMaskedEmiratesId(person)).contains(masked);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("⟦");
        assertThat(commands.run(List.of("show-ids"), out)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(before).contains(keys.newestId());
    }

    @Test
    void a_rotation_stopped_in_the_middle_goes_on_without_another_key() {
        PersonId first = personWithNumber();
        PersonId second = personWithNumber();
        commands.run(List.of("rotate"), out);
        String newest = keys.newestId();
        // as kill -9 leaves it: one row still under the key before
        Keys.Sealed old = sealedUnderOlder("784199012345678");
        sql.sql("update people.identity_document set number_cipher = :c, key_id = :k where person_id = :p")
                .param("c", old.cipher())
                .param("k", old.keyId())
                .param("p", second.value())
                .update();
        assertThat(commands.run(List.of("rotate"), out)).isZero();
        assertThat(keys.newestId()).isEqualTo(newest);
        assertThat(keyOf(first)).isEqualTo(newest);
        assertThat(keyOf(second)).isEqualTo(newest);
        assertThat(resealers)
                .extracting(Resealer::what)
                .contains("people.identity_document", "people.account", "membership.vetting_grounds");
        assertThat(resealers).allSatisfy(r -> assertThat(r.resealSome(10)).isZero());
    }

    @Autowired
    private KeySource source;

    /** A value sealed by a server that had not seen the newest key yet. */
    private Keys.Sealed sealedUnderOlder(String text) {
        return new Keys(source.ring().without(keys.newestId())).seal(text);
    }

    @Test
    void a_server_meets_a_key_it_does_not_know_and_reads_the_file_again() {
        KeyRing first = KeyRing.fresh();
        KeyRing[] file = {first};
        Keys server = new Keys(() -> file[0]);
        file[0] = first.rotated();
        Keys.Sealed elsewhere = new Keys(file[0]).seal("words");
        assertThat(server.newestId()).isEqualTo("1");
        assertThat(server.open(elsewhere)).isEqualTo("words");
        assertThat(server.newestId()).isEqualTo("2");
    }

    @Test
    void make_writes_a_file_for_its_owner_only_and_never_over_another(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sub/keys");
        assertThat(KeysMake.run(file, out)).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String text = Files.readString(file);
        assertThat(KeysMake.run(file, out)).isEqualTo(1);
        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(KeyRing.parse(text).encryptionIds()).containsExactly("1");
    }

    @Test
    void anything_else_is_answered_with_the_usage() {
        assertThat(commands.run(List.of(), out)).isEqualTo(2);
        assertThat(commands.run(List.of("steal"), out)).isEqualTo(2);
        assertThat(Given.serial()).isPositive();
    }
}
