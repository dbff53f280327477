// Passkeys: asks the browser for one and sends what it says. Where there is no support the button is not shown, or does nothing worse than say so.
const able = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;

async function ask(address, token) {
  const answer = await fetch(address, { method: "POST", headers: { RequestVerificationToken: token }, credentials: "same-origin" });
  // Signed in too long ago: proved again first.
  if (answer.status === 403) { location.assign(`/sign-in?trouble=again&back=${encodeURIComponent(location.pathname)}`); return new Promise(() => {}); }
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

// A form, so that what comes back is a page like any other.
function send(action, fields) {
  const form = Object.assign(document.createElement("form"), { method: "post", action, hidden: true });
  for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
}

const ways = {
  "sign-in": async data => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await ask("/sign-in/passkey/options", data.token));
    const credential = await navigator.credentials.get({ publicKey });
    send("/sign-in/passkey", { __RequestVerificationToken: data.token, back: data.back, credential: JSON.stringify(credential) });
  },
  add: async data => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await ask("/account/passkeys/options", data.token));
    const credential = await navigator.credentials.create({ publicKey });
    send("/account/passkeys", { __RequestVerificationToken: data.token, credential: JSON.stringify(credential) });
  },
};

for (const part of document.querySelectorAll("[data-passkey]")) {
  const button = part.querySelector("button.wide"), said = part.querySelector("p.bad");
  if (!able) { button.hidden = true; continue; }
  part.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    said.hidden = true;
    try {
      await ways[part.dataset.passkey](part.dataset);
    } catch {
      // Cancelled by the person, refused by the device, or away: one may try again.
      said.textContent = part.dataset.failed;
      said.hidden = false;
    } finally {
      button.disabled = false;
    }
  });
}
