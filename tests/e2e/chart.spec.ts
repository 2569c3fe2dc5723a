import { type Page } from "@playwright/test";
import { CUT, back, expect, expected, fragment, open, plain, test, type Measure } from "./support";

const figure = (page: Page) => page.locator('figure[data-graphique="sections"]');
const menu = (page: Page, name: string) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name });

async function drawn(page: Page) {
  await expect(figure(page)).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
}

/** What is written beside the bars, from top to bottom. */
async function labels(page: Page): Promise<string[]> {
  const texts = await figure(page).locator("svg text").evaluateAll((all) =>
    all.map((t) => ({ text: t.textContent ?? "", y: t.getBoundingClientRect().y })),
  );
  const bars = texts.filter(({ text }) => /^\d+\s(mesure|action)s?$/.test(text.trim()));
  return bars.sort((a, b) => a.y - b.y).map(({ text }) => plain(text));
}

/** The values of the table twin, row by row: « 4 mesures » gives 4. */
async function twin(page: Page): Promise<number[][]> {
  const rows = await figure(page).locator("tbody tr").all();
  return Promise.all(
    rows.map(async (row) => (await row.locator("td.xp-table__number").allTextContents()).slice(0, 2).map((cell) => Number.parseInt(cell, 10))),
  );
}

/** Measures and actions by orientation, according to the published data. */
function counts(corpus: Measure[]): number[][] {
  const orientations = [...new Set(corpus.map((m) => m.orientation))].sort((a, b) => a - b);
  return orientations.map((orientation) => {
    const inside = corpus.filter((m) => m.orientation === orientation);
    return [inside.length, inside.reduce((sum, m) => sum + m.actions.length, 0)];
  });
}

