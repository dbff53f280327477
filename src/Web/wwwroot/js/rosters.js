// Sends a file to the API, apart from the page's circuit: it may be long. What comes of it is watched as a live topic; if it cannot be sent, a note says so on
// whatever page the person is by then. A file that was looked at is held under its import's key, so that the very same is imported at one click.
const root = document.documentElement;

/** An answer that comes within this is waited for, in ms; later ones find the person on the page of the progress. */
const AT_ONCE = 1500;

const held = new Map();
let sending = 0;
addEventListener("beforeunload", e => { if (sending > 0) e.preventDefault(); });

/** True while the file of a key is here. */
export const has = key => held.has(key);

/** Holds the chosen file under a key: false without one. */
export function hold(inputId, key) {
  const file = document.getElementById(inputId)?.files?.[0];
  if (file) held.set(key, file);
  return !!file;
}

/** Sends the file held under a key: "sent" once it is on its way, "refused" when that was the answer at once, "none" without a file. */
export function upload(key, url, words) {
  const file = held.get(key);
  if (!file) return "none";
  return Promise.race([send(file, url, words), new Promise(done => setTimeout(done, AT_ONCE, "sent"))]);
}

/** A file that is let go over the box is as if it had been chosen there. */
export function drop(boxId, inputId) {
  const box = document.getElementById(boxId);
  const input = document.getElementById(inputId);
  if (!box || !input) return;
  const over = on => e => { e.preventDefault(); box.classList.toggle("over", on); };
  box.addEventListener("dragover", over(true));
  box.addEventListener("dragleave", over(false));
  box.addEventListener("drop", e => {
    over(false)(e);
    if (!e.dataTransfer?.files?.length || input.disabled) return;
    input.files = e.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

async function send(file, url, words) {
  sending++;
  try {
    const form = new FormData();
    form.append("file", file, file.name);
    const headers = { "Accept-Language": root.lang, ...(root.dataset.eyes ? { "X-Jma-Eyes": root.dataset.eyes } : {}) };
    const rows = await rowsOf(file);
    const answer = await fetch(rows === null ? url : `${url}&rows=${rows}`, { method: "POST", headers, body: form });
    if (answer.ok) return "sent";
    const problem = await answer.json().catch(() => ({}));
    note(words, [problem.title, problem.detail].filter(Boolean).join(" ") || answer.status);
  } catch (fault) {
    console.error("The file could not be sent.", fault);
    note(words, words.cut);
  } finally {
    sending--;
  }
  return "refused";
}

/** Lines but the first, which names the columns; null for a workbook, which does not say. */
async function rowsOf(file) {
  const newline = 10;
  let lines = 0, last = newline, first = true;
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (first && part.value[0] === 80 && part.value[1] === 75) { await reader.cancel(); return null; }
    first = false;
    for (const byte of part.value) if (byte === newline) lines++;
    last = part.value.at(-1) ?? last;
  }
  return Math.max(0, (last === newline ? lines : lines + 1) - 1);
}

function note(words, why) {
  const box = document.createElement("div");
  box.className = "note over floating";
  box.setAttribute("role", "alert");
  const mark = document.createElement("span");
  mark.setAttribute("aria-hidden", "true");
  mark.textContent = "▲";
  const text = document.createElement("p");
  text.textContent = words.failed.replace("{0}", () => why);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.close;
  button.addEventListener("click", () => box.remove());
  box.append(mark, text, button);
  document.body.append(box);
}
