// Proof of play: written when a play begins and again when it ends, so that a killed browser loses its last seconds only.
const AT_ONCE = 500;

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

export class Plays {
  constructor(store, { screen, offset, send }) {
    this.store = store;
    this.screen = screen;
    this.offset = offset;
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
      offsetMs: this.offset(), complete: false, urgent: Boolean(slot.urgent), open: true };
    await this.store.put("plays", this.open);
  }

  async tick() {
    if (!this.open) return;
    this.open.endedAt = new Date().toISOString();
    await this.store.put("plays", this.open);
  }

  async end(complete) {
    const play = this.open;
    this.open = null;
    if (!play) return;
    const ended = new Date().toISOString();
    // A clock that was set back meanwhile makes no play that ends before it began.
    const endedAt = ended < play.startedAt ? play.endedAt : ended;
    await this.store.put("plays", { ...play, endedAt, complete, open: false });
  }

  waiting() {
    return this.store.count("plays");
  }

  /** Leaves only what the house has answered for; a broken answer changes nothing. */
  async upload() {
    if (this.sending) return;
    this.sending = true;
    try {
      for (;;) {
        const closed = (await this.store.all("plays", AT_ONCE + 1)).filter((p) => !p.open).slice(0, AT_ONCE);
        if (!closed.length) return;
        const answer = await this.send(closed.map(({ open, ...play }) => play));
        const done = new Set((answer?.taken ?? []).filter((t) => ["stored", "already", "refused"].includes(t.state)).map((t) => t.id));
        const gone = closed.map((p) => p.id).filter((id) => done.has(id));
        if (!gone.length) return;
        await this.store.dropAll("plays", gone);
      }
    } finally {
      this.sending = false;
    }
  }
}
