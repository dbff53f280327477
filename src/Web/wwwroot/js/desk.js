// The desk: a card, a pass or a person in; an answer in colour, words and sound out. This file only ties the parts together. They are named by the page,
// with their versions, and import nothing of each other: what is kept for offline is then always one whole version.
const desk = document.querySelector(".desk");
const { words, modules, worker } = JSON.parse(document.getElementById("desk-set").textContent);
const load = name => import(modules[name]);
const [{ Store }, { DeskClock }, { subjectOf, keyOf, memberOf, hearReaders }, { Sender }, { View }, { People }, { Camera }] =
  await Promise.all(["desk-store", "desk-clock", "desk-read", "desk-sender", "desk-view", "desk-people", "desk-camera"].map(load));

const session = desk.dataset.session, eyes = document.documentElement.dataset.eyes;
const $ = id => document.getElementById(id);
const form = $("desk-form"), field = $("desk-card");
const t = (key, ...values) => words[key]?.replace(/\{(\d)\}/g, (_, i) => values[i]);

/** What is remembered on this device; reads of one person so close together are probably one; an answer that takes longer is waited for in view; the name of a device. */
const KEPT = { device: "jma-desk-device", way: `jma-desk-way-${session}`, sound: "jma-desk-sound" }, DOUBLE_MS = 20_000, SLOW_MS = 250, DEVICE = 40;

const remember = (key, value) => { try { localStorage.setItem(key, value); } catch (fault) { console.warn("Not remembered.", fault); } };
const recall = key => { try { return localStorage.getItem(key); } catch { return null; } };
const deviceOf = name => name.trim().slice(0, DEVICE) || `desk-${crypto.randomUUID().slice(0, 8)}`;

const clock = new DeskClock();
const view = new View(t, { undo: nonce => undo(store.get(nonce)), fix: nonce => people.walkIn(store.get(nonce)), force: nonce => force(store.get(nonce)) });
const store = await Store.open(session).catch(fault => { view.show("over", t("Desk.NoStore"), String(fault.message ?? fault)); throw fault; });
const device = $("desk-device");
device.value = deviceOf(recall(KEPT.device) ?? "");
remember(KEPT.device, device.value);

const sender = new Sender({
  store, clock, session, eyes, device: device.value,
  told: {
    answered: tap => { last = tap; view.answer(tap, tap.inside); },
    // What is still shown as kept has its answer now.
    late: tap => { if (tap.nonce === last?.nonce && !tap.undo) view.answer(last = tap, tap.inside); },
    undone: (tap, reason) => view.show(reason ? "over" : "undone", reason ? view.reason(reason) : t("Desk.Undone"), view.labelOf(tap)),
    named: (tap, name) => view.name(tap.nonce, name),
    summary: counts => view.summary(counts),
    state: draw,
  },
});
const people = new People(t, path => sender.ask(path), { picked: pick, walkIn: takeDown });
/** The tap whose result is shown. */
let last = null;

function draw() {
  const { sending, away, barred } = sender;
  view.state({ waiting: store.waiting().filter(tap => !sender.isBusy(tap.nonce)).length, sending, away, barred, skew: clock.skew });
  view.list(store.all(), nonce => sender.isBusy(nonce));
}

const way = () => document.querySelector("input[name=way]:checked").value;

/** A change to what is kept already; on a device that is full it holds while this page is open. */
const keep = tap => store.put(tap).catch(fault => console.warn("This change is not kept.", fault));

