// The app: what a page does for its member beyond itself. Each part is a module of its own and does without the others.
import "./app/store.js";
import "./app/subscription.js";
import "./app/offline-band.js";
import "./app/push-settings.js";
import "./app/seen.js";
import "./app/live-updates.js";
import "./app/hint.js";
import "./app/sign-out.js";
import { isSignedIn, keptAt } from "./app/secret.js";

const { lang, dataset } = document.documentElement;

async function start() {
  const registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  await navigator.serviceWorker.ready;
  const worker = registration.active;
  if (isSignedIn && !keptAt && dataset.keep) {
    worker.postMessage({ type: "keep", pages: dataset.keep.split(" "), language: lang });
  }
  worker.postMessage({ type: "online" });
  addEventListener("online", () => registration.active?.postMessage({ type: "online" }));
}

// Where a browser has no service worker, or forbids it, pages work as they are.
if ("serviceWorker" in navigator) start().catch(() => {});
