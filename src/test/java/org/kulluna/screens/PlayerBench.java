package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kulluna.attendance.HouseProcess;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A player's page in a real Chromium whose clock and timers run ten times as fast: an hour of a wall in six minutes, while
 * whispers with pictures come and go. After each garbage collection its heap, DOM nodes, listeners and open picture
 * addresses are counted: none may grow. A second page to which a small leak was added must be found out by the same
 * measure, or the measure is worth nothing. Run by bench/whisper.sh player; not part of any test run.
 */
@Tag("bench")
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlayerBench {
    private static final int SPEED = 10;
    private static final int MINUTES = Integer.getInteger("kulluna.bench.minutes", 60);
    private static final int SECONDS = MINUTES * 60 / SPEED;
    private static final int EVERY = 5;
    private static final int WHISPER_EVERY = 20;

    /** From the first quarter's end on, when what is compiled and kept once is there: all beyond this is growth. */
    private static final double MOST_KILOBYTES = 150;

    /** The list of figures alone has twenty, and is there or not. */
    private static final double MOST_NODES = 60;

    private static final String FAST = """
            (() => {
              const Real = Date, begun = Real.now(), speed = %d;
              const at = () => Math.round(begun + (Real.now() - begun) * speed);
              globalThis.Date = class extends Real {
                constructor(...a) { if (a.length) super(...a); else super(at()); }
                static now() { return at(); }
              };
              const p = performance.now.bind(performance), b = p();
              performance.now = () => b + (p() - b) * speed;
              for (const name of ["setTimeout", "setInterval"]) {
                const real = globalThis[name];
                globalThis[name] = (work, ms, ...rest) => real(work, (ms ?? 0) / speed, ...rest);
              }
              globalThis.told = 0;
              const ask = globalThis.fetch;
              globalThis.fetch = async (address, how) => {
                const answer = await ask(address, how);
                if (answer.ok && address === "/screens/player/plays") globalThis.told += JSON.parse(how.body).plays.length;
                return answer;
              };
              globalThis.openAddresses = 0;
              const make = URL.createObjectURL, take = URL.revokeObjectURL;
              URL.createObjectURL = (b) => { globalThis.openAddresses++; return make.call(URL, b); };
              URL.revokeObjectURL = (a) => { globalThis.openAddresses--; return take.call(URL, a); };
            })();""".formatted(SPEED);

    /** A list item and a kilobyte for each second: 3.6 MB an hour. */
    private static final String LEAK = """
            globalThis.leaked = [];
            setInterval(() => globalThis.leaked.push(document.createElement("li"), new Array(128).fill(Date.now() + 0.5)), 1000);""";

    /** @param hour of the player's clock, since its first sample */
    private record Sample(double hour, double kilobytes, double nodes, double listeners, double addresses) {}

    private record Wall(String name, UUID screen, Page page, CDPSession devTools, List<Sample> samples) {}

    @Test
    void an_hour_at_ten_times_its_clock_leaves_nothing_behind() throws Exception {
        try (HouseProcess house = new HouseProcess().start();
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(options())) {
            house.seed(1, 1);
            house.account("desk", Role.COMMUNICATIONS_OFFICER);
            JdbcClient sql = house.sql();
            loop(sql);
            whisper(sql, 86_400);
            whisper(sql, 86_400);
            Wall wall = wall(browser, house, "player", "");
            Wall leaking = wall(browser, house, "with a leak", LEAK);
            for (int second = 0; second <= SECONDS; second += EVERY) {
                if (second % WHISPER_EVERY == 0) {
                    whisper(sql, WHISPER_EVERY);
                }
                wall.page().waitForTimeout(EVERY * 1000);
                sample(wall);
                sample(leaking);
            }
            tell(wall);
            tell(leaking);
            assertThat(plays(wall))
                    .as("plays that came meanwhile: one in 15 seconds at least")
                    .isGreaterThan(MINUTES * 4L);
            assertThat(grown(leaking)).as("the leak is found out").isNotEmpty();
            assertThat(grown(wall)).isEmpty();
        }
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("kulluna.chromium", "/usr/bin/chromium")))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"));
    }

    private static Wall wall(Browser browser, HouseProcess house, String name, String more) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + house.port())
                .setViewportSize(1280, 720));
        context.addInitScript(FAST + more);
        Page page = context.newPage();
        page.navigate("/screens/player");
        page.locator("[data-part=code]:text-matches('^.{6}$')").waitFor();
        UUID id = Ids.next();
        ScreenForm form = new ScreenForm(
                id.toString(),
                page.locator("[data-part=code]").textContent(),
                "شاشة",
                name,
                "gate",
                "gate",
                "",
                "landscape",
                "ar en",
                "latn",
                "Asia/Dubai",
                "120",
                "0");
        ApiClient desk = house.client("desk");
        assertThat(desk.post("/api/v1/screens/pair", form).status()).isEqualTo(201);
        page.locator("[data-part=title]").waitFor();
        // What is loaded once is loaded by then.
        page.waitForTimeout(EVERY * 1000);
        return new Wall(name, id, page, context.newCDPSession(page), new ArrayList<>());
    }

    private static void sample(Wall wall) {
        wall.devTools().send("HeapProfiler.collectGarbage");
        JsonObject heap = wall.devTools().send("Runtime.getHeapUsage");
        JsonObject counted = wall.devTools().send("Memory.getDOMCounters");
        double now = ((Number) wall.page().evaluate("Date.now()")).doubleValue() / 3_600_000;
        double open = ((Number) wall.page().evaluate("openAddresses")).doubleValue();
        wall.samples()
                .add(new Sample(
                        now,
                        heap.get("usedSize").getAsDouble() / 1024,
                        counted.get("nodes").getAsDouble(),
                        counted.get("jsEventListeners").getAsDouble(),
                        open));
    }

    /** What grew by more than noise, in words; empty when all is flat. */
    private static List<String> grown(Wall wall) {
        List<String> grown = new ArrayList<>();
        if (growth(wall, Sample::kilobytes) > MOST_KILOBYTES) {
            grown.add("heap");
        }
        if (growth(wall, Sample::nodes) > MOST_NODES) {
            grown.add("nodes");
        }
        if (growth(wall, Sample::listeners) > MOST_NODES) {
            grown.add("listeners");
        }
        if (wall.samples().stream().anyMatch(s -> s.addresses() > 1)) {
            grown.add("picture addresses");
        }
        return grown;
    }

    /** Growth by the median of the slopes between all pairs of samples (Theil and Sen), which a few odd ones do not move. */
    private static double growth(Wall wall, ToDoubleFunction<Sample> of) {
        List<Sample> all = measured(wall);
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int k = i + 1; k < all.size(); k++) {
                slopes.add((of.applyAsDouble(all.get(k)) - of.applyAsDouble(all.get(i)))
                        / (all.get(k).hour() - all.get(i).hour()));
            }
        }
        slopes.sort(null);
        return slopes.get(slopes.size() / 2)
                * (all.getLast().hour() - all.getFirst().hour());
    }

    private static List<Sample> measured(Wall wall) {
        return wall.samples().subList(wall.samples().size() / 4, wall.samples().size());
    }

    /** Told by the player: on the house's clock, which goes at its own speed, most lie over each other and are not stored. */
    private static long plays(Wall wall) {
        return ((Number) wall.page().evaluate("told")).longValue();
    }

    private static void tell(Wall wall) {
        Sample first = measured(wall).getFirst();
        Sample last = measured(wall).getLast();
        System.out.printf(
                Locale.ROOT,
                "%n%s: %.2f h of its clock after warm-up, %d plays in all; heap %.0f to %.0f kB (growth %+.0f), nodes %.0f to"
                        + " %.0f (%+.1f), listeners %.0f to %.0f, picture addresses %.0f at the end%n",
                wall.name(),
                last.hour() - first.hour(),
                plays(wall),
                first.kilobytes(),
                last.kilobytes(),
                growth(wall, Sample::kilobytes),
                first.nodes(),
                last.nodes(),
                growth(wall, Sample::nodes),
                first.listeners(),
                last.listeners(),
                last.addresses());
    }

    /** Whispers, then figures, everywhere in the unit. */
    private static void loop(JdbcClient sql) {
        UUID loop = Ids.next();
        sql.sql("""
                insert into screens.loop (id, name_ar, name_en, unit_code, created_at)
                values (?, 'دورة', 'Loop', 'gate', now())""").param(loop).update();
        sql.sql("""
                insert into screens.loop_item (id, loop_id, position, kind, seconds)
                values (gen_random_uuid(), ?, 1, 'whispers', 8), (gen_random_uuid(), ?, 2, 'figures', 8)""").params(loop, loop).update();
        sql.sql("insert into screens.schedule (id, loop_id, created_at) values (gen_random_uuid(), ?, now())")
                .param(loop)
                .update();
    }

    /** With a picture of its own, for so many seconds. */
    private static void whisper(JdbcClient sql, int seconds) throws IOException {
        UUID id = Ids.next();
        sql.sql("""
                insert into whispers.picture (id, hash, media_type, width, height, bytes, added_by, added_at)
                values (:id, sha256(:name::bytea), 'image/png', 600, 400, :bytes, :id, now())""")
                .param("id", id)
                .param("name", id.toString())
                .param("bytes", png(id.hashCode()))
                .update();
        sql.sql("""
                insert into whispers.whisper (id, unit_code, theme, state, sent_at, expires_at, created_by, created_at, changed_at)
                values (:id, 'gate', 'safety', 'sent', now(), now() + make_interval(secs => :seconds), :id, now(), now())""").param("id", id).param("seconds", seconds).update();
        sql.sql(
                        "insert into whispers.revision (whisper_id, number, picture_id, written_by, written_at) values (?, 1, ?, ?, now())")
                .params(id, id, id)
                .update();
        sql.sql("""
                insert into whispers.wording (whisper_id, revision, language, title, body, picture_alt)
                values (?, 1, 'ar', 'همسة', 'حيّنا أهدأ بكم', 'صورة'), (?, 1, 'en', 'Whisper', 'Text', 'Picture')""").params(id, id).update();
    }

    private static byte[] png(int colour) throws IOException {
        BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 400; i++) {
            image.setRGB(i, i, colour);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
