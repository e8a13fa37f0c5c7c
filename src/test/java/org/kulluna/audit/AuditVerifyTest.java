package org.kulluna.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test makes a chain of its own, spoils it and undoes everything: nobody else ever sees it. */
class AuditVerifyTest extends HouseTest {
    private static final int CHAIN = 99;

    @Autowired
    private AuditVerify verify;

    @Autowired
    private HeadsFile heads;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    private final List<AuditEntry> entries = new ArrayList<>();
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MICROS).minusSeconds(3600);

    /** Faults of our chain after {@code spoil}, with the head of entry five signed before. */
    private List<String> faultsAfter(Consumer<Void> spoil) {
        return transaction.execute(t -> {
            t.setRollbackOnly();
            make("test.deed", 8);
            AuditEntry anchored = entries.get(4);
            String line = heads.line(Instant.now(), new AuditRows.Head(CHAIN, anchored.number(), anchored.mac()), "");
            sql.sql("alter table audit.entry disable trigger append_only").update();
            spoil.accept(null);
            return verify.verify(heads.parse(List.of(line))).stream()
                    .filter(f -> f.chain() == CHAIN)
                    .map(f -> f.kind() + " " + f.number())
                    .toList();
        });
    }

    private void make(String action, int count) {
        entries.clear();
        byte[] mac = {};
        for (int n = 1; n <= count; n++) {
            Instant at = begun.plusSeconds(n);
            AuditEntry open = new AuditEntry(CHAIN, n, at, new UUID(1, n), action, "thing", "id" + n, "", mac);
            mac = audit.link(mac, open);
            entries.add(open.withMac(mac));
        }
        sql.sql("delete from audit.chain where chain = 99").update();
        sql.sql("insert into audit.chain (chain, number, head) values (99, :n, :mac)")
                .param("n", count)
                .param("mac", mac)
                .update();
        for (AuditEntry e : entries) {
            sql.sql("""
                    insert into audit.entry (chain, number, at, actor, action, subject_kind, subject_id, fields, mac)
                    values (99, :n, :at, :actor, :action, 'thing', :id, '', :mac)""")
                    .param("n", e.number())
                    .param("at", e.at().atOffset(ZoneOffset.UTC))
                    .param("actor", e.actor())
                    .param("action", action)
                    .param("id", e.subjectId())
                    .param("mac", e.mac())
                    .update();
        }
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }

    @Test
    void a_whole_chain_has_no_fault() {
        assertThat(faultsAfter(v -> {})).isEmpty();
    }

    @Test
    void a_changed_row_is_found_and_only_that_one() {
        assertThat(faultsAfter(v -> run("update audit.entry set action = 'x.y' where chain = 99 and number = 3")))
                .containsExactly("changed 3");
        assertThat(faultsAfter(
                        v -> run("update audit.entry set at = at + interval '1 s' where chain = 99 and number = 8")))
                .containsExactly("changed 8");
        assertThat(faultsAfter(v -> run("update audit.entry set actor = null where chain = 99 and number = 1")))
                .containsExactly("changed 1");
    }

    @Test
    void a_missing_row_is_found() {
        assertThat(faultsAfter(v -> run("delete from audit.entry where chain = 99 and number = 4")))
                .containsExactly("missing 4");
        assertThat(faultsAfter(v -> run("delete from audit.entry where chain = 99 and number = 1")))
                .containsExactly("missing 1");
    }

    @Test
    void a_tail_cut_off_is_found_by_the_head() {
        assertThat(faultsAfter(v -> run("delete from audit.entry where chain = 99 and number > 6")))
                .containsExactly("cut-off 8");
    }

    @Test
    void a_tail_cut_off_with_its_head_put_right_is_found_by_the_signed_heads() {
        assertThat(faultsAfter(v -> {
                    run("delete from audit.entry where chain = 99 and number > 3");
                    run(
                            "update audit.chain set number = 3, head = (select mac from audit.entry where chain = 99 and number = 3) where chain = 99");
                }))
                .containsExactly("cut-off 5");
    }

    @Test
    void a_chain_rewritten_under_the_key_is_found_by_the_signed_heads() {
        assertThat(faultsAfter(v -> {
                    run("delete from audit.entry where chain = 99");
                    make("another.story", 8);
                }))
                .containsExactly("rewritten 5");
    }

    @Test
    void swapped_rows_are_found() {
        assertThat(faultsAfter(v -> {
                    run("update audit.entry set number = number + 100 where chain = 99 and number in (6, 7)");
                    run(
                            "update audit.entry set number = case number when 106 then 7 else 6 end where chain = 99 and number > 100");
                }))
                .contains("changed 6", "changed 7");
    }

    @Test
    void a_chain_without_a_head_and_a_forged_line_are_found() {
        assertThat(faultsAfter(v -> run("delete from audit.chain where chain = 99")))
                .containsExactly("no-head 99".replace("99", "0"));
        HeadsFile.Anchors anchors = heads.parse(List.of(
                heads.line(Instant.now(), new AuditRows.Head(99, 5, new byte[] {1}), "")
                        .replace(" 99 5 ", " 99 4 "),
                "nonsense"));
        assertThat(anchors.forgedLines()).containsExactly(1, 2);
        assertThat(anchors.byChain()).isEmpty();
    }

    @Test
    void the_house_as_it_stands_is_whole_and_the_command_says_so() {
        given.actor(Role.MEMBER);
        heads.write();
        heads.write();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        // Tests that moved the clock far back left entries older than this run's file of heads.
        assertThat(verify.verify(heads.read()).stream().filter(f -> !f.kind().equals("heads-late")))
                .isEmpty();
        verify.run(List.of(), out);
        assertThat(verify.run(List.of("more"), out)).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("⟦");
    }

    @Test
    void a_fault_is_one_sentence_and_exit_code_one() {
        transaction.executeWithoutResult(t -> {
            t.setRollbackOnly();
            make("test.deed", 3);
            run("update audit.chain set number = 7 where chain = 99");
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            assertThat(verify.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8)))
                    .isEqualTo(1);
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("99")
                    .contains("7")
                    .doesNotContain("⟦");
        });
    }
}
