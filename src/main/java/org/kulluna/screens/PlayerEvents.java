package org.kulluna.screens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kulluna.delivery.Live;
import org.kulluna.delivery.LiveListener;
import org.kulluna.delivery.LiveStreams;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Word to open players that something is new, for as long as their key opens anything. */
@Controller
class PlayerEvents {
    private final LiveStreams streams;
    private final PlayerApi.Devices devices;
    private final UnaryOperator<Set<String>> allowed;

    PlayerEvents(LiveStreams streams, PlayerApi.Devices devices) {
        this.streams = streams;
        this.devices = devices;
        this.allowed = keys -> devices.screens().listKeyed(keys).stream().collect(Collectors.toSet());
    }

    @GetMapping("/screens/player/events")
    void listen(
            @RequestHeader(name = PlayerApi.KEY, required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response) {
        String mine = Live.of("screen", devices.of(key).id());
        String fingerprint = HexFormat.of().formatHex(devices.secrets().hashKey(String.valueOf(key)));
        streams.open(request, response, new LiveListener(mine, fingerprint, Set.of(Live.SCREENS, mine), allowed));
    }
}
