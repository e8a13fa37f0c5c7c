// The page that stands in for one that was not kept: it offers what was.
const kept = globalThis.caches ? await caches.open("kulluna-pages") : null;
const keys = kept ? await kept.keys() : [];
const paths = new Set(keys.map((request) => new URL(request.url).pathname));
const links = document.querySelectorAll("[data-kept]");

links.forEach((link) => (link.hidden = !paths.has(link.querySelector("a").getAttribute("href"))));
document.querySelector("[data-kept-list]").hidden = [...links].every((link) => link.hidden);
document.querySelectorAll("[data-unsent]").forEach((words) => (words.hidden = !("post" in document.documentElement.dataset)));
document.querySelectorAll("[data-again]").forEach((button) => {
  button.hidden = location.pathname === "/offline" || "post" in document.documentElement.dataset;
  button.addEventListener("click", () => location.reload());
});
if (location.pathname !== "/offline" && !("post" in document.documentElement.dataset)) {
  // A browser says "online" of any network. The page leaves, perhaps from under a finger, only for one that has the house.
  addEventListener("online", async () => {
    const answer = await fetch("/sw.js", { method: "HEAD", cache: "no-store" }).catch(() => null);
    if (answer) location.reload();
  });
}
