// Pages by address. Each comes in a frame of its own, ahead of its turn, and is shown only when it is there: whatever
// does not come is passed over for a while. A frame may run scripts, and nothing else: no storage, no windows, no forms.
const PATIENCE = 8000;
const AGAIN = 60_000;

export class Pages {
  constructor(place) {
    this.place = place;
    this.shown = null;
    this.coming = null;
    this.missed = new Map();
  }

  /** "ready", "coming" or "missed". Asking for one that is not here yet sends for it. */
  state(address) {
    if ((this.missed.get(address) ?? -Infinity) > performance.now()) return "missed";
    if (this.coming?.address !== address) this.send(address);
    return this.coming?.state ?? "missed";
  }

  send(address) {
    this.coming?.frame.remove();
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.referrerPolicy = "no-referrer";
    frame.tabIndex = -1;
    frame.title = address;
    frame.className = "player__page player__page--coming";
    const coming = { address, frame, state: "coming" };
    const settle = (state) => {
      if (coming.state !== "coming") return;
      coming.state = state;
      if (state === "ready") return;
      for (const [other, until] of this.missed) if (until < performance.now()) this.missed.delete(other);
      this.missed.set(address, performance.now() + AGAIN);
      frame.remove();
      if (this.coming === coming) this.coming = null;
    };
    // A frame says "load" of a browser's own error page too, so the page is asked for by itself as well.
    const there = fetch(address, { mode: "no-cors", credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(PATIENCE) });
    const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
    Promise.all([there, loaded]).then(() => settle("ready"), () => settle("missed"));
    setTimeout(() => settle("missed"), PATIENCE);
    this.coming = coming;
    frame.src = address;
    this.place.append(frame);
  }

  show() {
    this.shown?.frame.remove();
    this.shown = this.coming;
    this.coming = null;
    this.shown?.frame.classList.remove("player__page--coming");
    this.place.hidden = false;
  }

  hide() {
    this.shown?.frame.remove();
    this.shown = null;
    this.place.hidden = true;
  }
}
