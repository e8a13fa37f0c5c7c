// Keys and menus of every page: Ctrl-K finds, Escape and a click outside close what is open.
import "./faults.js";
import "./toast.js";

const openMenus = () => document.querySelectorAll("details:is(.menu, .confirm)[open]");

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    const search = document.getElementById("search");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }
  if (event.key === "Escape") {
    openMenus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }
});

document.addEventListener("click", (event) => {
  openMenus().forEach((menu) => {
    if (menu.matches(".menu") && !menu.contains(event.target)) menu.open = false;
  });
});

// A drawer left open on a phone must not cover the page when the window grows.
matchMedia("(width >= 64rem)").addEventListener("change", () => {
  document.querySelectorAll("nav[popover]:popover-open").forEach((nav) => nav.hidePopover());
});

// Of tabs that are wider than a phone the open one stands in view.
const tab = document.querySelector(".tabs [aria-current=page]");
const strip = tab?.closest(".tabs");
if (strip) {
  const [a, b] = [tab.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += Math.max(0, a.right - b.right) + Math.min(0, a.left - b.left);
}
