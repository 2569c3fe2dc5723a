// The page inside another one, or asked for with a look: theme and accent of the host, its height told, its links.
//
// The starter fetches it when there is a frame around the page or a question mark in its address; the first view of a
// visitor has neither. Nothing that comes from the host is written as markup or as a style of more than one colour.
const asked = new URLSearchParams(location.search);
const root = document.documentElement;
const framed = window.parent !== window;

/** What the accent is written on, in each mode: paper, surface and raised of tokens.css, which a test holds beside these. */
export const GROUNDS = {
  clair: ["#f7f2ea", "#fffdf9", "#f1e9dc"],
  sombre: ["#1b1815", "#26221e", "#332d27"],
};
/** Least contrast of text and its ground (RGAA 3.2). */
export const LEAST = 4.5;

const luminance = (colour) => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast of two colours written `#rrggbb`, from 1 to 21. */
export const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** The lowest contrast of an accent in a mode; 0 for what is no colour. */
export const lowest = (accent, mode) =>
  /^#[0-9a-f]{6}$/i.test(accent) ? Math.min(...GROUNDS[mode].map((ground) => contrast(accent, ground))) : 0;

/** The accent of a mode as the address asks for it; the page's own when there is none, or when it cannot be read. */
const accent = (name, mode) => {
  const colour = asked.has(name) ? `#${asked.get(name)}` : "";
  if (colour && lowest(colour, mode) < LEAST) {
    console.warn(`Explorateur SRESS : accent ${colour} refusé, contraste inférieur à ${LEAST}.`);
    return undefined;
  }
  return colour || undefined;
};

const colours = () => {
  const rules = [["clair", accent("accent", "clair")], ["sombre", accent("accent-sombre", "sombre")]].flatMap(([mode, colour]) => {
    if (!colour) return [];
    const ink = contrast(colour, "#ffffff") >= contrast(colour, "#000000") ? "#ffffff" : "#000000";
    return [`--accent-${mode}: ${colour}; --accent-ink-${mode}: ${ink};`];
  });
  if (rules.length === 0) return;
  // In the layer of the tokens, so that a beamer and paper keep their own.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer tokens { :root { ${rules.join(" ")} } }`);
  document.adoptedStyleSheets.push(sheet);
};

const theme = asked.get("theme");
if (theme === "clair" || theme === "sombre") root.dataset.theme = theme;
colours();
if (framed) root.dataset.cadre = asked.has("seul") ? "seul" : "";

/** Tells the host how high the page is, and which measure it shows: nothing of what the visitor asks. */
const tell = () => {
  const measure = /^#\/mesures\/(\d{1,3})\b/.exec(location.hash)?.[1];
  const hauteur = Math.ceil(document.body.getBoundingClientRect().height);
  // Nothing to measure in a tab or a dialog that is not shown yet.
  if (hauteur === 0) return;
  window.parent.postMessage({ explorateur: "sress", hauteur, mesure: measure ? Number(measure) : null }, "*");
};

/** First part of the path: « mesures », « acteurs »… */
const view = (hash) => /^#\/([^/?]*)(\/[^?]*)?/.exec(hash)?.slice(1).join("") ?? "mesures";

/** Whether a link opens beside the frame. */
const leaves = (link) => {
  const href = link.getAttribute("href");
  if (link.hasAttribute("download")) return false;
  return href.startsWith("#/") ? asked.has("seul") && view(href) !== view(location.hash) : !href.startsWith("#");
};

if (framed) {
  new ResizeObserver(tell).observe(document.body);
  new MutationObserver(tell).observe(document.querySelector("title"), { childList: true });
  addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.explorateur === "sress" && data.demande === "hauteur") tell();
  });
  // What leaves the piece the host chose leaves the frame too; so does every other site.
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || !leaves(link)) return;
      const href = link.getAttribute("href");
      if (href.startsWith("#/")) link.href = location.href.split(/[?#]/)[0] + href;
      link.target = "_blank";
      link.rel = "noopener";
    },
    true,
  );
  // Said before it happens: at the pointer, at the focus, and to whoever reads the page whole.
  const say = () => {
    for (const link of document.querySelectorAll("a[href]")) {
      if (leaves(link)) link.dataset.dehors = "";
      else delete link.dataset.dehors;
    }
  };
  let pending;
  const soon = () => {
    clearTimeout(pending);
    pending = setTimeout(say, 100);
  };
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, attributeFilter: ["href"] });
  soon();
}
