// What the host's script makes of messages: a height, a number, and nothing else, from its own frame alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, message, pick, seeded, text } from "./random.mjs";

const PLACE = "https://hote.exemple/page";
const ORIGIN = "https://explorateur.exemple";

// The few parts of a page that the script touches.
const listeners = {};
const asked = [];
const replaced = [];
globalThis.location = new URL(PLACE);
globalThis.addEventListener = (name, listener) => (listeners[name] = listener);
globalThis.removeEventListener = (name) => delete listeners[name];
globalThis.history = {
  state: null,
  replaceState: (state, title, url) => {
    replaced.push(String(url));
    globalThis.location = new URL(url);
  },
};
globalThis.HTMLElement = class {
  attributes = new Map();
  getAttribute = (name) => this.attributes.get(name) ?? null;
  hasAttribute = (name) => this.attributes.has(name);
  inside = ["ce que l'élément tenait"];
  replaceChildren = (...inside) => (this.inside = inside);
};
const made = [];
globalThis.document = {
  currentScript: { src: `${ORIGIN}/ess/embed.js` },
  createElement: () => {
    const frame = { style: {}, setAttribute: () => {}, contentWindow: { postMessage: (data) => asked.push(data) } };
    made.push(frame);
    return frame;
  },
};
let Explorer;
globalThis.customElements = { get: () => Explorer, define: (name, element) => (Explorer = element) };
await import("../../web/embed.mjs");

const show = (attributes, place) => {
  globalThis.location = new URL(place);
  const element = new Explorer();
  Object.entries(attributes).forEach(([name, given]) => element.attributes.set(name, given));
  element.connectedCallback();
  return { element, frame: made.pop() };
};

const height = (frame) => {
  const [, pixels] = /^(\d+(?:\.\d+)?)px$/.exec(frame.style.height) ?? assert.fail(`hauteur ${frame.style.height}`);
  return Number(pixels);
};

/** The host's parameters but the one of the measure, as read. */
const others = (place) => [...new URL(place).searchParams].filter(([name]) => name !== "mesure");

test("no message of any kind throws, or does more than a height and a number", () => {
  const random = seeded(1);
  let heard = 0;
  const total = cases(20_000);
  for (let at = 0; at < total; at++) {
    const linked = random() < 0.8;
    const query = random() < 0.5 ? "" : `?${encodeURI("préavis=é b")}&x&mesure=${encodeURIComponent(pick(random, ["8", "", "08", "x"]))}&y=%20`;
    const { element, frame } = show(linked ? { lien: "mesure" } : {}, `${PLACE}${query}#ancre`);
    const before = { place: location.href, height: frame.style.height, times: replaced.length };
    const source = random() < 0.8 ? frame.contentWindow : pick(random, [null, undefined, {}, globalThis]);
    const origin = random() < 0.8 ? pick(random, ["null", ORIGIN]) : pick(random, ["", "https://autre.exemple", `${ORIGIN}.autre.exemple`, text(random)]);
    const data = message(random, { explorateur: "sress", hauteur: 700, mesure: pick(random, [null, 8, 12]) });
    const what = () => `${location.href} ${JSON.stringify({ origin, data }, (key, v) => (typeof v === "bigint" ? `${v}n` : v))}`;
    listeners.message({ source, origin, data });
    const ours = source === frame.contentWindow && ["null", ORIGIN].includes(origin) && data?.explorateur === "sress";
    assert.ok(height(frame) >= 120 && height(frame) <= 40_000, what());
    if (!ours) {
      assert.deepEqual([location.href, frame.style.height], [before.place, before.height], what());
    } else {
      heard += 1;
      const here = new URL(location.href);
      assert.equal(`${here.origin}${here.pathname}${here.hash}`, `${PLACE}#ancre`, what());
      assert.deepEqual(others(here), others(before.place), what());
      // Without need the address stays as it was, to the letter.
      if (here.href !== before.place) {
        assert.ok(linked, what());
        assert.equal(here.searchParams.get("mesure"), data.mesure === null ? null : String(data.mesure), what());
        assert.match(here.searchParams.get("mesure") ?? "0", /^\d{1,3}$/, what());
      }
      assert.equal(replaced.length - before.times, here.href === before.place ? 0 : 1, what());
    }
    replaced.length = 0;
    element.disconnectedCallback();
  }
  assert.ok(heard > total / 3, `${heard} entendus sur ${total}`);
  assert.deepEqual(asked, [], "nothing is asked of the frame for a message");
});

