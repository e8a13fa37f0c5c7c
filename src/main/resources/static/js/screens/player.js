// A screen on a wall: pairs by a code, then shows its programme, with the network or without it. Nothing that goes wrong
// is ever shown to people who pass.
const main = document.getElementById("main");
const part = (name) => import(main.dataset[name]);
const [{ decide, next, step }, { openStore }, { Plays }, { Wall }, { Pages }] = await Promise.all(
  ["decide", "store", "plays", "wall", "pages"].map(part));
const show = (name) => document.querySelector(`[data-part=${name}]`);
const store = await openStore();
const wall = new Wall(main);
const pages = new Pages(show("pages"));
const AHEAD = 8000;
const RELOADS = 600_000;
const SILENT = 60_000;
let key = await store.get("kept", "key");
let programme = await store.get("kept", "programme");
let tag = await store.get("kept", "tag");
// To the house's clock. Until the house answers it is one of another day, and this clock may have been set since.
let offset = (await store.get("kept", "offset")) ?? 0;
let heard = false;
let trouble = "";
// Turns go by a clock that nobody sets: {slot, from} in milliseconds since the page began.
let turn = null;
let turning = false;
let again = false;
let address = null;
let refreshing = false;
let asked = false;

const plays = new Plays(store, { screen: () => programme?.screen.id, offset: () => offset, heard: () => heard, send: (list) => ask("POST", "plays", { plays: list }).then((r) => (r.ok ? r.json() : null)) });
const now = () => Date.now() + offset;

async function ask(method, path, body, headers = {}) {
  const sent = performance.now();
  const answer = await fetch(`/screens/player/${path}`, { method, cache: "no-store", credentials: "omit",
    headers: { ...(key ? { "X-Screen-Key": key } : {}), ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
    body: body ? JSON.stringify(body) : undefined, signal: AbortSignal.timeout(20_000) });
  await follow(answer.headers.get("Date"), sent);
  if (answer.status === 401 && key) await forget();
  return answer;
}

/** The house's clock by the Date of an answer, which has whole seconds. */
async function follow(date, sent) {
  const told = Date.parse(date ?? "");
  if (Number.isNaN(told)) return;
  const took = performance.now() - sent;
  const guess = told + 500 + took / 2 - Date.now();
  // An answer that was long on its way says less.
  const off = Math.abs(guess - offset) > 1500 + took / 2;
  if (heard && !off) return;
  heard = true;
  if (off) {
    offset = Math.round(guess);
    await store.put("kept", offset, "offset");
  }
  await plays.place();
}

/** Cut: the key is gone, plays that were not sent wait for the same screen to be paired again. */
async function forget() {
  await plays.end(false);
  key = undefined;
  programme = undefined;
  turn = null;
  marked(false);
  for (const name of ["key", "programme", "tag"]) await store.drop("kept", name);
  tag = undefined;
  pair();
}

/** Whoever signs out in this browser does not take the screen's key along: the house spares a browser that says so. */
function marked(on) {
  document.cookie = `kulluna-screen=1; path=/sign-out; max-age=${on ? 34_560_000 : 0}; samesite=strict`;
}

async function pair() {
  if (key || show("pair").dataset.busy) return;
  show("pair").dataset.busy = "1";
  try {
    let offered = null;
    while (!key) {
      try {
        if (!offered) {
          const r = await ask("POST", "pairings");
          offered = r.ok ? await r.json() : null;
          show("code").textContent = offered?.code ?? "";
        }
        const state = offered && (await (await ask("POST", "pairings/state", { poll: offered.poll })).json());
        if (state?.state === "paired") {
          key = state.key;
          await store.put("kept", key, "key");
          marked(true);
        } else if (state?.state === "over") {
          offered = null;
        }
      } catch { /* no network: the next round tries again */ }
      if (!key) await new Promise((r) => setTimeout(r, 3000));
    }
  } finally {
    delete show("pair").dataset.busy;
  }
  await refresh();
  listen();
}

/** One at a time: an answer that was long on its way must not put an older programme back. */
async function refresh() {
  asked = true;
  if (refreshing) return;
  refreshing = true;
  try {
    while (asked) {
      asked = false;
      await fetchProgramme();
    }
  } finally {
    refreshing = false;
  }
}

async function fetchProgramme() {
  if (!key) return;
  try {
    const answer = await ask("GET", "programme", null, tag ? { "If-None-Match": tag } : {});
    if (answer.status === 200) {
      programme = await answer.json();
      tag = answer.headers.get("ETag");
      // Words first: a picture may be long on its way, or find no room.
      await tick();
      await store.put("kept", programme, "programme");
      await store.put("kept", tag, "tag");
      await renew();
    }
    trouble = "";
  } catch (e) {
    trouble = e instanceof SyntaxError ? "programme" : e.name === "QuotaExceededError" ? "storage" : "";
  }
  await keepPictures().catch(() => {});
  await tick();
}

/** Another release, or other sites to show: the page starts anew, not oftener than every ten minutes. */
async function renew() {
  const last = Number(sessionStorage.getItem("renewed") ?? 0);
  if (!programme.release || programme.release === main.dataset.release || Date.now() - last < RELOADS) return;
  sessionStorage.setItem("renewed", String(Date.now()));
  await plays.end(false);
  location.reload();
}

async function keepPictures() {
  if (!programme) return;
  const wanted = new Set(programme.whispers.map((w) => w.picture).filter(Boolean));
  const have = new Set(await store.keys("pictures"));
  await store.dropAll("pictures", [...have].filter((p) => !wanted.has(p)));
  for (const picture of [...wanted].filter((p) => !have.has(p))) {
    // What cannot be had now is asked for with the next programme or poll; a newer programme does not wait for it.
    if (asked) return;
    try {
      const answer = await ask("GET", picture.replace("/screens/player/", ""));
      if (answer.ok) await store.put("pictures", await answer.blob(), picture);
    } catch (e) {
      if (e.name === "QuotaExceededError") trouble = "storage";
    }
  }
}

// what is on the wall

/** One turn at a time: a word from the house in the middle of one is heard right after it. */
async function tick() {
  again = true;
  if (turning) return;
  turning = true;
  try {
    while (again) {
      again = false;
      await go();
    }
  } catch {
    trouble = "storage";
  } finally {
    turning = false;
  }
}

async function go() {
  wall.clock(programme, now());
  show("pair").hidden = Boolean(key);
  const plan = key && programme ? decide(programme, now()) : { kind: "nothing", slots: [] };
  main.classList.toggle("player--urgent", plan.kind === "urgent");
  // The desk hears soon that something else is on the wall; not from all walls in one moment.
  if (main.dataset.kind && main.dataset.kind !== plan.kind) setTimeout(beat, 3000 * Math.random());
  main.dataset.kind = plan.kind;
  const was = turn;
  turn = step(was, plan.slots, performance.now(), (s) => (s.kind === "page" ? pages.state(s.address) : "ready"));
  wall.rest(Boolean(key) && !turn);
  if (!turn) show("whisper").hidden = true;
  if (turn === was) return turn && ahead(plan.slots);
  if (turn?.slot.kind === "page") pages.show(); else pages.hide();
  if (turn) await draw(turn.slot);
  await plays.end(Boolean(turn?.whole));
  if (turn) await plays.begin(turn.slot, plan.schedule);
}

/** A page is sent for before its turn. */
function ahead(slots) {
  const after = next(slots, turn.slot);
  if (after?.kind === "page" && turn.from + turn.slot.seconds * 1000 - performance.now() < AHEAD) pages.state(after.address);
}

async function draw(s) {
  const blob = s.picture ? await store.get("pictures", s.picture).catch(() => null) : null;
  if (address) URL.revokeObjectURL(address);
  address = blob ? URL.createObjectURL(blob) : null;
  wall.draw(s, programme, now(), address);
  if (s.kind === "page") show("whisper").hidden = true;
}

// word from and to the house

async function listen() {
  while (key) {
    try {
      const answer = await fetch("/screens/player/events", { headers: { "X-Screen-Key": key, Accept: "text/event-stream" }, cache: "no-store", credentials: "omit" });
      if (!answer.ok) throw new Error("no events");
      main.dataset.connected = "1";
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let read = await spoken(reader); !read.done; read = await spoken(reader)) if (/^(event|data):/m.test(read.value)) refresh();
    } catch { /* polling goes on */ }
    delete main.dataset.connected;
    await new Promise((r) => setTimeout(r, 5000 + Math.random() * 5000));
  }
}

