// Cases of how plays keep their time when a clock is wrong. Prints those that failed. node plays.mjs <plays.mjs of the house>
import assert from "node:assert/strict";
const { Plays } = await import(process.argv[2]);
const HOUSE = Date.parse("2026-05-24T08:00:00Z");
const Real = Date;
const HOUR = 3_600_000;
const slot = { kind: "figures", item: "f", language: "ar" };

/** A box in the real world: its clock may be set, its steady clock only goes on. */
class Box {
  constructor(clock, kept = new Map()) {
    Object.assign(this, { clock, steady: 500, real: HOUSE, offset: 0, heard: false, sent: [], kept });
    performance.now = () => this.steady;
    const box = this;
    globalThis.Date = class extends Real {
      constructor(...a) { super(...(a.length ? a : [box.clock])); }
      static now() { return box.clock; }
    };
    const all = () => [...kept.values()];
    this.store = {
      put: async (_, p) => { kept.set(p.id, { ...p }); },
      all: async (_, most) => all().slice(0, most),
      count: async () => kept.size,
      dropAll: async (_, ids) => ids.forEach((id) => kept.delete(id)),
      change: async (_, make) => { for (const p of all()) { const made = make(p); if (made) kept.set(p.id, made); } },
    };
    this.plays = new Plays(this.store, { screen: () => "s", offset: () => this.offset, heard: () => this.heard, send: (list) => this.house(list) });
  }

  pass(ms) { this.clock += ms; this.steady += ms; this.real += ms; }

  async play(ms, meanwhile = () => {}) {
    await this.plays.begin(slot, null);
    this.pass(ms / 2);
    meanwhile();
    this.pass(ms / 2);
    await this.plays.end(true);
  }

  async hear() {
    this.offset = this.real - this.clock;
    this.heard = true;
    await this.plays.place();
  }

  /** Refuses by time as the house does. */
  house(list) {
    this.sent.push(...list);
    return { taken: list.map((p) => {
      const [start, end] = Box.at(p);
      const reason = end > this.real + 120_000 ? "in-the-future" : start < this.real - 31 * 24 * HOUR ? "too-old" : "";
      return { id: p.id, state: reason ? "refused" : "stored", reason };
    }) };
  }

  static at(p) { return [Date.parse(p.startedAt) + p.offsetMs, Date.parse(p.endedAt) + p.offsetMs]; }
}

const near = (a, b) => assert.ok(Math.abs(a - b) <= 2000, `${new Date(a).toISOString()} is not ${new Date(b).toISOString()}`);
const began = (clock) => async () => {
  const box = new Box(clock);
  await box.play(10_000);
  await box.plays.upload();
  assert.equal(box.sent.length, 0);
  await box.plays.begin(slot, null);
  box.pass(60_000);
  await box.hear();
  box.pass(10_000);
  await box.plays.end(true);
  await box.plays.upload();
  assert.equal(box.kept.size, 0);
  assert.equal(box.sent.length, 2);
  near(Box.at(box.sent[0])[0], HOUSE);
  near(Box.at(box.sent[0])[1], HOUSE + 10_000);
  near(Box.at(box.sent[1])[0], HOUSE + 10_000);
  near(Box.at(box.sent[1])[1], HOUSE + 80_000);
  assert.deepEqual(Object.keys(box.sent[0]).filter((k) => ["open", "boot", "from", "unsure", "again"].includes(k)), []);
};
const cases = {
  "a box that starts without the house, five hours ahead": began(HOUSE + 5 * HOUR),
  "a box that starts without the house, in 1970": began(60_000),
  "a clock that is set meanwhile makes a play neither longer nor shorter": async () => {
    for (const jump of [5 * HOUR, -5 * HOUR]) {
      const box = new Box(HOUSE);
      await box.hear();
      await box.play(10_000, () => { box.clock += jump; });
      await box.play(10_000);
      await box.hear();
      await box.plays.upload();
      box.sent.forEach((p, i) => {
        near(Box.at(p)[0], HOUSE + i * 10_000);
        assert.equal(Date.parse(p.endedAt) - Date.parse(p.startedAt), 10_000);
      });
    }
  },
  "what a killed page left five hours ahead is offered once more by the offset learned since": async () => {
    const dead = new Box(HOUSE + 5 * HOUR);
    await dead.play(10_000);
    const box = new Box(HOUSE + 5 * HOUR + 60_000, dead.kept);
    box.real = HOUSE + 60_000;
    await box.plays.mend();
    await box.hear();
    await box.plays.upload();
    assert.equal(box.kept.size, 0);
    assert.deepEqual(box.sent.map((p) => p.offsetMs), [0, -5 * HOUR]);
    near(Box.at(box.sent[1])[0], HOUSE);
  },
  "a play of an earlier start is never put where this one played": async () => {
    const dead = new Box(60_000);
    dead.pass(HOUR);
    await dead.play(10_000);
    const box = new Box(60_000, dead.kept);
    box.real = HOUSE + 2 * HOUR;
    box.pass(2 * HOUR);
    await box.hear();
    await box.plays.upload();
    assert.equal(box.sent.length, 1);
    assert.equal(box.kept.size, 0);
  },
  "one that is refused for good is offered twice at most": async () => {
    const dead = new Box(HOUSE - 40 * 24 * HOUR);
    await dead.play(10_000);
    const box = new Box(HOUSE, dead.kept);
    await box.hear();
    await box.plays.upload();
    await box.plays.upload();
    assert.equal(box.sent.length, 2);
    assert.equal(box.kept.size, 0);
  },
  "without an answer all stays": async () => {
    const box = new Box(HOUSE);
    await box.play(10_000);
    await box.hear();
    box.house = () => null;
    await box.plays.upload();
    assert.equal(box.kept.size, 1);
  },
};
const failed = [];
for (const [name, run] of Object.entries(cases)) {
  try { await run(); } catch (e) { failed.push(`${name}: ${e.message.split("\n").slice(0, 6).join(" ")}`); }
}
console.log(JSON.stringify({ cases: Object.keys(cases).length, failed }));
