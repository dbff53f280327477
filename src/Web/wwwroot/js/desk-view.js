// What the clerk sees and hears: the result over the whole panel, the list of the last taps, what waits, the clock.
const SIGNS = { ok: "✓", out: "↩", near: "◆", over: "▲", kept: "…", busy: "…", undone: "×" };
const CHIPS = { ok: "ok", out: "ok", near: "near", over: "over", kept: "near", undone: "unknown" };
const NOTES = { ok: [880, 1175], out: [880, 660], near: [440, 440], over: [220, 165], kept: [520] };

/** What is only odd; anything else that is refused stops the person. */
const ODD = ["already-in", "not-in", "left-already", "just-tapped", "too-early", "too-late", "not-yet-valid", "expired-pass"];

/** What a clerk may pass over. */
const FORCIBLE = ["not-registered", "full", "left-already", "too-early", "too-late"];

/** Rows of the list; a clock that is further off is warned of; how long a summary with nothing to look at stays. */
const ROWS = 15, SKEW_WARN_MS = 30_000, SUMMARY_MS = 20_000;

const $ = id => document.getElementById(id);
const clock = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });

export class View {
  #t;
  #audio;
  #over;
  #names = new Map();

  /** t(key, ...values) answers words. act: { undo(nonce), fix(nonce), force(nonce) }. */
  constructor(t, act) {
    this.#t = t;
    $("desk-recent").addEventListener("click", e => {
      const button = e.target.closest("button[data-do]");
      if (button) act[button.dataset.do](button.dataset.nonce);
    });
    $("desk-summary").querySelector("button").addEventListener("click", () => { $("desk-summary").hidden = true; });
  }

