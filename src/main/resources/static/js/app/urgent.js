// An urgent whisper lies over every open page while it is urgent, or until it is put away. Its words are asked from the house;
// for a minute the answer serves the pages that follow.
import { keptAt } from "./secret.js";

const store = globalThis.kullunaStore;
const MINUTE = 60 * 1000;
const band = document.querySelector("[data-urgent]");
let timer = 0;

export async function showUrgent(askAnew) {
  if (!band) return;
  const known = await store.get("state", "urgent");
  const current = !askAnew && known && Date.now() - known.at < MINUTE ? known : await ask();
  const away = (await store.get("state", "urgent-away")) ?? [];
  show(current.whispers.find((one) => over(one) > Date.now() && !one.withdrawn && !away.includes(one.id)));
}

const over = (one) => Date.parse(one.urgentUntil ?? one.expiresAt);

async function ask() {
  const answer = await fetch("/whispers/urgent", { headers: { Accept: "application/json" } });
  const said = answer.ok && answer.status !== 204 ? await answer.json() : {};
  const current = { at: Date.now(), whispers: said.whispers ?? [] };
  await store.put("state", "urgent", current);
  return current;
}

function show(one) {
  clearTimeout(timer);
  if (!one) {
    band.hidden = true;
    band.dataset.whisperShown = "";
    return;
  }
  if (band.dataset.whisperShown === one.id && !band.hidden) return until(one);
  const words = band.querySelector("[data-words]");
  words.lang = one.language;
  words.dir = one.dir;
  words.querySelector("[data-title]").textContent = one.title;
  words.querySelector("[data-text]").textContent = one.body;
  const link = band.querySelector("[data-open]");
  link.href = /^\/(?![/\\])/.test(one.path ?? "") ? one.path : "/inbox";
  band.querySelector("[data-put-away]").onclick = () => putAway(one);
  band.dataset.whisperShown = one.id;
  band.hidden = false;
  until(one);
}

function until(one) {
  const left = Math.min(over(one) - Date.now(), 24 * 60 * MINUTE);
  timer = setTimeout(() => showUrgent(false).catch(() => show(null)), Math.max(left, 0) + 50);
}

async function putAway(one) {
  show(null);
  const away = (await store.get("state", "urgent-away")) ?? [];
  await store.put("state", "urgent-away", [...away, one.id].slice(-50));
  await showUrgent(false);
}

// Gone by itself on a page that stayed open, also without network.
if (keptAt) showUrgent(false).catch(() => {});
