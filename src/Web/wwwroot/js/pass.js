// The pass: asks for the next one before this one ends, counts down, hides what has expired, keeps the screen awake. A code that has expired is never shown:
// it would only be refused at the door.
const root = document.querySelector(".pass");
const words = JSON.parse(document.getElementById("pass-words").textContent);
const first = JSON.parse(document.getElementById("pass-first").textContent);
const api = `/api/v1/members/${encodeURIComponent(root.dataset.member)}/pass`;
const eyes = document.documentElement.dataset.eyes;
const retryMs = 2000, tickMs = 250, patienceMs = 8000, sureMs = 600, barred = [401, 403, 404];
const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, i) => values[i]);

async function ask(path, options = {}) {
  const response = await fetch(api + path, {
    cache: "no-store", signal: AbortSignal.timeout(patienceMs), ...options,
    headers: { "Accept-Language": document.documentElement.lang, ...(eyes ? { "X-Jma-Eyes": eyes } : {}), ...options.headers },
  });
  return { status: response.status, ok: response.ok, body: await response.json() };
}

function show() {
  const code = document.getElementById("pass-code"), drawing = code.firstElementChild;
  const ring = document.getElementById("pass-ring"), count = document.getElementById("pass-count"), away = document.getElementById("pass-away");
  // Counted from when the answer came, by what it says of itself; on both clocks, since one stands still while a phone sleeps and the other can be set back.
  let pass, came, cameAt, asking = false, again = 0, ended = false;
  const age = () => Math.max(performance.now() - came, Date.now() - cameAt);
  const ms = (from, to) => Date.parse(to) - Date.parse(from);

  function take(next) {
    [pass, came, cameAt, again] = [next, performance.now(), Date.now(), 0];
    code.setAttribute("viewBox", `0 0 ${pass.qr.modules} ${pass.qr.modules}`);
    drawing.setAttribute("d", pass.qr.path);
    code.dataset.token = pass.token;
    globalThis.jma?.link("live");
    tick();
  }

  async function renew() {
    asking = true;
    try {
      const { ok, status, body } = await ask("");
      if (ok) take(body);
      else if (barred.includes(status)) { ended = true; away.textContent = words["Pass.NotHere"]; root.dataset.state = "gone"; }
      else again = performance.now() + retryMs;
    } catch (fault) {
      console.warn("No new pass.", fault);
      globalThis.jma?.link("offline");
      again = performance.now() + retryMs;
    } finally {
      asking = false;
    }
  }

  function tick() {
    if (ended) return;
    const whole = ms(pass.now, pass.next), left = whole - age(), good = ms(pass.now, pass.until) > age();
    if (root.dataset.state !== (good ? "shown" : "gone")) root.dataset.state = good ? "shown" : "gone";
    // What cannot be seen must not be read either.
    code.setAttribute("aria-hidden", String(!good));
    if (!good) delete code.dataset.token;
    const said = good ? "" : words["Pass.Away"];
    if (away.textContent !== said) away.textContent = said;
    ring.style.strokeDashoffset = String(100 - Math.max(0, Math.min(100, 100 * left / whole)));
    const text = left > 0 ? fill(words["Pass.Next"], Math.ceil(left / 1000)) : words["Pass.Fetching"];
    if (count.textContent !== text) count.textContent = text;
    if (left <= 0 && !asking && performance.now() >= again && !document.hidden) renew();
  }

  take(first);
  setInterval(tick, tickMs);
  // The page may come back from a cache or from sleep with a code of long ago, and a clock that stood still.
  addEventListener("pageshow", e => { if (e.persisted) renew(); });
  addEventListener("online", () => { again = 0; tick(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden && !ended && !asking) renew(); });
  return renew;
}

async function stayAwake() {
  if (!("wakeLock" in navigator) || document.hidden) return;
  try { await navigator.wakeLock.request("screen"); } catch (fault) { console.info("The screen may go dark.", fault.name); }
}

const renew = first ? show() : null;
if (!first) globalThis.jma?.link("live");
if (first) {
  stayAwake();
  document.addEventListener("visibilitychange", stayAwake);
}

// Taking passes back: asked twice, sent under one key until it is answered.
const button = document.getElementById("pass-revoke"), said = document.getElementById("pass-said");
let key = null;
button.addEventListener("click", async () => {
  // The second half of a double click is not an answer.
  if (button.ariaDisabled === "true") return;
  if (key === null) {
    key = crypto.randomUUID();
    [button.textContent, button.ariaDisabled] = [words["Pass.RevokeSure"], "true"];
    button.classList.add("danger");
    setTimeout(() => { button.ariaDisabled = "false"; }, sureMs);
    return;
  }
  button.disabled = true;
  try {
    const { ok, body } = await ask("/revoke", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key, reason: words["Pass.LostReason"] }) });
    said.textContent = ok ? words["Pass.Revoked"] : body.title ?? words["Desk.Trouble"];
    if (ok) { key = null; button.textContent = words["Pass.Revoke"]; button.classList.remove("danger"); await renew?.(); }
  } catch (fault) {
    console.warn("Not taken back yet.", fault);
    said.textContent = words["Desk.Trouble"];
  } finally {
    button.disabled = false;
  }
});
