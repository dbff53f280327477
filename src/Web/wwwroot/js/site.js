// What the shell needs in the browser: theme before paint is the server's (cookie) and the style sheet's; the rest is here.
(() => {
  const root = document.documentElement;
  const keep = (name, value) => { document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax`; };

  // Theme: system → light → dark → system. The cookie lets the server draw the next page without a flash.
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const setTheme = theme => { root.dataset.theme = theme; keep("jma-theme", theme); showTheme(); };
  const showTheme = () => document.querySelectorAll("[data-act=theme]").forEach(b => b.setAttribute("aria-pressed", String(dark())));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);

  document.addEventListener("click", e => {
    const act = e.target.closest?.("[data-act]")?.dataset.act;
    if (act === "theme") setTheme(dark() ? "light" : "dark");
    if (act === "reload") location.reload();
    if (act === "top") { e.preventDefault(); document.querySelector("main")?.focus(); }
  });

  // The link to the server, in words and colour, wherever a .live stands.
  const setLink = state => { root.dataset.link = state; };
  addEventListener("offline", () => setLink("offline"));
  // The server came back without knowing this page: it is loaded anew as soon as there is something to load.
  let returning = false;
  const returnWhenReady = async () => {
    if (returning) return;
    returning = true;
    for (;;) {
      const ready = await fetch("/health/ready", { cache: "no-store" }).then(r => r.ok, () => false);
      if (ready) { location.reload(); return; }
      await new Promise(done => setTimeout(done, 2000));
    }
  };
  const watchModal = () => {
    const modal = document.getElementById("components-reconnect-modal");
    if (!modal) return;
    const read = () => {
      const c = modal.classList;
      if (c.contains("components-reconnect-failed") || c.contains("components-reconnect-rejected") || c.contains("components-reconnect-resume-failed")) { setLink("offline"); returnWhenReady(); }
      else if (c.contains("components-reconnect-show") || c.contains("components-reconnect-retrying")) setLink(navigator.onLine ? "reconnecting" : "offline");
      else if (c.contains("components-reconnect-hide")) setLink("live");
    };
    new MutationObserver(read).observe(modal, { attributes: true, attributeFilter: ["class"] });
  };

  // <jma-clock>: the time in Tokyo, drawn here so that a second costs the server nothing.
  class Clock extends HTMLElement {
    connectedCallback() {
      const kind = this.getAttribute("kind") ?? "time";
      const lang = root.lang === "en" ? "en-GB" : "ja-JP";
      const time = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit", hour12: false });
      const day = new Intl.DateTimeFormat(lang, { timeZone: "Asia/Tokyo", month: "long", day: "numeric", weekday: "short" });
      const draw = () => {
        const now = new Date();
        const text = kind === "full" ? `${day.format(now)} ${time.format(now)}` : time.format(now);
        if (this.textContent !== text) this.textContent = text;
      };
      draw();
      this.timer = setInterval(draw, 1000);
    }
    disconnectedCallback() { clearInterval(this.timer); }
  }
  customElements.define("jma-clock", Clock);

  const ready = () => { watchModal(); showTheme(); };
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", ready) : ready();
  // Sends a chosen file to the API, apart from the page's circuit. "sent" once it is on its way, "refused" when the answer came at once, "none"
  // without a file; what comes of it is watched as a live topic, and if it cannot be sent, a note says so on whatever page the person is by then.
  let sending = 0;
  addEventListener("beforeunload", e => { if (sending > 0) e.preventDefault(); });
  const note = (text, close) => {
    const box = document.createElement("div");
    box.className = "note over floating";
    box.setAttribute("role", "alert");
    const mark = document.createElement("span");
    mark.setAttribute("aria-hidden", "true");
    mark.textContent = "▲";
    const words = document.createElement("p");
    words.textContent = text;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = close;
    button.addEventListener("click", () => box.remove());
    box.append(mark, words, button);
    document.body.append(box);
  };
  const linesOf = async file => {
    let lines = 0, last = 10;
    const reader = file.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const b of part.value) if (b === 10) lines++;
      last = part.value.at(-1) ?? last;
    }
    return last === 10 ? lines : lines + 1;
  };
  const send = async (file, url, words) => {
    sending++;
    try {
      const rows = Math.max(0, await linesOf(file) - 1);
      const form = new FormData();
      form.append("file", file, file.name);
      const headers = { "Accept-Language": root.lang, ...(root.dataset.eyes ? { "X-Jma-Eyes": root.dataset.eyes } : {}) };
      const answer = await fetch(`${url}&rows=${rows}`, { method: "POST", headers, body: form });
      if (answer.ok) return "sent";
      const problem = await answer.json().catch(() => ({}));
      const why = [problem.title, problem.detail].filter(Boolean).join(" ") || answer.status;
      note(words.failed.replace("{0}", () => why), words.close);
    } catch (fault) {
      console.error("The roster could not be sent.", fault);
      note(words.failed.replace("{0}", words.cut), words.close);
    } finally {
      sending--;
    }
    return "refused";
  };
  const atOnceMs = 1500;
  const upload = (inputId, url, words) => {
    const file = document.getElementById(inputId)?.files?.[0];
    if (!file) return "none";
    return Promise.race([send(file, url, words), new Promise(done => setTimeout(done, atOnceMs, "sent"))]);
  };

  window.jma = { link: setLink, upload };
})();
