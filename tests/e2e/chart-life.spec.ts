// The life of the charts, counted in calls: each made once a visit, updated while there, disposed of once left.
import { type Page } from "@playwright/test";
import { expect, open, test } from "./support";

/** What became of one chart. */
interface Life {
  figure: string;
  options: number;
  disposals: number;
}

/** Every chart made so far, and the charts' observers. */
interface Lives {
  charts: Life[];
  observed: number;
  disconnected: number;
}

const CHUNK = /graphiques[^/]*\.js(\?|$)/;
const ITSELF = "telquel";

/** The chunk's exports, passed on; what `init` makes is counted. */
const counting = (chunk: string) => `
  import * as chunk from "${chunk}";
  export const { ready, option, svg, png } = chunk;
  export const init = (element, theme) => {
    const chart = chunk.init(element, theme);
    const life = { figure: element.closest("figure").dataset.graphique, options: 0, disposals: 0 };
    lives.charts.push(life);
    const { setOption, dispose } = chart;
    chart.setOption = (...all) => { life.options += 1; return setOption.apply(chart, all); };
    chart.dispose = (...all) => { life.disposals += 1; return dispose.apply(chart, all); };
    return chart;
  };`;

/** Counts from now on. The chunk runs as it was built, behind a module that has its address. */
async function count(page: Page) {
  await page.addInitScript(() => {
    const lives: Lives = { charts: [], observed: 0, disconnected: 0 };
    Object.assign(window, { lives });
    window.ResizeObserver = class extends ResizeObserver {
      private charts = 0;

      override observe(target: Element, options?: ResizeObserverOptions) {
        const here = target.closest("figure[data-graphique]") ? 1 : 0;
        this.charts += here;
        lives.observed += here;
        super.observe(target, options);
      }

      override disconnect() {
        lives.disconnected += this.charts;
        this.charts = 0;
        super.disconnect();
      }
    };
  });
  await page.route(CHUNK, (route) => {
    const url = new URL(route.request().url());
    if (url.searchParams.has(ITSELF)) return route.continue();
    url.searchParams.set(ITSELF, "");
    return route.fulfill({ contentType: "text/javascript", body: counting(url.href) });
  });
}

const lives = (page: Page) => page.evaluate(() => (window as unknown as { lives: Lives }).lives);

/** How many charts were made, and how many of those given back. */
async function balance(page: Page) {
  const { charts, observed, disconnected } = await lives(page);
  const disposed = charts.filter((life) => life.disposals > 0).length;
  return { made: charts.length, disposed, observed, disconnected };
}

const figures = (page: Page) => page.locator("figure[data-graphique]");

/** Waits until every chart of the page is drawn; returns how many there are. */
async function drawn(page: Page): Promise<number> {
  await expect(figures(page)).not.toHaveCount(0);
  await expect(page.locator('figure[data-graphique]:not([data-etat="pret"])')).toHaveCount(0, { timeout: 15_000 });
  return figures(page).count();
}

const menu = (page: Page, name: string) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name });

async function leave(page: Page) {
  await menu(page, "Objectifs").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Objectifs mesurables");
}

test("each filter updates the charts that are there, and makes none", async ({ page }) => {
  await count(page);
  await open(page, "#/graphiques/sections");
  const charts = await drawn(page);
  expect(await balance(page)).toEqual({ made: charts, disposed: 0, observed: charts, disconnected: 0 });
  const told = (await lives(page)).charts.map((life) => life.figure).sort();
  const shown = await figures(page).evaluateAll((all) => all.map((f) => f.getAttribute("data-graphique") ?? ""));
  expect(told, "one chart a figure").toEqual(shown.sort());
  await figures(page).first().getByText("Voir les valeurs en tableau").click();
  const first = figures(page).first().getByRole("button", { name: /^Filtrer/ }).first();
  const filters: Record<string, () => Promise<unknown>> = {
    "a row is chosen": () => first.click(),
    "the row is taken back": () => first.click(),
    "another address is typed": () => page.evaluate(() => void (location.hash = "#/graphiques/sections?public=jeunes")),
    "everything is cleared": () => page.getByRole("button", { name: "Tout effacer" }).click(),
  };
  for (const [what, filter] of Object.entries(filters)) {
    const before = (await lives(page)).charts;
    await filter();
    const idle = async () =>
      (await lives(page)).charts.filter((life, at) => life.disposals === 0 && life.options === before[at]?.options);
    await expect.poll(idle, `${what}: charts that were told nothing`).toEqual([]);
    expect(await balance(page), what).toEqual({ made: charts, disposed: 0, observed: charts, disconnected: 0 });
  }
});

