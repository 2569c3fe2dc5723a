// The starter: compiles the first wasm and hands over to it; when that fails, says so in the page.
//
// A classic deferred script (never inline, CSP): it also runs from file://, where modules do not,
// so that the visitor is told why nothing answers. `cargo xtask build` bundles wasm-bindgen's glue in.
import start from "xp-main-glue";

const root = document.documentElement;

// Nobody answers the controls yet; page.rs wakes them up.
const controls = document.querySelectorAll(".xp-needs-js");
for (const control of controls) control.inert = true;
// The prerendered view is the default one: any other address waits for its own rather than flash this one.
// Not for long: on a bad line there is something to read meanwhile.
const PATIENCE = 3000;
if (location.hash.length > 1 && location.hash !== "#/mesures") {
  root.dataset.adresse = "";
  setTimeout(() => delete root.dataset.adresse, PATIENCE);
}

/** A script that the first view does without; what it fails to do is told where it is missed. */
const bring = (name) => {
  const path = document.querySelector(`meta[name="${name}"]`)?.content;
  if (path) import(new URL(path, document.baseURI).href).catch(() => {});
};
// Inside another page, or asked for with a look: theme, height and links are another script's.
if (parent !== window || location.search) bring("xp-cadre");

// A link to the same address would only scroll.
document.getElementById("xp-recharger")?.addEventListener("click", () => location.reload());

/** The prerendered page stays readable; only the notice appears. */
const fail = (cause) => {
  // A start that came late must not undo a page that already works.
  if (root.dataset.etat === "pret") return;
  root.dataset.etat = "erreur";
  const notice = document.getElementById("xp-panne");
  if (notice) notice.hidden = false;
  console.warn("Explorateur SRESS : démarrage impossible.", cause);
};

/** The other pages, fetched while the visitor reads, so that they come at once, and on a line that fails meanwhile. */
const ahead = () => {
  if (navigator.connection?.saveData) return;
  const later = window.requestIdleCallback ?? setTimeout;
  later(() => {
    for (const name of ["xp-suite", "xp-suite-wasm", "xp-suite-css"]) {
      const path = document.querySelector(`meta[name="${name}"]`)?.content;
      // Only for the browser's cache; a failure will be told when the page is asked for.
      if (path) fetch(path, { priority: "low" }).catch(() => {});
    }
  });
};

// XP_WASM is the file's hashed name, beside this script whatever the page's address.
const address = new URL(XP_WASM, document.currentScript?.src ?? document.baseURI);
start({ module_or_path: address })
  .finally(() => bring("xp-secours"))
  .then(ahead, fail);