/** The house beats every 20 seconds or so: a line that says nothing for a minute is dead, whatever the browser thinks. */
function spoken(reader) {
  let timer = 0;
  const silent = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("silent")), SILENT);
  });
  return Promise.race([reader.read(), silent])
    .catch((e) => {
      reader.cancel().catch(() => {});
      throw e;
    })
    .finally(() => clearTimeout(timer));
}

async function beat() {
  if (!key) return;
  try {
    await ask("POST", "heartbeat", { player: "1", offsetMs: offset, waiting: await plays.waiting(), showing: turn?.slot.words?.title ?? turn?.slot.kind ?? "", connected: Boolean(main.dataset.connected), trouble, turn: said() });
    await plays.upload();
  } catch { /* the next round tries again */ }
}

function said() {
  if (!turn) return undefined;
  const { kind, item, language, whisper, revision, address: page } = turn.slot;
  return { kind, item, language, whisper, revision, address: page, begunAt: new Date(now() - (performance.now() - turn.from)).toISOString() };
}

async function awake() {
  try { await navigator.wakeLock?.request("screen"); } catch { /* the screen's own settings keep it on */ }
}

navigator.serviceWorker?.register("/screens/player/worker.js", { scope: "/screens/player" }).catch(() => {});
navigator.storage?.persist?.().catch(() => {});
if (key) marked(true);
await plays.mend();
setInterval(tick, 1000);
setInterval(() => plays.tick(), 5000);
setInterval(() => { refresh(); beat(); }, Number(main.dataset.poll ?? 60) * 1000);
document.addEventListener("visibilitychange", () => document.hidden || awake());
awake();
tick();
if (key) { refresh().then(beat); listen(); } else pair();
