package org.kulluna.shell;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.kulluna.support.BrowserTest;
import org.kulluna.support.Given;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

/** A member's phone with the app on it. */
abstract class AppWindow extends BrowserTest {
    @Autowired
    protected VolunteeringGiven volunteering;

    /** Signed in, with the worker in charge and the member's own pages kept. */
    protected Page phone(String language, Given.Actor actor) {
        Page page = cableWindow(language, 390);
        signIn(page, actor.username(), Given.PASSWORD);
        page.navigate("/home?lang=" + language);
        keep(page);
        return page;
    }

    protected void keep(Page page) {
        controlled(page);
        for (int i = 0; i < 3; i++) {
            page.reload();
            if (soon(page, () -> keptPaths(page).size() >= 4)) {
                return;
            }
        }
        throw new AssertionError("no copies are kept: " + keptPaths(page));
    }

    /** The worker is in charge: at once, or with one of the next pages when it could not fetch all it needs. */
    protected static void controlled(Page page) {
        for (int i = 0; i < 3; i++) {
            if (soon(page, () -> Boolean.TRUE.equals(page.evaluate("!!navigator.serviceWorker.controller")))) {
                return;
            }
            page.reload();
        }
        throw new AssertionError("no worker is in charge of " + page.url());
    }

    /** Whether it comes to be so within some seconds. */
    protected static boolean soon(Page page, BooleanSupplier condition) {
        try {
            page.waitForCondition(condition, new Page.WaitForConditionOptions().setTimeout(6_000));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** Waits until that is so; it may await. */
    protected static void until(Page page, String expression) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("async () => " + expression)));
    }

    @SuppressWarnings("unchecked")
    protected List<String> keptPaths(Page page) {
        return (List<String>) page.evaluate("""
                async () => (await caches.has('kulluna-pages'))
                  ? (await (await caches.open('kulluna-pages')).keys()).map(r => new URL(r.url).pathname) : []""");
    }

    @SuppressWarnings("unchecked")
    protected List<String> databases(Page page) {
        return (List<String>) page.evaluate("async () => (await indexedDB.databases()).map(database => database.name)");
    }

    /** What waits in one of the app's stores. */
    @SuppressWarnings("unchecked")
    protected List<Map<String, Object>> stored(Page page, String store) {
        return (List<Map<String, Object>>) page.evaluate("store => kullunaStore.all(store)", store);
    }
}
