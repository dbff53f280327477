// The desk: a card number in, an answer in colour, words and sound. A tap that cannot be sent is kept on this device and sent again
// under the same nonce, so that it counts once.
import { Live } from "./live.js";

const desk = document.querySelector(".desk");
const words = JSON.parse(document.getElementById("desk-words").textContent);
const session = desk.dataset.session;
const form = document.getElementById("desk-form");
const field = document.getElementById("desk-card");
const result = document.getElementById("desk-result");
const recent = document.getElementById("desk-recent");
const banner = document.getElementById("desk-banner");
const insideBox = document.getElementById("desk-inside");
const waitingKey = `jma-desk-${session}`;
const deviceKey = "jma-desk-device";
const recentShown = 12, waitingLimit = 2000, batch = 100, retryMs = 3000, refusedRetryMs = 30_000;
const eyes = document.documentElement.dataset.eyes;
const onTheWay = new Set();

const device = localStorage.getItem(deviceKey) ?? `desk-${crypto.randomUUID().slice(0, 8)}`;
localStorage.setItem(deviceKey, device);
const waiting = () => JSON.parse(localStorage.getItem(waitingKey) ?? "[]");
// False when this device can keep no more: then no further card may be taken.
function keep(taps) {
  try { localStorage.setItem(waitingKey, JSON.stringify(taps)); return true; } catch (fault) { console.error("This device keeps no more taps.", fault); return false; }
}
const answered = nonces => keep(waiting().filter(t => !nonces.includes(t.nonce)));
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);
const clock = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });

let audio;
function sound(state) {
  if (!document.getElementById("desk-sound").checked) return;
  try {
    audio ??= new AudioContext();
    const notes = { ok: [880, 1175], out: [880, 660], near: [440, 440], over: [220, 165], kept: [520] }[state] ?? [];
    notes.forEach((hz, i) => {
      const tone = audio.createOscillator(), volume = audio.createGain(), at = audio.currentTime + i * .14;
      tone.frequency.value = hz;
      volume.gain.setValueAtTime(.14, at);
      volume.gain.exponentialRampToValueAtTime(.001, at + .13);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + .14);
    });
  } catch (fault) { console.warn("No sound on this device.", fault); }
}

const signs = { ok: "✓", out: "↩", near: "◆", over: "▲", kept: "?" };
function show(state, text, detail) {
  result.dataset.state = state;
  const [sign, word, small] = result.children;
  [sign.textContent, word.textContent, small.textContent] = [signs[state], text, detail];
  sound(state);
}

function addRecent(tap, state, text) {
  const row = document.createElement("div");
  row.className = "row fade";
  row.role = "listitem";
  const chip = document.createElement("span");
  chip.className = `chip ${{ ok: "ok", out: "ok", near: "near", over: "over", kept: "unknown" }[state]}`;
  chip.textContent = `${signs[state]} ${text}`;
  const left = document.createElement("span"), right = document.createElement("span");
  left.className = "cut";
  left.append(chip, ` ${tap.card}`);
  right.textContent = clock.format(new Date(tap.at));
  row.append(left, right);
  recent.prepend(row);
  while (recent.children.length > recentShown) recent.lastChild.remove();
}

function showWaiting() {
  const count = waiting().filter(t => !onTheWay.has(t.nonce)).length;
  banner.hidden = count === 0;
  banner.querySelector("p").textContent = fill(words["Desk.Offline"], count);
}

function stateOf(reason) {
  return ["already-in", "not-in", "too-early", "too-late"].includes(reason) ? "near" : "over";
}

function answer(tap, value) {
  const taken = !value.reason;
  const state = taken ? (tap.direction === "in" ? "ok" : "out") : stateOf(value.reason);
  const text = taken ? words[tap.direction === "in" ? "Desk.TakenIn" : "Desk.TakenOut"] : words[`Reason.${value.reason}`] ?? value.reason;
  show(state, text, `${tap.card} · ${fill(words["Desk.InsideAfter"], value.inside.toLocaleString("en"))}`);
  addRecent(tap, state, text);
}