test("what a message writes in the host's address opens that measure the next time", () => {
  const { frame } = show({ lien: "mesure" }, PLACE);
  listeners.message({ source: frame.contentWindow, origin: "null", data: { explorateur: "sress", hauteur: 700, mesure: 12 } });
  assert.equal(location.href, `${PLACE}?mesure=12`);
  assert.equal(show({ lien: "mesure" }, location.href).frame.src, `${ORIGIN}/ess/#/mesures/12`);
});

test("a measure opened by the host keeps what its view asks: the way back leads there", () => {
  const asked = { lien: "mesure", vue: "#/mesures?public=collectivites&q=a?b" };
  const { frame } = show(asked, `${PLACE}?mesure=12`);
  assert.equal(frame.src, `${ORIGIN}/ess/#/mesures/12?public=collectivites&q=a?b`);
  assert.equal(show(asked, PLACE).frame.src, `${ORIGIN}/ess/#/mesures?public=collectivites&q=a?b`);
});

test("put back in the page, the frame shows what the attributes ask now, and it alone", () => {
  const { element, frame } = show({ vue: "#/mesures" }, PLACE);
  element.disconnectedCallback();
  element.attributes.set("vue", "#/objectifs");
  // What a copy of the page would bring along.
  element.inside = [frame, {}];
  element.connectedCallback();
  assert.equal(frame.src, `${ORIGIN}/ess/#/objectifs`);
  assert.deepEqual(element.inside, [frame]);
});

test("a height of the host's own gives way to the one the frame told, once it is taken away or makes no sense", () => {
  const { element, frame } = show({}, PLACE);
  listeners.message({ source: frame.contentWindow, origin: "null", data: { explorateur: "sress", hauteur: 1888 } });
  for (const [given, expected] of [["400", 400], [undefined, 1888], ["abc", 1888], ["99999999", 40_000]]) {
    if (given === undefined) element.attributes.delete("hauteur");
    else element.attributes.set("hauteur", given);
    element.attributeChangedCallback("hauteur");
    assert.equal(height(frame), expected, given);
  }
});

test("served from elsewhere, the element frames the place it is told", () => {
  const { frame } = show({ src: "https://ailleurs.exemple/ess/", vue: "#/objectifs" }, PLACE);
  assert.equal(frame.src, "https://ailleurs.exemple/ess/#/objectifs");
});

test("any attribute gives an address of the explorer", () => {
  const random = seeded(2);
  for (let at = 0; at < cases(5_000); at++) {
    const names = ["vue", "theme", "accent", "accent-sombre", "masquer", "figer", "seul", "titre", "hauteur", "lien"];
    const attributes = Object.fromEntries(names.filter(() => random() < 0.5).map((name) => [name, text(random)]));
    const { frame, element } = show(attributes, `${PLACE}?mesure=${encodeURIComponent(text(random).toWellFormed?.() ?? "8")}`);
    const url = new URL(frame.src);
    assert.equal(`${url.origin}${url.pathname}`, `${ORIGIN}/ess/`, frame.src);
    assert.ok(height(frame) >= 120 && height(frame) <= 40_000, JSON.stringify(attributes));
    element.disconnectedCallback();
  }
});

test("as a module, which does not know where it came from, it says what lacks and leaves what the element held", async (t) => {
  globalThis.document.currentScript = null;
  Explorer = undefined;
  await import("../../web/embed.mjs?module");
  const said = t.mock.method(console, "error", () => {});
  const { element, frame } = show({}, PLACE);
  assert.equal(frame, undefined);
  assert.deepEqual(element.inside, ["ce que l'élément tenait"]);
  assert.equal(said.mock.callCount(), 1);
  assert.equal(show({ src: `${ORIGIN}/ess/` }, PLACE).frame.src, `${ORIGIN}/ess/`);
});
