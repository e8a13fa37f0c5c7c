// Notifications on this device: asked for after a click only, told in words, and kept in step with each page.
import { isSignedIn, keptAt, secret } from "./secret.js";

const push = globalThis.kullunaSubscription;
const how = () => ({ secret: secret(), language: document.documentElement.lang });
const canPush = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
const part = document.querySelector("[data-push-settings]");

async function state() {
  if (!canPush) return "impossible";
  if (Notification.permission === "denied") return "blocked";
  return (await globalThis.kullunaStore.get("state", "push")) ? "on" : "off";
}

async function show(forced) {
  if (!part) return;
  const now = forced ?? (await state().catch(() => "impossible"));
  part.querySelectorAll("[data-state]").forEach((words) => (words.hidden = words.dataset.state !== now));
  part.querySelector("[data-turn-on]").hidden = now !== "off" && now !== "failed";
  part.querySelector("[data-turn-off]").hidden = now !== "on";
  part.dataset.now = now;
}

async function turnOn() {
  if ((await Notification.requestPermission()) !== "granted") return show();
  try {
    await push.turnOn(await navigator.serviceWorker.ready, how());
    await show();
  } catch {
    await show("failed");
  }
}

async function turnOff() {
  await push.turnOff(await navigator.serviceWorker.ready, how()).catch(() => {});
  await show();
}

part?.querySelector("[data-turn-on]").addEventListener("click", turnOn);
part?.querySelector("[data-turn-off]").addEventListener("click", turnOff);

if (isSignedIn && canPush && !keptAt) {
  navigator.serviceWorker.ready
    .then((registration) => push.sync(registration, how()))
    // Without network, or without a push service: the next page tries again.
    .catch(() => {})
    .then(() => show());
}
show();
