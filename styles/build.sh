#!/usr/bin/env bash
# Builds app.css, icons.svg and the fonts into src/main/resources/static (committed, so that running needs no Node).
# ./build.sh --fast skips npm ci.
set -euo pipefail
cd "$(dirname "$0")"
out=../src/main/resources/static
[ "${1:-}" = --fast ] || npm ci --ignore-scripts --no-audit --no-fund
mkdir -p "$out/fonts" node_modules/.kulluna
node write-system-tokens.mjs > node_modules/.kulluna/system.css

npx --no-install tailwindcss -i app.css -o node_modules/.kulluna/app.css --minify
sum=$(
  for f in $( { ls -- *.css; printf '%s\n' package-lock.json icons.txt; } | LC_ALL=C sort); do printf '%s\n' "$f"; cat -- "$f"; done | sha256sum | cut -d' ' -f1
)
{ printf '/* built from %s */\n' "$sum"; cat node_modules/.kulluna/app.css; } > "$out/app.css"
if grep -qE '(url\(|@import) *["'"'"']?(https?:)?//' "$out/app.css"; then echo "app.css loads from a foreign host" >&2; exit 1; fi

rm -f "$out"/fonts/*.woff2
for font in alexandria:arabic:500 alexandria:arabic:600 alexandria:arabic:700 alexandria:latin:500 alexandria:latin:600 alexandria:latin:700 \
  noto-kufi-arabic:arabic:400 noto-kufi-arabic:arabic:600 noto-kufi-arabic:latin:400 noto-kufi-arabic:latin:600 noto-kufi-arabic:latin-ext:400; do
  IFS=: read -r family script weight <<< "$font"
  cp "node_modules/@fontsource/$family/files/$family-$script-$weight-normal.woff2" "$out/fonts/$family-$script-$weight.woff2"
done
for family in alexandria noto-kufi-arabic; do cp "node_modules/@fontsource/$family/LICENSE" "$out/fonts/$family-LICENSE.txt"; done

node write-icons.mjs > "$out/icons.svg"
echo "app.css $(gzip -9c "$out/app.css" | wc -c) bytes gzipped, icons.svg $(gzip -9c "$out/icons.svg" | wc -c) bytes gzipped"
