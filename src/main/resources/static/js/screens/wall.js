// Writes a slot of a programme into the parts of a wall: for the player, and for the preview on the page of its screen.

export class Wall {
  constructor(root) {
    this.root = root;
    this.clocks = new Map();
  }

  part(name) {
    return this.root.querySelector(`[data-part=${name}]`);
  }

  /** Nothing to show: the mark stands. */
  rest(on) {
    this.part("rest").hidden = !on;
    if (on) this.part("whisper").hidden = true;
  }

  /** @param picture address of an image that is here already, or null */
  draw(slot, programme, at, picture) {
    const card = this.part("whisper");
    card.hidden = false;
    card.lang = slot.language;
    card.dir = (programme.rightToLeft ?? ["ar"]).includes(slot.language) ? "rtl" : "ltr";
    this.part("title").textContent = slot.words?.title ?? slot.data?.title[slot.language] ?? slot.data?.title.en ?? "";
    this.part("body").textContent = slot.words?.body ?? "";
    this.rows(slot, programme, at);
    const image = this.part("picture");
    image.hidden = !picture;
    if (picture) { image.src = picture; image.alt = slot.words?.alt ?? ""; } else image.removeAttribute("src");
  }

  /** Five numbers or the next duties, made of text alone. */
  rows(s, programme, at) {
    const list = this.part("rows");
    list.hidden = !s.data;
    const digits = s.language === "en" ? "latn" : programme.screen.digits;
    const locale = `${s.language}-u-nu-${digits}-ca-gregory`;
    const lines = !s.data ? [] : s.kind === "figures"
      ? s.data.rows.map((r) => [new Intl.NumberFormat(locale).format(r.value), r.label[s.language] ?? r.label.en])
      : s.data.rows.filter((r) => Date.parse(r.startsAt) > at).slice(0, 4).map((r) => [
          s.language === "en" ? r.title.en || r.title.ar : r.title.ar || r.title.en,
          `${new Intl.DateTimeFormat(locale, { timeZone: r.zone, weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }).format(Date.parse(r.startsAt))} · ${s.language === "en" ? r.place.en : r.place.ar}`]);
    list.className = `player__rows player__rows--${s.kind}`;
    list.replaceChildren(...lines.map(([large, small]) => {
      const line = document.createElement("li");
      for (const [name, text] of [["large", large], ["small", small]]) {
        const span = document.createElement("span");
        span.className = `player__${name}`;
        span.textContent = text;
        line.append(span);
      }
      return line;
    }));
  }

  clock(programme, at) {
    const zone = programme?.screen.zone ?? "Asia/Dubai";
    const digits = programme?.screen.digits ?? "latn";
    const write = (name, locale, options) => {
      const id = name + locale + zone;
      if (!this.clocks.has(id)) this.clocks.set(id, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
      this.part(name).textContent = this.clocks.get(id).format(at);
    };
    write("time", `en-GB-u-nu-latn`, { hour: "2-digit", minute: "2-digit" });
    write("date-ar", `ar-AE-u-nu-${digits}-ca-gregory`, { weekday: "long", day: "numeric", month: "long" });
    write("date-en", "en-GB", { weekday: "long", day: "numeric", month: "long" });
    write("hijri", `ar-AE-u-ca-islamic-umalqura-nu-${digits}`, { day: "numeric", month: "long", year: "numeric" });
  }
}
