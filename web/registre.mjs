// The explorer offline, on the page's side: asks for it, follows it, gives it back. `hors-ligne.mjs` is the worker's side.
//
// `window.xpHorsLigne`, which platform/offline.rs calls; states are told as words, with how far a preparation is.
import { onWaiting, pass, registered, WORKER } from "./passage.mjs";

const OWN = `explorateur-sress:${new URL(".", document.baseURI).href}:`;

/** Why nothing can be kept here; nothing when it can. */
const why = () => {
  if ("kit" in document.documentElement.dataset) return "kit";
  if (parent !== window) return "cadre";
  if (!isSecureContext) return "clair";
  if (!navigator.serviceWorker) return "absent";
  return undefined;
};

let tell = () => {};
let registration;
/** Set while one prepares: what the worker says is an answer to it. */
let answered;

const kept = async () => (await caches.keys()).filter((name) => name.startsWith(OWN));

/** What there is now. */
const look = async () => {
  try {
    registration = await registered();
    const active = registration?.active && (await kept()).length > 0;
    if (!active) return tell("libre");
    onWaiting(registration, () => tell("nouvelle"));
    if (!registration.waiting) tell("pret");
  } catch {
    tell("absent");
  }
};

const hear = ({ data }) => {
  const said = data?.horsLigne;
  if (!said || !answered) return;
  if (said.fait !== undefined) tell("prepare", said.fait, said.total);
  if (said.pret) answered.done();
  if (said.manque !== undefined) answered.failed(said);
};

/** How long what a worker said may take to come, in milliseconds. */
const SAID = 1000;

/** Once a worker answers; refused when it could not have all of its files. */
const activated = (worker) =>
  new Promise((done, failed) => {
    const look = () => {
      if (worker.state === "activated") done();
      // Which file it was missing may be said a moment later.
      if (worker.state === "redundant") setTimeout(failed, SAID, { manque: "" });
    };
    worker.addEventListener("statechange", look);
    look();
  });

/** Everything or nothing. */
const take = async () => {
  tell("prepare", 0, 0);
  const outcome = new Promise((done, failed) => (answered = { done, failed }));
  // Heard later, or never: neither is an error of the page.
  outcome.catch(() => {});
  try {
    registration = await navigator.serviceWorker.register(WORKER, { updateViaCache: "none" });
    if (!registration.active) await Promise.race([activated(registration.installing ?? registration.waiting), outcome.then(() => new Promise(() => {}))]);
    // The page tells which files it is made of: the worker answers it from now on only when they are its own.
    const files = [...document.querySelectorAll('meta[name^="xp-"]')].map((meta) => meta.content.replace("./", ""));
    registration.active.postMessage({ prendre: files });
    await outcome;
    dispatchEvent(new Event("xp-hors-ligne"));
    await look();
  } catch (cause) {
    await leave();
    tell(cause?.place ? "place" : cause?.manque === undefined ? "refus" : "manque", 0, 0, cause?.manque || "");
  } finally {
    answered = undefined;
  }
};

/** Gives everything back; how many versions there were. */
const leave = async () => {
  if (why()) return 0;
  try {
    await (await registered())?.unregister();
    const names = await kept();
    await Promise.all(names.map((name) => caches.delete(name)));
    return names.length;
  } catch {
    // Where it is refused there is nothing.
    return 0;
  } finally {
    registration = undefined;
  }
};

window.xpHorsLigne = {
  watch(call) {
    tell = (state, done = 0, total = 0, path = "") => call(state, done, total, path);
    const reason = why();
    if (reason) return tell(reason);
    navigator.serviceWorker.addEventListener("message", hear);
    look();
  },
  take,
  async leave() {
    const count = await leave();
    if (!why()) tell("libre");
    return count;
  },
  pass: () => registration && pass(registration),
};
