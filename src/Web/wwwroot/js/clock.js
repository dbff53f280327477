// The clock of working hours on a phone: one tap in or out, kept on the device before it is sent, and what it does to the month and to rest. This file ties the
// parts together; they are named by the page, with their versions, so that what is kept for offline is always one whole version.
const page = document.querySelector(".clockpage");
const { words, modules, worker } = JSON.parse(document.getElementById("clock-set").textContent);
const load = name => import(modules[name]);
const [{ Store }, { DeskClock }, { ClockSender }] = await Promise.all(["desk-store", "desk-clock", "clock-sender"].map(load));

const member = page.dataset.member, eyes = document.documentElement.dataset.eyes;
const $ = id => document.getElementById(id);
const t = (key, ...values) => words[key]?.replace(/\{(\d)\}/g, (_, i) => values[i]) ?? key;

/** What is remembered on this device of one physician; a second tap so soon is the same finger; lines of the list; minutes of an hour and a day's milliseconds. */
const KEPT = { known: `jma-clock-known-${member}`, place: `jma-clock-place-${member}` }, FINGER_MS = 1500, LINES = 12, HOUR = 60, MINUTE_MS = 60_000, DAY_MS = 24 * 3600_000;

const remember = (key, value) => { try { localStorage.setItem(key, value); } catch (fault) { console.warn("Not remembered.", fault); } };
const recall = key => { try { return localStorage.getItem(key); } catch { return null; } };

/** How the physician stands, as the house said last. */
let known = { employments: [], open: [], resting: null, month: null, year: null, findings: 0 };
try { known = { ...known, ...JSON.parse(recall(KEPT.known) ?? "{}") }; } catch (fault) { console.warn("What was known cannot be read.", fault); }

const clock = new DeskClock();
const store = await Store.open(member, "jma-clock").catch(fault => { show("over", t("Clock.NoStore"), String(fault.message ?? fault)); throw fault; });
/** The tap whose result is shown. */
let last = null, tappedAt = 0;

const length = minutes => `${Math.trunc(minutes / HOUR).toLocaleString("en")}:${String(Math.abs(minutes % HOUR)).padStart(2, "0")}`;
const format = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit", hour12: false });
const date = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", month: "numeric", day: "numeric" });
const moment = at => (Math.abs(Date.now() - at) < DAY_MS / 2 ? "" : `${date.format(at)} `) + format.format(at);
const nameOf = code => known.employments.find(e => e.workplace === code)?.name || code;
const kindOf = kind => t(`Hours.Kind.${kind[0].toUpperCase()}${kind.slice(1)}`);
const place = () => document.querySelector("input[name=place]:checked")?.value;
const here = data => ({ ja: data.ja, en: data.en })[document.documentElement.lang] ?? data.ja;

/** What runs, as far as is known here: what the house said, and what is kept and not sent. */
function open() {
  const running = new Map(known.open.map(e => [e.workplace, { from: Date.parse(e.from), kind: e.kind }]));
  for (const tap of store.waiting()) {
    if (tap.begins) running.set(tap.workplace, { from: tap.at, kind: tap.kind });
    else running.delete(tap.workplace);
  }
  return running;
}

function show(state, words, detail = "") {
  const result = $("clock-result");
  result.dataset.state = state;
  result.querySelector(".sign").textContent = { in: "✓", out: "✓", kept: "●", near: "◆", over: "▲", busy: "…", undone: "↩" }[state] ?? "–";
  result.querySelector(".words").textContent = words;
  result.querySelector(".detail").textContent = detail;
}

/** Month and rest as they stand now: the words under a tap. */
function standing() {
  const lines = [];
  if (known.month) lines.push(t("Clock.Month", length(known.month.minutes), length(Math.max(0, known.month.limit - known.month.minutes))));
  if (known.resting && Date.parse(known.resting.until) > Date.now()) lines.push(t("Clock.Rest", moment(Date.parse(known.resting.until)), length(known.resting.minutes)));
  return lines.join("\n");
}

