// Proof of play: written when a play begins and again when it ends, so that a killed browser loses its last seconds only.
// How long it was, and where it lay since the page began, is told by a clock that nobody sets.
const AT_ONCE = 500;
const BY_TIME = ["in-the-future", "too-old"];

/** Version 7 (RFC 9562): the time first, so that the house's index stays in order. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = BigInt(Date.now());
  for (let i = 0; i < 6; i++) bytes[i] = Number((time >> BigInt(8 * (5 - i))) & 0xffn);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

const now = (play) => new Date(Date.parse(play.startedAt) + Math.max(0, performance.now() - play.from)).toISOString();

export class Plays {
  /** @param heard whether the house has told its time since the page began */
  constructor(store, { screen, offset, heard, send }) {
    this.store = store;
    this.screen = screen;
    this.offset = offset;
    this.heard = heard;
    this.boot = uuid();
    this.send = send;
    this.open = null;
    this.sending = false;
  }

  /** What a killed browser left open ended where it was last seen. */
  async mend() {
    for (const play of await this.store.all("plays")) {
      if (play.open) await this.store.put("plays", { ...play, open: false });
    }
  }

  async begin(slot, schedule) {
    await this.end(false);
    const now = new Date().toISOString();
    this.open = { id: uuid(), screen: this.screen(), kind: slot.kind, whisper: slot.whisper, revision: slot.revision,
      item: slot.item, schedule: schedule ?? undefined, language: slot.language, startedAt: now, endedAt: now,
      offsetMs: this.offset(), complete: false, urgent: Boolean(slot.urgent), open: true,
      boot: this.boot, from: performance.now(), unsure: !this.heard() };
    await this.store.put("plays", this.open);
  }

  async tick() {
    if (!this.open) return;
    this.open.endedAt = now(this.open);
    await this.store.put("plays", this.open);
  }

  async end(complete) {
    const play = this.open;
    this.open = null;
    if (!play) return;
    await this.store.put("plays", { ...play, endedAt: now(play), complete, open: false });
  }

  /** The house's time was learned: what waits since the page began gets its place by it, whatever the clock said. */
  async place() {
    const began = this.began();
    const placed = (play) => {
      if (play.boot !== this.boot) return null;
      return { ...play, offsetMs: Math.floor(began + play.from - Date.parse(play.startedAt)), unsure: false };
    };
    if (this.open) this.open = placed(this.open) ?? this.open;
    await this.store.change("plays", placed);
  }

  /** When the page began, by the house's clock. */
  began() {
    return Date.now() + this.offset() - performance.now();
  }

  waiting() {
    return this.store.count("plays");
  }

  /** Of a page before this one, that never heard the house: by this one's offset, if that leads to before this one began. */
  elsewhen(play) {
    return play.unsure && !play.again && play.boot !== this.boot && Date.parse(play.endedAt) + this.offset() <= this.began();
  }

  /** Leaves only what the house has answered for; a broken answer changes nothing. */
  async upload() {
    if (this.sending || !this.heard()) return;
    this.sending = true;
    try {
      for (;;) {
        const closed = (await this.store.all("plays", AT_ONCE + 1)).filter((p) => !p.open).slice(0, AT_ONCE);
        if (!closed.length) return;
        const answer = await this.send(closed.map(({ open, boot, from, unsure, again, ...play }) => play));
        const said = new Map((answer?.taken ?? []).map((t) => [t.id, t]));
        const once = closed.filter((p) => said.get(p.id)?.state === "refused" && BY_TIME.includes(said.get(p.id).reason) && this.elsewhen(p));
        for (const play of once) await this.store.put("plays", { ...play, offsetMs: this.offset(), again: true });
        const gone = closed.filter((p) => !once.includes(p) && ["stored", "already", "refused"].includes(said.get(p.id)?.state)).map((p) => p.id);
        if (!gone.length && !once.length) return;
        await this.store.dropAll("plays", gone);
      }
    } finally {
      this.sending = false;
    }
  }
}
