// What is new while pages are open. One tab of this browser listens for all (a lock says which) and tells the others; a
// hidden one leaves after a while. Where events do not get through, the inbox is asked for now and then.
import { renewInbox } from "./inbox.js";
import { isSignedIn, keptAt } from "./secret.js";
import { showUrgent } from "./urgent.js";

const HIDDEN = 5 * 60 * 1000;
const POLL = 60 * 1000;
const LONGEST_POLL = 15 * 60 * 1000;
const others = new BroadcastChannel("kulluna-live");
let stop = null;
let leaving = 0;
let poll = POLL;
let missed = false;

/** Ten thousand browsers are told at once; they need not all ask at once. */
const after = (most, work) => setTimeout(() => work().catch(() => {}), Math.random() * most);

function heard(event) {
  if (event === "urgent") after(200, () => showUrgent(true));
  if (event === "withdrawn") showUrgent(true).catch(() => {});
  if (document.hidden) {
    missed = true;
    return;
  }
  after(2000, renewInbox);
}

function tell(event) {
  heard(event);
  others.postMessage(event);
  const type = event === "withdrawn" ? event : "news";
  after(10_000, async () => document.documentElement.dataset.keep && navigator.serviceWorker?.controller?.postMessage({ type }));
}

others.onmessage = (message) => heard(message.data);

/** Listens until told to stop; resolves then. */
function listen(signal) {
  return new Promise((done) => {
    let source = null;
    let timer = 0;
    let opened = 0;
    const open = () => {
      source = new EventSource("/live");
      source.onopen = () => (poll = POLL);
      // First of all on each line, and when the house lost its own: what was said meanwhile nobody repeats.
      source.addEventListener("again", () => {
        opened += 1;
        if (opened > 1) ["inbox", "withdrawn"].forEach(tell);
        else after(2000, () => showUrgent(true));
      });
      for (const name of ["inbox", "urgent", "withdrawn"]) source.addEventListener(name, () => tell(name));
      source.onerror = () => source.readyState === EventSource.CLOSED && wait();
    };
    const wait = () => {
      timer = setTimeout(() => {
        tell("inbox");
        showUrgent(true).catch(() => {});
        poll = Math.min(poll * 2, LONGEST_POLL);
        open();
      }, poll);
    };
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      source?.close();
      done();
    });
    open();
  });
}

function begin() {
  clearTimeout(leaving);
  if (stop || document.hidden) return;
  stop = new AbortController();
  const { signal } = stop;
  if (!navigator.locks) return void listen(signal);
  // Whoever only waits for its turn leaves by the same signal.
  navigator.locks.request("kulluna-live", { signal }, () => listen(signal)).catch(() => {});
}

function leave() {
  stop?.abort();
  stop = null;
  missed = true;
}

document.addEventListener("visibilitychange", () => {
  if (!isSignedIn || keptAt) return;
  if (document.hidden) {
    leaving = setTimeout(leave, HIDDEN);
    return;
  }
  begin();
  if (missed) ["inbox", "withdrawn"].forEach(heard);
  missed = false;
});

if (isSignedIn && !keptAt) {
  showUrgent(false).catch(() => {});
  // Somebody who only passes through this page opens no stream.
  setTimeout(begin, 500);
}