function take(picture) {
  const month = [...picture.view.months].sort((a, b) => b.minutes - a.minutes)[0], year = [...picture.view.employments].sort((a, b) => b.total - a.total)[0];
  known = {
    employments: picture.view.employments.filter(e => !e.last || Date.now() < Date.parse(`${e.last}T00:00:00+09:00`) + DAY_MS).map(e => ({ workplace: e.workplace, name: e.name })),
    open: picture.view.open.map(e => ({ workplace: e.workplace, from: e.from, kind: e.kind })),
    resting: picture.resting && { until: picture.resting.until, since: picture.resting.since, minutes: picture.resting.minutes },
    month: month && { minutes: month.minutes, expected: month.expected, limit: picture.curves[0]?.limits.find(l => l.rule === "work.month")?.minutes ?? 0, mark: month.why.mark },
    year: year && { minutes: year.total, limit: year.totalLimit },
    findings: picture.view.findings.slice(0, 3).map(f => ({ force: f.force, ...f.text })),
  };
  remember(KEPT.known, JSON.stringify(known));
  draw();
}

const sender = new ClockSender({
  store, clock, member, eyes,
  told: {
    now: take,
    answered: tap => {
      if (tap.nonce !== last?.nonce) return;
      last = tap;
      if (tap.refused) { show("over", tap.said ?? t("Clock.Refused"), t("Clock.RefusedText")); return; }
      show(tap.begins ? (tap.early ? "near" : "in") : "out", t(tap.begins ? "Clock.TakenIn" : "Clock.TakenOut", moment(tap.at), nameOf(tap.workplace)), [tap.early ? t("Clock.Early", tap.early) : "", standing()].filter(Boolean).join("\n"));
    },
    state: draw,
  },
});

async function tap(begins) {
  const workplace = place();
  if (!workplace || Date.now() - tappedAt < FINGER_MS) return;
  if (store.full) { show("over", t("Desk.Full")); return; }
  tappedAt = Date.now();
  const at = clock.now(), rest = known.resting && Date.parse(known.resting.until) > at ? moment(Date.parse(known.resting.until)) : null;
  const made = {
    nonce: crypto.randomUUID(), session: member, begins, workplace, kind: begins ? $("clock-kind").value : "scheduled", unforeseen: begins && $("clock-unforeseen").checked,
    at, taken: Date.now(), uncorrected: clock.skew === null, status: "waiting", early: begins && open().size === 0 ? rest : null,
  };
  // On the disk before it is sent: a page that is closed meanwhile loses nothing.
  try { await store.put(made); } catch (fault) { console.error("This device keeps no more.", fault); show("over", t("Desk.Full")); return; }
  last = made;
  $("clock-unforeseen").checked = false;
  show("kept", t(begins ? "Clock.KeptIn" : "Clock.KeptOut", moment(at), nameOf(workplace)), t("Clock.KeptText"));
  draw();
  await sender.flush();
  // Another round was on its way when this one was tapped.
  if (store.get(made.nonce)?.status === "waiting" && !sender.away && !sender.barred) await sender.flush();
}

async function undo(nonce) {
  const found = store.get(nonce);
  if (!found || found.tried) return;
  await store.remove(nonce);
  show("undone", t("Clock.Undone"));
}

function drawPlaces() {
  const chosen = place() ?? recall(KEPT.place), box = $("clock-places"), codes = known.employments.map(e => e.workplace);
  if (box.dataset.codes === JSON.stringify(known.employments)) return;
  box.dataset.codes = JSON.stringify(known.employments);
  box.replaceChildren(...known.employments.map((e, i) => {
    const label = document.createElement("label"), input = document.createElement("input"), name = document.createElement("span");
    Object.assign(input, { type: "radio", name: "place", value: e.workplace, checked: codes.includes(chosen) ? e.workplace === chosen : i === 0 });
    name.textContent = e.name || e.workplace;
    label.append(input, name);
    input.addEventListener("change", () => { remember(KEPT.place, e.workplace); draw(); });
    return label;
  }));
}

function line(tap, waiting) {
  const item = document.createElement("li"), what = document.createElement("b"), when = document.createElement("time"), where = document.createElement("span"), chip = document.createElement("span");
  what.textContent = t(tap.begins ? "Clock.In" : "Clock.Out");
  when.textContent = moment(tap.at);
  where.textContent = [nameOf(tap.workplace), tap.begins ? kindOf(tap.kind) : ""].filter(Boolean).join(" · ");
  chip.className = `chip ${waiting ? "near" : tap.refused ? "over" : "ok"}`;
  chip.textContent = waiting ? `● ${t("Clock.Waiting")}` : tap.refused ? `▲ ${tap.said ?? t("Clock.Refused")}` : `✓ ${t("Clock.Done")}`;
  item.append(what, when, where, chip);
  if (waiting && !tap.tried) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: t("Clock.Undo"), onclick: () => undo(tap.nonce) });
    item.append(button);
  }
  return item;
}

