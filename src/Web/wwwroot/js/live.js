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

/** Longest pause between two tries, in ms. */
const PAUSE_MOST = 10_000;

/** Pause before try number n (from 0), in ms. */
const pause = n => Math.min(PAUSE_MOST, 300 * 2 ** n);

const rest = ms => new Promise(done => setTimeout(done, ms));

/** Reason codes that another try may change; everything else the hub says is its last word. */
const PASSING = ["journal-away", "journal-full", "moved", "outcome-unknown"];

/** The reason code of a hub exception; null when the call did not reach the hub or failed there without a word. */
export function refusalOf(error) {
  const code = /HubException: ([a-z-]+):/.exec(error?.message ?? "")?.[1];
  return code && !PASSING.includes(code) ? code : null;
}

export class Live {
  #connection;
  #onState;
  #topics = new Map();

  constructor(connection, onState) {
    this.#connection = connection;
    this.#onState = onState;
    connection.on("Changed", c => this.#changed(c));
    connection.on("Picture", p => this.#set(p.topic, p.version, p.picture));
    connection.on("Dropped", d => this.#drop(d.topic, d.reason));
    connection.onreconnecting(() => onState("reconnecting"));
    connection.onreconnected(() => this.#again());
    // The server said not to come back by itself (it is stopping): we do.
    connection.onclose(() => { onState("offline"); this.#start(); });
  }

  /** Connects and keeps connected, however long it takes. onState gets "reconnecting", "live" or "offline". */
  static async connect(url, onState = () => {}) {
    const connection = new globalThis.signalR.HubConnectionBuilder().withUrl(url)
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: c => pause(c.previousRetryCount) })
      .configureLogging(globalThis.signalR.LogLevel.None).build();
    const live = new Live(connection, onState);
    await live.#start();
    return live;
  }

  async #start() {
    for (let tries = 0; ; tries++) {
      try {
        await this.#connection.start();
        break;
      } catch {
        this.#onState("reconnecting");
        await rest(pause(tries));
      }
    }
    this.#again();
  }

  #again() {
    this.#onState("live");
    for (const topic of this.#topics.keys()) this.#begin(topic);
  }

  /**
   * Watches a topic; draw(picture, version) is called with the picture and after every change. What cannot be had now is tried for again; what the hub
   * refuses is told to dropped(reason). Returns a function that stops.
   */
  async watch(topic, draw, dropped) {
    this.#topics.set(topic, { draw, dropped, picture: null, version: null, early: [], beginning: false });
    await this.#begin(topic);
    return async () => {
      this.#topics.delete(topic);
      await this.#connection.invoke("Unwatch", topic).catch(() => {});
    };
  }

  /** Asks for the picture or for what is missing, once at a time, until it is answered, refused, or the connection goes (then it begins again with the next). */
  async #begin(topic) {
    const watched = this.#topics.get(topic);
    if (!watched || watched.beginning) return;
    watched.beginning = true;
    try {
      for (let tries = 0; this.#topics.get(topic) === watched; tries++) {
        try {
          this.#take(topic, watched, await this.#connection.invoke(...(watched.version ? ["Resume", topic, watched.version] : ["Watch", topic])));
          return;
        } catch (error) {
          const refusal = refusalOf(error);
          if (refusal) { this.#drop(topic, refusal); return; }
          if (this.#connection.state !== "Connected") return;
          await rest(pause(tries));
        }
      }
    } finally {
      watched.beginning = false;
    }
  }

  #take(topic, watched, reply) {
    if (reply.picture !== undefined && reply.picture !== null) this.#set(topic, reply.version, reply.picture);
    else for (const c of reply.changes ?? []) if (c.from === watched.version) this.#set(topic, c.to, mergePatch(watched.picture, c.patch));
    // What came before the answer follows on it, or is in it already.
    for (const c of watched.early.splice(0)) if (c.from === watched.version) this.#set(topic, c.to, mergePatch(watched.picture, c.patch));
  }

  #drop(topic, reason) {
    const watched = this.#topics.get(topic);
    this.#topics.delete(topic);
    watched?.dropped?.(reason);
  }

  #changed({ topic, from, to, patch }) {
    const watched = this.#topics.get(topic);
    if (!watched || watched.version === to) return;
    // Nothing to apply it to yet, or what is missing is on its way: it follows on the answer.
    if (!watched.version || (watched.beginning && watched.version !== from)) { watched.early.push({ topic, from, to, patch }); return; }
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
