// A screen on a wall: pairs by a code, then shows its programme, with the network or without it. Nothing that goes wrong
// is ever shown to people who pass.
const main = document.getElementById("main");
const part = (name) => import(main.dataset[name]);
const [{ decide, next, sameSlot }, { openStore }, { Plays }] = await Promise.all([part("decide"), part("store"), part("plays")]);
const words = (key, language) => main.dataset[`${key}${language === "en" ? "En" : "Ar"}`];
const show = (name) => document.querySelector(`[data-part=${name}]`);
const store = await openStore();
const RTL = ["ar", "ur", "fa", "ps", "sd", "ckb"];
let key = await store.get("kept", "key");
let programme = await store.get("kept", "programme");
let tag = await store.get("kept", "tag");
let offset = (await store.get("kept", "offset")) ?? 0;
let trouble = "";
let slot = null;
let changeAt = 0;
let address = null;

const plays = new Plays(store, { screen: () => programme?.screen.id, offset: () => offset, send: (list) => ask("POST", "plays", { plays: list }).then((r) => (r.ok ? r.json() : null)) });
const now = () => Date.now() + offset;

async function ask(method, path, body, headers = {}) {
  const sent = Date.now();
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
  const guess = told + 500 - (sent + Date.now()) / 2;
  if (Math.abs(guess - offset) > 1500) {
    offset = Math.round(guess);
    await store.put("kept", offset, "offset");
  }
}

