// Sends what the desk has taken, once and in order. A tap at the door goes out at once while the way is open; everything else waits its turn: walk-ins first
// (their taps need a member number), then taps in batches in the order in which they happened, then what is to be taken back. Whatever is not answered stays.

/** Taps in one request; patience with a single one, at the door, and with a batch; between two tries, at first and at most; between two reports. */
const BATCH = 500, DOOR_MS = 5_000, BATCH_MS = 30_000, RETRY_MS = 1_000, RETRY_MOST_MS = 15_000, REPORT_MS = 10_000;

/** Answers that another try may change, even where they come as a refusal. */
const PASSING = ["journal-away", "journal-full", "moved", "outcome-unknown"];

/** How long a tap that one tab is sending is left to it by the others. */
const FRESH_MS = 10_000;

/** The server came upon a fault of its own, with this tap perhaps and with no other; after so many in one round it is not the taps. */
const FAILED = 500, FAILED_MOST = 20;

class Away extends Error { constructor(words, status = 0) { super(words); this.status = status; } }
class Barred extends Error {}

export class Sender {
  #store;
  #clock;
  #root;
  #headers;
  #told;
  #busy = new Set();
  #failures = 0;
  #timer;
  #flushing = null;
  #way = new AbortController();

  /** told: { answered(tap), late(tap), undone(tap, reason), named(tap, name), state(), summary(counts) }. */
  constructor({ store, clock, session, device, eyes, told }) {
    Object.assign(this, { device, away: !navigator.onLine, barred: null, sending: 0 });
    [this.#store, this.#clock, this.#told] = [store, clock, told];
    this.#root = `/api/v1/sessions/${encodeURIComponent(session)}`;
    this.#headers = { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang, ...(eyes ? { "X-Jma-Eyes": eyes } : {}) };
    addEventListener("online", () => this.flush());
    addEventListener("offline", () => this.#left());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.report(); });
    setInterval(() => { if (!document.hidden || store.waiting().length > 0) this.report(); }, REPORT_MS);
  }

  start() { this.report(); }

  /** True while a tap is being sent: it is neither waiting nor answered. */
  isBusy(nonce) { return this.#busy.has(nonce); }

  /** Sends one tap, kept already, at once if it can be. False when it has to wait. */
  async now(tap) {
    if (!tap.tried) return false;
    this.#busy.add(tap.nonce);
    try {
      const now = await this.#advance(tap, DOOR_MS);
      this.#busy.delete(tap.nonce);
      if (now && !now.undone && !now.undo) this.#told.answered(now);
      this.#reached();
      return true;
    } catch (fault) {
      tap.fresh = false;
      this.#busy.delete(tap.nonce);
      this.#failed(fault);
      return false;
    }
  }

  /** Asks for something without changing anything. Throws when there is no answer. */
  async ask(path) {
    const { ok, body } = await this.#fetch(path, { headers: this.#headers }, DOOR_MS);
    if (!ok) throw new Error(body.title ?? body.reason);
    return body;
  }

  /** Tells the server how this desk stands, and measures the clock by its answer. */
  async report() {
    const sentAt = Date.now(), began = performance.now();
    try {
      const { ok, body } = await this.#post("desks", { device: this.device, sentAt: new Date(sentAt).toISOString(), waiting: this.#store.waiting().length }, DOOR_MS);
      if (!ok) return;
      this.#clock.measured(sentAt, performance.now() - began, Date.parse(body.heardAt));
      this.#reached();
    } catch (fault) {
      this.#failed(fault);
    }
  }

  /** Sends all that waits. One tab at a time: another that does the same would only be answered the same. */
  flush() {
    this.#flushing ??= this.#locked(() => this.#all()).catch(fault => this.#failed(fault)).finally(() => {
      this.#flushing = null;
      this.sending = 0;
      this.#told.state();
    });
    return this.#flushing;
  }

  async #all() {
    const counts = { sent: 0, in: 0, out: 0, look: 0 }, failed = new Set();
    const mine = test => this.#store.waiting().filter(t => !failed.has(t.nonce) && !this.#busy.has(t.nonce) && !(t.fresh && Date.now() - t.taken < FRESH_MS) && test(t));
    const count = tap => {
      counts.sent++;
      this.#told.late(tap);
      if (tap.status === "stuck" || tap.reason || tap.differs) counts.look++;
      else counts[tap.as]++;
    };
    try {
      await this.#each(mine(t => t.walkIn && !t.person), async tap => {
        const now = await this.#walkIn(tap, BATCH_MS);
        if (now?.status === "stuck") count(now);
      }, failed);
      for (;;) {
        const taps = mine(t => !t.answered && (t.person || !t.walkIn)).slice(0, BATCH);
        if (taps.length === 0) break;
        this.sending = mine(() => true).length;
        this.#told.state();
        const answered = await this.#batch(taps, failed);
        answered.forEach(count);
        this.#reached(false);
        // None of them could be recorded now.
        if (answered.length === 0 && !taps.some(t => failed.has(t.nonce))) throw new Away("not recorded");
      }
      await this.#each(mine(t => t.undo && t.answered), tap => this.#advance(tap, DOOR_MS), failed);
      if (failed.size > 0) throw new Away("the server failed on some", FAILED);
    } finally {
      await this.#store.trim().catch(fault => console.warn("Nothing was forgotten.", fault));
      if (counts.sent > 0) this.#told.summary(counts);
    }
  }

  /** The taps of these that have their answer now. */
  async #batch(taps, failed) {
    await this.#keep(...taps.map(t => Object.assign(t, { tried: true })));
    const answer = await this.#post("taps", { taps: taps.map(t => this.#body(t)) }, BATCH_MS).catch(fault => fault.status === FAILED ? { ok: false } : Promise.reject(fault));
    if (answer.ok) {
      const answered = taps.map((tap, i) => this.#take(tap, answer.body.taps[i].value, answer.body.taps[i].refused)).filter(Boolean);
      if (answered.length > 0) await this.#keep(...answered);
      return answered;
    }
    // One of them cannot be read: each by itself, so that it holds up no other.
    await this.#each(taps, tap => this.#advance(tap, DOOR_MS), failed);
    return taps.map(t => this.#store.get(t.nonce)).filter(t => t?.answered);
  }

  /** Does it for each that is still there; one that the server fails on is tried again later and holds up no other. */
  async #each(taps, work, failed) {
    for (const { nonce } of taps) {
      const tap = this.#store.get(nonce);
      // Taken back since, before it was ever sent.
      if (!tap) continue;
      try { await work(tap); } catch (found) {
        if (found.status !== FAILED || failed.size >= FAILED_MOST) throw found;
        failed.add(nonce);
      }
    }
  }

  /** Everything that is left to do for one tap, each step kept before the next. Answers how it stands then; null when it was taken back meanwhile. */
  async #advance(tap, patience) {
    if (tap.walkIn && !tap.person) tap = await this.#walkIn(tap, patience);
    if (!tap || tap.status === "stuck") return tap;
    if (!tap.answered) {
      const { ok, body } = await this.#post("tap", this.#body(tap), patience), now = this.#take(tap, ok ? body.value : null, ok ? null : body.reason, body.title);
      if (!now) throw new Away(body.reason);
      await this.#keep(tap = now);
    }
    if (tap.undo && !tap.undone) {
      const { ok, body } = await this.#post("undo", { device: tap.device, nonce: tap.nonce }, patience);
      if (!ok && PASSING.includes(body.reason)) throw new Away(body.reason);
      await this.#keep(Object.assign(tap, { status: "done", undone: ok, undo: false }));
      this.#told.undone(tap, ok ? null : body.reason);
    }
    return tap;
  }

  async #walkIn(tap, patience) {
    const { nonce, name, kana, registry, birthDate } = tap.walkIn;
    await this.#keep(Object.assign(tap, { tried: true }));
    const { ok, body } = await this.#post("walk-ins", { name, kana, registry, birthDate, at: this.#at(tap), device: tap.device, nonce }, patience);
    // Another tab may have changed it, or taken it back before it knew that it was on its way: then nobody goes in.
    tap = this.#store.get(tap.nonce);
    if (!tap) return null;
    if (!ok) {
      if (PASSING.includes(body.reason)) throw new Away(body.reason);
      await this.#keep(Object.assign(tap, { status: "stuck", reason: body.reason, said: body.title }));
      return tap;
    }
    const { member, known, differs, name: onRecord } = body.value;
    // Who it is stays here no longer than it must.
    await this.#keep(Object.assign(tap, { person: member, key: `member:${member}`, known, differs, walkIn: undefined, label: member }));
    this.#told.named(tap, differs || known ? onRecord : name);
    return tap;
  }

  /** A device that is full keeps sending: what it does not remember as sent is only sent again, to the same answer. */
  #keep(...taps) { return this.#store.put(...taps).catch(fault => console.warn("How these stand is not kept.", fault)); }

  #body(tap) {
    const { card, pass, person, direction, device, nonce, force } = tap;
    return { direction, at: this.#at(tap), device, nonce, ...(person ? { person } : pass ? { pass } : { card }), ...(force ? { force } : {}) };
  }

  /** Taken when no skew had ever been measured on this device: corrected by the first that was, since. */
  #at(tap) { return new Date(tap.uncorrected ? this.#clock.correct(tap.at) : tap.at).toISOString(); }

  /** The tap with its answer, as it stands here by now (another tab may have changed it); null when the answer is that it cannot be recorded now. */
  #take({ ...sent }, value, refused, title) {
    if (refused && PASSING.includes(refused)) return null;
    // Taken back in another tab before that one knew that it was on its way: recorded now, so it is taken back there too.
    const tap = this.#store.get(sent.nonce) ?? Object.assign(sent, { undo: true });
    Object.assign(tap, {
      answered: true, status: tap.undo ? "waiting" : "done", reason: refused ?? value.reason, as: value?.direction ?? tap.direction,
      forced: value?.forced, undone: tap.undone || (value?.undone ?? false), member: value?.member, inside: value?.inside, pass: undefined, said: refused ? title : undefined,
    });
    if (value?.member && tap.key?.startsWith("member:")) tap.label = value.member;
    return tap;
  }

  async #post(path, body, patience) {
    const answer = await this.#fetch(path, { method: "POST", headers: this.#headers, body: JSON.stringify(body) }, patience);
    if ([401, 403, 404].includes(answer.status)) throw new Barred(answer.body.title ?? answer.body.reason);
    return answer;
  }

  async #fetch(path, options, patience) {
    const late = AbortSignal.timeout(patience), signal = AbortSignal.any?.([late, this.#way.signal]) ?? late;
    const response = await fetch(`${this.#root}/${path}`, { ...options, cache: "no-store", signal });
    if (response.status === 429 || response.status >= 500) throw new Away(`busy ${response.status}`, response.status);
    return { ok: response.ok, status: response.status, body: await response.json() };
  }

  #reached(flush = true) {
    [this.away, this.barred, this.#failures] = [false, null, 0];
    clearTimeout(this.#timer);
    if (flush && !this.#flushing && this.#store.waiting().some(t => !this.#busy.has(t.nonce))) this.flush();
    this.#told.state();
  }

  /** The network is gone: what is on its way gets no answer by it, and would hold up the next try for as long as its patience lasts. */
  #left() {
    const way = this.#way;
    this.#way = new AbortController();
    this.#failed(new Away("offline"));
    way.abort(new Away("offline"));
  }

  #failed(fault) {
    console.warn("Not sent yet.", fault);
    if (fault instanceof Barred) this.barred = fault.message;
    // A fault with one tap is not a network that is away: the next tap goes out at once.
    else if (fault.status !== FAILED) this.away = true;
    clearTimeout(this.#timer);
    // Not all desks of a hall at the same moment.
    const pause = Math.min(RETRY_MOST_MS, RETRY_MS * 2 ** this.#failures++) * (.75 + Math.random() / 2);
    this.#timer = setTimeout(() => this.#store.waiting().length > 0 ? this.flush() : this.report(), pause);
    this.#told.state();
  }

  #locked(work) {
    return navigator.locks ? navigator.locks.request(`jma-desk-send-${this.#root}`, { ifAvailable: true }, lock => lock ? work() : undefined) : work();
  }
}