async function post(path, body) {
  const response = await fetch(`/api/v1/sessions/${encodeURIComponent(session)}/${path}`, {
    method: "POST", headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang, ...(eyes ? { "X-Jma-Eyes": eyes } : {}) }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
  });
  // Only what may be sent again as it is counts as waiting; anything else is an answer.
  if (response.status === 503 || response.status === 429 || response.status >= 500) throw new Error(`busy ${response.status}`);
  return { ok: response.ok, barred: [401, 403, 404].includes(response.status), body: await response.json() };
}

function refused(tap, reason, title) {
  const text = words[`Reason.${reason}`] ?? title ?? words["Desk.Trouble"];
  show("over", text, tap.card);
  addRecent(tap, "over", text);
}

// Sends one tap that is kept already. False when it could not be sent, or whoever looks may not tap here: it stays kept.
async function send(tap) {
  onTheWay.add(tap.nonce);
  try {
    const { ok, barred, body } = await post("tap", tap);
    if (!barred) answered([tap.nonce]);
    ok ? answer(tap, body.value ?? body) : refused(tap, body.reason, body.title);
    return !barred;
  } catch (fault) {
    console.warn("The tap is kept.", fault);
    show("kept", words["Desk.Kept"], words["Desk.KeptText"]);
    addRecent(tap, "kept", words["Desk.Kept"]);
    return false;
  } finally {
    onTheWay.delete(tap.nonce);
    showWaiting();
  }
}

async function sendWaiting() {
  const taps = waiting().filter(t => !onTheWay.has(t.nonce)).slice(0, batch);
  let pause = retryMs;
  if (taps.length > 0) {
    try {
      const { ok, barred, body } = await post("taps", { taps });
      if (ok) {
        answered(taps.map(t => t.nonce));
        body.taps.forEach((a, i) => a.refused ? refused(taps[i], a.refused) : answer(taps[i], a.value));
      } else if (barred) {
        pause = refusedRetryMs;
        refused(taps[0], body.reason, body.title);
      } else {
        // One of them cannot be read: each by itself, so that it holds up no other.
        for (const tap of taps) if (!await send(tap)) break;
      }
    } catch (fault) { console.warn("Still away.", fault); }
    showWaiting();
  }
  setTimeout(sendWaiting, pause);
}

form.addEventListener("submit", e => {
  e.preventDefault();
  const card = field.value.trim().toUpperCase();
  field.value = "";
  field.focus();
  if (card.length === 0) return;
  if (!/^[A-Z0-9]{4,24}$/.test(card)) { show("over", words["Desk.BadCard"], card); return; }
  const direction = document.querySelector("input[name=way]:checked").value;
  const tap = { card, direction, at: new Date().toISOString(), device, nonce: crypto.randomUUID() }, kept = waiting();
  // Kept before it is sent: a page that is closed meanwhile loses nothing.
  if (kept.length >= waitingLimit || !keep([...kept, tap])) { show("over", words["Desk.Full"], card); return; }
  send(tap);
});
// F2 switches between in and out, so that the keyboard alone is enough.
addEventListener("keydown", e => {
  if (e.key !== "F2") return;
  e.preventDefault();
  const ways = [...document.querySelectorAll("input[name=way]")];
  ways.find(w => !w.checked).checked = true;
  field.focus();
});
document.querySelectorAll("input[name=way]").forEach(w => w.addEventListener("change", () => field.focus()));

showWaiting();
sendWaiting();
field.focus();
const live = await Live.connect(`/hubs/live${eyes ? `?eyes=${encodeURIComponent(eyes)}` : ""}`, state => globalThis.jma?.link(state));
await live.watch(
  `seminar/${session}`,
  picture => { insideBox.textContent = picture.inside.toLocaleString("en"); },
  reason => { console.warn("The live count is not to be had:", reason); globalThis.jma?.link("offline"); });
