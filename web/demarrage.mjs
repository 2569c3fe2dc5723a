// The starter: compiles the first wasm and hands over to it; when that fails, says so in the page.
//
// A classic deferred script (never inline, CSP): it also runs from file://, where modules do not,
// so that the visitor is told why nothing answers. `cargo xtask build` bundles wasm-bindgen's glue in.
import { bring, fail } from "./page.mjs";
import start from "xp-main-glue";

// Inside another page, or asked for with a look: theme, height and links are another script's.
if (parent !== window || location.search) bring("xp-cadre");

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
