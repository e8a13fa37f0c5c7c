// Shows a whisper as it is written: in the inbox, on a lock screen, on screens. Without it the previews come with saving.
const form = document.querySelector("[data-whisper-form]");
const room = Number(form?.dataset.room);
const size = (text) => new TextEncoder().encode(JSON.stringify(text)).length - 2;

/** As much of the body as a notification carries; the house cuts in the same way. */
function carried(title, body, language) {
  if (size(title) + size(body) <= room) {
    return body;
  }
  const left = room - size(title) - 3;
  let used = 0;
  let end = 0;
  let word = 0;
  for (const { segment, index } of new Intl.Segmenter(language).segment(body)) {
    used += size(segment);
    if (used > left) {
      break;
    }
    word = segment.trim() ? word : index;
    end = index + segment.length;
  }
  return body.slice(0, word > end / 2 ? word : end).trimEnd() + "…";
}

function show(part) {
  const typed = (what) => part.querySelector(`[data-writes="${what}"]`).value.trim();
  const push = carried(typed("title"), typed("body"), part.dataset.language);
  const shown = { title: typed("title"), body: typed("body"), push };
  for (const [what, text] of Object.entries(shown)) {
    part.querySelectorAll(`[data-shows="${what}"]`).forEach((place) => {
      place.textContent = text;
    });
  }
  part.querySelectorAll('[data-shows="picture"]').forEach((img) => {
    img.alt = typed("alt");
  });
  const count = part.querySelector("[data-count]");
  const fits = push === shown.body;
  const letters = [...shown.body].length;
  count.textContent = (fits ? count.dataset.fits : count.dataset.cut)
    .replace("{letters}", letters)
    .replace("{carried}", [...push].length - 1);
}

form?.addEventListener("input", (event) => {
  const part = event.target.closest("[data-language]");
  if (part) {
    show(part);
  }
});

let shownPicture = "";
form?.querySelector('input[type="file"]').addEventListener("change", (event) => {
  const file = event.target.files[0];
  URL.revokeObjectURL(shownPicture);
  shownPicture = file ? URL.createObjectURL(file) : "";
  document.querySelectorAll('[data-shows="picture"]').forEach((img) => {
    img.hidden = !file;
    img.src = shownPicture;
  });
});