/** Cut: the key is gone, plays that were not sent wait for the same screen to be paired again. */
async function forget() {
  await plays.end(false);
  key = undefined;
  programme = undefined;
  slot = null;
  for (const name of ["key", "programme", "tag"]) await store.drop("kept", name);
  tag = undefined;
  pair();
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

async function refresh() {
  if (!key) return;
  try {
    const answer = await ask("GET", "programme", null, tag ? { "If-None-Match": tag } : {});
    if (answer.status === 200) {
      const fresh = await answer.json();
      await keepPictures(fresh);
      programme = fresh;
      tag = answer.headers.get("ETag");
      await store.put("kept", programme, "programme");
      await store.put("kept", tag, "tag");
    }
    trouble = "";
  } catch (e) {
    trouble = e instanceof SyntaxError ? "programme" : "";
  }
  tick();
}

async function keepPictures(fresh) {
  const wanted = new Set(fresh.whispers.map((w) => w.picture).filter(Boolean));
  const have = new Set(await store.keys("pictures"));
  for (const picture of wanted) {
    if (have.has(picture)) continue;
    const answer = await ask("GET", picture.replace("/screens/player/", ""));
    if (answer.ok) await store.put("pictures", await answer.blob(), picture);
  }
  await store.dropAll("pictures", [...have].filter((p) => !wanted.has(p)));
}

// what is on the wall

async function tick() {
  clock();
  show("pair").hidden = Boolean(key);
  const plan = key && programme ? decide(programme, now()) : { kind: "nothing", slots: [] };
  show("rest").hidden = !key || plan.kind !== "nothing";
  show("whisper").hidden = plan.kind === "nothing";
  main.classList.toggle("player--urgent", plan.kind === "urgent");
  main.dataset.kind = plan.kind;
  if (plan.kind === "nothing") {
    if (slot) { slot = null; await plays.end(false); }
    return;
  }
  const gone = !slot || !plan.slots.some((s) => sameSlot(s, slot) && Boolean(s.urgent) === Boolean(slot.urgent));
  if (!gone && Date.now() < changeAt) return;
  const was = slot;
  slot = next(plan.slots, slot);
  changeAt = Date.now() + slot.seconds * 1000;
  await plays.end(Boolean(was) && !gone);
  await plays.begin(slot, plan.schedule);
  await draw(slot);
}

async function draw(s) {
  const card = show("whisper");
  card.lang = s.language;
  card.dir = RTL.includes(s.language) ? "rtl" : "ltr";
  show("title").textContent = s.words?.title ?? s.data?.title[s.language] ?? s.data?.title.en ?? "";
  rows(s);
  show("body").textContent = s.words?.body ?? "";
  const picture = show("picture");
  const blob = s.picture ? await store.get("pictures", s.picture) : null;
  if (address) URL.revokeObjectURL(address);
  address = blob ? URL.createObjectURL(blob) : null;
  picture.hidden = !address;
  if (address) { picture.src = address; picture.alt = s.words?.alt ?? ""; } else picture.removeAttribute("src");
}

/** Five numbers or the next duties, made of text alone. */
function rows(s) {
  const list = show("rows");
  list.hidden = !s.data;
  const digits = s.language === "en" ? "latn" : programme.screen.digits;
  const locale = `${s.language}-u-nu-${digits}-ca-gregory`;
  const lines = !s.data ? [] : s.kind === "figures"
    ? s.data.rows.map((r) => [new Intl.NumberFormat(locale).format(r.value), r.label[s.language] ?? r.label.en])
    : s.data.rows.filter((r) => Date.parse(r.startsAt) > now()).slice(0, 4).map((r) => [
        s.language === "en" ? r.title.en || r.title.ar : r.title.ar || r.title.en,
        `${new Intl.DateTimeFormat(locale, { timeZone: r.zone, weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }).format(Date.parse(r.startsAt))} · ${s.language === "en" ? r.place.en : r.place.ar}`]);
  list.className = `player__rows player__rows--${s.kind}`;
  list.replaceChildren(...lines.map(([large, small]) => {
    const line = document.createElement("li");
    for (const [name, text] of [["large", large], ["small", small]]) {
      const span = document.createElement("span");
      span.className = `player__${name}`;
      span.textContent = text;
      line.append(span);
    }
    return line;
  }));
}

const clocks = new Map();
function clock() {
  const zone = programme?.screen.zone ?? "Asia/Dubai";
  const digits = programme?.screen.digits ?? "latn";
  const write = (name, locale, options) => {
    const id = name + locale + zone;
    if (!clocks.has(id)) clocks.set(id, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
    show(name).textContent = clocks.get(id).format(now());
  };
  write("time", `en-GB-u-nu-latn`, { hour: "2-digit", minute: "2-digit" });
  write("date-ar", `ar-AE-u-nu-${digits}-ca-gregory`, { weekday: "long", day: "numeric", month: "long" });
  write("date-en", "en-GB", { weekday: "long", day: "numeric", month: "long" });
  write("hijri", `ar-AE-u-ca-islamic-umalqura-nu-${digits}`, { day: "numeric", month: "long", year: "numeric" });
}

// word from and to the house

async function listen() {
  while (key) {
    try {
      const answer = await fetch("/screens/player/events", { headers: { "X-Screen-Key": key, Accept: "text/event-stream" }, cache: "no-store", credentials: "omit" });
      if (!answer.ok) throw new Error("no events");
      main.dataset.connected = "1";
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) if (/^(event|data):/m.test(read.value)) refresh();
    } catch { /* polling goes on */ }
    delete main.dataset.connected;
    await new Promise((r) => setTimeout(r, 5000 + Math.random() * 5000));
  }
}

async function beat() {
  if (!key) return;
  try {
    await ask("POST", "heartbeat", { player: "1", offsetMs: offset, waiting: await plays.waiting(), showing: slot?.words?.title ?? slot?.kind ?? "", connected: Boolean(main.dataset.connected), trouble });
    await plays.upload();
  } catch { /* the next round tries again */ }
}

async function awake() {
  try { await navigator.wakeLock?.request("screen"); } catch { /* the screen's own settings keep it on */ }
}

navigator.serviceWorker?.register("/screens/player/worker.js", { scope: "/screens/player" }).catch(() => {});
await plays.mend();
setInterval(tick, 1000);
setInterval(() => plays.tick(), 5000);
setInterval(() => { refresh(); beat(); }, Number(main.dataset.poll ?? 60) * 1000);
document.addEventListener("visibilitychange", () => document.hidden || awake());
awake();
tick();
if (key) { refresh().then(beat); listen(); } else pair();
