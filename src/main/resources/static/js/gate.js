// The gate: every tap or scan becomes a fact with an id made here. Facts wait in this phone's storage until the house
// has answered, so a reload, a dead network or a repeated sending loses nothing and doubles nothing.

const main = document.getElementById("main");
// The parts are fetched by addresses that carry their content's hash: they may be kept for a year.
if (main?.dataset.duty) start(main, (await import(main.dataset.queueJs)).Queue);

function start(main, Queue) {
  const say = main.dataset;
  const find = (selector) => document.querySelector(selector);
  const band = find("[data-band]");
  const result = find("[data-result]");
  const actions = find("[data-actions]");
  const rows = new Map([...document.querySelectorAll("[data-person]")].map((row) => [row.dataset.person, row]));
  let inside = Number(say.inside);
  let shown = null;
  let closing = 0;

  const queue = new Queue({
    duty: say.duty,
    csrf: find("input[name=_csrf]").value,
    language: document.documentElement.lang,
    serverNow: Number(say.now),
    refused: say.resultRefused,
    onChange: showBand,
    onAnswer: answered,
  });

  // words and digits

  const latin = (text) => text.replace(/[٠-٩۰-۹]/g, (d) => String(d.charCodeAt(0) & 0xf));
  const zero = say.zero.codePointAt(0);
  const digits = (text) => String(text).replace(/[0-9]/g, (d) => String.fromCodePoint(zero + Number(d)));
  const put = (text, value) => text.replace("#", digits(value));
  const clock = (at) =>
    new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: say.zone }).format(at);

  function showBand() {
    const count = queue.waiting();
    band.hidden = false;
    const text = queue.signInDue
      ? say0("signIn", count)
      : !navigator.onLine || queue.failed
        ? say0("off", count)
        : count
          ? say0("waiting", count)
          : band.dataset.sent;
    band.textContent = text;
    band.className = `gate-band${queue.signInDue || !navigator.onLine || queue.failed ? " gate-band--off" : count ? " gate-band--waiting" : ""}`;
    showTroubles();
  }
  const say0 = (key, count) => put(band.dataset[key], count);

  function showTroubles() {
    const list = find("[data-trouble-list]");
    list.replaceChildren(
      ...queue.troubles().map((trouble) => {
        const item = document.createElement("li");
        const name = document.createElement("bdi");
        name.textContent = trouble.name;
        item.append(name, " ", trouble.why);
        return item;
      }),
    );
    find("[data-troubles]").hidden = list.children.length === 0;
  }
  find("[data-troubles-seen]").addEventListener("click", () => queue.forgetTroubles());

  // facts

  function send(kind, who, means) {
    const row = rowOf(who);
    const fact = queue.add({ ...who, kind, means });
    const before = row && { state: row.dataset.state, line: row.querySelector("[data-line]").textContent };
    shown = { fact, row, before, answered: false };
    if (row && (kind === "in" || kind === "out" || kind === "absent")) local(row, kind, fact);
    setTimeout(() => shown?.fact === fact && !shown.answered && showLocal(fact, row, before), queue.failed ? 0 : 1200);
  }

  function rowOf(who) {
    if (who.personId) return rows.get(who.personId);
    const all = [...rows.values()];
    if (who.membershipNumber) return all.find((row) => row.dataset.number === latin(who.membershipNumber).replace(/\D/g, ""));
    const publicId = who.passCode?.split(":")[1];
    return publicId && all.find((row) => row.dataset.publicId === publicId);
  }

  function local(row, kind, fact) {
    const time = digits(clock(new Date(fact.happenedAt)));
    const key = { in: "lineSince", out: "lineLeft", absent: "lineAbsent" }[kind];
    setRow(row, kind, [row.dataset.role, say[key].replace("#", time)].filter(Boolean).join(" · "));
  }

  function setRow(row, state, line) {
    const was = row.dataset.state;
    if (was !== state) {
      inside += (state === "in") - (was === "in");
      find("[data-inside-count]").textContent = digits(inside);
    }
    row.dataset.state = state;
    row.querySelector("[data-line]").textContent = line;
    for (const button of row.querySelectorAll("button[name=act]")) {
      const kind = button.value.split(" ")[0];
      button.hidden = kind === "in" ? state === "in" : kind === "out" ? state !== "in" : state !== "";
    }
  }

  /** The house answered: each fact's result, how rows read now, how many are in. */
  function answered(answer, sent) {
    for (const row of answer.rows) {
      const here = rows.get(row.person);
      if (here) setRow(here, row.state, digits(row.line));
    }
    if (queue.waiting() === 0) {
      inside = answer.inside;
      find("[data-inside-count]").textContent = digits(inside);
    }
    for (const one of answer.results) {
      const fact = sent.find((f) => f.id === one.id);
      if (shown?.fact.id === one.id) {
        shown.answered = true;
        showResult(one, fact);
      } else if (one.look === "refused" && fact?.kind !== "void") {
        queue.trouble(one.name || fact?.membershipNumber || "", one.why.join(" "));
      }
    }
    showBand();
  }

  // the screen after a tap or a scan

  function showLocal(fact, row, before) {
    if (!row || fact.passCode) {
      if (fact.passCode) queue.drop(fact.id);
      if (row) {
        setRow(row, before.state, before.line);
      }
      fill({
        look: fact.passCode ? "refused" : "already",
        headline: fact.passCode ? say.resultRefused : latin(fact.membershipNumber ?? ""),
        name: row?.querySelector(".gate-list__name").textContent ?? "",
        initials: row?.dataset.initials ?? "–",
        line: row?.querySelector("[data-line]").textContent ?? "",
        why: [row ? say.whyCompare : fact.passCode ? say.whyUnknown : say.whyKept],
        compare: Boolean(row && fact.passCode),
        guest: row && { person: row.dataset.person },
      });
      return;
    }
    const again = fact.kind === "in" && before?.state === "in";
    fill({
      look: again ? "already" : "in",
      headline: again ? say.resultAlready : say[`result${fact.kind[0].toUpperCase()}${fact.kind.slice(1)}`],
      name: row.querySelector(".gate-list__name").textContent,
      initials: row.dataset.initials,
      line: row.querySelector("[data-line]").textContent,
      why: [again ? put(say.whyAlready, row.dataset.since) : say.whyKept],
      undo: fact.id,
    });
  }

  function showResult(one, fact) {
    if (one.look === "refused" && shown.row && shown.before && fact.kind !== "void" && !one.guest) {
      setRow(shown.row, shown.before.state, shown.before.line);
    }
    fill({ ...one, line: digits(one.line), why: one.why.map(digits), headline: one.headline });
  }

  function fill(one) {
    document.body.className = `gate gate-result gate-result--${one.look}`;
    document.querySelectorAll("[data-page]").forEach((part) => (part.hidden = true));
    result.hidden = actions.hidden = false;
    result.querySelectorAll("[data-icon]").forEach((icon) => icon.toggleAttribute("hidden", icon.dataset.icon !== one.look));
    result.querySelector("[data-initials]").textContent = one.initials;
    result.querySelector("[data-name]").textContent = one.name || one.headline;
    result.querySelector("[data-headline]").textContent = one.name ? one.headline : "";
    result.querySelector("[data-line]").textContent = one.line ?? "";
    result.querySelector("[data-why]").textContent = (one.why ?? []).join(" ");
    const person = one.guest?.person?.value ?? one.guest?.person;
    offer("[data-compare]", one.compare, () => send("in", { personId: person }, "tap"));
    offer("[data-walk-in]", one.walkIn, () => send("in", { personId: person }, "walk_in"));
    offer("[data-leave]", one.leave, () => send("out", { personId: person }, "tap"));
    undoFor(one.undo);
    result.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function offer(selector, wanted, act) {
    const button = actions.querySelector(selector);
    button.hidden = !wanted;
    button.onclick = act;
  }

  function undoFor(id) {
    const button = actions.querySelector("[data-undo-button]");
    clearInterval(closing);
    button.hidden = !id;
    if (!id) return;
    let left = 10;
    const tick = () => (button.textContent = put(say.undo, left));
    tick();
    closing = setInterval(() => {
      left -= 1;
      tick();
      if (left <= 0) close();
    }, 1000);
    button.onclick = () => {
      if (shown?.row && shown.before) setRow(shown.row, shown.before.state, shown.before.line);
      close();
      queue.add({ kind: "void", voids: id, means: "tap" });
    };
  }

  function close() {
    clearInterval(closing);
    shown = null;
    document.body.className = "gate";
    document.querySelectorAll("[data-page]").forEach((part) => (part.hidden = false));
    result.hidden = actions.hidden = true;
  }
  actions.querySelector("[data-next]").addEventListener("click", close);

  // forms become facts

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-search-form]")) {
      if (rows.size < 500) event.preventDefault();
      return;
    }
    if (!form.matches("[data-fact-form], [data-number-form]")) return;
    event.preventDefault();
    const kind = event.submitter?.value.split(" ")[0] ?? "in";
    const personId = form.elements.personId?.value;
    if (personId) return send(kind, { personId }, "tap");
    const number = form.elements.membershipNumber.value.trim();
    if (/[0-9٠-٩۰-۹]/.test(number)) {
      send(kind, { membershipNumber: latin(number) }, "number");
      form.elements.membershipNumber.value = "";
    } else {
      form.elements.membershipNumber.focus();
    }
  });

  // search that forgives, without the network

  const fold = (text) =>
    latin(text)
      .normalize("NFKD")
      .replace(/[\p{Mn}ـ]/gu, "")
      .toLowerCase()
      .replace(/[أإآٱ]/g, "ا")
      .replace(/[ىئی]/g, "ي")
      .replace(/ؤ/g, "و")
      .replace(/ة/g, "ه")
      .replace(/ک/g, "ك");
  const search = document.getElementById("search");
  const filter = () => {
    const words = fold(search.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    let left = 0;
    for (const row of rows.values()) {
      row.hidden = !words.every((word) => row.dataset.search.includes(word));
      left += !row.hidden;
    }
    const none = find("[data-none]");
    if (none) none.hidden = left > 0;
  };
  search.addEventListener("input", filter);

  // camera, clock, network

  const scan = find("[data-scan]");
  if (navigator.mediaDevices?.getUserMedia) {
    scan.hidden = false;
    const openCamera = async (...how) => (await import(say.cameraJs)).openCamera(...how);
    scan.addEventListener("click", () =>
      openCamera(find("[data-camera]"), say.jsqr, (code) => send("in", { passCode: code }, "scan")).catch(() => {
        scan.disabled = true;
        scan.textContent = say.noCamera;
      }),
    );
  }
  const showClock = () => (find("[data-clock]").textContent = digits(clock(queue.now())));
  setInterval(showClock, 5000);
  addEventListener("online", () => queue.flush());
  addEventListener("offline", showBand);
  showBand();
  queue.flush();
}
