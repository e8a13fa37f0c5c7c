// "Put Kulluna on your home screen": where the browser offers it by a button, on an iPhone in words, and never again once
// it was put away.
const hint = document.querySelector("[data-install-hint]");
const standalone = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
const putAway = document.cookie.includes("app-hint=no");
let offer = null;

function putItAway() {
  hint.hidden = true;
  document.cookie = `app-hint=no; path=/; max-age=${400 * 24 * 3600}; samesite=lax`;
}

if (hint && !standalone && !putAway) {
  const button = hint.querySelector("[data-install]");
  const words = hint.querySelector("[data-install-by-hand]");
  if (navigator.standalone === false) {
    hint.hidden = words.hidden = false;
  }
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    hint.hidden = button.hidden = false;
  });
  button.addEventListener("click", async () => {
    await offer.prompt();
    putItAway();
  });
  addEventListener("appinstalled", putItAway);
  hint.querySelector("[data-put-away]").addEventListener("click", putItAway);
}
