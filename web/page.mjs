// What a page does before any program answers, whichever script starts it: controls asleep, failure told.

export const root = document.documentElement;

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
export const bring = (name) => {
  const path = document.querySelector(`meta[name="${name}"]`)?.content;
  if (path) import(new URL(path, document.baseURI).href).catch(() => {});
};

// A link to the same address would only scroll.
document.getElementById("xp-recharger")?.addEventListener("click", () => location.reload());

/** The prerendered page stays readable; only the notice appears. */
export const fail = (cause) => {
  // A start that came late must not undo a page that already works.
  if (root.dataset.etat === "pret") return;
  root.dataset.etat = "erreur";
  const notice = document.getElementById("xp-panne");
  if (notice) notice.hidden = false;
  console.warn("Explorateur SRESS : démarrage impossible.", cause);
};
