package org.kulluna.screens;

import jakarta.servlet.http.HttpServletResponse;
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
    private static final String POLICY = "Content-Security-Policy";
    private final PublicAddress address;
    private final PageHosts hosts;
    private final Programmes programmes;

    PlayerPages(PublicAddress address, PageHosts hosts, Programmes programmes) {
        this.address = address;
        this.hosts = hosts;
        this.programmes = programmes;
    }

    @GetMapping("/screens/player")
    String player(Model model, HttpServletResponse response) {
        model.addAttribute("address", address.of("/screens/pair"));
        model.addAttribute("release", programmes.release());
        if (!hosts.origins().isEmpty()) {
            response.setHeader(POLICY, framing(String.valueOf(response.getHeader(POLICY))));
        }
        return "screens/player";
    }

    /** This page alone may frame, and ask whether it is there, what the operator named. */
    private String framing(String policy) {
        String named = String.join(" ", hosts.origins());
        return policy.replace("connect-src 'self'", "connect-src 'self' " + named) + "; frame-src " + named;
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
