// When the program fails, or the files it would fetch are gone: what keeps the visitor's place, outside of the program.
//
// The starter fetches it once the page answers, or cannot. Deliberately absent: anything kept on the device.
import { watch } from "./avis.mjs";

const root = document.documentElement;
const notice = document.getElementById("xp-panne");
let dead = false;

/** The address of the view as a field: it can be copied wherever the clipboard is refused. */
const field = () => {
  const label = document.createElement("label");
  label.textContent = "Lien de cette vue, à garder\u00a0: ";
  const link = Object.assign(document.createElement("input"), { readOnly: true, value: location.href, className: "xp-copy__field" });
  label.append(link);
  notice.append(label);
  // The last choice is written to the address after its frame (history.rs), program dead or not.
  requestAnimationFrame(() => setTimeout(() => (link.value = location.href)));
};

/** Nobody answers any more: says so, gives the link, takes away what cannot work. The text stays as it is. */
const end = () => {
  dead = true;
  notice.hidden = false;
  field();
  const active = document.activeElement;
  for (const control of document.querySelectorAll(".xp-app :is(button, input, select)")) control.disabled = true;
  if (active?.disabled) document.getElementById("xp-recharger").focus();
};

// Whoever finds that the program ended writes it there: the starter, page.rs when it panics, or this script.
const look = () => {
  if (!dead && root.dataset.etat === "erreur") end();
  // A timer of the dead program may still say that it is ready.
  if (dead && root.dataset.etat !== "erreur") root.dataset.etat = "erreur";
};
new MutationObserver(look).observe(root, { attributeFilter: ["data-etat"] });
look();

// What a panic left half done must not be gone on with: the browser alone follows links, and each address starts anew.
addEventListener("popstate", (heard) => dead && heard.stopImmediatePropagation(), true);
addEventListener(
  "click",
  (heard) => {
    if (!dead || heard.target.closest?.("#xp-panne")) return;
    heard.stopImmediatePropagation();
    // A place in the page is no address: it must not take the place of the view.
    const place = heard.target.closest?.('a[href^="#"]:not([href^="#/"])');
    if (!place) return;
    heard.preventDefault();
    const target = document.getElementById(place.getAttribute("href").slice(1));
    target?.scrollIntoView();
    target?.focus();
  },
  true,
);
addEventListener("hashchange", () => dead && location.reload());

// An error that crossed the program without a panic, from a function of the browser that threw, leaves it half done too.
for (const event of ["error", "unhandledrejection"]) {
  addEventListener(event, ({ error, reason }) => {
    if (/wasm/.test((error ?? reason)?.stack)) root.dataset.etat = "erreur";
  });
}

/**
 * For whoever misses a file: starts anew at the same address, which is the whole state, when the server has another
 * version of the page than this one, whose files are then gone; comes back when it has this one. Only when the visitor
 * has just asked for something: a server that gives now one version, now the other, must not be asked for ever.
 */
window.xpRenouveler = async () => {
  if (!(navigator.userActivation?.isActive ?? performance.getEntriesByType("navigation")[0].type !== "reload")) return;
  const page = await fetch("", { cache: "no-store" }).then((answer) => answer.text(), () => "");
  // A page put in its place for a while (works, a portal) is no version: reloading would lose the text.
  if (!page.includes('name="xp-suite"')) return;
  const files = [...document.querySelectorAll('meta[name^="xp-"]')];
  if (files.every((file) => page.includes(file.content))) return;
  location.reload();
  await new Promise(() => {});
};

watch();