/** Keeps a tap, then sends it if it can be sent; the answer comes by itself. */
async function take(subject, more = {}) {
  if (store.full) { view.show("over", t("Desk.Full")); return; }
  const open = navigator.onLine && !sender.away && !sender.barred, key = keyOf(subject), now = clock.now();
  const twin = key && store.all().find(tap => tap.key === key && !tap.undone && tap.status === "waiting" && now - tap.at < DOUBLE_MS);
  const tap = {
    nonce: crypto.randomUUID(), session, device: device.value, direction: way(), at: now, taken: Date.now(), uncorrected: clock.skew === null, ...subject, key,
    label: subject.card ?? subject.person ?? memberOf(subject.pass ?? "") ?? t("Desk.Pass"), status: "waiting", tried: open, fresh: open, ...more,
  };
  // On the disk before it is sent: a page that is closed meanwhile loses nothing.
  try { await store.put(tap); } catch (fault) { console.error("This device keeps no more.", fault); view.show("over", t("Desk.Full")); return; }
  last = tap;
  // Nobody should take the answer to the one before for this one's.
  const slow = setTimeout(() => view.show("busy", t("Desk.Asking"), view.labelOf(tap)), SLOW_MS), sent = await sender.now(tap);
  clearTimeout(slow);
  if (sent) { store.trim().catch(fault => console.warn("Nothing was forgotten.", fault)); return; }
  if (last !== tap) return;
  const double = twin && t("Desk.Double", Math.max(1, Math.round((now - twin.at) / 1000)));
  view.show("kept", t("Desk.Kept"), [view.labelOf(tap), double ?? t("Desk.KeptText")].join("\n"));
  draw();
}

function pick(person) {
  const nonce = crypto.randomUUID();
  view.name(nonce, person.name);
  take({ person: person.member }, { nonce });
}

async function takeDown(walkIn, mends) {
  if (mends) {
    await keep(Object.assign(mends, { walkIn: { ...walkIn, nonce: mends.walkIn.nonce }, status: "waiting", reason: undefined, said: undefined }));
    view.name(mends.nonce, walkIn.name);
    if (!await sender.now(mends)) draw();
    return;
  }
  const nonce = crypto.randomUUID();
  view.name(nonce, walkIn.name);
  take({ walkIn: { ...walkIn, nonce: crypto.randomUUID() } }, { nonce, direction: "in" });
}

/** Lets somebody in whom a rule would keep out: a tap of its own, at the time of the one it stands for. The pass has been used by that one. */
async function force(tap = last) {
  if (!view.canForce(tap)) return;
  const { card, member, as, at, uncorrected, nonce, key } = tap, again = crypto.randomUUID();
  view.name(again, view.labelOf(tap));
  await keep(Object.assign(tap, { letIn: true }));
  take(card ? { card } : { person: member }, { nonce: again, force: true, direction: as, at: at + 1, uncorrected, key, stands: nonce });
}

async function undo(tap) {
  if (!tap) { view.show("kept", t("Desk.UndoNone")); return; }
  if (sender.isBusy(tap.nonce) || tap.undo || tap.undone) return;
  if (tap.status === "stuck" || (tap.status === "waiting" && !tap.tried)) {
    await store.remove(tap.nonce);
    view.show("undone", t("Desk.Undone"), view.labelOf(tap));
    return;
  }
  // What may have reached the server is taken back there, as soon as it can be.
  await keep(Object.assign(tap, { undo: true, status: "waiting", tried: true, fresh: false }));
  if (!await sender.now(tap)) view.show("kept", t("Desk.UndoWaits"), view.labelOf(tap));
}

function read(typed) {
  const subject = subjectOf(typed);
  field.value = "";
  people.close();
  if (subject.text === undefined) take(subject);
  else if (/^[\x20-\x7e]*$/.test(subject.text)) view.show("over", t("Desk.BadCard"), subject.text);
  else people.search(subject.text);
}

form.addEventListener("submit", e => { e.preventDefault(); if (field.value.trim()) read(field.value); field.focus(); });
hearReaders(field, read);
$("desk-force").addEventListener("click", () => { force(); field.focus(); });
$("desk-open-find").addEventListener("click", () => people.search());
$("desk-open-walk-in").addEventListener("click", () => people.walkIn());
device.addEventListener("change", () => { device.value = sender.device = deviceOf(device.value); remember(KEPT.device, device.value); });

const ways = [...document.querySelectorAll("input[name=way]")];
ways.find(w => w.value === recall(KEPT.way))?.click();
for (const w of ways) w.addEventListener("change", () => { remember(KEPT.way, w.value); if (!matchMedia("(pointer: coarse)").matches) field.focus(); });
$("desk-sound").checked = recall(KEPT.sound) !== "no";
$("desk-sound").addEventListener("change", e => remember(KEPT.sound, e.target.checked ? "yes" : "no"));

