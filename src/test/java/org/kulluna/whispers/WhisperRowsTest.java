package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.audience.Filter;
import org.kulluna.shared.Ids;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@Transactional
class WhisperRowsTest extends HouseTest {
    @Autowired
    WhisperRows rows;

    @Autowired
    RevisionRows revisions;

    private Whisper whisper(Filter audience) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Whisper(
                Ids.next(),
                given.unit(),
                Theme.SAFETY,
                WhisperState.DRAFT,
                1,
                List.of(
                        new Wording("ar", "سلامة الطريق", "تمهّل.", "شارع"),
                        new Wording("en", "Road safety", "Slow down.", "A street"),
                        new Wording("ur", "سڑک کی حفاظت", "آہستہ چلیں۔", "")),
                null,
                new WhisperPlan(null, audience, true, false, now.plusSeconds(60), null, true, "Storm"),
                null,
                null,
                given.person(),
                now,
                now,
                0);
    }

    @Test
    void what_is_stored_is_what_is_read_and_the_same_id_is_stored_once() {
        Whisper w = whisper(new Filter(
                List.of("abu_dhabi"),
                List.of(),
                List.of("ur"),
                List.of(),
                List.of("18-24"),
                List.of(),
                List.of(),
                60,
                null));
        assertThat(rows.insert(w)).isTrue();
        assertThat(rows.insert(w)).isFalse();
        assertThat(rows.get(w.id())).isEqualTo(w);
        assertThat(revisions.list(w.id())).hasSize(1);
        assertThat(rows.find(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> rows.get(UUID.randomUUID())).hasMessage("not-found");
    }

    @Test
    void an_empty_audience_is_everybody() {
        assertThat(WhisperRows.filter("{}")).isEqualTo(Filter.EVERYBODY);
        assertThat(WhisperRows.filter(WhisperRows.json(Filter.EVERYBODY))).isEqualTo(Filter.EVERYBODY);
    }

    @Test
    void a_change_of_an_older_version_is_refused() {
        Whisper w = whisper(Filter.EVERYBODY);
        rows.insert(w);
        assertThat(rows.update(w, 0, w.changedAt())).isTrue();
        assertThat(rows.update(w, 0, w.changedAt())).isFalse();
        assertThat(rows.move(w.id(), WhisperState.DRAFT, 0, WhisperState.DROPPED, w.changedAt()))
                .isFalse();
        assertThat(rows.move(w.id(), WhisperState.DRAFT, 1, WhisperState.DROPPED, w.changedAt()))
                .isTrue();
        assertThat(rows.move(w.id(), WhisperState.DRAFT, 2, WhisperState.DROPPED, w.changedAt()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update whispers.revision set written_at = now() where whisper_id = ?",
                "delete from whispers.revision where whisper_id = ?",
                "update whispers.wording set body = 'x' where whisper_id = ?",
                "delete from whispers.wording where whisper_id = ?"
            })
    void the_database_refuses_to_change_what_was_once_saved(String change) {
        Whisper w = whisper(Filter.EVERYBODY);
        rows.insert(w);
        assertThatThrownBy(() -> sql.sql(change).param(w.id()).update()).hasMessageContaining("append-only");
    }

    @Test
    void readers_of_other_languages_get_the_script_they_read() {
        Whisper w = whisper(Filter.EVERYBODY);
        assertThat(w.wording("ur").language()).isEqualTo("ur");
        assertThat(w.wording("fa").language()).isEqualTo("ar");
        assertThat(w.wording("hi").language()).isEqualTo("en");
        assertThat(List.of("ar", "ur", "fa", "ps").stream().map(Wording::direction))
                .containsOnly("rtl");
        assertThat(List.of("en", "hi", "ml", "fil").stream().map(Wording::direction))
                .containsOnly("ltr");
    }
}
