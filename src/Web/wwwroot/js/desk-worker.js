// Lets the desk's page load again while the network is away. One registration per session, its scope that page alone. Kept are the page as the server drew it
// for this device and the files it names (their names change with their content); nothing of the API ever is, so no personal data.
// The clock of working hours is kept by the same rules under a name of its own.
const PREFIX = self.JMA_KEPT ?? "jma-desk:";

/** Sessions whose page is kept; how long the network may take before the kept page is shown. */
const SESSIONS = 5, PATIENCE_MS = 4_000;

addEventListener("install", () => skipWaiting());
addEventListener("activate", e => e.waitUntil(clients.claim()));

const scope = new URL(registration.scope).pathname;
const ours = () => caches.keys().then(names => names.filter(n => n.startsWith(`${PREFIX}${scope}:`)));

async function kept(request) {
  // The newest set first: while one takes the place of another both are there.
  for (const name of (await ours()).reverse()) {
    const found = await (await caches.open(name)).match(request, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

async function page(request) {
  try {
    // Not the request itself: its signal cannot be set.
    const drawn = await fetch(request.url, { credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS), headers: { Accept: "text/html" } });
    return drawn.status >= 500 ? await kept(scope) ?? drawn : drawn;
  } catch (fault) {
    return await kept(scope) ?? Promise.reject(fault);
  }
}

addEventListener("fetch", e => {
  const url = new URL(e.request.url);
  if (e.request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/api/") || url.pathname.startsWith("/hubs/")) return;
  if (e.request.mode === "navigate") { if (url.pathname === scope) e.respondWith(page(e.request)); }
  else e.respondWith(kept(e.request).then(found => found ?? fetch(e.request)));
});

/** Keeps the page and its files as one set; only a whole set takes the place of the one before. */
async function keep({ version, files }) {
  const name = `${PREFIX}${scope}:${version}`, cache = await caches.open(name);
  try {
    const drawn = await fetch(scope, { credentials: "same-origin", cache: "no-store", redirect: "error" });
    const text = await drawn.clone().text();
    // Another version may have been put up a moment ago: what it names is kept when it is the one that asks.
    if (!drawn.ok || !files.every(f => text.includes(f.slice(1)))) throw new Error("not this version's page");
    await Promise.all(files.map(async f => await cache.match(f) ?? cache.add(new Request(f, { cache: "no-cache" }))));
    await cache.put(scope, drawn);
  } catch (fault) {
    console.warn("The page is not kept.", fault);
    if (!await cache.match(scope)) await caches.delete(name);
    return false;
  }
  await Promise.all((await ours()).filter(n => n !== name).map(n => caches.delete(n)));
  const scopes = [...new Set((await caches.keys()).filter(n => n.startsWith(PREFIX)).map(n => n.slice(0, n.lastIndexOf(":"))))];
  const old = scopes.filter(s => s !== `${PREFIX}${scope}`).slice(0, Math.max(0, scopes.length - SESSIONS));
  await Promise.all((await caches.keys()).filter(n => old.includes(n.slice(0, n.lastIndexOf(":")))).map(n => caches.delete(n)));
  return true;
}

addEventListener("message", e => {
  if (e.data?.keep) e.waitUntil(keep(e.data.keep).then(well => e.source?.postMessage({ kept: well, version: e.data.keep.version })));
});
