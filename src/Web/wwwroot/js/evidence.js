// Sends a document apart from the page's circuit, which a phone may lose while its camera is open. The server tells what it is by its bytes.
const root = document.documentElement;

/** Sends the chosen file and shows how far it is: what the server made of it, or why not. "none" without a file. */
export function upload(inputId, url, most, progressId) {
  const input = document.getElementById(inputId);
  const file = input?.files?.[0];
  if (!file) return { reason: "none" };
  // Chosen again after a refusal, the same file is a change too.
  const done = answer => { input.value = ""; return answer; };
  if (file.size > most) return done({ reason: "too-large" });
  return send(file, url, document.getElementById(progressId)).then(done);
}

function send(file, url, progress) {
  return new Promise(done => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept-Language", root.lang);
    if (root.dataset.eyes) request.setRequestHeader("X-Jma-Eyes", root.dataset.eyes);
    request.upload.onprogress = e => { if (progress && e.lengthComputable) progress.value = e.loaded / e.total; };
    request.onload = () => done(read(request));
    request.onerror = request.ontimeout = () => done({ reason: "cut" });
    request.send(file);
  });
}

function read(request) {
  try {
    const body = JSON.parse(request.responseText);
    return request.status === 200 ? { sha256: body.value.sha256, kind: body.value.kind, bytes: body.value.bytes } : { reason: body.reason ?? "cut" };
  } catch (fault) {
    console.error("The answer to a document could not be read.", fault);
    return { reason: "cut" };
  }
}
