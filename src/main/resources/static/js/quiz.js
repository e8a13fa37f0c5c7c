// Keeps answers as they are chosen, and shows how many there are. Without it the page's own button keeps them.
const form = document.querySelector("form[data-quiz]");
const bar = form?.querySelector("[data-answered]");
let waiting = 0;

function count() {
  const names = new Set();
  form.querySelectorAll("fieldset input:checked").forEach((input) => names.add(input.name));
  bar.value = names.size;
}

function keep() {
  const body = new URLSearchParams(new FormData(form));
  body.set("quiet", "yes");
  // Lost on the way, they go again with the button at the end.
  fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
}

form?.addEventListener("change", () => {
  count();
  clearTimeout(waiting);
  waiting = setTimeout(keep, 600);
});
form?.addEventListener("submit", () => clearTimeout(waiting));
