// Facts that wait to be sent, in the order they were made, in this phone's storage. A fact leaves only when the house
// has answered for it; sending it again changes nothing there.
const AT_ONCE = 100;

export class Queue {
  constructor({ duty, csrf, language, serverNow, refused, onChange, onAnswer }) {
    this.key = `kulluna-gate-${duty}`;
    this.troubleKey = `${this.key}-troubles`;
    this.address = `/attendance/gate/${duty}/facts`;
    this.csrf = csrf;
    this.language = language;
    this.refusedWords = refused;
    this.onChange = onChange;
    this.onAnswer = onAnswer;
    this.failed = false;
    this.signInDue = false;
    this.wait = 1000;
    this.ahead = this.skew(serverNow);
  }

  /** A phone whose clock is far off follows the house's. */
  skew(serverNow) {
    const ahead = serverNow - Date.now();
    const fresh = performance.getEntriesByType("navigation")[0]?.type !== "back_forward";
    return fresh && Math.abs(ahead) > 30_000 ? ahead : 0;
  }

  now() {
    return new Date(Date.now() + this.ahead);
  }

  all() {
    return JSON.parse(localStorage.getItem(this.key) ?? "[]");
  }

  keep(facts) {
    localStorage.setItem(this.key, JSON.stringify(facts));
    this.onChange();
  }

  waiting() {
    return this.all().length;
  }

  add(fact) {
    const whole = { id: uuid(), happenedAt: this.now().toISOString(), device: device(), ...fact };
    this.keep([...this.all(), whole]);
    this.flush();
    return whole;
  }

  drop(id) {
    this.keep(this.all().filter((fact) => fact.id !== id));
  }

  troubles() {
    return JSON.parse(localStorage.getItem(this.troubleKey) ?? "[]");
  }

  trouble(name, why) {
    localStorage.setItem(this.troubleKey, JSON.stringify([...this.troubles(), { name, why }].slice(-20)));
  }

  forgetTroubles() {
    localStorage.removeItem(this.troubleKey);
    this.onChange();
  }

  /** One tab sends at a time. */
  flush() {
    const send = () => this.sendAll();
    return navigator.locks ? navigator.locks.request(this.key, { ifAvailable: true }, (lock) => lock && send()) : send();
  }

  async sendAll() {
    let size = AT_ONCE;
    for (let batch = this.all().slice(0, size); batch.length; batch = this.all().slice(0, size)) {
      const answer = await this.post(batch);
      if (answer === null) return;
      const gone = new Set(batch.map((fact) => fact.id));
      if (answer.refused && batch.length > 1) {
        size = 1;
        continue;
      }
      this.keep(this.all().filter((fact) => !gone.has(fact.id)));
      if (answer.refused) {
        this.trouble(batch[0].membershipNumber ?? "", answer.refused);
        this.onChange();
      } else {
        this.onAnswer(answer, batch);
      }
    }
  }

  /** The answer; {refused} when the house will never take this; null when it is to be tried later. */
  async post(facts) {
    try {
      const response = await fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": this.csrf },
        body: JSON.stringify({ facts, language: this.language }),
      });
      this.signInDue = response.status === 401 || response.status === 403 || response.status === 404;
      if (response.ok) {
        this.failed = false;
        this.wait = 1000;
        return await response.json();
      }
      if (response.status === 409 || response.status === 422 || response.status === 400) {
        return { refused: this.refusedWords };
      }
    } catch {
      // no network: the band says so
    }
    this.failed = true;
    this.onChange();
    this.wait = Math.min(this.wait * 2, 30_000);
    setTimeout(() => this.flush(), this.wait);
    return null;
  }
}

/** Version 7 (RFC 9562): the time first, so that the house's index stays in order. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = BigInt(Date.now());
  for (let i = 0; i < 6; i++) bytes[i] = Number((time >> BigInt(8 * (5 - i))) & 0xffn);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

function device() {
  let name = localStorage.getItem("kulluna-gate-device");
  if (!name) {
    name = `gate-${uuid().slice(-12)}`;
    localStorage.setItem("kulluna-gate-device", name);
  }
  return name;
}
