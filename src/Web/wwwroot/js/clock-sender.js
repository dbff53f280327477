// Sends the taps of the clock, in batches and once each: whatever is not answered stays on the device. Each answer says how the physician stands then, and what
// the house's clock says, by which this device's is measured.

/** Taps in one request; patience with it; between two tries, at first and at most; between two questions how one stands. */
const BATCH = 200, PATIENCE_MS = 15_000, RETRY_MS = 1_000, RETRY_MOST_MS = 15_000, ASK_MS = 60_000;

class Away extends Error {}
class Barred extends Error {}

export class ClockSender {
  #store;
  #clock;
  #path;
  #headers;
  #told;
  #failures = 0;
  #timer;
  #flushing = null;

  /** told: { answered(tap), now(picture), state() }. */
  constructor({ store, clock, member, eyes, told }) {
    Object.assign(this, { away: !navigator.onLine, barred: null });
    [this.#store, this.#clock, this.#told] = [store, clock, told];
    this.#path = `/api/v1/members/${encodeURIComponent(member)}/work-hours/clock-batch`;
    this.#headers = { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang, ...(eyes ? { "X-Jma-Eyes": eyes } : {}) };
    addEventListener("online", () => this.flush());
    addEventListener("offline", () => this.#failed(new Away("offline")));
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.flush(); });
    setInterval(() => { if (!document.hidden || store.waiting().length > 0) this.flush(); }, ASK_MS);
  }

  /** Sends all that waits, and asks how one stands. One tab at a time: another that does the same would only be answered the same. */
  flush() {
    this.#flushing ??= this.#locked(() => this.#all()).catch(fault => this.#failed(fault)).finally(() => {
      this.#flushing = null;
      this.#told.state();
    });
    return this.#flushing;
  }

  async #all() {
    do {
      const taps = this.#store.waiting().slice(0, BATCH);
      if (!await this.#send(taps)) {
        // One of them cannot be read: each by itself, so that it holds up no other.
        for (const tap of taps) if (!await this.#send([tap])) await this.#end(tap, null, "invalid");
      }
    } while (this.#store.waiting().length > 0);
    await this.#store.trim().catch(fault => console.warn("Nothing was forgotten.", fault));
  }

  /** False when the server could not read it. */
  async #send(taps) {
    if (taps.length > 0) await this.#keep(...taps.map(t => Object.assign(t, { tried: true })));
    const sentAt = Date.now(), began = performance.now();
    const response = await fetch(this.#path, {
      method: "POST", headers: this.#headers, cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS), body: JSON.stringify({ taps: taps.map(t => this.#body(t)) }),
    });
    if (response.status === 429 || response.status >= 500) throw new Away(`busy ${response.status}`);
    const body = await response.json();
    if ([401, 403, 404].includes(response.status)) throw new Barred(body.title ?? body.reason);
    if (!response.ok) return taps.length === 0;
    this.#clock.measured(sentAt, performance.now() - began, Date.parse(body.heardAt));
    for (const [i, tap] of taps.entries()) await this.#end(tap, body.taps[i].value, body.taps[i].refused, body.taps[i].title);
    [this.away, this.barred, this.#failures] = [false, null, 0];
    clearTimeout(this.#timer);
    this.#told.now(body.now);
    for (const tap of taps) this.#told.answered(this.#store.get(tap.nonce) ?? tap);
    return true;
  }

  #end(tap, value, refused, title) { return this.#keep(Object.assign(tap, { status: "done", refused: refused ?? undefined, said: title ?? undefined, from: value?.from, to: value?.to })); }

  /** A device that is full keeps sending: what it does not remember as sent is only sent again, to the same answer. */
  #keep(...taps) { return this.#store.put(...taps).catch(fault => console.warn("How these stand is not kept.", fault)); }

  #body({ nonce, begins, workplace, kind, unforeseen, at, uncorrected }) {
    // Taken when no skew had ever been measured on this device: corrected by the first that was, since.
    return { key: nonce, in: begins, workplace, kind, unforeseen, at: new Date(uncorrected ? this.#clock.correct(at) : at).toISOString() };
  }

  #failed(fault) {
    console.warn("Not sent yet.", fault);
    if (fault instanceof Barred) this.barred = fault.message;
    else this.away = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), Math.min(RETRY_MOST_MS, RETRY_MS * 2 ** this.#failures++) * (.75 + Math.random() / 2));
    this.#told.state();
  }

  #locked(work) {
    return navigator.locks ? navigator.locks.request(`jma-clock-send-${this.#path}`, { ifAvailable: true }, lock => lock ? work() : undefined) : work();
  }
}
