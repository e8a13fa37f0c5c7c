package org.kulluna.screens;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For players: no session and no form secret, but the device's key in a header that no foreign page can make one send. */
@RestController
@RequestMapping("/screens/player")
class PlayerApi {
    static final String KEY = "X-Screen-Key";

    record Poll(@Nullable String poll) {}

    record Taken(List<Plays.Outcome> taken) {}

    record Beat(
            @Nullable String player,
            @Nullable Long offsetMs,
            @Nullable Integer waiting,
            @Nullable String showing,
            @Nullable Boolean connected,
            @Nullable String trouble,
            @Nullable Turn turn) {}

    /** Which slot the wall shows, and since when by the house's clock. */
    record Turn(
            @Nullable String kind,
            @Nullable String item,
            @Nullable String language,
            @Nullable UUID whisper,
            @Nullable Integer revision,
            @Nullable String address,
            @Nullable Instant begunAt) {
        /** Null when there is nothing to go on from. */
        static @Nullable Turn clean(@Nullable Turn t) {
            return t == null || t.begunAt() == null
                    ? null
                    : new Turn(
                            cut(t.kind(), 20),
                            cut(t.item(), 40),
                            cut(t.language(), 3),
                            t.whisper(),
                            t.revision(),
                            t.address() == null ? null : cut(t.address(), PageHosts.LONGEST),
                            t.begunAt());
        }
    }

    private final Pairings pairings;
    private final Devices devices;
    private final PlayIntake intake;
    private final ProgrammeRows pictures;
    private final HeartbeatRows beats;

    PlayerApi(Pairings pairings, Devices devices, PlayIntake intake, ProgrammeRows pictures, HeartbeatRows beats) {
        this.pairings = pairings;
        this.devices = devices;
        this.intake = intake;
        this.pictures = pictures;
        this.beats = beats;
    }

    @PostMapping("/pairings")
    Pairings.Offered offer() {
        return pairings.offer();
    }

    @PostMapping("/pairings/state")
    Pairings.Answer ask(@RequestBody Poll poll) {
        return pairings.ask(poll.poll() == null ? "" : poll.poll());
    }

    @GetMapping("/programme")
    public ResponseEntity<String> programme(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        Screen screen = devices.of(key);
        String text = devices.programmes().of(screen);
        String tag = tag(text);
        return tag.equals(known)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                        .body(text);
    }

    @GetMapping("/pictures/{id}")
    ResponseEntity<byte[]> picture(
            @RequestHeader(name = KEY, required = false) @Nullable String key, @PathVariable String id) {
        Screen screen = devices.of(key);
        ProgrammeRows.Picture picture = pictures.findPicture(
                        screen, Ids.parse(id), devices.clock().instant())
                .orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .body(picture.bytes());
    }

    /** The body is read only when its turn came. */
    @PostMapping(path = "/plays", consumes = MediaType.APPLICATION_JSON_VALUE)
    Taken take(@RequestHeader(name = KEY, required = false) @Nullable String key, InputStream body) {
        return new Taken(intake.take(devices.of(key), body));
    }

    @PostMapping("/heartbeat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void beat(@RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Beat b) {
        Screen screen = devices.of(key);
        beats.put(
                screen.id(),
                new Heartbeat(
                        devices.clock().instant(),
                        cut(b.player(), 40),
                        b.offsetMs() == null ? 0 : Math.clamp(b.offsetMs(), -Play.MOST_OFFSET, Play.MOST_OFFSET),
                        b.waiting() == null ? 0 : Math.max(0, b.waiting()),
                        cut(b.showing(), 200),
                        Boolean.TRUE.equals(b.connected()),
                        cut(b.trouble(), 200)),
                Turn.clean(b.turn()));
    }

    /** Which screen a key is of. */
    @org.springframework.stereotype.Component
    record Devices(ScreenRows screens, Secrets secrets, Programmes programmes, Clock clock) {
        /** @throws Refusal SIGN_IN when no screen in use holds that key */
        Screen of(@Nullable String key) {
            return (key == null || key.length() > 100
                            ? java.util.Optional.<Screen>empty()
                            : screens.findByKey(secrets.hashKey(key)))
                    .orElseThrow(() -> Refusal.of(Refusal.Kind.SIGN_IN, "screen-not-paired"));
        }
    }

    private static String cut(@Nullable String text, int most) {
        String t = text == null ? "" : text.replace("\u0000", "");
        return t.substring(0, Math.min(most, t.length()));
    }

    private static String tag(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
