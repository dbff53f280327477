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
  let link;
  const setLink = state => { link = state; showLink(); };
  const showLink = () => { if (link) root.dataset.link = link; };
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

  // A page that was fetched while the link was being made is drawn over this one when it comes, and knows nothing of the link.
  const ready = () => { watchModal(); showTheme(); window.Blazor?.addEventListener("enhancedload", () => { showLink(); showTheme(); }); };
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", ready) : ready();
  // What was wrong with what was sent may be far above the button that sent it.
  const toFault = () => (document.querySelector("form .note.over[role=alert]") ?? document.querySelector("form [aria-invalid=true]"))?.focus();

  window.jma = { link: setLink, toFault };
})();
