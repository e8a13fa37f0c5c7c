// Brings the count in the header and the list of the inbox up to date, without moving what somebody is reading.
const COUNT = "[data-inbox-count]";
const LIST = "[data-inbox]";

const count = (page) => Number(page.querySelector(COUNT)?.dataset.inboxCount ?? 0);

export async function renewInbox() {
  const here = location.pathname === "/inbox";
  const answer = await fetch(here ? location.href : "/inbox", { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const before = count(document);
  swap(document.querySelector(COUNT), fresh.querySelector(COUNT));
  if (here) renewList(document.querySelector(LIST), fresh.querySelector(LIST));
  if (count(fresh) > before) say();
}

function swap(old, fresh) {
  if (!old || !fresh) return;
  const focused = old === document.activeElement;
  const now = document.importNode(fresh, true);
  old.replaceWith(now);
  if (focused) now.focus({ preventScroll: true });
}

function say() {
  const said = document.querySelector("[data-live-said]");
  if (!said) return;
  said.textContent = "";
  // An emptied region that is filled again is read out, the same words too.
  setTimeout(() => (said.textContent = said.dataset.words), 50);
}

function renewList(list, fresh) {
  if (!list || !fresh || list.innerHTML === fresh.innerHTML) return;
  const anchor = itemsOf(list).find((item) => item.getBoundingClientRect().bottom > 0);
  const mark = anchor && { key: keyOf(anchor), top: anchor.getBoundingClientRect().top };
  const focused = placeOf(document.activeElement, list);
  list.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  const find = (key) => itemsOf(list).find((item) => keyOf(item) === key);
  if (focused) linksOf(focused.key === null ? list : find(focused.key))[focused.index]?.focus({ preventScroll: true });
  const now = mark && find(mark.key);
  if (now && scrollY > 0) scrollBy(0, now.getBoundingClientRect().top - mark.top);
  document.dispatchEvent(new CustomEvent("kulluna:renewed"));
}

const itemsOf = (list) => [...list.querySelectorAll("li")];
const linksOf = (part) => [...(part?.querySelectorAll("a, button, input") ?? [])];

/** Which whisper or notice: the same in the list as it was and as it is. */
function keyOf(item) {
  const whisper = item.querySelector("[data-whisper]")?.dataset.whisper;
  return whisper ?? [item.querySelector("time")?.dateTime, item.querySelector("a")?.getAttribute("href")].join(" ");
}

function placeOf(element, list) {
  if (!list.contains(element)) return null;
  const item = element.closest("li");
  return { key: item && keyOf(item), index: linksOf(item ?? list).indexOf(element) };
}
