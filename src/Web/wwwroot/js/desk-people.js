// Who comes without card and pass: found by name, reading or number, or taken down as a walk-in, which works offline too.
const $ = id => document.getElementById(id);
const PAUSE_MS = 250;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s　]+$/u;

export class People {
  #t;
  #ask;
  #act;
  #asked = 0;
  #mends = null;

  /** act: { picked(person), walkIn(form, mends) }. */
  constructor(t, ask, act) {
    [this.#t, this.#ask, this.#act] = [t, ask, act];
    let timer;
    $("desk-find-text").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => this.#find(), PAUSE_MS); });
    $("desk-find").querySelector("form").addEventListener("submit", e => { e.preventDefault(); this.#enter(); });
    $("desk-found").addEventListener("click", e => this.#pick(e.target.closest("button")));
    $("desk-find").addEventListener("keydown", e => this.#arrow(e));
    $("desk-walk-in").querySelector("form").addEventListener("submit", e => { e.preventDefault(); this.#take(); });
    $("desk-walk-in").addEventListener("close", e => { if (!e.target.open) this.#forget(); });
    for (const dialog of [$("desk-find"), $("desk-walk-in")]) {
      dialog.querySelector("[data-act=close]").addEventListener("click", () => dialog.close());
      // A press beside it.
      dialog.addEventListener("click", e => { if (e.target === dialog) dialog.close(); });
    }
  }

  search(text = "") {
    $("desk-find-text").value = text;
    $("desk-found").replaceChildren();
    $("desk-find-said").textContent = "";
    this.close();
    $("desk-find").showModal();
    $("desk-find-text").select();
    if (text) this.#find();
  }

  /** The form; mends is a walk-in that was not accepted as it was. */
  walkIn(mends = null) {
    const kept = mends?.walkIn, form = $("desk-walk-in").querySelector("form");
    if (mends) form.reset();
    else this.#forget();
    this.#mends = mends;
    if (kept) for (const name of ["name", "kana", "registry", "birthDate"]) form.elements[name].value = kept[name] ?? "";
    this.#bad({});
    this.close();
    $("desk-walk-in").showModal();
    form.elements.name.focus();
  }

  /** Whom somebody began to correct is not who comes next. */
  #forget() {
    if (this.#mends) $("desk-walk-in").querySelector("form").reset();
    this.#mends = null;
  }

  close() { for (const dialog of [$("desk-find"), $("desk-walk-in")]) if (dialog.open) dialog.close(); }

  async #find() {
    const text = $("desk-find-text").value.trim(), asked = ++this.#asked, said = $("desk-find-said"), list = $("desk-found");
    if (text.length === 0) { list.replaceChildren(); said.textContent = ""; return; }
    try {
      const { people, more } = await this.#ask(`people?text=${encodeURIComponent(text)}`);
      if (asked !== this.#asked) return;
      list.replaceChildren(...people.map(p => this.#hit(p)));
      said.textContent = people.length === 0 ? this.#t("Desk.FindNone") : more ? this.#t("Desk.FindMore") : this.#t("Desk.FindCount", people.length);
    } catch (fault) {
      console.warn("Nothing can be found now.", fault);
      if (asked !== this.#asked) return;
      list.replaceChildren();
      said.textContent = this.#t("Desk.FindAway");
    }
  }

  #hit(person) {
    const item = document.createElement("li"), button = document.createElement("button"), name = document.createElement("b"), more = document.createElement("span");
    button.type = "button";
    button.person = person;
    [name.textContent, name.lang] = [person.name, "ja"];
    more.textContent = [person.kana, person.associationName, person.registryEnd && this.#t("Desk.RegistryEnd", person.registryEnd)].filter(Boolean).join(" · ");
    button.append(name, more);
    item.append(button);
    return item;
  }

  async #enter() {
    await this.#find();
    const hits = $("desk-found").querySelectorAll("button");
    // One hit alone is not taken unseen either: it gets the focus, Enter again takes it.
    hits[0]?.focus();
  }

  #arrow(e) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!step) return;
    e.preventDefault();
    const stops = [$("desk-find-text"), ...$("desk-found").querySelectorAll("button")];
    stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(document.activeElement) + step))].focus();
  }

  #pick(button) {
    if (!button) return;
    $("desk-find").close();
    this.#act.picked(button.person);
  }

  #bad(faults) {
    for (const field of $("desk-walk-in").querySelectorAll("input")) {
      const words = faults[field.name] ?? "", place = $(`${field.id}-bad`);
      field.toggleAttribute("aria-invalid", words !== "");
      if (words) field.setAttribute("aria-invalid", "true");
      place.textContent = words && `▲ ${words}`;
    }
  }

  #take() {
    const form = $("desk-walk-in").querySelector("form"), said = name => form.elements[name].value.normalize("NFKC").trim();
    // A name is kept as it is written, old characters and all.
    const name = form.elements.name.value.trim(), kana = said("kana"), registry = said("registry"), birthDate = said("birthDate"), faults = {};
    if (name === "") faults.name = this.#t("Desk.NameBad");
    if (!KANA.test(kana)) faults.kana = this.#t("Desk.KanaBad");
    if (!/^\d{0,7}$/.test(registry)) faults.registry = this.#t("Desk.RegistryBad");
    this.#bad(faults);
    if (Object.keys(faults).length > 0) { form.elements[Object.keys(faults)[0]].focus(); return; }
    const mends = this.#mends;
    form.reset();
    $("desk-walk-in").close();
    this.#act.walkIn({ name, kana, registry: registry || undefined, birthDate: birthDate || undefined }, mends);
  }
}
