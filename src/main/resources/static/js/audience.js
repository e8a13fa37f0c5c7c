// Counts whom a filter means while its fields change. Without this a button of the form does it.
for (const place of document.querySelectorAll("[data-audience-count]")) {
  const form = place.closest("form");
  const prefix = place.dataset.audiencePrefix;
  const segment = place.dataset.audienceSegment;
  let waiting;
  let asked = 0;
  const count = async () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name === "_csrf") {
        fields.append(name, value);
      } else if (name === segment) {
        fields.append("segment", value);
      } else if (name.startsWith(prefix) && typeof value === "string") {
        fields.append("filter." + name.slice(prefix.length), value);
      }
    }
    const mine = ++asked;
    try {
      const answer = await fetch(place.dataset.audienceCount, { method: "POST", body: fields });
      if (answer.ok && mine === asked) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        place.replaceChildren(...fresh.body.childNodes);
      }
    } catch {
      // Without network the last count stays.
    }
  };
  form?.addEventListener("input", (event) => {
    const { name } = event.target;
    if (name && (name === segment || name.startsWith(prefix))) {
      clearTimeout(waiting);
      waiting = setTimeout(count, 250);
    }
  });
  if (form && !place.querySelector("[data-audience-total]")) {
    count();
  }
}
