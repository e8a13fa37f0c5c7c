// Pages without network. The shell (our own files) is kept whole for each release; of pages only those the house marks as
// somebody's own (header Kulluna-Keep), asked anew each time there is a network, and shown with the time of the copy.
const store = self.kullunaStore;
const SHELL = `kulluna-shell-${self.release.version}`;
const LANGUAGES = Object.keys(self.release.words);
const WAIT = 4000;
const FRESH = 10 * 60 * 1000;
const WHISPERS = 30;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function install() {
  const shell = await caches.open(SHELL);
  await shell.addAll([...self.release.shell, "/favicon.svg"]);
  // Without cookies: asking in each language must not change anybody's.
  await shell.addAll(LANGUAGES.map((language) => new Request(offlinePage(language), { credentials: "omit" })));
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("kulluna-shell-") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
  // Copies of the release before name its files: they are asked for anew.
  if (old.length) await refresh().catch(() => {});
}

async function refresh() {
  const pages = await caches.open(store.PAGES);
  for (const request of await pages.keys()) {
    const path = new URL(request.url).pathname;
    if (!isPicture(path)) await fetchCopy(path);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(request.method === "GET" ? navigate(event, url) : post(event));
  } else if (request.method === "GET" && isAsset(url)) {
    event.respondWith(asset(request, url));
  } else if (request.method === "GET" && isPicture(url.pathname)) {
    event.respondWith(picture(request));
  }
});

self.addEventListener("message", (event) => {
  const said = event.data ?? {};
  if (said.type === "keep") event.waitUntil(keepAll(said.pages, said.language).catch(() => {}));
  // Something is new, or was taken back: copies follow, even if nobody opens the page.
  if (said.type === "news") event.waitUntil(fetchCopy("/inbox").catch(() => {}));
  if (said.type === "withdrawn") event.waitUntil(refresh().catch(() => {}));
});

// pages

async function navigate(event, url) {
  const copy = await findCopy(url).catch(() => null);
  const asked = ask(event, url);
  // Late or refused: the answer is waited for elsewhere, and a failure is no error here.
  event.waitUntil(asked.catch(() => {}));
  try {
    const late = new Promise((done) => setTimeout(done, WAIT, null));
    const answer = await (copy ? Promise.race([asked, late]) : asked);
    return answer ?? asOf(copy);
  } catch {
    return copy ? asOf(copy) : offline(url);
  }
}

async function ask(event, url) {
  const answer = await fetch(event.request);
  const viewer = answer.headers.get("Kulluna-Viewer");
  if (!viewer && answer.status >= 502 && answer.status <= 504) {
    throw new Error("the house is not reachable behind its proxy");
  }
  if (viewer) await store.noticed(viewer, self.registration).catch(() => {});
  if (isPlain(url)) await keep(url.pathname, answer.clone());
  return answer;
}

async function post(event) {
  const leaving = new URL(event.request.url).pathname === "/sign-out";
  try {
    const answer = await fetch(event.request);
    if (leaving) await store.wipe(self.registration);
    return answer;
  } catch {
    return offline(new URL(event.request.url), "data-post");
  }
}

/** Only the page itself: a later part of a list is not what somebody looks for without network. */
function isPlain(url) {
  return [...url.searchParams.keys()].every((name) => name === "lang" || name === "digits");
}

async function keep(path, answer) {
  if (answer.status !== 200 || answer.redirected || !answer.headers.get("Kulluna-Keep")) return;
  const headers = new Headers(answer.headers);
  ["Content-Encoding", "Content-Length", "Set-Cookie"].forEach((name) => headers.delete(name));
  headers.set("Kulluna-Kept-At", String(Date.now()));
  const text = await answer.text();
  const pages = await caches.open(store.PAGES);
  await pages.put(path, new Response(text, { headers }));
  await store.put("state", "language", headers.get("Content-Language") ?? "ar");
  await keepPictures(pages, text);
  await prune(pages);
}

async function keepPictures(pages, text) {
  const found = [...text.matchAll(/<img[^>]+src="([^"]+)"/g)].map((match) => match[1].replaceAll("&amp;", "&"));
  for (const address of new Set(found.filter((src) => src.startsWith("/") && isPicture(src.split("?")[0])))) {
    if (!(await pages.match(address))) await pages.add(address).catch(() => {});
  }
}

/** Of opened whispers and their pictures the newest stay. */
async function prune(pages) {
  const opened = (await pages.keys()).filter((request) => new URL(request.url).pathname.startsWith("/whispers/"));
  for (const old of opened.slice(0, Math.max(0, opened.length - 2 * WHISPERS))) await pages.delete(old);
}

async function findCopy(url) {
  if (!isPlain(url)) return null;
  const copy = await (await caches.open(store.PAGES)).match(url.pathname);
  return copy && copy.headers.get("Kulluna-Keep") === (await store.get("state", "viewer")) ? copy : null;
}

/** The copy, marked with when it was made: the page shows its band by that, and the pass sets its clock by it. */
async function asOf(copy) {
  return marked(copy, `data-offline="${copy.headers.get("Kulluna-Kept-At")}"`);
}

async function marked(copy, mark, status = 200) {
  const text = (await copy.text()).replace("<html ", `<html ${mark} `);
  return new Response(text, { status, headers: copy.headers });
}

const offlinePage = (language) => `/offline?lang=${language}`;

async function offline(url, mark = "data-get") {
  const known = await store.get("state", "language").catch(() => null);
  const wished = [url.searchParams.get("lang"), known, ...navigator.languages.map((tag) => tag.slice(0, 2)), "ar"];
  const page = await caches.match(offlinePage(wished.find((language) => LANGUAGES.includes(language))));
  return page ? marked(page, mark, 503) : Response.error();
}

/** Asked for by a page that has a network: what is missing, old or in another language. */
async function keepAll(paths, language) {
  const pages = await caches.open(store.PAGES);
  for (const path of paths) {
    const copy = await pages.match(path);
    const age = copy ? Date.now() - Number(copy.headers.get("Kulluna-Kept-At")) : Infinity;
    if (age > FRESH || copy.headers.get("Content-Language") !== language) await fetchCopy(path);
  }
}

async function fetchCopy(path) {
  const answer = await fetch(path, { headers: { Accept: "text/html" } });
  const viewer = answer.headers.get("Kulluna-Viewer");
  if (viewer) await store.noticed(viewer, self.registration);
  if (answer.status === 404 || answer.status === 410) {
    await (await caches.open(store.PAGES)).delete(path);
  } else {
    await keep(path, answer);
  }
}

// our own files and pictures

function isAsset(url) {
  return /^\/(js|fonts)\/|^\/[a-z0-9-]+\.(css|svg|png)$/.test(url.pathname);
}

const isPicture = (path) => path.startsWith("/whispers/pictures/");

/** Addresses carry their content's hash, so what is kept is right. Without network a file of another release must do. */
async function asset(request, url) {
  const kept = await caches.match(request);
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok && url.pathname.startsWith("/fonts/")) await (await caches.open(SHELL)).put(request, answer.clone());
    return answer;
  } catch (failure) {
    const current = self.release.shell.find((address) => bare(address) === bare(url.pathname));
    const other = current && (await caches.match(current));
    if (other) return other;
    throw failure;
  }
}

const bare = (address) => address.replace(/\?.*$/, "").replace(/^\/js\/[0-9a-f]{12}\//, "/js/");

async function picture(request) {
  const kept = await (await caches.open(store.PAGES)).match(request);
  return kept ?? fetch(request);
}
