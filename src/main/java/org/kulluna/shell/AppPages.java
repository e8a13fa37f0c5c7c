package org.kulluna.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kulluna.shared.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** What makes the house an app: its manifest, its service worker, and the page shown where nothing was kept. */
@Controller
class AppPages {
    private static final List<String> WORKER = List.of("store", "subscription", "worker-pages", "worker-push");
    /** What every page needs to look and behave as it should; fonts are kept as they are used. */
    private static final List<String> SHELL = List.of(
            "/app.css",
            "/icons.svg",
            "/js/nav.js",
            "/js/faults.js",
            "/js/toast.js",
            "/js/app.js",
            "/js/app/store.js",
            "/js/app/subscription.js",
            "/js/app/secret.js",
            "/js/app/offline-band.js",
            "/js/app/push-settings.js",
            "/js/app/seen.js",
            "/js/app/live-updates.js",
            "/js/app/urgent.js",
            "/js/app/inbox.js",
            "/js/app/hint.js",
            "/js/app/sign-out.js",
            "/js/offline.js",
            "/js/pass.js",
            "/js/vendor/qrcode.mjs");

    private final Assets assets;
    private final JsonMapper json;

    AppPages(Assets assets, JsonMapper json) {
        this.assets = assets;
        this.json = json;
    }

    @GetMapping("/app.webmanifest")
    ResponseEntity<String> manifest(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/manifest+json;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(json.writeValueAsString(AppManifest.in(Language.of(request), assets::address)));
    }

    /**
     * The worker says what it keeps before it says what it does; every address carries a hash, so a new release is a new
     * worker, and the browser asks for it with each page.
     */
    @GetMapping("/sw.js")
    ResponseEntity<String> worker() {
        Map<String, Object> words = new LinkedHashMap<>();
        Words.languages().forEach(language -> words.put(language, words(Words.in(language))));
        List<String> shell = SHELL.stream().map(assets::address).toList();
        String release = json.writeValueAsString(Map.of(
                "shell", shell,
                "version", Integer.toHexString(shell.hashCode()),
                "icon", assets.address("/icon-192.png"),
                "badge", assets.address("/icon-badge.png"),
                "words", words));
        StringBuilder script = new StringBuilder("self.release = " + release + ";\nimportScripts(");
        script.append(WORKER.stream()
                .map(name -> "\"" + assets.address("/js/app/" + name + ".js") + "\"")
                .collect(java.util.stream.Collectors.joining(", ")));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(script.append(");\n").toString());
    }

    private static Map<String, String> words(Words words) {
        return Map.of(
                "name", words.say("shell.name"),
                "news", words.say("shell.app.news"),
                "withdrawn", words.say("shell.app.withdrawn"));
    }

    @GetMapping("/offline")
    String offline() {
        return "shell/offline";
    }
}
