// What the frame's script says and writes, whatever its host and its address say: never a word of the visitor's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, message, pick, seeded, text } from "./random.mjs";

const ORIGIN = "https://explorateur.exemple/ess/";

// The few parts of a page that the script touches.
let listeners = {};
const told = [];
const sheets = [];
const parent = { postMessage: (data) => told.push(data) };
globalThis.window = { parent };
globalThis.addEventListener = (name, listener) => (listeners[name] = listener);
globalThis.ResizeObserver = class { observe() {} };
globalThis.MutationObserver = globalThis.ResizeObserver;
globalThis.CSSStyleSheet = class { replaceSync(rules) { sheets.push(rules); } };
globalThis.document = {
  documentElement: { dataset: {} },
  body: { getBoundingClientRect: () => ({ height: 812.4 }) },
  querySelector: () => ({}),
  querySelectorAll: () => [],
  adoptedStyleSheets: [],
  addEventListener: (name, listener) => (listeners[name] = listener),
};
console.warn = () => {};

let loaded = 0;
/** The script in a page of that address, anew. */
const load = (search, hash = "") => {
  globalThis.location = { search, hash, href: `${ORIGIN}${search}${hash}` };
  globalThis.document.documentElement.dataset = {};
  listeners = {};
  sheets.length = 0;
  loaded += 1;
  return import(`../../web/cadre.mjs?${loaded}`);
};

test("a message is answered with a height and a number, to the host alone", async () => {
  await load("?seul");
  const random = seeded(3);
  let answers = 0;
  const total = cases(20_000);
  for (let at = 0; at < total; at++) {
    location.hash = random() < 0.3 ? "#/mesures/8?q=secret" : text(random);
    const source = random() < 0.8 ? parent : pick(random, [null, undefined, {}, window]);
    const data = message(random, { explorateur: "sress", demande: "hauteur" });
    told.length = 0;
    listeners.message({ source, data });
    const ours = source === parent && data?.explorateur === "sress" && data?.demande === "hauteur";
    assert.equal(told.length, ours ? 1 : 0, JSON.stringify(location.hash));
    for (const answer of told) {
      answers += 1;
      assert.deepEqual(Object.keys(answer), ["explorateur", "hauteur", "mesure"]);
      assert.deepEqual([answer.explorateur, answer.hauteur], ["sress", 813]);
      const { mesure } = answer;
      assert.ok(mesure === null || (Number.isInteger(mesure) && mesure >= 0 && mesure < 1000), `${mesure} : ${location.hash}`);
    }
  }
  assert.ok(answers > total / 4, `${answers} réponses sur ${total}`);
});

test("the contrast of any accent is a number, none for what is no colour", async () => {
  const { contrast, lowest } = await load("");
  const random = seeded(4);
  for (let at = 0; at < cases(20_000); at++) {
    const accent = random() < 0.5 ? text(random) : `#${Math.floor(random() * 0x1000000).toString(16).padStart(6, "0")}`;
    const found = lowest(accent, pick(random, ["clair", "sombre"]));
    assert.ok(/^#[0-9a-f]{6}$/i.test(accent) ? found >= 1 && found <= 21 : found === 0, `${accent} : ${found}`);
  }
  assert.equal(Math.round(contrast("#000000", "#ffffff")), 21);
});

const RULE = "--accent-(?:clair|sombre): #[0-9a-f]{6}; --accent-ink-(?:clair|sombre): #(?:000000|ffffff);";
const SHEET = new RegExp(`^@layer tokens \\{ :root \\{ ${RULE}(?: ${RULE})? \\} \\}$`, "i");

test("what a host writes in the query is a colour, a theme or nothing", async () => {
  const random = seeded(5);
  let written = 0;
  // Each case loads the script anew, and none is ever unloaded.
  const total = Math.min(cases(300), 3_000);
  for (let at = 0; at < total; at++) {
    const one = () => (random() < 0.5 ? pick(random, ["0b5cad", "7a1f1f", "ffffff", "8cc4ff"]) : text(random));
    const search = new URLSearchParams({ theme: text(random), accent: one(), "accent-sombre": one(), seul: text(random) });
    const said = random() < 0.8 ? `?${search}` : `?accent=${text(random)}`;
    await load(said);
    for (const sheet of sheets) assert.match(sheet, SHEET, said);
    written += sheets.length;
    const { theme = "clair", cadre } = document.documentElement.dataset;
    assert.ok(["clair", "sombre"].includes(theme) && ["", "seul"].includes(cadre), said);
  }
  assert.ok(written > total / 10, `${written} couleurs sur ${total}`);
});

test("a link leaves the frame for the same page, or stays as it is", async () => {
  await load("?seul&theme=sombre", "#/mesures?q=secret");
  const random = seeded(6);
  let left = 0;
  for (let at = 0; at < cases(20_000); at++) {
    const href = random() < 0.5 ? `#/${text(random)}` : text(random);
    location.hash = random() < 0.5 ? "#/mesures?q=secret" : text(random);
    const link = { getAttribute: () => href, hasAttribute: () => random() < 0.1 };
    listeners.click({ target: random() < 0.9 ? { closest: () => link } : {} });
    assert.equal(link.target === "_blank", link.rel === "noopener", href);
    if (link.href !== undefined) assert.equal(link.href, ORIGIN + href);
    left += link.target === "_blank";
  }
  assert.ok(left > cases(20_000) / 10, `${left} links left`);
  const away = { getAttribute: () => "https://exemple.fr/", hasAttribute: () => false };
  listeners.click({ target: { closest: () => away } });
  assert.equal(away.target, "_blank");
});
