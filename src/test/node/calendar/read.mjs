// node read.mjs < FILE: what node-ical and ical.js read in a calendar, as JSON: one list of events each, times in UTC.
import { readFileSync } from "node:fs";
import nodeIcal from "node-ical";
import ICAL from "ical.js";

const text = readFileSync(0, "utf8");

const words = (value) => (value && typeof value === "object" && "val" in value ? value.val : value) ?? "";

const byNodeIcal = Object.values(nodeIcal.sync.parseICS(text))
  .filter((one) => one.type === "VEVENT")
  .map((e) => ({
    uid: e.uid,
    title: words(e.summary),
    place: words(e.location),
    text: words(e.description),
    status: e.status,
    sequence: Number(e.sequence),
    starts: e.start.toISOString(),
    ends: e.end.toISOString(),
    changed: e.lastmodified.toISOString(),
    alarms: (e.alarms ?? []).map((a) => String(words(a.trigger))),
  }));

const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}
const byIcalJs = calendar.getAllSubcomponents("vevent").map((component) => {
  const e = new ICAL.Event(component);
  return {
    uid: e.uid,
    title: e.summary,
    place: e.location ?? "",
    text: e.description,
    status: component.getFirstPropertyValue("status"),
    sequence: e.sequence,
    starts: e.startDate.toJSDate().toISOString(),
    ends: e.endDate.toJSDate().toISOString(),
    changed: component.getFirstPropertyValue("last-modified").toJSDate().toISOString(),
    alarms: component.getAllSubcomponents("valarm").map((a) => a.getFirstPropertyValue("trigger").toString()),
  };
});

console.log(JSON.stringify({ "node-ical": byNodeIcal, "ical.js": byIcalJs }));