test("the chart waits, then is drawn; ECharts is asked for by this page only", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    new MutationObserver((_, self) => {
      if (document.documentElement.dataset.etat !== "pret") return;
      const started = performance.getEntriesByType("resource").map((entry) => entry.name);
      Object.assign(window, { before: started });
      self.disconnect();
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-etat"] });
  });
  await open(page, "#/mesures?public=jeunes");
  const before = await page.evaluate(() => (window as unknown as { before: string[] }).before);
  // The page itself is no resource; the icon is the browser's own errand.
  const needed = before.filter((url) => !url.endsWith(".svg"));
  expect(needed.length, "the wasm at least").toBeGreaterThan(0);
  expect(1 + needed.length, `requests before interactive: ${needed}`).toBeLessThanOrEqual(5);
  await menu(page, "Partenaires").click();
  await menu(page, "Objectifs").click();
  expect(asked.filter((path) => path.includes("graphiques"))).toEqual([]);
  const states: (string | null)[] = [];
  await page.exposeFunction("etat", (state: string | null) => states.push(state));
  await page.evaluate(() => {
    const told = (window as unknown as { etat(s: string | null): void }).etat;
    new MutationObserver(() => {
      const found = document.querySelector('figure[data-graphique="sections"]');
      if (found) told(found.getAttribute("data-etat"));
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-etat"] });
  });
  await menu(page, "Graphiques").click();
  await drawn(page);
  expect(states[0]).toBe("attente");
  await expect.poll(() => states.at(-1)).toBe("pret");
  await expect(figure(page).locator("svg")).toHaveCount(1);
  await expect(figure(page).getByText("Le graphique se charge")).toBeHidden();
  expect(asked.some((path) => /graphiques.*\.js$/.test(path))).toBe(true);
});

test("bars, table and sentence say what the data say", async ({ page, corpus }) => {
  await open(page, "#/graphiques/sections");
  await drawn(page);
  const wanted = counts(corpus);
  expect(await twin(page)).toEqual(wanted);
  const total = wanted.reduce(([m, a], [measures, actions]) => [m + measures, a + actions], [0, 0]);
  await expect(figure(page).locator("figcaption")).toContainText(
    new RegExp(`^${total[0]}\\smesures et ${total[1]}\\sactions dans ${wanted.length}\\sorientations`),
  );
  await expect(page.getByRole("status")).toContainText(new RegExp(`^${total[0]}\\smesures.* sur\\s${corpus.length}`));
  const written = wanted.flatMap(([m, a]) => [`${m} mesure${m > 1 ? "s" : ""}`, `${a} action${a > 1 ? "s" : ""}`]);
  expect(await labels(page)).toEqual(written);
});

test("the chart follows the filter", async ({ page, corpus }) => {
  await open(page, "#/graphiques/sections?public=jeunes");
  await drawn(page);
  const kept = expected(corpus, { public: ["jeunes"] });
  const told = await twin(page);
  expect(told.map(([measures]) => measures)).toEqual(
    counts(corpus).map((_, at) => corpus.filter((m) => m.orientation === at + 1 && kept.includes(m.numero)).length),
  );
  const before = await labels(page);
  await page.getByRole("button", { name: "Tout effacer" }).click();
  await expect.poll(() => labels(page)).not.toEqual(before);
  expect(await twin(page)).toEqual(counts(corpus));
});

test("what a mark says under the pointer can be pointed at, and goes at Escape", async ({ page }) => {
  await open(page, "#/graphiques/sections");
  await drawn(page);
  const label = figure(page).locator("svg text", { hasText: /^\d+\sactions?$/ }).nth(1);
  const place = (await label.boundingBox())!;
  const at = { x: place.x - 14, y: place.y + place.height / 2 };
  const tip = figure(page).locator(".xp-tip");
  await page.mouse.move(at.x - 5, at.y);
  await page.mouse.move(at.x, at.y);
  await expect(tip).toBeVisible();
  await expect(tip).toContainText(/^Orientation\s2.*\d+\sactions/);
  // Step by step into it, as a hand would: it stays for as long as the pointer does.
  const box = (await tip.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.waitForTimeout(600);
  await expect(tip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
});

test("a click on a bar and the button of its row ask the same", async ({ page, corpus }) => {
  await open(page, "#/graphiques/sections");
  await drawn(page);
  const wanted = expected(corpus, { orientation: ["2"] });
  // Just left of what is written at the end of the second orientation's bar.
  const label = figure(page).locator("svg text", { hasText: /^\d+\sactions?$/ }).nth(1);
  const place = (await label.boundingBox())!;
  await page.mouse.click(place.x - 14, place.y + place.height / 2);
  await expect.poll(() => fragment(page)).toMatch(/^#\/graphiques\/sections\?orientation=\d$/);
  const byMouse = fragment(page);
  expect(byMouse).toBe("#/graphiques/sections?orientation=2");
  await expect(page.getByRole("status")).toContainText(new RegExp(`^${wanted.length}\\smesure`));
  await expect(page.getByRole("button", { name: /^Retirer le critère Orientation\s: 2/ })).toBeVisible();
  await back(page);
  await expect.poll(() => fragment(page)).toBe("#/graphiques/sections");

  await figure(page).getByText("Voir les valeurs en tableau").click();
  const button = figure(page).getByRole("button", { name: /Filtrer par Orientation\s2/ });
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => fragment(page)).toBe(byMouse);
  await expect(figure(page).getByRole("button", { name: /Filtrer par Orientation\s2/ })).toHaveAttribute("aria-pressed", "true");
  await expect(figure(page).getByRole("button", { name: /Filtrer par Orientation\s2/ })).toBeFocused();
  await page.getByRole("link", { name: "Voir la liste" }).click();
  await expect(page.locator("article[data-mesure]")).toHaveCount(wanted.length);
});

test("the picture says in words what it shows, and follows the system's colours", async ({ page }) => {
  await open(page, "#/graphiques/sections");
  await drawn(page);
  const picture = figure(page).getByRole("img").first();
  await expect(picture).toHaveAccessibleName(/mesures et \d+\sactions dans 6\sorientations.*tableau/);
  const ink = () => figure(page).locator("svg text").first().getAttribute("fill");
  const light = await ink();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ink).not.toBe(light);
  await drawn(page);
});

test("the drawing keeps to its place when the window narrows", async ({ page }) => {
  await open(page, "#/graphiques/sections");
  await drawn(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(async () => (await figure(page).locator("svg").boundingBox())?.width).toBeLessThanOrEqual(320);
  const cut = await figure(page).locator("svg").evaluate((svg) => {
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")]
      .filter((t) => t.textContent?.trim())
      .filter((t) => t.getBoundingClientRect().right > frame.right + 1 || t.getBoundingClientRect().left < frame.left - 1)
      .map((t) => t.textContent);
  });
  expect(cut, "labels that leave the drawing").toEqual([]);
});

for (const [what, pattern] of [
  ["script", /graphiques[^/]*\.js$/],
  ["WebAssembly", /graphiques[^/]*\.wasm$/],
] as const) {
  test(`the charts' ${what} blocked: the table stands in, and says so`, async ({ page, faults, corpus }) => {
    faults.allow(CUT);
    await page.route(pattern, (route) => route.abort());
    await open(page, "#/graphiques/sections");
    await expect(figure(page)).toHaveAttribute("data-etat", "table");
    await expect(figure(page).getByText("Le graphique n’a pas pu être affiché")).toBeVisible();
    await expect(figure(page).getByRole("table")).toBeVisible();
    await expect(figure(page).getByRole("img")).toHaveCount(0);
    expect(await twin(page)).toEqual(counts(corpus));
    await figure(page).getByRole("button", { name: /Filtrer par Orientation\s3/ }).click();
    await expect(page.getByRole("status")).toContainText(new RegExp(`^${expected(corpus, { orientation: ["3"] }).length}\\smesure`));
    await expect(figure(page)).toHaveAttribute("data-etat", "table");
  });
}

test("the charts' script is fetched again once the network is back", async ({ page, faults }) => {
  faults.allow(CUT);
  await page.route(/graphiques[^/]*\.js$/, (route) => route.abort());
  await open(page, "#/graphiques/sections");
  await expect(figure(page)).toHaveAttribute("data-etat", "table");
  await page.unroute(/graphiques[^/]*\.js$/);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await drawn(page);
  await expect(figure(page).locator("svg")).toHaveCount(1);
});

test("while the chunk is slow the page answers, and leaving it then does no harm", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(/graphiques[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, "#/graphiques/sections");
  await expect(figure(page)).toHaveAttribute("data-etat", "attente");
  await expect(figure(page).getByText("Le graphique se charge")).toBeVisible();
  await figure(page).getByText("Voir les valeurs en tableau").click();
  await expect(figure(page).getByRole("table")).toBeVisible();
  await menu(page, "Mesures").click();
  release();
  await expect(page.getByRole("searchbox")).toBeVisible();
  await menu(page, "Graphiques").click();
  await drawn(page);
  await expect(figure(page).locator("svg")).toHaveCount(1);
});