for (const [address, turns, made] of [["#/graphiques/sections", 100, 1], ["#/graphiques", 15, 11]] as const) {
  test(`${2 * turns} filters on ${address} leave the charts that were there, told of each`, async ({ page }) => {
    // Eleven charts drawn thirty times over: a busy machine takes longer than a scenario has.
    test.setTimeout(120_000);
    await count(page);
    await page.setViewportSize({ width: 1280, height: 9_000 });
    await open(page, address);
    await expect(figures(page).filter({ has: page.locator("svg") })).toHaveCount(made, { timeout: 15_000 });
    await expect(page.locator('figure[data-etat="attente"]')).toHaveCount(0);
    const nodes = () => page.evaluate(() => document.querySelectorAll("*").length);
    const start = await nodes();
    const before = (await lives(page)).charts;
    // Each change is waited for: a chart that follows the question hears it, then the next change comes.
    const heard = await page.evaluate(async ({ address, turns }) => {
      const { charts } = (window as unknown as { lives: Lives }).lives;
      const options = () => charts.find((life) => life.figure === "sections")!.options;
      let heard = 0;
      for (let turn = 0; turn < turns; turn += 1) {
        for (const hash of [`${address}?public=jeunes`, address]) {
          const last = options();
          location.hash = hash;
          for (let wait = 0; wait < 400 && options() === last; wait += 1) await new Promise((done) => setTimeout(done, 5));
          heard += options() > last ? 1 : 0;
        }
      }
      return heard;
    }, { address, turns });
    expect(heard).toBe(2 * turns);
    const { charts, observed, disconnected } = await lives(page);
    const disposed = charts.filter((life) => life.disposals > 0).length;
    expect({ made: charts.length, disposed, observed, disconnected }).toEqual({ made, disposed: 0, observed: made, disconnected: 0 });
    const told = charts.filter((life, at) => life.options >= before[at]!.options + 2 * turns).map((life) => life.figure);
    // Those that follow the question, and the targets it concerns.
    expect(told.length).toBeGreaterThanOrEqual(made === 1 ? 1 : 6);
    await expect.poll(nodes).toBeLessThanOrEqual(start + 5);
  });
}

test("ten visits make each chart ten times and dispose of each once", async ({ page }) => {
  await count(page);
  await open(page, "#/graphiques/sections");
  for (let visit = 1; visit <= 10; visit += 1) {
    const charts = await drawn(page);
    const [made, left] = [visit * charts, (visit - 1) * charts];
    expect(await balance(page), `visit ${visit}`).toEqual({ made, disposed: left, observed: made, disconnected: left });
    await leave(page);
    const all = { made, disposed: made, observed: made, disconnected: made };
    await expect.poll(() => balance(page), `visit ${visit} left`).toEqual(all);
    await page.goto("./#/graphiques/sections");
  }
  const { charts } = await lives(page);
  expect(charts.filter((life) => life.disposals > 1), "disposed of twice").toEqual([]);
});

test("a chart that comes once its page is left is given back at once", async ({ page }) => {
  await count(page);
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(CHUNK, async (route) => {
    await held;
    await route.fallback();
  });
  await open(page, "#/graphiques/sections");
  await expect(figures(page).first()).toHaveAttribute("data-etat", "attente");
  await leave(page);
  expect((await balance(page)).made).toBe(0);
  release();
  await page.goto("./#/graphiques/sections");
  const charts = await drawn(page);
  const { made, disposed, observed, disconnected } = await balance(page);
  expect({ living: made - disposed, watched: observed - disconnected }).toEqual({ living: charts, watched: charts });
});
