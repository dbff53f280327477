// The camera: what it sees is looked at a few times a second, by the browser's own detector where there is one, else by a decoder in a worker; the page is
// never held up. A code that stays in view is one read.
const CHOICE = "jma-desk-camera";

/** Between two looks; how long a code may be out of sight and still be the same showing of it; the longer side of what the decoder gets. */
const LOOK_MS = 120, GONE_MS = 5_000, SIDE = 800;

export class Camera {
  #video;
  #stream = null;
  #detect = null;
  #modules;
  #seen = new Map();
  #round = 0;

  constructor(video, modules) {
    this.#video = video;
    this.#modules = modules;
  }

  get open() { return this.#stream !== null; }

  /** Opens a camera (the one used last, else the one that looks away from the clerk); read(text) is called once for each showing of a code. Rejects as getUserMedia does. */
  async start(read, keyOf, device = localStorage.getItem(CHOICE)) {
    this.stop();
    const round = ++this.#round;
    const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
    const stream = await navigator.mediaDevices.getUserMedia({ video: device ? { deviceId: { exact: device }, ...size } : { facingMode: "environment", ...size } })
      .catch(fault => device && fault.name === "OverconstrainedError" ? navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", ...size } }) : Promise.reject(fault));
    if (round !== this.#round) { stream.getTracks().forEach(t => t.stop()); return; }
    this.#stream = stream;
    this.#video.srcObject = stream;
    await this.#video.play();
    this.#detect ??= await this.#detector();
    this.#look(round, read, keyOf);
  }

  stop() {
    this.#round++;
    this.#stream?.getTracks().forEach(t => t.stop());
    this.#stream = null;
    this.#video.srcObject = null;
  }

  /** The cameras there are, and which is in use. */
  async choices() {
    const found = (await navigator.mediaDevices.enumerateDevices()).filter(d => d.kind === "videoinput" && d.deviceId);
    return { found, used: this.#stream?.getVideoTracks()[0]?.getSettings().deviceId };
  }

  static remember(device) { try { localStorage.setItem(CHOICE, device); } catch (fault) { console.warn("The camera is not remembered.", fault); } }

  get hasTorch() { return this.#stream?.getVideoTracks()[0]?.getCapabilities?.().torch === true; }

  light(on) { return this.#stream?.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch: on }] }); }

  async #look(round, read, keyOf) {
    while (round === this.#round) {
      const began = performance.now();
      try {
        const text = this.#video.readyState >= 2 && !document.hidden ? await this.#detect(this.#video) : null;
        if (text && round === this.#round && this.#isNew(keyOf(text))) read(text);
      } catch (fault) { console.warn("This picture was not read.", fault); }
      await new Promise(next => setTimeout(next, Math.max(20, LOOK_MS - (performance.now() - began))));
    }
  }

  /** True for a code that was not in view a moment ago. A phone left in front of the camera shows a new pass every few seconds: it is the same person still. */
  #isNew(key) {
    const now = performance.now(), last = this.#seen.get(key);
    for (const [old, at] of this.#seen) if (now - at > GONE_MS) this.#seen.delete(old);
    this.#seen.set(key, now);
    return last === undefined || now - last > GONE_MS;
  }

  async #detector() {
    const formats = "BarcodeDetector" in globalThis ? await globalThis.BarcodeDetector.getSupportedFormats().catch(() => []) : [];
    if (formats.includes("qr_code")) {
      const detector = new globalThis.BarcodeDetector({ formats: formats.filter(f => ["qr_code", "code_128", "code_39"].includes(f)) });
      return async video => (await detector.detect(video))[0]?.rawValue ?? null;
    }
    const canvas = document.createElement("canvas"), context = canvas.getContext("2d", { willReadFrequently: true });
    const decode = await this.#worker().catch(() => this.#here());
    return video => {
      const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight));
      [canvas.width, canvas.height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      return decode(context.getImageData(0, 0, canvas.width, canvas.height));
    };
  }

  #worker() {
    return new Promise((yes, no) => {
      const worker = new Worker(this.#modules["desk-qr"], { type: "module" });
      let answer = null;
      worker.onerror = no;
      worker.onmessage = ({ data }) => {
        if (data.ready) yes(picture => new Promise(told => {
          answer = told;
          worker.postMessage({ width: picture.width, height: picture.height, pixels: picture.data.buffer }, [picture.data.buffer]);
        }));
        else if (answer) answer(data.text ?? null);
        else no(data.fault);
      };
      worker.postMessage({ decoder: this.#modules["qr-decode"] });
    });
  }

  /** Where no worker can be had (offline, its file not kept): here, one frame's time at most. */
  async #here() {
    const { decodeQR } = await import(this.#modules["qr-decode"]);
    return picture => { try { return decodeQR(picture); } catch { return null; } };
  }
}
