package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody who copies the database learns of passwords, tokens, links and identity numbers: nothing to use. */
class AtRestTest extends HouseTest {
    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ResetLinks links;

    @Autowired
    private TransactionTemplate transaction;

    private static EmiratesId number() {
        String before = "7841800" + String.format("%07d", Given.serial() % 10_000_000);
        return EmiratesId.parse(before + EmiratesId.checkDigit(before)).orElseThrow();
    }

    @Test
    void a_password_is_an_argon2id_hash_with_a_salt_of_its_own() {
        List<String> hashes = List.of(hash(given.actor(Role.MEMBER)), hash(given.actor(Role.MEMBER)));
        assertThat(hashes).allMatch(h -> h.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertThat(hashes.get(0)).as("the same password, another hash").isNotEqualTo(hashes.get(1));
    }

    private String hash(Given.Actor actor) {
        return sql.sql("select password_hash from people.account where id = ?")
                .param(actor.viewer().accountId())
                .query(String.class)
                .single();
    }

    @Test
    void a_session_is_256_bits_for_twelve_hours_and_its_row_opens_nothing() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        Instant before = clock.instant();
        Session session = accounts.signIn(actor.username(), Given.PASSWORD, "x", Session.Kind.API);
        byte[] token = java.util.Base64.getUrlDecoder().decode(session.token());
        assertThat(token).hasSize(32);
        assertThat(session.expiresAt())
                .isBetween(before.plus(Session.LIFE), clock.instant().plus(Session.LIFE));
        byte[] stored = sql.sql("select token_hash from people.session where account_id = ?")
                .param(actor.viewer().accountId())
                .query(byte[].class)
                .single();
        assertThat(stored)
                .as("a keyed hash: who has the table alone cannot try tokens against it")
                .isNotEqualTo(token)
                .isNotEqualTo(sha256(token))
                .isNotEqualTo(sha256(session.token().getBytes(StandardCharsets.UTF_8)));
        assertThat(accounts.findViewer(session.token(), Session.Kind.BROWSER))
                .as("a program's token opens no page")
                .isEmpty();
        clock.forward(Session.LIFE.minusSeconds(1));
        assertThat(accounts.findViewer(session.token(), Session.Kind.API)).isPresent();
        clock.forward(java.time.Duration.ofSeconds(2));
        assertThat(accounts.findViewer(session.token(), Session.Kind.API)).isEmpty();
    }

    @Test
    void a_reset_link_is_stored_hashed_too() throws Exception {
        Given.Actor actor = given.actor(Role.MEMBER);
        UUID account = java.util.Objects.requireNonNull(actor.viewer().accountId());
        String token = links.issue(given.actor(Role.ADMINISTRATOR).viewer(), account);
        byte[] stored = sql.sql("select token_hash from people.reset_link where account_id = ?")
                .param(account)
                .query(byte[].class)
                .single();
        assertThat(stored).isNotEqualTo(sha256(token.getBytes(StandardCharsets.UTF_8)));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(token);
    }

    @Test
    void an_identity_number_is_sealed_found_only_by_its_key_and_shown_masked() throws Exception {
        EmiratesId number = number();
        PersonId person = given.person();
        transaction.executeWithoutResult(t -> people.recordEmiratesId(Viewer.HOUSE, person, number, null));
        var row = sql.sql("select number_cipher, number_hash from people.identity_document where person_id = ?")
                .param(person.value())
                .query((rs, n) -> List.of(rs.getBytes(1), rs.getBytes(2)))
                .single();
        byte[] digits = number.digits().getBytes(StandardCharsets.UTF_8);
        for (byte[] stored : row) {
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(number.digits());
            assertThat(stored).isNotEqualTo(sha256(digits));
        }
        assertThat(people.findByEmiratesId(number)).contains(person);
        assertThat(people.findMaskedEmiratesId(person)).contains(number.masked());
    }

    @Test
    void one_number_belongs_to_one_person_and_is_sealed_differently_each_time() {
        EmiratesId number = number();
        PersonId first = given.person();
        transaction.executeWithoutResult(t -> people.recordEmiratesId(Viewer.HOUSE, first, number, null));
        byte[] before = cipher(first);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> transaction.executeWithoutResult(
                        t -> people.recordEmiratesId(Viewer.HOUSE, given.person(), number, null)))
                .isInstanceOf(Refusal.class)
                .extracting("key")
                .isEqualTo("identity-known");
        sql.sql("delete from people.identity_document where person_id = ?")
                .param(first.value())
                .update();
        transaction.executeWithoutResult(t -> people.recordEmiratesId(Viewer.HOUSE, first, number, null));
        assertThat(cipher(first)).as("a fresh nonce each time").isNotEqualTo(before);
    }

    private byte[] cipher(PersonId person) {
        return sql.sql("select number_cipher from people.identity_document where person_id = ?")
                .param(person.value())
                .query(byte[].class)
                .single();
    }

    private static byte[] sha256(byte[] of) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(of);
    }
}
