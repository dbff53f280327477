// Sends a roster to the API, apart from the page's circuit: it may be long. What comes of it is watched as a live topic; if it cannot be sent, a note
// says so on whatever page the person is by then.
const root = document.documentElement;

/** An answer that comes within this is waited for, in ms; later ones find the person on the page of the progress. */
const AT_ONCE = 1500;

let sending = 0;
addEventListener("beforeunload", e => { if (sending > 0) e.preventDefault(); });

/** Sends the chosen file: "sent" once it is on its way, "refused" when that was the answer at once, "none" without a file. */
export function upload(inputId, url, words) {
  const file = document.getElementById(inputId)?.files?.[0];
  if (!file) return "none";
  return Promise.race([send(file, url, words), new Promise(done => setTimeout(done, AT_ONCE, "sent"))]);
}

async function send(file, url, words) {
  sending++;
  try {
    const form = new FormData();
    form.append("file", file, file.name);
    const headers = { "Accept-Language": root.lang, ...(root.dataset.eyes ? { "X-Jma-Eyes": root.dataset.eyes } : {}) };
    const answer = await fetch(`${url}&rows=${await rowsOf(file)}`, { method: "POST", headers, body: form });
    if (answer.ok) return "sent";
    const problem = await answer.json().catch(() => ({}));
    note(words, [problem.title, problem.detail].filter(Boolean).join(" ") || answer.status);
  } catch (fault) {
    console.error("The roster could not be sent.", fault);
    note(words, words.cut);
  } finally {
    sending--;
  }
  return "refused";
}

/** Lines but the first, which names the columns. */
async function rowsOf(file) {
  const newline = 10;
  let lines = 0, last = newline;
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
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
