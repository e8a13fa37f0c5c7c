package org.kulluna.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kulluna.keys.FreshKeys;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Viewer;
import org.kulluna.support.TestDatabase;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody with all rights over the database, and over the file of heads, but without our keys: what they change, cut or
 * replace is found. Each test spoils a database of its own and commits it.
 */
class TamperTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T06:00:00Z");
    private static final Keys KEYS = FreshKeys.make();
    private static final String WHOLE = "kulluna_audit_whole";
    private static final String SPOILED = "kulluna_audit_spoiled";
    private static List<String> lines = List.of();

    @TempDir
    private Path data;

    private House house = new House(WHOLE, Path.of("."), MONDAY);

    /** The rooms' own parts on one database, at one moment. */
    private static final class House {
        private final DataSource source;
        private final JdbcTemplate sql;
        private final TransactionTemplate transaction;
        private final Clock clock;
        private final Audit audit;
        private final HeadsFile heads;
        private final AuditVerify verify;

        House(String database, Path data, Instant now) {
            source = new DriverManagerDataSource(TestDatabase.url().replaceFirst("(//[^/]+/)[^?]*", "$1" + database));
            sql = new JdbcTemplate(source);
            transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            clock = Clock.fixed(now, ZoneOffset.UTC);
            AuditRows rows = new AuditRows(JdbcClient.create(source), sql);
            audit = new Audit(rows, KEYS, clock);
            heads = new HeadsFile(rows, KEYS, clock, data.toString(), true);
            verify = new AuditVerify(new TrailRows(source), heads, audit, clock);
        }

        void live(int deeds) {
            for (int i = 0; i < deeds; i++) {
                int n = i;
                transaction.executeWithoutResult(
                        t -> audit.record(Viewer.HOUSE, "test.deed", "thing", "id" + n, "field"));
            }
        }

        List<String> faults() {
            return transaction.execute(t -> verify.verify(heads.read())).stream()
                    .map(f -> f.kind() + " " + f.chain() + " " + f.number())
                    .toList();
        }

        List<String> kinds() {
            return faults().stream().map(f -> f.split(" ")[0]).distinct().toList();
        }
    }

    /** Three days of work, with the heads signed at the end of each. */
    @BeforeAll
    static void a_house_that_lived_three_days(@TempDir Path folder) throws IOException {
        JdbcTemplate server = new JdbcTemplate(new DriverManagerDataSource(TestDatabase.url()));
        server.execute("drop database if exists " + WHOLE);
        server.execute("create database " + WHOLE);
        House first = new House(WHOLE, folder, MONDAY);
        Flyway.configure()
                .dataSource(first.source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        for (int day = 0; day < 3; day++) {
            House then = new House(WHOLE, folder, MONDAY.plus(Duration.ofDays(day)));
            then.live(90);
            then.heads.write();
        }
        lines = Files.readAllLines(folder.resolve("audit-heads"));
    }

    @BeforeEach
    void a_copy_to_spoil() throws IOException {
        JdbcTemplate server = new JdbcTemplate(new DriverManagerDataSource(TestDatabase.url()));
        server.execute("drop database if exists " + SPOILED);
        server.execute("create database " + SPOILED + " template " + WHOLE);
        Files.write(file(), lines);
        house = new House(SPOILED, data, MONDAY.plus(Duration.ofDays(2)).plusSeconds(3600));
    }

    private Path file() {
        return data.resolve("audit-heads");
    }

    private void byForce(String... statements) {
        house.sql.execute("alter table audit.entry disable trigger all");
        for (String statement : statements) {
            house.sql.execute(statement);
        }
        house.sql.execute("alter table audit.entry enable trigger all");
    }

    /** A chain that moved on each of the three days, and where it stood on the first. */
    private record Chain(int chain, long monday, long last) {}

    private Chain chain() {
        return house
                .sql
                .query(
                        """
                        select chain, count(*) filter (where at < '2026-03-03') as monday, count(*) as last,
                               count(*) filter (where at >= '2026-03-04') as today
                          from audit.entry group by chain order by chain""",
                        (rs, n) -> rs.getLong("monday") > 1
                                        && rs.getLong("today") > 1
                                        && rs.getLong("last") > rs.getLong("monday") + rs.getLong("today")
                                ? new Chain(rs.getInt("chain"), rs.getLong("monday"), rs.getLong("last"))
                                : null)
                .stream()
                .filter(c -> c != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_nobody_touched_is_whole_and_the_command_says_so() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Integer code = house.transaction.execute(
                t -> house.verify.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8)));
        assertThat(house.faults()).isEmpty();
        assertThat(code).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).isNotBlank().doesNotContain("⟦");
    }

    @Test
    void without_force_nothing_is_changed_deleted_or_emptied() {
        for (String statement : List.of(
                "update audit.entry set fields = 'other'",
                "delete from audit.entry",
                "truncate audit.entry",
                "truncate attendance.ledger_entry cascade",
                "truncate attendance.fact cascade")) {
            assertThatThrownBy(() -> house.sql.execute(statement)).as(statement).hasMessageContaining("append-only");
        }
    }

    @Test
    void a_changed_row_is_found() {
        Chain c = chain();
        byForce("update audit.entry set subject_id = 'somebody else' where chain = " + c.chain() + " and number = 2");
        assertThat(house.faults()).containsExactly("changed " + c.chain() + " 2");
    }

    @Test
    void a_row_deleted_in_the_middle_is_found() {
        Chain c = chain();
        byForce("delete from audit.entry where chain = " + c.chain() + " and number = 2");
        assertThat(house.faults()).containsExactly("missing " + c.chain() + " 2");
        byForce("update audit.entry set number = number - 1 where chain = " + c.chain() + " and number > 2");
        assertThat(house.faults()).as("closing the gap").anyMatch(f -> f.startsWith("changed " + c.chain()));
    }

    @Test
    void a_cut_tail_is_found_with_and_without_its_head_put_right() {
        Chain c = chain();
        byForce("delete from audit.entry where chain = " + c.chain() + " and number > " + c.monday());
        assertThat(house.faults()).contains("cut-off " + c.chain() + " " + c.last());
        byForce(head(c.chain(), c.monday()));
        assertThat(house.faults()).containsExactly("cut-off " + c.chain() + " " + c.last());
        house.live(200);
        assertThat(house.kinds()).as("the chain has grown past its old head").containsExactly("rewritten");
    }

    private static String head(int chain, long number) {
        return "update audit.chain set number = " + number + ", head = (select mac from audit.entry e where e.chain = "
                + chain + " and e.number = " + number + ") where chain = " + chain;
    }

    @Test
    void a_whole_chain_cut_off_is_found_however_its_head_is_left() {
        Chain c = chain();
        byForce("delete from audit.entry where chain = " + c.chain());
        assertThat(house.kinds()).containsExactly("cut-off");
        byForce("update audit.chain set number = 0, head = '' where chain = " + c.chain());
        assertThat(house.faults()).containsExactly("cut-off " + c.chain() + " " + c.last());
        byForce("delete from audit.chain where chain = " + c.chain());
        assertThat(house.faults()).containsExactly("no-head " + c.chain() + " 0");
    }

    @Test
    void emptying_the_whole_trail_is_found() {
        byForce("truncate audit.entry", "update audit.chain set number = 0, head = ''");
        assertThat(house.kinds()).containsExactly("cut-off");
    }

    @Test
    void a_file_of_heads_that_is_gone_or_empty_is_found() throws IOException {
        Files.delete(file());
        assertThat(house.faults()).containsExactly("no-heads 0 0");
        Files.writeString(file(), "");
        assertThat(house.faults()).containsExactly("no-heads 0 0");
    }

    @Test
    void a_line_of_heads_changed_added_or_taken_out_is_found() throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(4, changed.get(4).replaceFirst(" (\\d+) (\\d+) ", " $1 999999 "));
        changed.add("2026-03-05T00:00:00Z 1 5 00 - AAAA");
        Files.write(file(), changed);
        assertThat(house.faults()).contains("forged 0 5", "forged 0 " + changed.size());
        List<String> shorter = new ArrayList<>(lines);
        shorter.remove(4);
        Files.write(file(), shorter);
        assertThat(house.faults()).contains("line-cut 0 5");
        Files.write(file(), lines.subList(3, lines.size()));
        assertThat(house.faults()).as("its beginning").contains("line-cut 0 1");
    }

    @Test
    void a_chain_and_the_end_of_the_file_cut_together_leave_other_chains_unsigned() throws IOException {
        Chain c = chain();
        byForce(
                "delete from audit.entry where chain = " + c.chain() + " and number > " + c.monday(),
                head(c.chain(), c.monday()));
        Files.write(
                file(), lines.stream().filter(l -> l.startsWith("2026-03-02")).toList());
        House later = new House(SPOILED, data, MONDAY.plus(Duration.ofDays(4)));
        assertThat(later.kinds()).containsExactly("unsigned");
    }

    @Test
    void a_file_begun_anew_after_a_cut_is_found() throws IOException {
        Chain c = chain();
        byForce(
                "delete from audit.entry where chain = " + c.chain() + " and number > " + c.monday(),
                head(c.chain(), c.monday()));
        Files.delete(file());
        House restarted = new House(SPOILED, data, MONDAY.plus(Duration.ofDays(4)));
        restarted.heads.atStart();
        assertThat(restarted.kinds()).containsExactly("heads-late");
    }

    @Test
    void a_console_command_signs_nothing_so_that_it_cannot_bless_what_it_verifies() throws IOException {
        Files.delete(file());
        StandardEnvironment command = new StandardEnvironment();
        command.addActiveProfile("command");
        HeadsFile silent = new HeadsFile(
                new AuditRows(JdbcClient.create(house.source), house.sql), KEYS, house.clock, data.toString(), command);
        silent.atStart();
        silent.atStop();
        assertThat(file()).doesNotExist();
        house.heads.atStop();
        assertThat(file()).exists();
    }

    @Test
    void lines_of_the_first_form_still_count() throws IOException {
        String said = lines.getFirst().replaceFirst(" \\S+ \\S+$", "");
        String old = said + " "
                + java.util.Base64.getEncoder().encodeToString(KEYS.sign(said.getBytes(StandardCharsets.US_ASCII)));
        HeadsFile.Anchors anchors = house.heads.parse(List.of(old));
        assertThat(anchors.forgedLines()).isEmpty();
        assertThat(anchors.cutLines()).isEmpty();
        assertThat(anchors.byChain()).hasSize(1);
    }
}
