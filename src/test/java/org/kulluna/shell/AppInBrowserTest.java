package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.people.Accounts;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class AppInBrowserTest extends AppWindow {
    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en", "ur"})
    void a_browser_finds_nothing_that_keeps_it_from_installing_the_app(String language) {
        Page page = phone(language, volunteering.member());
        CDPSession session = page.context().newCDPSession(page);
        JsonObject manifest = session.send("Page.getAppManifest");
        assertThat(manifest.getAsJsonArray("errors")).isEmpty();
        assertThat(manifest.get("url").getAsString()).endsWith("/app.webmanifest?lang=" + language);
        JsonObject errors = session.send("Page.getInstallabilityErrors");
        // A test's window is a private one, in which nothing is installed.
        assertThat(StreamSupport.stream(
                                errors.getAsJsonArray("installabilityErrors").spliterator(), false)
                        .map(JsonElement::getAsJsonObject)
                        .map(e -> e.get("errorId").getAsString())
                        .filter(e -> !e.equals("in-incognito")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void without_network_a_members_own_pages_open_and_say_of_when_they_are(String language) {
        Page page = phone(language, volunteering.member());
        for (String path : Keeping.PAGES) {
            page.navigate(path);
            String title = page.locator("h1").innerText();
            assertThat(page.locator("[data-offline-band]").isVisible()).isFalse();
            unplug(page);
            page.navigate(path);
            page.waitForSelector("[data-offline-band]:not([hidden])");
            assertThat(page.locator("h1").innerText()).isEqualTo(title);
            assertThat(page.locator("[data-offline-band]").innerText())
                    .containsPattern("[0-9]{2}:[0-9]{2}")
                    .contains(language.equals("ar") ? "لا توجد شبكة" : "No network");
            assertThat(faults(page)).as(path).isEmpty();
            plugIn(page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void without_network_any_other_page_says_so_and_leads_to_what_is_there(String language) {
        Page page = phone(language, volunteering.member());
        unplug(page);
        page.navigate("/training/courses");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(page.locator("h1").innerText())
                .isEqualTo(language.equals("ar") ? "لا توجد شبكة الآن" : "There is no network just now");
        page.waitForSelector("[data-kept-list]:not([hidden])");
        assertThat(page.locator("[data-kept]:visible").count()).isEqualTo(4);
        assertThat(faults(page)).isEmpty();
        page.click("[data-kept] a[href='/volunteering/mine']");
        page.waitForSelector("[data-offline-band]:not([hidden])");
        plugIn(page);
        page.navigate("/training/courses");
        assertThat(page.locator("[data-kept-list]").count()).isZero();
    }

    @Test
    void what_is_posted_without_network_is_said_to_be_unsent() {
        Page page = phone("en", volunteering.member());
        page.navigate("/people/me");
        unplug(page);
        page.click("form[action='/people/me'] .button--primary");
        page.waitForSelector("[data-unsent]:not([hidden])");
    }

    @Test
    void a_stranger_without_network_is_shown_the_same_page_and_offered_nothing() {
        Page page = cableWindow("en", 390);
        page.navigate("/");
        controlled(page);
        unplug(page);
        page.navigate("/credits");
        assertThat(page.locator("h1").innerText()).isEqualTo("There is no network just now");
        assertThat(page.locator("[data-kept]:visible").count()).isZero();
        assertThat(databases(page)).isEmpty();
    }

    @Test
    void of_a_desk_and_of_other_people_nothing_is_kept() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        Page desk = window("en", 1280);
        signIn(desk, officer.username(), Given.PASSWORD);
        controlled(desk);
        for (String path : List.of("/today", "/membership/members", "/inbox", "/more", "/nothing")) {
            desk.navigate(path);
        }
        assertThat(keptPaths(desk)).isEmpty();
        Page page = phone("en", volunteering.member());
        for (String path : List.of("/volunteering/shifts", "/more", "/people/me", "/inbox?after=x", "/nothing")) {
            page.navigate(path);
        }
        assertThat(keptPaths(page)).containsExactlyInAnyOrderElementsOf(Keeping.PAGES);
    }

    @Test
    void signing_out_leaves_nothing_behind() {
        Page page = phone("en", volunteering.member());
        assertThat(databases(page)).containsExactly("kulluna");
        page.click(".site-header form[action='/sign-out'] button");
        page.waitForSelector(".site-header a[href='/sign-in']");
        assertThat(keptPaths(page)).isEmpty();
        assertThat(databases(page)).isEmpty();
        until(page, "!!(await navigator.serviceWorker.ready).active");
        assertThat(page.evaluate(
                        "async () => !!(await (await navigator.serviceWorker.ready).pushManager.getSubscription())"))
                .isEqualTo(false);
        unplug(page);
        page.navigate("/inbox");
        assertThat(page.locator("[data-offline-band]").count()).isZero();
    }

    @Test
    void when_the_session_has_ended_no_copy_is_shown_any_more() {
        Given.Actor member = volunteering.member();
        Page page = phone("en", member);
        page.evaluate("kullunaStore.put('steps', 'x', {account: 'x', whisper: 'w', step: 'seen'})");
        endSessions(member);
        page.navigate("/inbox");
        assertThat(page.url()).contains("/sign-in?to=");
        assertThat(keptPaths(page)).isEmpty();
        assertThat(stored(page, "steps"))
                .as("what was done waits for its person")
                .hasSize(1);
        unplug(page);
        page.navigate("/membership/pass");
        assertThat(page.locator("#pass").count()).isZero();
    }

    @Test
    void what_one_person_left_the_next_one_does_not_find() {
        Given.Actor first = volunteering.member();
        Page page = phone("en", first);
        page.evaluate("kullunaStore.put('steps', 'x', {account: 'x', whisper: 'w', step: 'seen'})");
        page.evaluate("kullunaStore.put('state', 'push', {id: 'x', at: 0})");
        endSessions(first);
        signIn(page, volunteering.member().username(), Given.PASSWORD);
        until(page, "(await kullunaStore.get('state', 'viewer'))" + " === document.documentElement.dataset.viewer");
        assertThat(stored(page, "steps")).isEmpty();
        assertThat(page.evaluate("async () => (await kullunaStore.get('state', 'push')) === undefined"))
                .isEqualTo(true);
    }

    @Test
    void other_roles_make_other_copies() {
        Given.Actor member = volunteering.member();
        Page page = phone("en", member);
        String before = (String) page.evaluate("document.documentElement.dataset.viewer");
        transaction.executeWithoutResult(t -> accounts.grant(Viewer.HOUSE, member.person(), Role.SHIFT_LEADER, null));
        signIn(page, member.username(), Given.PASSWORD);
        page.navigate("/home");
        String after = (String) page.evaluate("document.documentElement.dataset.viewer");
        assertThat(after).isNotEqualTo(before);
        until(page, "(await (await caches.open('kulluna-pages')).keys()).length >= 4");
        assertThat(page.evaluate("""
                async () => (await Promise.all((await (await caches.open('kulluna-pages')).matchAll())
                  .map(copy => copy.headers.get('Kulluna-Keep'))))"""))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsOnly(after);
    }

    @Test
    void a_new_release_takes_the_place_of_the_old_one() {
        Page page = phone("en", volunteering.member());
        page.evaluate("caches.open('kulluna-shell-old')");
        page.evaluate("async () => (await navigator.serviceWorker.ready).unregister()");
        page.navigate("about:blank");
        page.navigate("/inbox");
        until(page, "!(await caches.keys()).includes('kulluna-shell-old')");
        assertThat((List<?>) page.evaluate("caches.keys()")).hasSize(2);
        assertThat(keptPaths(page)).containsAll(Keeping.PAGES);
    }

    @Test
    void a_page_of_an_older_release_finds_its_files_without_network() {
        Page page = phone("en", volunteering.member());
        page.navigate("/inbox");
        unplug(page);
        for (String old : List.of("/js/0123456789ab/app/seen.js", "/app.css?v=old", "/icons.svg?v=old")) {
            assertThat(page.evaluate("async address => (await fetch(address)).ok", old))
                    .as(old)
                    .isEqualTo(true);
        }
    }

    private void endSessions(Given.Actor actor) {
        sql.sql("delete from people.session where account_id = ?")
                .param(actor.viewer().accountId())
                .update();
    }
}
