// The pass goes on making codes on this device, with or without a network: see PassCode.java for the format.
import { qrcode } from "./vendor/qrcode.mjs";

const STEP = 30;
const QUIET = 4;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const pass = document.getElementById("pass");
const timer = pass.querySelector(".pass__timer");
const svg = pass.querySelector(".pass__qr svg");
// The gate asks the server's clock, so a phone that is minutes off still shows a code that counts. A copy shown without
// network compares both clocks as they stood when it was made.
const readAt = Number(document.documentElement.dataset.offline ?? Date.now());
const ahead = Number(pass.dataset.now) - readAt;
const seconds = () => (Date.now() + ahead) / 1000;

const base32 = (bytes) => {
  let bits = "";
  bytes.forEach((byte) => (bits += byte.toString(2).padStart(8, "0")));
  return bits.match(/.{1,5}/g).map((five) => ALPHABET[parseInt(five.padEnd(5, "0"), 2)]).join("");
};

const code = async (key, step) => {
  const { publicId, device } = pass.dataset;
  const text = new TextEncoder().encode(`${publicId}:${device}:${step}`);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, text)).slice(0, 10);
  return `KULLUNA1:${publicId}:${device}:${step}:${base32(mac)}`;
};

const draw = (text) => {
  const qr = qrcode(0, "M");
  qr.addData(text, /^[0-9A-Z:]+$/.test(text) ? "Alphanumeric" : "Byte");
  qr.make();
  const size = qr.getModuleCount();
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (qr.isDark(y, x)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
    }
  }
  svg.setAttribute("viewBox", `0 0 ${size + 2 * QUIET} ${size + 2 * QUIET}`);
  svg.querySelector("path").setAttribute("d", path);
};

const start = async () => {
  const secret = Uint8Array.from(atob(pass.dataset.secret), (c) => c.charCodeAt(0));
  delete pass.dataset.secret;
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  let shown = null;
  const tick = async () => {
    const step = Math.floor(seconds() / STEP);
    timer.value = STEP - (seconds() % STEP);
    if (step !== shown) {
      shown = step;
      draw(await code(key, step));
    }
  };
  await tick();
  setInterval(tick, 1000);
  document.addEventListener("visibilitychange", () => document.hidden || tick());
};

// Codes can be made only where the browser keeps secrets (HTTPS or this machine); elsewhere the page renews itself.
if (globalThis.crypto?.subtle) {
  start();
} else {
  setTimeout(() => location.reload(), (STEP - (seconds() % STEP)) * 1000);
}
