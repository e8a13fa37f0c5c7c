// Prints the palettes of the UAE design system as custom properties: its colours only, none of its fonts or components.
import { createRequire } from "node:module";

const colors = createRequire(import.meta.url)("@aegov/design-system/src/theme/colors.js");
const wanted = ["primary", "aegold", "aeblack", "aegreen", "aered", "camel", "seablue"];
const lines = wanted.flatMap((name) =>
  Object.entries(colors[name])
    .filter(([shade]) => shade !== "DEFAULT")
    .map(([shade, value]) => `  --color-${name}-${shade}: ${value};`),
);
console.log(`:root {\n${lines.join("\n")}\n}`);
