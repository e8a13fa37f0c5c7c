// Brings the parts of a page marked data-live="seconds" up to date, without moving what somebody is reading or typing.
for (const part of document.querySelectorAll("[data-live]")) {
  const every = Number(part.dataset.live) * 1000;
  const again = async () => {
    try {
      const answer = document.hidden ? null : await fetch(location.href, { headers: { Accept: "text/html" } });
      const fresh =
        answer?.ok &&
        new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
      if (fresh && !part.contains(document.activeElement)) {
        part.replaceChildren(...fresh.childNodes);
      }
    } catch {
      // Without network the last state stays; the next round tries again.
    }
    setTimeout(again, every);
  };
  setTimeout(again, every);
}
