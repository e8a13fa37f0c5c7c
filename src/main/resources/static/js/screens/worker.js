// Keeps the player's page and what it is made of, so that a screen that starts without network still starts.
const SHELF = "kulluna-player";
const PAGE = "/screens/player";

async function keep() {
  const shelf = await caches.open(SHELF);
  const answer = await fetch(PAGE, { cache: "no-store", credentials: "omit" });
  if (!answer.ok) return;
  const text = await answer.clone().text();
  const parts = [...text.matchAll(/"(\/(?:js|app|fonts|icons|mark|favicon)[^"#\s]*)/g)].map((m) => m[1]);
  const sheet = parts.find((p) => p.startsWith("/app.css"));
  const css = sheet ? await (await fetch(sheet)).text() : "";
  const fonts = [...css.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g)].map((m) => new URL(m[1], self.location.origin).pathname);
  const all = [...new Set([...parts, ...fonts])];
  await Promise.all(all.map(async (p) => (await shelf.match(p)) ?? shelf.add(p)));
  await shelf.put(PAGE, answer);
  for (const old of await shelf.keys()) {
    const url = new URL(old.url);
    if (url.pathname !== PAGE && !all.includes(url.pathname + url.search)) await shelf.delete(old);
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && url.pathname === PAGE) {
    event.respondWith(fetch(event.request).then((answer) => {
      if (!answer.ok) throw new Error("not now");
      event.waitUntil(keep().catch(() => {}));
      return answer;
    }).catch(async () => (await caches.match(PAGE)) ?? Response.error()));
  } else if (!url.pathname.startsWith("/screens/")) {
    event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
  }
});
