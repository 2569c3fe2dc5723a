// What a visitor waits for, in Chromium: run by `cargo xtask bench` on the served site. Judges nothing.
//
// node tests/bench/browser.mjs ADDRESS OUTPUT.json PART — CHROMIUM names the browser; of a long strategy only the inputs.
import { writeFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { MACHINES } from "./page.mjs";
import { firstChart, growth, inputs, loading, windows } from "./visits.mjs";

const [base, output, part] = process.argv.slice(2);
/** Visits with an empty cache for each figure of loading. */
const VISITS = Number(process.env.BENCH_VISITS ?? 5);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const report = { navigateur: browser.version() };
for (const [name, machine] of Object.entries(MACHINES)) {
  if (part === "longue") {
    report[name] = await inputs(browser, machine, base);
    continue;
  }
  report[name] = {
    ...(await loading(browser, machine, base, VISITS)),
    ...(await firstChart(browser, machine, base, VISITS)),
    ...(await inputs(browser, machine, base)),
    fenetres: await windows(browser, machine, base),
    memoire: await growth(browser, machine, base),
  };
}
await browser.close();

const number = (value, digits = 0) => value.toLocaleString("fr-FR", { maximumFractionDigits: digits });
const ms = (value) => `${number(value)} ms`;
const three = ({ p50, p95, max }) => `${number(p50)} / ${number(p95)} / ${ms(max)}`;
const got = ({ requetes, octets }) => `${requetes} req., ${number(octets / 1000, 1)} ko`;
const LINES = [
  ["premier affichage", (m) => ms(m.premier_affichage)],
  ["plus grand affichage", (m) => ms(m.plus_grand_affichage)],
  ["décalage de la page (le pire)", (m) => number(m.decalage, 4)],
  ["blocage avant d’être prêt", (m) => ms(m.blocage)],
  ["plus longue tâche", (m) => ms(m.plus_longue_tache)],
  ["prêt (répond aux clics)", (m) => ms(m.pret)],
  ["premier graphique, ouvert à froid", (m) => ms(m.premier_graphique)],
  ["décalage, graphique à froid", (m) => number(m.decalage_graphique, 4)],
  ["clic → affiché, p50/p95/max", (m) => three(m.clic)],
  ["clic → à jour partout", (m) => three(m.clic_partout)],
  ["lettre → affichée, p50/p95/max", (m) => three(m.lettre)],
  ["atelier, d’une fenêtre à l’autre", (m) => three(m.fenetres)],
  ["event-timing, p50/p95/max", (m) => three(m.event_timing)],
  ["reçu avant d’être prêt", (m) => got(m.requetes.premiere_vue)],
  ["reçu en avance, au repos", (m) => got(m.requetes.en_avance)],
  ["reçu pour une page de graphique", (m) => got(m.requetes.page_graphique)],
  ["tas après 200 changements", (m) => `${number(m.memoire.croissance.tas / 1000, 1)} ko`],
  ["nœuds après 200 changements", (m) => number(m.memoire.croissance.noeuds)],
  ["écouteurs après 200 changements", (m) => number(m.memoire.croissance.ecouteurs)],
  ["mémoire wasm, de plus", (m) => `${number(m.memoire.croissance.wasm / 1024)} Kio`],
];
const names = Object.keys(MACHINES);
console.log(`   ${"".padEnd(36)}${names.map((n) => n.padStart(24)).join("")}`);
const ofInputs = /→|event-timing/;
for (const [label, cell] of LINES.filter(([label]) => part !== "longue" || ofInputs.test(label))) {
  console.log(`   ${label.padEnd(36)}${names.map((n) => cell(report[n]).padStart(24)).join("")}`);
}
if (output) writeFileSync(output, JSON.stringify(report));
