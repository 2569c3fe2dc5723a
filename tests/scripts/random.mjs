// Hostile values from a seed, for the tests of the scripts: whatever a message between two windows can carry.

/** As many cases as `SRESS_CAS` says; a number that cannot be read is no reason to run fewer in silence. */
export const cases = (quick) => {
  const asked = process.env.SRESS_CAS ?? String(quick);
  if (!/^\d+$/.test(asked)) throw new Error(`SRESS_CAS=${asked} : un nombre est attendu`);
  return Number(asked);
};

/** Mulberry32: the same numbers on every machine. */
export const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

export const pick = (random, list) => list[Math.floor(random() * list.length)];

const PIECES = ["", "8", "08", "999", "1000", "-1", "1e21", "0x10", " 8 ", "%", "%2", "%C3%28", "%00", "%E2%80%AE", "\u202e", "\u200b", "\ufeff",
  "\ud800", "é", "#/mesures/8", "#/mesures/99999999999999999999999", "#/mesures/8suite", "?q=secret", "&", "=", "#", "/", "javascript:alert(1)",
  "</style><script>", "}@import url(//x);", "0b5cad", "#0b5cad", "0b5ca", "0B5CAD;}", "clair", "sombre", "__proto__", "constructor"];

/** Up to four pieces and odd characters, now and then a long text. */
export const text = (random) => {
  const parts = Array.from({ length: Math.floor(random() * 5) }, () =>
    random() < 0.8 ? pick(random, PIECES) : String.fromCharCode(random() * 0x10000));
  const all = parts.join("");
  return random() < 0.01 ? all.repeat(2000) : all;
};

const ODD = [undefined, null, true, false, NaN, Infinity, -Infinity, -0, 0, 0.5, 8, 22.5, 999, 1000, -5, 1e-7, 1e21, 1e308, 2 ** 53, 10n, [], [8],
  {}, { toString: 1 }, { valueOf: null, toString: null }, new Date(0), new Map([[1, 2]]), /x/, new Error("x"), new ArrayBuffer(8)];

/** Any value, as the other window would receive it. */
export const value = (random, depth = 0) => {
  const kind = random();
  if (kind < 0.5) return pick(random, ODD);
  if (kind < 0.7) return text(random);
  if (kind < 0.85) return (random() - 0.5) * 10 ** Math.floor(random() * 12);
  if (depth > 3) return Array.from({ length: 200 }).reduce((inner) => [inner], null);
  return Object.fromEntries(Array.from({ length: 3 }, () => [pick(random, ["explorateur", "hauteur", "mesure", "demande", "toString", "x"]), value(random, depth + 1)]));
};

/** A message of ours, with some of its parts replaced, or none. */
export const message = (random, ours) => {
  if (random() < 0.1) return structuredClone(value(random));
  const told = { ...ours };
  for (const name of [...Object.keys(ours), "x", "then"]) if (random() < 0.3) told[name] = value(random);
  if (random() < 0.1) delete told[pick(random, Object.keys(told))];
  return structuredClone(told);
};
