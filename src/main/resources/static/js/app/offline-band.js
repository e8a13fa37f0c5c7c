// The band that tells the truth about the network: that there is none, and of when the page is.
import { keptAt } from "./secret.js";

const band = document.querySelector("[data-offline-band]");
const said = band?.querySelector("[data-as-of]");
const openedAt = Date.now();

function time(at) {
  const { lang, dataset } = document.documentElement;
  const today = new Date(at).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : `${lang}-AE`, {
    ...(today ? {} : { weekday: "long", day: "numeric", month: "long" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    numberingSystem: dataset.digits,
  }).format(at);
}

function show() {
  if (!band) return;
  const off = keptAt || !navigator.onLine;
  band.hidden = !off;
  if (off) said.textContent = band.dataset.asOfText.replace("#", time(keptAt || openedAt));
  band.querySelector("[data-again]").hidden = !(keptAt && navigator.onLine);
}

if (keptAt) {
  // What was done before this copy was made is no news any more.
  document.querySelectorAll(".toast").forEach((toast) => toast.remove());
  band?.querySelector("[data-again]").addEventListener("click", () => location.reload());
  // A reload comes back to what was at the top before there was a band: the band must not begin out of sight.
  addEventListener("load", () => requestAnimationFrame(() => band && scrollY <= band.offsetTop + band.offsetHeight && scrollTo(0, 0)));
}
addEventListener("online", show);
addEventListener("offline", show);
show();
