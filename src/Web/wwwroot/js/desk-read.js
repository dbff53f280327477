// What was read or typed: a pass, a card, or something to search for; and readers that type like a keyboard, wherever the focus is.
const PASS = /^JP\d\.[A-Z2-7]{48}$/, LOOKS_LIKE_PASS = /^JP\d\./, CARD = /^[A-Z0-9]{4,24}$/;

/** { pass } or { card }, told apart by form; { text } is neither. A pass that was cut short is still sent: the server says what is wrong with it. */
export function subjectOf(typed) {
  const text = typed.normalize("NFKC").trim(), code = text.toUpperCase();
  if (LOOKS_LIKE_PASS.test(code)) return { pass: code.slice(0, 200) };
  return CARD.test(code) ? { card: code } : { text };
}

/** What makes two reads the same person on this desk. A pass changes every few seconds, so it is the member number that it begins with. */
export function keyOf(subject) {
  if (subject.card) return `card:${subject.card}`;
  const member = subject.person ?? (subject.pass ? memberOf(subject.pass) : null);
  return member ? `member:${member}` : null;
}

/** The member number a pass says (34 bits, then 6 of the generation, in its first eight letters). Whether it is genuine only the server can tell. */
export function memberOf(pass) {
  if (!PASS.test(pass)) return null;
  const value = [...pass.slice(4, 12)].reduce((sum, c) => sum * 32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c), 0);
  return String(Math.floor(value / 64)).padStart(10, "0");
}

/** Between two keys of a reader: people are slower. Where nothing can be typed anyway, slow readers are heard too. */
const KEY_MS = 50, ALONE_KEY_MS = 500;

/** Fewer keys are somebody typing. */
const BURST = 4;

const US = { Period: ".", NumpadDecimal: "." };
const charOf = e => e.key.length === 1 ? e.key : /^Key[A-Z]$/.test(e.code) ? e.code.slice(3) : /^(Digit|Numpad)\d$/.test(e.code) ? e.code.slice(-1) : US[e.code] ?? "";

/**
 * Hears readers that type: a burst of keys ended by Enter is a code, also when the focus is on a button, in another field (which gets back what stood in it),
 * or when a Japanese input method is on (then the keys themselves are read). What is typed by hand is left alone. `own` is the field that takes codes anyway.
 */
export function hearReaders(own, take) {
  let burst = "", last = 0, focus = null, field = null, before = "", composed = false;
  addEventListener("keydown", e => {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    const quick = e.timeStamp - last < (field ? KEY_MS : ALONE_KEY_MS), enter = e.key === "Enter" || e.code === "Enter" || e.code === "NumpadEnter", char = enter ? "" : charOf(e);
    if (!enter && char === "") return;
    last = e.timeStamp;
    if (!enter) {
      const at = document.activeElement;
      if (!quick || (at !== focus)) {
        focus = at;
        field = at?.matches?.("input, textarea") && !at.matches("[type=radio], [type=checkbox]") ? at : null;
        [burst, before, composed] = ["", field?.value ?? "", false];
      }
      burst += char;
      composed ||= e.isComposing || e.keyCode === 229;
      return;
    }
    const code = burst;
    burst = "";
    if (!quick || code.length < BURST || subjectOf(code).text !== undefined) return;
    // The field itself takes what it got; only an input method would have made kana of it.
    if (field === own && !composed) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    if (field) {
      const kept = field === own ? "" : before, at = field;
      at.blur();
      at.value = kept;
      queueMicrotask(() => { at.value = kept; });
    }
    take(code);
  }, { capture: true });
}
