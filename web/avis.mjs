// « Nouvelle version » : told on any page, once the worker has all of it. Only for who asked for the explorer offline.
import { onWaiting, pass, registered } from "./passage.mjs";

const element = (tag, fields, ...inside) => {
  const made = Object.assign(document.createElement(tag), fields);
  made.append(...inside);
  return made;
};

const TEXT = "Une nouvelle version de l’explorateur est prête. La page se recharge à la même adresse\u00a0: gardez d’abord ce que vous n’avez pas enregistré. ";

let notice;
const show = (registration) => {
  if (notice) return;
  const button = (id, text, onclick) => element("button", { id, type: "button", className: "xp-button", textContent: text, onclick });
  const now = button("xp-passer", "Passer à la nouvelle version", () => pass(registration));
  const later = button("xp-plus-tard", "Plus tard", () => {
    notice.hidden = true;
    document.getElementById("contenu")?.focus();
  });
  const told = element("p", { ariaLive: "polite" });
  notice = element("aside", { className: "xp-notice", ariaLabel: "Nouvelle version" }, told);
  document.querySelector(".xp-app").before(notice);
  // A region that a screen reader knows already: what comes into it is told.
  setTimeout(() => told.append(TEXT, now, " ", later));
  // Paper keeps what one reads.
  let shown;
  addEventListener("beforeprint", () => {
    shown = !notice.hidden;
    notice.hidden = true;
  });
  addEventListener("afterprint", () => (notice.hidden = !shown));
};

/** Looks whether there is one, now and later; again once the visitor has asked for the explorer offline (`registre.mjs`). */
export const watch = async () => {
  // Refused in some frames, absent from pages of a disk.
  const registration = await registered().catch(() => undefined);
  if (registration) onWaiting(registration, () => show(registration));
};

addEventListener("xp-hors-ligne", watch);
