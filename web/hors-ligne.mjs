// The worker that answers in the place of the network, once a visitor asked for the explorer offline.
//
// A version of the site is one cache, whole or absent: taken file by file, each held to the hash the build gave it, and kept
// only once all are there. A page is answered by the version it was opened with, whatever comes after. `cargo xtask build`
// bundles this file into hors-ligne.js, after the line that names the version and its files.
const { version, fichiers } = self.XP_HORS_LIGNE;

const { scope } = self.registration;
const OWN = `explorateur-sress:${scope}:`;
const NAME = OWN + version;
/** Whatever the coding asked for, the file is the same. */
const SAME = { ignoreVary: true };
/** A name that carries its content: the same file in every version that has it. */
const HASHED = /-[0-9a-f]{16}\.[a-z]+$/;
/** Files asked for at the same time. */
const LINES = 6;

const url = (path) => new URL(path, scope).href;

/** A cache that is there; never made by asking for it, since the visitor may have erased it meanwhile. */
const opened = async (name) => ((await caches.has(name)) ? caches.open(name) : undefined);

const versions = async () => (await caches.keys()).filter((name) => name.startsWith(OWN));

/** A file by its address in whichever version has it. */
const anywhere = async (address) => {
  for (const name of await versions()) {
    const found = await (await opened(name))?.match(address, SAME);
    if (found) return found;
  }
  return undefined;
};

/** This version, if nothing of it was lost. */
const whole = async () => {
  const cache = await opened(NAME);
  const kept = new Set((await cache?.keys())?.map((one) => one.url));
  return Object.keys(fichiers).every((path) => kept.has(url(path))) ? cache : undefined;
};

const pages = async () => {
  const all = await self.clients.matchAll({ includeUncontrolled: true });
  return all.filter((one) => one.url.startsWith(scope));
};

const tell = async (horsLigne) => {
  for (const page of await pages()) page.postMessage({ horsLigne });
};

/** Every file, or an error that says which one is missing. */
const fetched = async () => {
  const left = Object.keys(fichiers);
  const total = left.length;
  const all = new Map();
  const one = async (path) => {
    const hashed = HASHED.test(path);
    const kept = hashed && (await anywhere(url(path)));
    // A hash that differs is a refusal of the browser's: the file of another version is never taken for this one's.
    const ask = (cache) => fetch(url(path), { integrity: fichiers[path], cache, redirect: "error" }).catch(() => undefined);
    // A browser may have kept a failure under the name too.
    const answer = kept || (hashed && (await ask("default"))) || (await ask("reload"));
    if (!answer?.ok) throw Object.assign(new Error(`${path} manque`), { manque: path });
    all.set(path, answer);
    await tell({ fait: all.size, total });
  };
  const line = async () => {
    while (left.length > 0) await one(left.pop());
  };
  await Promise.all(Array.from({ length: LINES }, line));
  return all;
};

/** All of this version, or nothing. */
const fill = async () => {
  try {
    const all = await fetched();
    const cache = await caches.open(NAME);
    await Promise.all([...all].map(([path, answer]) => cache.put(url(path), answer)));
  } catch (cause) {
    await caches.delete(NAME);
    await tell({ manque: cause.manque ?? "", place: cause.name === "QuotaExceededError" });
    throw cause;
  }
};

// Which version each page was opened with. The browser stops an idle worker at any time: written in the version's own cache.
const opening = new Map();
const mark = (client) => `${scope}?client=${client}`;

const pin = async (client) => {
  if (!client) return;
  opening.set(client, NAME);
  await (await opened(NAME))?.put(mark(client), new Response(""));
};

const pinned = async (client) => {
  if (opening.has(client)) return opening.get(client);
  for (const name of await versions()) if (await (await opened(name))?.match(mark(client))) return name;
  return undefined;
};

/** Once a new page came, the one it took the place of is gone, in milliseconds. */
const LEFT = 2000;

/** Lets go of what no page is answered with any more. Not while a newer version comes: it has no page yet. */
const sweep = async () => {
  if (self.registration.installing || self.registration.waiting) return;
  const live = new Set((await pages()).map((page) => mark(page.id)));
  for (const client of opening.keys()) live.add(mark(client));
  for (const name of await versions()) {
    const cache = await opened(name);
    const marks = (await cache.keys()).map((one) => one.url).filter((address) => address.startsWith(`${scope}?client=`));
    const dead = marks.filter((address) => !live.has(address));
    if (name !== NAME && dead.length === marks.length) await caches.delete(name);
    else await Promise.all(dead.map((address) => cache.delete(address)));
  }
};

/** The page itself, of this version from now on; the network's, should this version have lost a file. */
const page = async (event) => {
  const cache = await whole();
  if (!cache) return fetch(event.request);
  await pin(event.resultingClientId);
  event.waitUntil(new Promise((done) => setTimeout(done, LEFT)).then(sweep));
  return cache.match(scope, SAME);
};

/** A file, of the version its page was opened with. */
const file = async ({ request, clientId }, address) => {
  if (HASHED.test(address)) return (await anywhere(address)) ?? fetch(request);
  // Opened by itself, it is of this version, like the page would be.
  const name = request.mode === "navigate" ? NAME : await pinned(clientId);
  return (name && (await (await opened(name))?.match(address, SAME))) ?? fetch(request);
};

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(sweep()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const [address] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(scope)) return;
  const path = address.slice(scope.length);
  if (path === "" || path === "index.html") {
    // Asked for by a page, it is the server's own that is wanted: see `secours.mjs`.
    if (request.mode === "navigate") event.respondWith(page(event));
  } else if (HASHED.test(path) || path in fichiers) {
    event.respondWith(file(event, address));
  }
});

/** A page that the network gave asks to be answered from here: only if this version is the one it is made of. */
const adopt = async (client, files) => {
  if (!(await whole())) await fill();
  if (files.every((path) => path in fichiers)) {
    await pin(client.id);
    await self.clients.claim();
  }
  client.postMessage({ horsLigne: { pret: true } });
};

self.addEventListener("message", (event) => {
  if (event.data?.passer) self.skipWaiting();
  if (event.data?.prendre) event.waitUntil(adopt(event.source, event.data.prendre).catch(() => {}));
});
