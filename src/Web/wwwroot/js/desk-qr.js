// Finds a QR code in a picture, away from the page. Told first where the decoder is, then one picture at a time.
let decode = null;

onmessage = async ({ data }) => {
  try {
    if (data.decoder) {
      decode = (await import(data.decoder)).decodeQR;
      postMessage({ ready: true });
      return;
    }
    let text = null;
    // The decoder throws where there is no code in the picture.
    try { text = decode({ width: data.width, height: data.height, data: new Uint8ClampedArray(data.pixels) }); } catch { text = null; }
    postMessage({ text });
  } catch (fault) {
    postMessage({ fault: String(fault) });
  }
};
