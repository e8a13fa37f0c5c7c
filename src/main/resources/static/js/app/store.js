// What this browser keeps for its member: a small database, and copies of their own pages. Pages import this script and
// the service worker reads it as it stands, so it exports nothing and leaves one name.
globalThis.kullunaStore = (() => {
  const NAME = "kulluna";
  const PAGES = "kulluna-pages";
  const STORES = ["state", "steps", "receipts"];
  let opening = null;

  /** Reading makes no database: where nobody signed in there is none. Null then. */
  function open(toWrite) {
    opening ??= new Promise((resolve, reject) => {
      let absent = false;
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => {
        absent = !toWrite;
        if (absent) asked.transaction.abort();
        else STORES.forEach((name) => asked.result.createObjectStore(name));
      };
      asked.onerror = () => {
        opening = null;
        if (absent) resolve(null);
        else reject(asked.error);
      };
      asked.onsuccess = () => {
        const database = asked.result;
        const forget = () => {
          database.close();
          opening = null;
        };
        // Whoever signs out in another tab deletes the database: it must not wait for this one.
        database.onversionchange = forget;
        database.onclose = forget;
        resolve(database);
      };
    });
    return opening;
  }

  async function within(store, mode, work) {
    const database = (await open(mode === "readwrite")) ?? (mode === "readwrite" ? await open(true) : null);
    if (!database) return undefined;
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const asked = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }

  const get = (store, key) => within(store, "readonly", (s) => s.get(key));
  const all = async (store) => (await within(store, "readonly", (s) => s.getAll())) ?? [];
  const put = (store, key, value) => within(store, "readwrite", (s) => s.put(value, key));
  const remove = (store, key) => within(store, "readwrite", (s) => s.delete(key));
  /** Only what is not there yet: what happened first counts. */
  const addOnce = (store, key, value) =>
    within(store, "readwrite", (s) => {
      const there = s.get(key);
      there.onsuccess = () => there.result === undefined && s.put(value, key);
      return there;
    });

  async function forget() {
    const database = await opening?.catch(() => null);
    database?.close();
    opening = null;
    await new Promise((done) => {
      const asked = indexedDB.deleteDatabase(NAME);
      asked.onsuccess = asked.onerror = asked.onblocked = done;
    });
  }

  const dropPages = () => caches.delete(PAGES);

  /** Nothing of this person stays: copies, queues, what is shown on the lock screen, and the way to push to them. */
  async function wipe(registration) {
    const shown = registration ? await registration.getNotifications().catch(() => []) : [];
    shown.forEach((notification) => notification.close());
    const subscription = await registration?.pushManager?.getSubscription().catch(() => null);
    await Promise.allSettled([subscription?.unsubscribe(), dropPages(), forget()]);
  }

  /** An answer of the house says whose it is (header Kulluna-Viewer). What was kept for somebody else goes. */
  async function noticed(viewer, registration) {
    if (viewer === "none") {
      // The session ended: nobody reads the copies now. What the person did offline waits for them, sealed by account.
      await dropPages();
      const push = await get("state", "push");
      // The next session is told of the subscription anew: signing out of it is what ends it.
      if (push?.at) await put("state", "push", { ...push, at: 0 });
      return;
    }
    const before = await get("state", "viewer");
    if (before === viewer) return;
    if (before && account(before) !== account(viewer)) {
      await wipe(registration);
    } else if (before) {
      // Other roles: another set of pages, and a subscription made anew by the next page that is opened.
      await dropPages();
      const subscription = await registration?.pushManager?.getSubscription().catch(() => null);
      await subscription?.unsubscribe();
    }
    await put("state", "viewer", viewer);
  }

  const account = (viewer) => viewer.split(".")[0];

  return { PAGES, get, all, put, remove, addOnce, wipe, noticed, account };
})();