  /** A name to show beside a tap while this page is open; it is not kept. */
  name(nonce, name) { this.#names.set(nonce, name); }

  labelOf(tap) { return this.#names.get(tap.nonce) ?? tap.walkIn?.name ?? tap.label; }

  canForce(tap) { return tap?.status === "done" && !tap.undone && !tap.letIn && FORCIBLE.includes(tap.reason); }

  reason(code, title) { return this.#t(`Reason.${code}`) ?? title ?? this.#t("Desk.Trouble"); }

  stateOf(tap) {
    if (tap.undone || (tap.undo && tap.answered)) return "undone";
    if (tap.status === "stuck") return "over";
    if (!tap.answered) return "kept";
    if (tap.reason) return ODD.includes(tap.reason) ? "near" : "over";
    return tap.differs ? "near" : tap.as === "out" ? "out" : "ok";
  }

  wordsOf(tap) {
    const state = this.stateOf(tap);
    if (state === "undone") return this.#t("Desk.Undone");
    if (state === "kept") return this.#t("Desk.Kept");
    if (tap.reason) return this.reason(tap.reason, tap.said);
    if (tap.forced) return this.#t(tap.as === "out" ? "Desk.ForcedOut" : "Desk.ForcedIn");
    return this.#t(tap.as === "out" ? "Desk.TakenOut" : "Desk.TakenIn");
  }

  /** The result, filling the view; force is the tap that may be passed over. */
  show(state, words, detail = "", force = null) {
    const result = $("desk-result"), [sign, word, small] = result.children;
    result.dataset.state = state;
    [sign.textContent, word.textContent, small.textContent] = [SIGNS[state], words, detail];
    // The same words again are news again.
    result.classList.remove("flash");
    void result.offsetWidth;
    result.classList.add("flash");
    $("desk-force").hidden = !force;
    if (force) $("desk-force").firstChild.textContent = this.#t(force.as === "out" ? "Desk.ForceOut" : "Desk.Force");
    this.#sound(state);
  }

  /** What became of a tap. */
  answer(tap, inside) {
    const parts = [this.labelOf(tap)];
    if (tap.forced) parts.push(this.reason(tap.forced));
    if (tap.differs) parts.push(this.#t("Desk.WalkInDiffers", this.labelOf(tap)));
    else if (tap.known) parts.push(this.#t("Desk.WalkInKnown"));
    const advice = tap.reason && this.#t(`Desk.Do.${tap.reason}`);
    if (advice) parts.push(advice);
    else if (inside !== undefined) parts.push(this.#t("Desk.InsideAfter", inside.toLocaleString("en")));
    this.show(this.stateOf(tap), this.wordsOf(tap), parts.join("\n"), this.canForce(tap) ? tap : null);
    if (inside !== undefined) this.inside(inside);
  }

  inside(count) { $("desk-inside").textContent = count === null ? "–" : count.toLocaleString("en"); }

  list(taps, isBusy) {
    // What somebody has to correct is not lost out of sight.
    const stuck = taps.filter(tap => tap.status === "stuck"), others = taps.filter(tap => tap.status !== "stuck").slice(0, ROWS);
    const rows = [...stuck, ...others].map(tap => this.#row(tap, isBusy(tap.nonce)));
    // The button somebody is about to press keeps the focus.
    const { nonce: focused, do: act } = document.activeElement?.dataset ?? {};
    $("desk-recent").replaceChildren(...rows);
    if (focused) $("desk-recent").querySelector(`button[data-nonce="${focused}"][data-do="${act}"]`)?.focus();
    $("desk-none").hidden = rows.length > 0;
  }

  #row(tap, busy) {
    const row = document.createElement("li"), chip = document.createElement("span"), who = document.createElement("span"), at = document.createElement("time"), state = this.stateOf(tap);
    row.dataset.state = busy ? "busy" : state;
    row.dataset.nonce = tap.nonce;
    const plain = ["ok", "out"].includes(state) && !tap.forced;
    chip.className = `chip ${busy ? "unknown" : tap.forced && CHIPS[state] === "ok" ? "near" : CHIPS[state]}`;
    chip.textContent = busy ? "…" : `${SIGNS[state]} ${plain ? this.#t(state === "ok" ? "Desk.In" : "Desk.Out") : this.wordsOf(tap)}`;
    who.className = "cut who";
    who.textContent = this.labelOf(tap);
    at.textContent = clock.format(new Date(tap.at));
    row.append(chip, who, at);
    if (this.canForce(tap)) row.append(this.#button("force", tap, this.#t(tap.as === "out" ? "Desk.LetOut" : "Desk.LetIn")));
    if (tap.status === "stuck") row.append(this.#button("fix", tap, this.#t("Desk.Fix")));
    if (!busy && state !== "undone" && !tap.undo) row.append(this.#button("undo", tap, this.#t("Desk.Undo")));
    return row;
  }

  #button(act, tap, words) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    [button.dataset.do, button.dataset.nonce] = [act, tap.nonce];
    button.setAttribute("aria-label", `${words} ${this.labelOf(tap)} ${clock.format(new Date(tap.at))}`);
    return button;
  }

  /** What waits, and why; how far the clock is off. */
  state({ waiting, sending, away, barred, skew }) {
    const banner = $("desk-banner"), text = barred ? this.#t("Desk.Barred", barred, waiting) : sending > 0 ? this.#t("Desk.Sending", sending) : away && waiting > 0 ? this.#t("Desk.Offline", waiting) : "";
    const said = text || (away ? this.#t("Desk.Away") : "");
    banner.hidden = said === "";
    if (banner.lastElementChild.textContent !== said) banner.lastElementChild.textContent = said;
    $("desk-unsent").textContent = String(waiting);
    $("desk-unsent").parentElement.dataset.state = waiting > 0 ? "near" : "";
    const off = (Math.abs(skew ?? 0) / 1000).toFixed(1), seconds = skew === null ? null : `${off === "0.0" ? "±" : skew < 0 ? "−" : "+"}${off}`, far = Math.abs(skew ?? 0) > SKEW_WARN_MS;
    $("desk-clock").textContent = seconds === null ? this.#t("Desk.ClockUnknown") : this.#t("Desk.Seconds", seconds);
    $("desk-clock").parentElement.dataset.state = far ? "near" : "";
    const warning = $("desk-clock-warning");
    if (warning.hidden === far) warning.hidden = !far;
    if (far) warning.lastElementChild.textContent = this.#t("Desk.ClockWarn", seconds);
  }

  /** Sessions that left unsent taps on this device. */
  left(sessions) {
    const note = $("desk-left");
    note.lastElementChild.replaceChildren(this.#t("Desk.Left"), ...sessions.flatMap(s => {
      const link = document.createElement("a");
      [link.href, link.textContent] = [`/seminars/${encodeURIComponent(s)}/desk`, s];
      return [" ", link];
    }));
    note.hidden = sessions.length === 0;
  }

  summary(counts) {
    const note = $("desk-summary");
    note.className = `note ${counts.look > 0 ? "near" : ""}`;
    note.querySelector("p").textContent = this.#t("Desk.Summary", counts.sent, counts.in, counts.out, counts.look);
    note.hidden = false;
    clearTimeout(this.#over);
    if (counts.look === 0) this.#over = setTimeout(() => { note.hidden = true; }, SUMMARY_MS);
  }

  #sound(state) {
    if (state === "over" || state === "near") navigator.vibrate?.(state === "over" ? [120, 60, 120] : 80);
    if (!$("desk-sound").checked) return;
    try {
      this.#audio ??= new AudioContext();
      (NOTES[state] ?? []).forEach((hz, i) => {
        const tone = this.#audio.createOscillator(), volume = this.#audio.createGain(), at = this.#audio.currentTime + i * .14;
        tone.frequency.value = hz;
        volume.gain.setValueAtTime(.14, at);
        volume.gain.exponentialRampToValueAtTime(.001, at + .13);
        tone.connect(volume).connect(this.#audio.destination);
        tone.start(at);
        tone.stop(at + .14);
      });
    } catch (fault) { console.warn("No sound on this device.", fault); }
  }
}
