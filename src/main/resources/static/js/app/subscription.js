// This browser's push subscription and the house's record of it, for pages and the service worker alike (see store.js).
// The record in the database is the person's wish: as long as it stands, the subscription is kept in step with it.
globalThis.kullunaSubscription = (() => {
  const store = globalThis.kullunaStore;
  const DAY = 24 * 3600 * 1000;
  const address = (id) => `/delivery/subscriptions/${id}`;

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  async function houseKey() {
    const answer = await fetch("/delivery/push-key", { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`push key: ${answer.status}`);
    return (await answer.json()).key;
  }

  const send = (method, id, secret, body) =>
    fetch(address(id), {
      method,
      headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": secret },
      body: body && JSON.stringify(body),
    });

  async function subscribed(registration, key) {
    const there = await registration.pushManager.getSubscription();
    const same = there && text(there.options.applicationServerKey ?? new ArrayBuffer(0)) === key;
    if (there && !same) await there.unsubscribe();
    return same
      ? there
      : registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
  }

  /** Subscribes if need be and tells the house, if anything is new to it. */
  async function keep(registration, record, { secret, language }) {
    const key = await houseKey();
    const subscription = await subscribed(registration, key);
    const { endpoint, keys } = subscription.toJSON();
    const known = record.endpoint === endpoint && record.p256dh === keys.p256dh && record.language === language;
    if (known && Date.now() - record.at < DAY) return;
    const answer = await send("PUT", record.id, secret, { endpoint, keys, language });
    if (!answer.ok) throw new Error(`subscription: ${answer.status}`);
    await store.put("state", "push", { id: record.id, endpoint, p256dh: keys.p256dh, language, at: Date.now() });
  }

  async function turnOn(registration, how) {
    const record = (await store.get("state", "push")) ?? { id: crypto.randomUUID(), at: 0 };
    await keep(registration, record, how);
  }

  async function turnOff(registration, { secret }) {
    const record = await store.get("state", "push");
    const subscription = await registration.pushManager.getSubscription();
    await subscription?.unsubscribe();
    await store.remove("state", "push");
    if (record) await send("DELETE", record.id, secret);
  }

  /** With every page: a changed key, endpoint or language is told; a permission taken back ends it. */
  async function sync(registration, how) {
    const record = await store.get("state", "push");
    if (!record) return;
    if (Notification.permission === "granted") {
      await keep(registration, record, how);
    } else {
      await turnOff(registration, how);
    }
  }

  return { turnOn, turnOff, sync };
})();
