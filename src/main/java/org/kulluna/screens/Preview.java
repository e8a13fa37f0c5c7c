package org.kulluna.screens;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Viewer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a screen plays, for its officers: the programme its player decides by, and where its turn stands. */
@Component
class Preview {
    private final Screens screens;
    private final Programmes programmes;
    private final LoopRows loops;
    private final HeartbeatRows beats;
    private final Clock clock;

    Preview(Screens screens, Programmes programmes, LoopRows loops, HeartbeatRows beats, Clock clock) {
        this.screens = screens;
        this.programmes = programmes;
        this.loops = loops;
        this.beats = beats;
        this.clock = clock;
    }

    /** JSON: the house's clock, what the wall last said it showed, and the programme exactly as its player gets it. */
    @Transactional(readOnly = true)
    public String of(Viewer viewer, UUID id) {
        Screen screen = screens.get(viewer, id);
        return "{\"now\": " + clock.millis() + ", \"turn\": " + beats.turn(id) + ", \"programme\": "
                + programmes.of(screen) + "}";
    }

    @Transactional(readOnly = true)
    public List<Reaching> reaching(Viewer viewer, UUID id) {
        screens.get(viewer, id);
        return loops.reaching(id, clock.instant());
    }

    static ResponseEntity<String> json(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .body(text);
    }
}
