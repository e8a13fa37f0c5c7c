// Cases of what a screen shows at an instant. Prints the names of those that failed. node decide.mjs <decide.mjs of the house>
import assert from "node:assert/strict";
const { decide, local, next, runs, standing, step, winner } = await import(process.argv[2]);
const all = [1, 2, 3, 4, 5, 6, 7];
const s = (id, more = {}) => ({ id, loop: `l-${id}`, target: "unit", priority: 0, fromDay: null, toDay: null, weekdays: all,
  fromTime: null, toTime: null, createdAt: "2026-01-01T00:00:00Z", ...more });
const at = (text) => Date.parse(text);
const dubai = "Asia/Dubai";
const berlin = "Europe/Berlin";
const w = (id, more = {}) => ({ id, revision: 1, sentAt: "2026-05-01T00:00:00Z", until: "2026-06-01T00:00:00Z", urgentUntil: null,
  words: { ar: { title: "ا" }, en: { title: "a" } }, picture: null, ...more });
const programme = (more = {}) => ({ screen: { languages: ["ar", "en"], zone: dubai }, schedules: [], loops: {}, whispers: [w("w1")], ...more });
const slot = (item, seconds = 10, more = {}) => ({ kind: "figures", item, language: "ar", seconds, ...more });
const win = (list, when, zone = dubai) => winner(list, at(when), zone)?.id ?? null;
const cases = {
  "a window counts in the screen's zone": () => {
    const x = s("a", { fromTime: "08:00", toTime: "10:00" });
    assert.equal(runs(x, at("2026-05-24T04:00:00Z"), dubai), true);
    assert.equal(runs(x, at("2026-05-24T03:59:59Z"), dubai), false);
    assert.equal(runs(x, at("2026-05-24T06:00:00Z"), dubai), false);
  },
  "a window over midnight belongs to the day it begins on": () => {
    const sunday = s("a", { fromTime: "22:00", toTime: "02:00", weekdays: [7] });
    assert.equal(runs(sunday, at("2026-05-24T18:00:00Z"), dubai), true);
    assert.equal(runs(sunday, at("2026-05-24T21:59:00Z"), dubai), true);
    assert.equal(runs(sunday, at("2026-05-24T22:00:00Z"), dubai), false);
    assert.equal(runs(sunday, at("2026-05-23T21:00:00Z"), dubai), false);
    const last = s("b", { fromTime: "22:00", toTime: "02:00", toDay: "2026-05-24" });
    assert.equal(runs(last, at("2026-05-24T21:00:00Z"), dubai), true);
    assert.equal(runs(last, at("2026-05-25T18:30:00Z"), dubai), false);
  },
  "dates are whole local days, both included": () => {
    const x = s("a", { fromDay: "2026-05-24", toDay: "2026-05-24" });
    assert.equal(runs(x, at("2026-05-23T20:00:00Z"), dubai), true);
    assert.equal(runs(x, at("2026-05-23T19:59:59Z"), dubai), false);
    assert.equal(runs(x, at("2026-05-24T20:00:00Z"), dubai), false);
  },
  "an hour that clocks skip or repeat is by the wall": () => {
    const x = s("a", { fromTime: "02:30", toTime: "03:30" });
    assert.equal(runs(x, at("2026-03-29T01:10:00Z"), berlin), true);
    assert.equal(local(at("2026-03-29T01:10:00Z"), berlin).minute, 190);
    assert.equal(runs(x, at("2026-10-25T00:40:00Z"), berlin), true);
    assert.equal(runs(x, at("2026-10-25T01:40:00Z"), berlin), true);
    assert.equal(runs(x, at("2026-10-25T01:10:00Z"), berlin), false);
  },
  "midnight is the first minute of its day": () => assert.deepEqual(local(at("2026-05-23T20:00:00Z"), dubai), { day: "2026-05-24", weekday: 7, minute: 0 }),
  "priority wins over the target": () => assert.equal(win([s("a", { target: "screen" }), s("b", { priority: 1 })], "2026-05-24T08:00:00Z"), "b"),
  "the screen wins over its group, the group over everywhere": () => {
    const three = [s("u"), s("g", { target: "group" }), s("x", { target: "screen" })];
    assert.equal(win(three, "2026-05-24T08:00:00Z"), "x");
    assert.equal(win(three.slice(0, 2), "2026-05-24T08:00:00Z"), "g");
  },
  "of equals the newest wins, in whatever order they come": () => {
    const two = [s("a", { createdAt: "2026-01-02T00:00:00Z" }), s("b")];
    assert.equal(win(two, "2026-05-24T08:00:00Z"), "a");
    assert.equal(win(two.reverse(), "2026-05-24T08:00:00Z"), "a");
    assert.equal(win([s("a"), s("b")], "2026-05-24T08:00:00Z"), win([s("b"), s("a")], "2026-05-24T08:00:00Z"));
  },
  "without a schedule all current whispers play, each in each language": () => {
    const plan = decide(programme(), at("2026-05-24T08:00:00Z"));
    assert.deepEqual(plan.slots.map((x) => [x.whisper, x.language]), [["w1", "ar"], ["w1", "en"]]);
    assert.equal(plan.schedule, null);
  },
  "an urgent one takes over any schedule, and gives way at its end by itself": () => {
    const p = programme({ whispers: [w("w1"), w("u", { urgentUntil: "2026-05-24T09:00:00Z", until: "2026-05-24T09:00:00Z" })],
      schedules: [s("a", { priority: 9, target: "screen" })], loops: { "l-a": [{ id: "i", kind: "whisper", whisper: "w1", seconds: 5 }] } });
    const during = decide(p, at("2026-05-24T08:59:59Z"));
    assert.equal(during.kind, "urgent");
    assert.ok(during.slots.every((x) => x.whisper === "u" && x.urgent));
    const after = decide(p, at("2026-05-24T09:00:00Z"));
    assert.equal(after.kind, "loop");
    assert.ok(after.slots.every((x) => x.whisper === "w1" && !x.urgent));
  },
  "what expired is gone without anybody saying so, and then the mark stands": () => {
    assert.equal(decide(programme(), at("2026-06-01T00:00:00Z")).kind, "nothing");
    assert.equal(decide(programme({ whispers: [] }), at("2026-05-24T08:00:00Z")).kind, "nothing");
  },
  "a loop that lost its items falls to nothing, not to an error": () => assert.equal(decide(programme({ schedules: [s("a")] }), at("2026-05-24T08:00:00Z")).kind, "nothing"),
  "a whisper in none of the screen's languages is shown in one it has": () => {
    const plan = decide(programme({ whispers: [w("x", { words: { ur: { title: "u" } } })] }), at("2026-05-24T08:00:00Z"));
    assert.deepEqual(plan.slots.map((x) => x.language), ["ur"]);
  },
  "figures stay while they are kept, opportunities only until they begin": () => {
    const p = programme({ schedules: [s("a")], loops: { "l-a": [{ id: "f", kind: "figures", seconds: 9 }, { id: "o", kind: "opportunities", seconds: 9 }] },
      figures: { title: {}, rows: [{ value: 1 }] }, opportunities: { title: {}, rows: [{ startsAt: "2026-05-24T09:00:00Z" }] } });
    assert.deepEqual(decide(p, at("2026-05-24T08:00:00Z")).slots.map((x) => x.kind), ["figures", "figures", "opportunities", "opportunities"]);
    assert.deepEqual(decide(p, at("2026-05-24T09:00:00Z")).slots.map((x) => x.kind), ["figures", "figures"]);
  },
  "slots take turns and begin again, also when one is gone": () => {
    const slots = decide(programme(), at("2026-05-24T08:00:00Z")).slots;
    assert.equal(next(slots, null), slots[0]);
    assert.equal(next(slots, slots[0]), slots[1]);
    assert.equal(next(slots, slots[1]), slots[0]);
    assert.equal(next(slots, { kind: "whisper", whisper: "gone" }), slots[0]);
  },
  "a page is one slot in the screen's first language": () => {
    const p = programme({ schedules: [s("a")], loops: { "l-a": [{ id: "p", kind: "page", seconds: 20, address: "https://pages.example/" }] } });
    assert.deepEqual(decide(p, at("2026-05-24T08:00:00Z")).slots,
      [{ kind: "page", item: "p", seconds: 20, language: "ar", address: "https://pages.example/" }]);
  },
  "a turn lasts its seconds, and the next begins where it ended although the tick came late": () => {
    const slots = [slot("a"), slot("b", 20)];
    const first = step(null, slots, 1000);
    assert.deepEqual([first.slot.item, first.from, first.whole], ["a", 1000, false]);
    assert.equal(step(first, slots, 10_999), first);
    const second = step(first, slots, 11_800);
    assert.deepEqual([second.slot.item, second.from, second.whole], ["b", 11_000, true]);
    assert.equal(step(second, slots, 99_000).from, 99_000);
  },
  "a slot that is gone gives way at once, and was not shown whole": () => {
    const was = { slot: slot("a"), from: 0 };
    const now = step(was, [slot("b")], 3000);
    assert.deepEqual([now.slot.item, now.from, now.whole], ["b", 3000, false]);
    assert.equal(step(was, [], 3000), null);
  },
  "one that is coming is waited for, one that is missed is passed over": () => {
    const slots = [slot("a"), slot("p"), slot("b")];
    const was = { slot: slots[0], from: 0 };
    const p = (word) => (x) => (x.item === "p" ? word : "ready");
    assert.equal(step(was, slots, 10_000, p("coming")), was);
    assert.equal(step(was, slots, 10_000, p("missed")).slot.item, "b");
    assert.equal(step(was, slots, 10_000, p("ready")).slot.item, "p");
    assert.equal(step(null, [slot("p")], 0, p("missed")), null);
    assert.equal(step({ slot: slot("p"), from: 0 }, [slot("p")], 10_000, p("missed")), null);
    assert.equal(step({ slot: slot("x"), from: 0 }, slots.slice(1), 1, p("coming")).slot.item, "b");
  },
  "a preview goes on from where the wall said it was": () => {
    const slots = [slot("a"), slot("b", 20), slot("c", 5)];
    const told = { slot: { kind: "figures", item: "b", language: "ar" }, from: 100_000 };
    assert.deepEqual([standing(told, slots, 119_999).slot.item, standing(told, slots, 120_000).slot.item,
      standing(told, slots, 126_000).slot.item, standing(told, slots, 160_000).slot.item], ["b", "c", "a", "a"]);
    assert.equal(standing(told, slots, 120_000).from, 120_000);
    assert.equal(standing(told, slots, 126_000).from, 125_000);
    assert.equal(standing({ ...told, from: 0 }, slots, 9_000_000).from, 9_000_000);
    assert.equal(standing(null, slots, 7).slot.item, "a");
    assert.equal(standing(told, [], 120_000), null);
  },
};
const failed = [];
for (const [name, run] of Object.entries(cases)) {
  try { run(); } catch (e) { failed.push(`${name}: ${e.message.split("\n").slice(0, 6).join(" ")}`); }
}
console.log(JSON.stringify({ cases: Object.keys(cases).length, failed }));
