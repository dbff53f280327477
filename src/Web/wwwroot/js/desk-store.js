// What this desk has taken, in IndexedDB: written with strict durability (on the disk, not in a buffer) before anything is sent, so that neither a reload
// nor a power cut loses an attendance. Tabs of one session tell each other what changed; every tap has its nonce, so sending one twice makes one attendance.
const DESK = "jma-desk", STORE = "taps";

/** Taps that may wait on one device; answered ones that are remembered for undoing and for the list, and for how long once the session is over. */
const WAITING = 2000, ANSWERED = 200, OLD_MS = 7 * 24 * 3600_000;

const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
const over = transaction => new Promise((yes, no) => { transaction.oncomplete = yes; transaction.onerror = transaction.onabort = () => no(transaction.error); });

export class Store {
  #db;
  #session;
  #taps = new Map();
  #tabs;
  #changed = () => {};

  /** Other sessions with taps on this device that were never sent. */
  left = [];

  /** Opens what is kept for one session; under another name for another kind of taps. */
  static async open(session, name = DESK) {
    const store = new Store();
    store.#session = session;
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "nonce" }).createIndex("session", "session");
    store.#db = await done(request);
    // A later version of this page must not wait for this one to be closed.
    store.#db.onversionchange = () => store.#db.close();
    for (const tap of await done(store.#read().index("session").getAll(session))) store.#taps.set(tap.nonce, tap);
    await store.#otherSessions();
    store.#tabs = new BroadcastChannel(`${name}-${session}`);
    store.#tabs.onmessage = e => store.#again(e.data);
    // Asked for once; a browser that says no may throw the data away when the disk is full, as before.
    navigator.storage?.persist?.().catch(() => {});
    return store;
  }

  /** Called after every change, of this tab or another. */
  onChange(changed) { this.#changed = changed; }

  get(nonce) { return this.#taps.get(nonce); }

  /** Newest first. */
  all() { return [...this.#taps.values()].sort((a, b) => b.at - a.at || b.taken - a.taken); }

  /** What has to be sent, in the order in which it happened. */
  waiting() { return this.all().filter(t => t.status === "waiting").reverse(); }

  get full() { return this.waiting().length >= WAITING; }

  /** Keeps these as they are now; rejects when the device cannot. */
  async put(...taps) {
    const transaction = this.#db.transaction(STORE, "readwrite", { durability: "strict" });
    for (const tap of taps) transaction.objectStore(STORE).put(tap);
    await over(transaction);
    for (const tap of taps) this.#taps.set(tap.nonce, tap);
    this.#told(taps.map(t => t.nonce));
  }

  async remove(...nonces) {
    const transaction = this.#db.transaction(STORE, "readwrite", { durability: "strict" });
    for (const nonce of nonces) transaction.objectStore(STORE).delete(nonce);
    await over(transaction);
    for (const nonce of nonces) this.#taps.delete(nonce);
    this.#told(nonces);
  }

  /** Forgets answered taps beyond the newest few. */
  async trim() {
    const old = this.all().filter(t => t.status === "done").slice(ANSWERED).map(t => t.nonce);
    if (old.length > 0) await this.remove(...old);
  }

  /** What other sessions left on this device: unsent taps to be pointed out, old answers to be forgotten. */
  async #otherSessions() {
    const all = (await done(this.#read().getAll())).filter(t => t.session !== this.#session);
    const old = all.filter(t => t.status === "done" && Date.now() - t.taken > OLD_MS).map(t => t.nonce);
    if (old.length > 0) await this.remove(...old);
    this.left = [...new Set(all.filter(t => t.status !== "done").map(t => t.session))];
  }

  #read() { return this.#db.transaction(STORE, "readonly").objectStore(STORE); }

  #told(nonces) {
    this.#tabs?.postMessage(nonces);
    this.#changed();
  }

  async #again(nonces) {
    const store = this.#read();
    const found = await Promise.all(nonces.map(nonce => done(store.get(nonce))));
    nonces.forEach((nonce, i) => found[i] ? this.#taps.set(nonce, found[i]) : this.#taps.delete(nonce));
    this.#changed();
  }
}
