// A whisper counts as seen after a second in view, and as read when its copy is opened without network (with network the
// house sees it opened). What was seen waits in the database until the house has answered for it, one by one.
import { isSignedIn, keptAt, secret, viewer } from "./secret.js";

const store = globalThis.kullunaStore;
const LONG_ENOUGH = 1000;
const AT_ONCE = 50;
const LONGEST_WAIT = 5 * 60 * 1000;
const account = store.account(viewer);
const watched = new Map();
let wait = 2000;
let timer = 0;

// seeing

/** Half of it, or half of the window where it is taller. */
const isInView = (entry) =>
  entry.isIntersecting &&
  (entry.intersectionRatio >= 0.5 || entry.intersectionRect.height >= 0.5 * (entry.rootBounds?.height ?? Infinity));

const observer = new IntersectionObserver(
  (entries) => entries.forEach((entry) => (isInView(entry) ? begin(entry.target) : end(entry.target))),
  { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1] },
);

function begin(card) {
  if (watched.has(card) || document.hidden) return;
  watched.set(
    card,
    setTimeout(() => {
      observer.unobserve(card);
      note(card.dataset.whisper, "seen").catch(() => {});
    }, LONG_ENOUGH),
  );
}

function end(card) {
  clearTimeout(watched.get(card));
  watched.delete(card);
}

function observe() {
  document.querySelectorAll("[data-whisper]").forEach((card) => {
    observer.unobserve(card);
    end(card);
    observer.observe(card);
  });
}

// keeping

async function note(whisper, step) {
  const row = { account, whisper, step, at: new Date().toISOString(), sent: false, tries: 0 };
  await store.addOnce("steps", keyOf(row), row);
  await flush();
}

const keyOf = (row) => `${row.account} ${row.whisper} ${row.step}`;

// sending, one tab at a time

function flush() {
  clearTimeout(timer);
  return navigator.locks ? navigator.locks.request("kulluna-steps", sendAll) : sendAll();
}

async function sendAll() {
  let size = AT_ONCE;
  for (let batch = await waiting(size); batch.length; batch = await waiting(size)) {
    const answer = await post(batch);
    if (answer === "later") return again();
    if (answer === "signed-out") return;
    if (answer === "refused" && batch.length > 1) {
      size = 1;
      continue;
    }
    wait = 2000;
    const left = await settle(batch, answer === "refused" ? batch : answer);
    if (left) return again();
  }
  await tidy();
}

async function waiting(size) {
  const rows = await store.all("steps");
  return rows.filter((row) => !row.sent && row.account === account).slice(0, size);
}

/** What the house did not answer for is tried again, five times. Answers how many are left. */
async function settle(batch, answered) {
  const keys = new Set(answered.map((one) => `${one.whisper} ${one.step}`));
  let left = 0;
  for (const row of batch) {
    const done = keys.has(`${row.whisper} ${row.step}`) || row.tries >= 4;
    left += !done;
    await store.put("steps", keyOf(row), { ...row, sent: done, tries: row.tries + 1 });
  }
  return left;
}

/** What was answered for, taken or not; "refused" if the house will never take it; "later", "signed-out" if it is to be tried again. */
async function post(batch) {
  try {
    const answer = await fetch("/whispers/inbox/steps", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-XSRF-TOKEN": secret() },
      body: JSON.stringify({ steps: batch.map(({ whisper, step, at }) => ({ whisper, step, at })) }),
    });
    if (answer.ok) {
      const { taken = [], refused = [] } = await answer.json();
      return [...taken, ...refused];
    }
    if (answer.status === 401 || answer.status === 403) return "signed-out";
    return [400, 404, 409, 413, 422].includes(answer.status) ? "refused" : "later";
  } catch {
    return "later";
  }
}

function again() {
  timer = setTimeout(flush, wait * (0.75 + Math.random() / 2));
  wait = Math.min(wait * 2, LONGEST_WAIT);
}

/** Told ones are remembered, so that they are not told with every page; the oldest of many go. */
async function tidy() {
  const told = (await store.all("steps")).filter((row) => row.sent).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const row of told.slice(0, Math.max(0, told.length - 500))) await store.remove("steps", keyOf(row));
}

if (isSignedIn) {
  observe();
  document.addEventListener("visibilitychange", () => (document.hidden ? [...watched.keys()].forEach(end) : observe()));
  document.addEventListener("kulluna:renewed", observe);
  addEventListener("online", flush);
  const opened = location.pathname.match(/^\/whispers\/inbox\/([0-9a-f-]{36})$/)?.[1];
  if (keptAt && opened) note(opened, "read").catch(() => {});
  flush().catch(() => {});
}