function draw() {
  const running = open(), waiting = store.waiting().length, on = running.get(place());
  drawPlaces();
  $("clock-none").hidden = known.employments.length > 0;
  for (const id of ["clock-in", "clock-out"]) $(id).disabled = known.employments.length === 0;
  $("clock-in").classList.toggle("go", !on);
  $("clock-out").classList.toggle("go", Boolean(on));
  const status = $("clock-status"), first = on ? [place(), on] : [...running][0];
  status.dataset.state = first ? "on" : known.resting && Date.parse(known.resting.until) > Date.now() ? "rest" : "off";
  status.querySelector("b").textContent = first ? t("Clock.On", length(Math.max(0, Math.floor((clock.now() - first[1].from) / MINUTE_MS)))) : status.dataset.state === "rest" ? t("Clock.Resting", moment(Date.parse(known.resting.until))) : t("Clock.Off");
  status.querySelector("span").textContent = first ? `${nameOf(first[0])} · ${kindOf(first[1].kind)} · ${t("Clock.Since", moment(first[1].from))}` : "";
  $("clock-month").textContent = known.month ? length(known.month.minutes) : "–";
  $("clock-left").textContent = known.month ? length(Math.max(0, known.month.limit - known.month.minutes)) : "–";
  $("clock-year").textContent = known.year ? `${length(known.year.minutes)} / ${Math.round(known.year.limit / HOUR).toLocaleString("en")}` : "–";
  $("clock-month").parentElement.dataset.state = known.month?.mark ?? "";
  const meter = $("clock-meter"), share = known.month?.limit ? Math.min(100, 100 * known.month.minutes / known.month.limit) : 0;
  meter.firstElementChild.style.width = `${share}%`;
  meter.firstElementChild.className = known.month?.mark ?? "ok";
  meter.setAttribute("aria-valuenow", String(Math.round(share)));
  $("clock-unsent").textContent = String(waiting);
  $("clock-unsent").parentElement.dataset.state = waiting > 0 ? "near" : "";
  $("clock-findings").replaceChildren(...(known.findings || []).map(f => Object.assign(document.createElement("li"), { textContent: `${f.force === "breach" ? "▲" : "◆"} ${here(f)}` })));
  const banner = $("clock-banner"), off = clock.skew !== null && Math.abs(clock.skew) > 30_000;
  banner.hidden = !(sender.away || sender.barred || off);
  banner.querySelector("p").textContent = sender.barred ?? (sender.away ? t("Clock.Away", waiting) : off ? t("Clock.Skew", Math.round(clock.skew / 1000)) : "");
  globalThis.jma?.link(sender.away ? "offline" : "live");
  const all = store.all().slice(0, LINES);
  $("clock-recent").replaceChildren(...all.map(tap => line(tap, tap.status === "waiting")));
  $("clock-no-taps").hidden = all.length > 0;
}

$("clock-in").addEventListener("click", () => tap(true));
$("clock-out").addEventListener("click", () => tap(false));
store.onChange(draw);
setInterval(draw, 20_000);
draw();
page.dataset.ready = "true";
sender.flush();

// The page for when it is loaded again without network.
navigator.serviceWorker?.register(worker, { scope: location.pathname, updateViaCache: "none" }).then(async found => {
  const parts = document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]");
  const files = [...new Set([...[...parts].map(p => new URL(p.href || p.src).pathname), ...Object.values(modules)])].sort();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(files.join()));
  const version = [...new Uint8Array(digest)].slice(0, 8).map(b => b.toString(16).padStart(2, "0")).join("");
  navigator.serviceWorker.addEventListener("message", e => { if (e.data.kept) page.dataset.kept = e.data.version; });
  await navigator.serviceWorker.ready;
  (found.active ?? (await navigator.serviceWorker.ready).active).postMessage({ keep: { version, files } });
}).catch(fault => console.warn("This page will not load offline.", fault));

// How the physician stands, live: what another device clocked or an office corrected is seen here too.
const { Live } = await load("live");
const live = await Live.connect(`/hubs/live${eyes ? `?eyes=${encodeURIComponent(eyes)}` : ""}`, () => {});
await live.watch(`member/${member}/hours`, take, reason => console.warn("The live picture is not to be had:", reason));
