// What a screen plays right now, on its page at the desk: decided by the player's own code, from where its wall last said
// it was. A page by address is named, not shown: the desk frames nothing.
import { decide, sameSlot, standing } from "./decide.js";
import { Wall } from "./wall.js";

const ASK = 15_000;
const figure = document.querySelector("[data-preview]");
if (figure) start(figure);

function start(figure) {
  const wall = new Wall(figure);
  let told = null;
  let ahead = 0;
  let turn = null;
  const now = () => Date.now() + ahead;

  async function ask() {
    try {
      const answer = document.hidden ? null : await fetch(figure.dataset.preview, { cache: "no-store" });
      if (answer?.ok) {
        told = await answer.json();
        ahead = told.now - Date.now();
        const said = told.turn;
        if (said && decide(told.programme, now()).slots.some((s) => sameSlot(s, said))) turn = { slot: said, from: Date.parse(said.begunAt) };
        figure.hidden = false;
        const off = document.querySelector("[data-off]");
        if (off) off.hidden = true;
        tick();
      }
    } catch { /* without network the last state goes on */ }
    setTimeout(ask, ASK);
  }

  function tick() {
    if (!told) return;
    const plan = decide(told.programme, now());
    turn = standing(turn, plan.slots, now());
    draw(plan);
  }

  function draw(plan) {
    wall.clock(told.programme, now());
    figure.querySelector(".player").classList.toggle("player--urgent", plan.kind === "urgent");
    wall.rest(!turn);
    if (turn) wall.draw(named(turn.slot), told.programme, now(), turn.slot.picture?.replace("/screens/player/", "/whispers/") ?? null);
    for (const row of document.querySelectorAll("[data-schedule]")) {
      row.querySelector("[data-runs]").hidden = row.dataset.schedule !== plan.schedule;
    }
  }

  const named = (s) => (s.kind === "page" ? { ...s, words: { title: figure.dataset.pageWord, body: `\u2066${s.address}\u2069` } } : s);
  setInterval(tick, 1000);
  ask();
}
