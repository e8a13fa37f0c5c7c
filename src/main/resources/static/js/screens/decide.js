// What a screen shows at an instant, from its programme alone: no network, no clock of its own, nothing remembered.
const RANK = { screen: 2, group: 1, unit: 0 };
const DAY = 86_400_000;
// A turn that begins this late still counts from the end of the one before.
const LATE = 2000;
const OLD = 600_000;
const formats = new Map();

/** The local day (2026-05-24), weekday (1 Monday to 7 Sunday) and minute of the day in that zone. */
export function local(at, zone) {
  if (!formats.has(zone)) {
    formats.set(zone, new Intl.DateTimeFormat("en-CA-u-nu-latn", { timeZone: zone, hourCycle: "h23", year: "numeric",
      month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" }));
  }
  const part = Object.fromEntries(formats.get(zone).formatToParts(at).map((p) => [p.type, p.value]));
  const day = `${part.year}-${part.month}-${part.day}`;
  return { day, weekday: weekday(day), minute: Number(part.hour) * 60 + Number(part.minute) };
}

function weekday(day) {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

function before(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
}

function minutes(time) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** A window over midnight belongs to the day it begins on: that day's date and weekday count. */
export function runs(schedule, at, zone) {
  const now = local(at, zone);
  const on = (day) =>
    (!schedule.fromDay || day >= schedule.fromDay) &&
    (!schedule.toDay || day <= schedule.toDay) &&
    (schedule.weekdays ?? [1, 2, 3, 4, 5, 6, 7]).includes(weekday(day));
  if (!schedule.fromTime || !schedule.toTime) return on(now.day);
  const from = minutes(schedule.fromTime);
  const to = minutes(schedule.toTime);
  if (from < to) return on(now.day) && now.minute >= from && now.minute < to;
  return (now.minute >= from && on(now.day)) || (now.minute < to && on(before(now.day)));
}

/** Higher priority; then the screen over its group over everywhere; then the newest; then the id, so that all agree. */
export function winner(schedules, at, zone) {
  return schedules.filter((s) => runs(s, at, zone)).sort((a, b) =>
    b.priority - a.priority || RANK[b.target] - RANK[a.target] ||
    Date.parse(b.createdAt) - Date.parse(a.createdAt) || (a.id < b.id ? 1 : -1))[0] ?? null;
}

const running = (from, until, at) => Date.parse(from) <= at && at < Date.parse(until);

/** {kind: urgent | loop | nothing, schedule, slots}: each slot is one thing in one language, for so many seconds. */
export function decide(programme, at) {
  const now = Number(at);
  const whispers = programme.whispers.filter((w) => running(w.sentAt, w.until, now));
  const urgent = whispers.filter((w) => w.urgentUntil && running(w.sentAt, w.urgentUntil, now));
  if (urgent.length) return { kind: "urgent", schedule: null, slots: urgent.flatMap((w) => told(w, null, 12, programme)) };
  const schedule = winner(programme.schedules, now, programme.screen.zone);
  const items = schedule
    ? programme.loops[schedule.loop] ?? []
    : [{ id: "default", kind: "whispers", seconds: 12 }];
  const slots = items.flatMap((item) => expand(item, whispers, programme, now));
  return { kind: slots.length ? "loop" : "nothing", schedule: schedule?.id ?? null, slots };
}

function expand(item, whispers, programme, at) {
  if (item.kind === "whispers") return whispers.flatMap((w) => told(w, item, item.seconds, programme));
  if (item.kind === "whisper") {
    return whispers.filter((w) => w.id === item.whisper).flatMap((w) => told(w, item, item.seconds, programme));
  }
  if (item.kind === "page") {
    return [{ kind: "page", item: item.id, seconds: item.seconds, language: programme.screen.languages[0], address: item.address }];
  }
  const data = programme[item.kind];
  const rows = (data?.rows ?? []).filter((r) => !r.startsAt || Date.parse(r.startsAt) > at);
  if (!rows.length) return [];
  return programme.screen.languages.map((language) => ({ kind: item.kind, item: item.id, seconds: item.seconds, language, data }));
}

/** In each language of the screen that it is written in; in the first it has when it is in none of them. */
function told(whisper, item, seconds, programme) {
  const has = programme.screen.languages.filter((l) => whisper.words[l]);
  const languages = has.length ? has : Object.keys(whisper.words).sort().slice(0, 1);
  return languages.map((language) => ({ kind: "whisper", item: item?.id ?? "urgent", seconds, language,
    whisper: whisper.id, revision: whisper.revision, urgent: !item, words: whisper.words[language], picture: whisper.picture }));
}

/** The slot after that one, by what it shows; the first when that one is gone. */
export function next(slots, last) {
  const at = slots.findIndex((s) => last && sameSlot(s, last));
  return slots[(at + 1) % slots.length];
}

/**
 * Where a wall stands next. turn is {slot, from} or null; state says whether a slot can be shown: ready, coming (then the
 * one before stays a little longer) or missed (then the one after it comes).
 */
export function step(turn, slots, at, state = () => "ready") {
  const here = turn && slots.find((s) => sameSlot(s, turn.slot));
  const over = here ? turn.from + here.seconds * 1000 : at;
  if (here && at < over) return turn;
  let slot = turn?.slot ?? null;
  for (let tries = slots.length; tries > 0; tries--) {
    slot = next(slots, slot);
    const can = state(slot);
    if (can === "ready") return { slot, from: here && at - over < LATE ? over : at, whole: Boolean(here) };
    if (can === "coming" && here) return turn;
  }
  return null;
}

/** Where a wall stands at an instant, that stood so before; one that nobody heard of for long begins anew. */
export function standing(before, slots, at) {
  let turn = before && before.from <= at && at - before.from < OLD ? before : step(null, slots, at);
  while (turn) {
    const here = slots.find((s) => sameSlot(s, turn.slot));
    if (here && turn.from + here.seconds * 1000 > at) return { ...turn, slot: here };
    turn = step(turn, slots, here ? turn.from + here.seconds * 1000 : at);
  }
  return null;
}

export function sameSlot(a, b) {
  return a.kind === b.kind && a.item === b.item && a.language === b.language && a.whisper === b.whisper && a.revision === b.revision && a.address === b.address;
}
