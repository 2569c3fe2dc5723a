// From the version one reads to the one that waits: asked for by the visitor, never taken.

/** The worker of this site, beside the page. */
export const WORKER = new URL("hors-ligne.js", document.baseURI).href;

/** What this site registered, if the visitor asked it to; another site's, whose scope would hold this page, is not ours. */
export const registered = async () => {
  const found = await navigator.serviceWorker.getRegistration(document.baseURI);
  const worker = found?.active ?? found?.waiting ?? found?.installing;
  return worker?.scriptURL === WORKER ? found : undefined;
};

/** Calls when a complete newer version waits for its turn. */
export const onWaiting = (registration, call) => {
  const look = () => registration.active && registration.waiting && call();
  const follow = (worker) => worker?.addEventListener("statechange", look);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  look();
};

/** One reload at the same address, once the newer version answers; at once when another window has let it in already. */
export const pass = (registration) => {
  const { waiting } = registration;
  if (!waiting) return location.reload();
  waiting.addEventListener("statechange", () => waiting.state === "activated" && location.reload());
  waiting.postMessage({ passer: true });
};
