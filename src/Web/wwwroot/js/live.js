// A small wrapper around @microsoft/signalr for the live hub: the picture first, then every change applied to it, resumed after a gap.
// const live = await Live.connect("/hubs/live"); const stop = await live.watch("seminar/P26-….1", picture => …);

/** JSON merge patch, RFC 7396: null removes a member, objects merge, everything else replaces. */
export function mergePatch(target, patch) {
  if (patch === null || typeof patch !== "object" || Array.isArray(patch)) return patch;
  const result = target !== null && typeof target === "object" && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
}

export class Live {
  #connection;
  #topics = new Map();

  constructor(connection) {
    this.#connection = connection;
    connection.on("Changed", c => this.#changed(c));
    connection.on("Picture", p => this.#set(p.topic, p.version, p.picture));
    connection.on("Dropped", d => { this.#topics.get(d.topic)?.dropped?.(d.reason); this.#topics.delete(d.topic); });
    connection.onreconnected(() => [...this.#topics.keys()].forEach(topic => this.#begin(topic)));
  }

  /** Connects and keeps connected. onState gets "live", "reconnecting" or "offline". */
  static async connect(url, onState = () => {}) {
    const connection = new globalThis.signalR.HubConnectionBuilder().withUrl(url)
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: c => Math.min(10_000, 300 * 2 ** c.previousRetryCount) })
      .configureLogging(globalThis.signalR.LogLevel.Error).build();
    connection.onreconnecting(() => onState("reconnecting"));
    connection.onreconnected(() => onState("live"));
    connection.onclose(() => onState("offline"));
    const live = new Live(connection);
    await connection.start();
    onState("live");
    return live;
  }

  /** Watches a topic; draw(picture, version) is called with the picture and after every change. Returns a function that stops. */
  async watch(topic, draw, dropped) {
    this.#topics.set(topic, { draw, dropped, picture: null, version: null, early: [] });
    await this.#begin(topic);
    return async () => { this.#topics.delete(topic); await this.#connection.invoke("Unwatch", topic); };
  }

  async #begin(topic) {
    const watched = this.#topics.get(topic);
    if (!watched) return;
    const reply = watched.version
      ? await this.#connection.invoke("Resume", topic, watched.version)
      : await this.#connection.invoke("Watch", topic);
    if (reply.picture !== undefined && reply.picture !== null) this.#set(topic, reply.version, reply.picture);
    else (reply.changes ?? []).forEach(c => this.#changed(c));
    // What came before the answer follows on it, or is in it already.
    for (const c of watched.early.splice(0)) if (c.from === watched.version) this.#changed(c);
  }

  #changed({ topic, from, to, patch }) {
    const watched = this.#topics.get(topic);
    if (!watched || watched.version === to) return;
    if (!watched.version) { watched.early.push({ topic, from, to, patch }); return; }
    // A change that does not follow on what we have means one was missed: ask for what is missing.
    if (watched.version !== from) { this.#begin(topic); return; }
    this.#set(topic, to, mergePatch(watched.picture, patch));
  }

  #set(topic, version, picture) {
    const watched = this.#topics.get(topic);
    if (!watched) return;
    watched.picture = picture;
    watched.version = version;
    watched.draw(picture, version);
  }
}
