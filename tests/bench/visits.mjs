// The visits the bench makes: a first view, a chart opened cold, filters clicked and words typed, and two hundred changes.
import { quiet, spread, until, visitor } from "./page.mjs";

/** Options clicked in each facet, those in sight once it is unfolded. */
const OPTIONS = 6;
const QUESTIONS = ["économie sociale", "CRESS", "formation des jeunes", "tiers-lieux"];
const CHANGES = 200;

const middle = (values) => spread(values).p50;

/** What the browser fetched, by kind. */
function fetched(requests) {
  const kinds = {};
  for (const { kind, bytes } of requests) {
    kinds[kind] ??= { requetes: 0, octets: 0 };
    kinds[kind].requetes += 1;
    kinds[kind].octets += bytes;
  }
  const octets = requests.reduce((sum, r) => sum + r.bytes, 0);
  return { requetes: requests.length, octets, par_genre: kinds, fichiers: requests.map((r) => r.name) };
}

/** The first view, several times with an empty cache: the middle of each figure, and the requests of the last visit. */
export async function loading(browser, machine, base, times) {
  const runs = [];
  let requests;
  for (let n = 0; n < times; n++) {
    const visit = await visitor(browser, machine);
    await visit.page.goto(base);
    await until(visit.page, "pret");
    const first = [...visit.requests];
    await quiet(visit);
    const ahead = visit.requests.slice(first.length);
    const before = visit.requests.length;
    runs.push(
      await visit.page.evaluate(() => {
        const { paint, lcp, shift, shifts, long, marks } = window.bench;
        const over = (list) => list.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0);
        const early = long.filter((task) => task.at < marks.pret);
        return {
          premier_affichage: paint["first-contentful-paint"],
          plus_grand_affichage: lcp,
          decalage: shift,
          decalages: shifts,
          blocage: over(early),
          plus_longue_tache: Math.max(0, ...long.map((task) => task.duration)),
          pret: marks.pret,
        };
      }),
    );
    await visit.page.evaluate(() => (location.hash = "#/graphiques/sections"));
    await until(visit.page, "graphique");
    await quiet(visit);
    requests = { premiere_vue: fetched(first), en_avance: fetched(ahead), page_graphique: fetched(visit.requests.slice(before)) };
    await visit.close();
  }
  const figures = {};
  for (const key of Object.keys(runs[0]).filter((k) => k !== "decalages")) figures[key] = middle(runs.map((r) => r[key]));
  figures.decalage = Math.max(...runs.map((r) => r.decalage));
  return { ...figures, visites: times, decalages: runs.at(-1).decalages, requetes: requests };
}

/** From a link to a chart, with an empty cache, to the chart drawn. */
export async function firstChart(browser, machine, base, times) {
  const runs = [];
  let shift = 0;
  for (let n = 0; n < times; n++) {
    const { page, close } = await visitor(browser, machine);
    await page.goto(`${base}#/graphiques/sections`);
    await until(page, "graphique");
    await page.waitForTimeout(500);
    runs.push(await page.evaluate(() => window.bench.marks.graphique));
    shift = Math.max(shift, await page.evaluate(() => window.bench.shift));
    await close();
  }
  return { premier_graphique: middle(runs), decalage_graphique: shift };
}

/** Once nothing has changed on the page for a while: how long the input took to be shown everywhere. */
const settled = (page) =>
  page.evaluate(async () => {
    const { last } = window.bench;
    do {
      await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 80));
    } while (performance.now() - last.change < 80);
    return Math.max(0, last.change - last.input);
  });

/** Boxes a visitor can click now, some of each facet. */
async function boxes(page) {
  await page.evaluate(() => document.querySelectorAll("details:has(input[data-facet])").forEach((d) => (d.open = true)));
  const all = page.locator("input[data-facet]");
  const facets = await all.evaluateAll((found) => found.map((box) => (box.offsetParent ? box.dataset.facet : "")));
  const taken = {};
  const kept = facets.map((facet, at) => ({ facet, at })).filter(({ facet }) => {
    taken[facet] = (taken[facet] ?? 0) + 1;
    return facet && taken[facet] <= OPTIONS;
  });
  return kept.map(({ at }) => all.nth(at));
}

