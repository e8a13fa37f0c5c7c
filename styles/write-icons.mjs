// Prints one SVG sprite: the Phosphor icons that icons.txt names, and Kulluna's own mark.
import { readFileSync } from "node:fs";

const assets = new URL("node_modules/@phosphor-icons/core/assets/", import.meta.url);
const inner = (text) => text.trim().replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
const names = readFileSync(new URL("icons.txt", import.meta.url), "utf8").split("\n").filter(Boolean);

const icons = names.map((name) => {
  const folder = name.endsWith("-fill") ? "fill" : "regular";
  return `<symbol id="${name}" viewBox="0 0 256 256">${inner(readFileSync(new URL(`${folder}/${name}.svg`, assets), "utf8"))}</symbol>`;
});
const mark = inner(readFileSync(new URL("../src/main/resources/static/mark.svg", import.meta.url), "utf8"))
  .replaceAll("#1b1d21", "currentColor")
  .replaceAll("#b68a35", "var(--mark-gold, #b68a35)");

console.log(`<svg xmlns="http://www.w3.org/2000/svg">
<symbol id="kulluna" viewBox="0 0 80 64">${mark}</symbol>
${icons.join("\n")}
</svg>`);