const keys = {
  F2: () => { const next = ways[(ways.findIndex(w => w.checked) + 1) % ways.length]; next.click(); field.focus(); },
  F3: () => people.search(), F4: () => force(), F7: () => people.walkIn(), F8: () => $("desk-open-camera").click(),
  F9: () => undo(store.all().find(tap => !tap.undone && !tap.undo)),
};
addEventListener("keydown", e => {
  if (!keys[e.key] || e.ctrlKey || e.altKey || e.metaKey) return;
  e.preventDefault();
  if (!e.repeat) keys[e.key]();
});

// The camera.
const camera = new Camera($("desk-video"), modules), eye = $("desk-camera");
const seen = text => read(text), sameAs = text => keyOf(subjectOf(text)) ?? text;
async function openCamera(choice) {
  const said = $("desk-camera-said");
  eye.hidden = false;
  $("desk-open-camera").setAttribute("aria-expanded", "true");
  said.textContent = t("Desk.CameraOpening");
  try {
    await camera.start(seen, sameAs, choice);
    said.textContent = t("Desk.CameraAim");
    const { found, used } = await camera.choices(), select = $("desk-camera-choice");
    select.replaceChildren(...found.map((d, i) => new Option(d.label || `${t("Desk.Camera")} ${i + 1}`, d.deviceId, false, d.deviceId === used)));
    select.parentElement.hidden = found.length < 2;
    $("desk-torch").hidden = !camera.hasTorch;
  } catch (fault) {
    console.warn("No camera.", fault);
    camera.stop();
    said.textContent = t({ NotAllowedError: "Desk.CameraDenied", NotFoundError: "Desk.CameraNone", OverconstrainedError: "Desk.CameraNone" }[fault.name] ?? (navigator.mediaDevices ? "Desk.CameraBusy" : "Desk.CameraNone"));
  }
  eye.dataset.open = camera.open;
}
function closeCamera() {
  camera.stop();
  eye.hidden = true;
  $("desk-open-camera").setAttribute("aria-expanded", "false");
}
$("desk-open-camera").addEventListener("click", () => eye.hidden ? openCamera() : closeCamera());
$("desk-camera-choice").addEventListener("change", e => { Camera.remember(e.target.value); openCamera(e.target.value); });
$("desk-torch").addEventListener("click", e => { const on = e.currentTarget.getAttribute("aria-pressed") !== "true"; e.currentTarget.setAttribute("aria-pressed", String(on)); camera.light(on); });

// A door has no time for a dark screen; a hidden page gives the camera back and takes it again.
const stayAwake = () => { if (!document.hidden) navigator.wakeLock?.request("screen").catch(() => {}); };
document.addEventListener("visibilitychange", () => {
  stayAwake();
  if (eye.hidden) return;
  if (document.hidden) camera.stop();
  else openCamera();
});
stayAwake();

store.onChange(draw);
view.left(store.left);
draw();
sender.start();
if (!matchMedia("(pointer: coarse)").matches) field.focus();

// The page for when it is loaded again without network.
navigator.serviceWorker?.register(worker, { scope: location.pathname, updateViaCache: "none" }).then(async found => {
  const parts = document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]");
  const files = [...new Set([...[...parts].map(p => new URL(p.href || p.src).pathname), ...Object.values(modules)])].sort();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(files.join()));
  const version = [...new Uint8Array(digest)].slice(0, 8).map(b => b.toString(16).padStart(2, "0")).join("");
  navigator.serviceWorker.addEventListener("message", e => { if (e.data.kept) desk.dataset.kept = e.data.version; });
  await navigator.serviceWorker.ready;
  (found.active ?? (await navigator.serviceWorker.ready).active).postMessage({ keep: { version, files } });
}).catch(fault => console.warn("This page will not load offline.", fault));

// How many are inside, live; a kept page says nothing of it until it is connected.
if (!navigator.onLine) view.inside(null);
const { Live } = await load("live");
const live = await Live.connect(`/hubs/live${eyes ? `?eyes=${encodeURIComponent(eyes)}` : ""}`, state => {
  globalThis.jma?.link(state);
  if (state !== "live") view.inside(null);
});
await live.watch(
  `seminar/${session}`,
  picture => view.inside(picture.inside),
  reason => { console.warn("The live count is not to be had:", reason); globalThis.jma?.link("offline"); });