/** What each click and each letter took, until the frame that shows it. */
export async function inputs(browser, machine, base) {
  const visit = await visitor(browser, machine);
  const { page, close } = visit;
  await page.goto(base);
  await until(page, "pret");
  await quiet(visit);
  // On a narrow window the filters may be folded away.
  const taken = async () => page.evaluate(() => window.bench.inputs.splice(0));
  const clicks = [];
  const everywhere = [];
  await taken();
  for (const box of await boxes(page)) {
    for (let n = 0; n < 2; n++) {
      await box.click();
      everywhere.push(await settled(page));
    }
    clicks.push(...(await taken()));
  }
  const letters = [];
  const field = page.getByRole("searchbox");
  for (const question of QUESTIONS) {
    await field.focus();
    for (const letter of question) {
      await page.keyboard.type(letter);
      await settled(page);
    }
    letters.push(...(await taken()));
    await field.fill("");
    await settled(page);
    await taken();
  }
  const events = await page.evaluate(() => window.bench.events.filter((e) => ["click", "keydown"].includes(e.name)));
  await close();
  return { clic: spread(clicks), clic_partout: spread(everywhere), lettre: spread(letters), event_timing: spread(events.map((e) => e.duration)) };
}

/** What is left of two hundred changes of filters, once everything that can be thrown away has been. */
export async function growth(browser, machine, base) {
  const visit = await visitor(browser, machine);
  const { page, cdp, close } = visit;
  await page.goto(base);
  await until(page, "pret");
  await quiet(visit);
  const change = async (times) => {
    await page.evaluate(async (times) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      for (let n = 0; n < times; n += 2) {
        const all = document.querySelectorAll("input[data-facet]");
        const { facet } = all[(n * 7) % all.length].dataset;
        const { value } = all[(n * 7) % all.length];
        // On, then off: the page ends as it began. Looked for anew, as the element may have been replaced.
        for (let twice = 0; twice < 2; twice++) {
          document.querySelector(`input[data-facet="${facet}"][value="${value}"]`).click();
          await frame();
        }
      }
    }, times);
  };
  const weigh = async () => {
    for (let n = 0; n < 3; n++) await cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const of = (name) => metrics.find((m) => m.name === name)?.value ?? Number.NaN;
    const programs = await page.evaluate(() => window.bench.memories.reduce((sum, m) => sum + m.buffer.byteLength, 0));
    return { tas: of("JSHeapUsedSize"), noeuds: of("Nodes"), ecouteurs: of("JSEventListeners"), wasm: programs };
  };
  await change(20);
  const before = await weigh();
  await change(CHANGES);
  const after = await weigh();
  await close();
  const grown = Object.fromEntries(Object.keys(before).map((key) => [key, after[key] - before[key]]));
  return { changements: CHANGES, avant: before, croissance: grown };
}

/** Two windows of a workshop: from a click in one to the next slide in the other, before it is painted: of two windows of a
 * browser without a screen, one makes no frames. */
export async function windows(browser, machine, base) {
  const visit = await visitor(browser, machine);
  const { page: wall, cdp, close } = visit;
  await wall.goto(`${base}#/atelier/scene`);
  await until(wall, "pret");
  await quiet(visit);
  const coming = wall.context().waitForEvent("page");
  await wall.locator("#fenetre").click();
  const led = await coming;
  await led.waitForSelector("[data-animateur]");
  if (machine.cpu) await (await led.context().newCDPSession(led)).send("Emulation.setCPUThrottlingRate", { rate: machine.cpu });
  // One clock for both windows: since 1970.
  const watch = (page, selector) =>
    page.evaluate((selector) => {
      const now = () => performance.timeOrigin + performance.now();
      window.seen = { pressed: 0, shown: [] };
      window.addEventListener("click", () => (window.seen.pressed = now()), { capture: true });
      const slide = () => document.querySelector(selector)?.getAttribute(selector.includes("animateur") ? "data-animateur" : "data-diapo");
      let before = slide();
      new MutationObserver(() => {
        if (slide() === before) return;
        before = slide();
        window.seen.shown.push(now());
      }).observe(document, { subtree: true, childList: true, attributes: true });
    }, selector);
  await watch(wall, ".xp-stage");
  await watch(led, "[data-animateur]");
  const times = [];
  for (let n = 0; n < 30; n++) {
    const [from, to, button] = n % 2 ? [wall, led, "#suivante"] : [led, wall, "#suivante"];
    const before = await to.evaluate(() => window.seen.shown.length);
    await from.evaluate((button) => document.querySelector(button).click(), button);
    await to.waitForFunction((before) => window.seen.shown.length > before, before, { polling: 20 });
    times.push((await to.evaluate(() => window.seen.shown.at(-1))) - (await from.evaluate(() => window.seen.pressed)));
  }
  await cdp.detach();
  await close();
  return spread(times);
}
