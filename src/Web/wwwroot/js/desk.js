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
const recentShown = 12, waitingLimit = 2000, batch = 100, retryMs = 3000;

const device = localStorage.getItem(deviceKey) ?? `desk-${crypto.randomUUID().slice(0, 8)}`;
localStorage.setItem(deviceKey, device);
const waiting = () => JSON.parse(localStorage.getItem(waitingKey) ?? "[]");
const keep = taps => localStorage.setItem(waitingKey, JSON.stringify(taps.slice(-waitingLimit)));
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
  const count = waiting().length;
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
    method: "POST", headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
  });
  // Only what may be sent again as it is counts as waiting; anything else is an answer.
  if (response.status === 503 || response.status === 429 || response.status >= 500) throw new Error(`busy ${response.status}`);
  return { ok: response.ok, body: await response.json() };
}

async function send(tap) {
  try {
    const { ok, body } = await post("tap", tap);
    if (ok) answer(tap, body.value ?? body);
    else {
      const text = words[`Reason.${body.reason}`] ?? body.title ?? words["Desk.Trouble"];
      show("over", text, tap.card);
      addRecent(tap, "over", text);
    }
  } catch (fault) {
    console.warn("The tap is kept.", fault);
    keep([...waiting(), tap]);
    show("kept", words["Desk.Kept"], words["Desk.KeptText"]);
    addRecent(tap, "kept", words["Desk.Kept"]);
    showWaiting();
  }
}

async function sendWaiting() {
  const taps = waiting().slice(0, batch);
  if (taps.length > 0) {
    try {
      const { ok } = await post("taps", { taps });
      if (ok) keep(waiting().filter(t => !taps.some(s => s.nonce === t.nonce)));
    } catch (fault) { console.warn("Still away.", fault); }
    showWaiting();
  }
  setTimeout(sendWaiting, retryMs);
}

form.addEventListener("submit", e => {
  e.preventDefault();
  const card = field.value.trim().toUpperCase();
  field.value = "";
  field.focus();
  if (card.length === 0) return;
  if (!/^[A-Z0-9]{4,24}$/.test(card)) { show("over", words["Desk.BadCard"], card); return; }
  const direction = document.querySelector("input[name=way]:checked").value;
  send({ card, direction, at: new Date().toISOString(), device, nonce: crypto.randomUUID() });
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
try {
  const live = await Live.connect("/hubs/live", state => globalThis.jma?.link(state));
  await live.watch(`seminar/${session}`, picture => { insideBox.textContent = picture.inside.toLocaleString("en"); });
} catch (fault) {
  console.warn("The live count is not available.", fault);
  globalThis.jma?.link("offline");
}
