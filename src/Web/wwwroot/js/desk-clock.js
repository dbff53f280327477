// How far this device's clock is off, and the time as the house's clock has it.
//
// Units go by whole half hours of presence: a desk whose clock runs five minutes fast would take half an hour from everybody who leaves through it, and one
// that runs slow would find every QR pass "not valid yet". So each report to the server measures the clock as NTP does: the server's time is taken to be that
// of the middle of the round trip. Every event time sent is corrected by what was measured last, also while offline and after a restart.
const KEY = "jma-desk-clock";

/** A skew older than this is not known any more: clocks drift, and devices are set. */
const KEPT_MS = 12 * 3600_000;

/** Measurements looked at; the one with the shortest way there and back is the best. */
const SAMPLES = 6;

/** An error of the measurement beyond half the round trip: the clock's own steps. */
const GRAIN_MS = 50;

export class DeskClock {
  #samples = [];
  #skew = null;
  #at = 0;

  constructor(kept = localStorage) {
    this.kept = kept;
    try {
      const read = JSON.parse(kept.getItem(KEY));
      if (Number.isFinite(read?.skew) && Number.isFinite(read.at)) [this.#skew, this.#at] = [read.skew, read.at];
    } catch (fault) { console.warn("The kept skew cannot be read.", fault); }
  }

  /** Milliseconds this device is ahead of the server; negative when behind, null while nothing was measured here lately. */
  get skew() { return Math.abs(Date.now() - this.#at) < KEPT_MS ? this.#skew : null; }

  /** Now, by the server's clock as far as is known; milliseconds since 1970. */
  now() { return this.correct(Date.now()); }

  /** What this device's clock said, by the server's. */
  correct(read) { return Math.round(read - (this.skew ?? 0)); }

  /** A report was sent at one reading of this clock, took a round trip, and the server's clock said this. */
  measured(sentAt, roundTrip, heardAt) {
    const sample = { skew: sentAt + roundTrip / 2 - heardAt, roundTrip };
    const best = this.#best();
    // Further off than both ways allow: somebody set the clock. What was measured before is of another clock.
    if (best && Math.abs(sample.skew - best.skew) > (sample.roundTrip + best.roundTrip) / 2 + GRAIN_MS) this.#samples = [];
    this.#samples = [sample, ...this.#samples].slice(0, SAMPLES);
    [this.#skew, this.#at] = [Math.round(this.#best().skew), Date.now()];
    try { this.kept.setItem(KEY, JSON.stringify({ skew: this.#skew, at: this.#at })); } catch (fault) { console.warn("The skew is not kept.", fault); }
  }

  #best() { return this.#samples.reduce((best, s) => best && best.roundTrip <= s.roundTrip ? best : s, null); }
}
