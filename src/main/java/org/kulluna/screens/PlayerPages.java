package org.kulluna.screens;

import java.time.Duration;
import org.kulluna.shell.PublicAddress;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page a screen's browser opens. It is the same for every screen: the key stays in the browser. */
@Controller
class PlayerPages {
    private final PublicAddress address;

    PlayerPages(PublicAddress address) {
        this.address = address;
    }

    @GetMapping("/screens/player")
    String player(Model model) {
        model.addAttribute("address", address.of("/screens/pair"));
        return "screens/player";
    }

    /** A worker reaches no further than the folder it lies in, so it has an address here. */
    @GetMapping("/screens/player/worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .header("Service-Worker-Allowed", "/screens/player")
                .body(new ClassPathResource("/static/js/screens/worker.js"));
    }
}
