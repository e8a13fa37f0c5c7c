// Signing out leaves nothing of the person in this browser. The house asks browsers for it too (Clear-Site-Data); this
// works where they do not listen, and ends the push subscription while the session may still say so.
import { secret } from "./secret.js";

const GRACE = 2000;

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.getAttribute("action") !== "/sign-out" || form.dataset.wiped) return;
  event.preventDefault();
  form.dataset.wiped = "yes";
  await Promise.race([wipe().catch(() => {}), new Promise((done) => setTimeout(done, GRACE))]);
  form.submit();
});

async function wipe() {
  const registration = await navigator.serviceWorker?.getRegistration();
  const waiting = registration?.pushManager
    ? globalThis.kullunaSubscription.turnOff(registration, { secret: secret() }).catch(() => {})
    : null;
  await waiting;
  await globalThis.kullunaStore.wipe(registration);
}
