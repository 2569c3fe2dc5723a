// What comes in part: charts cut in the middle or stopped in the middle of their reckoning, and lines that are slow or gone.
import { type Page } from "@playwright/test";
import { choose, CUT, expect, expected, expectShown, fragment, open, operable, ready, test } from "./support";
import { trapping } from "./wasm";

const SCRIPT = /graphiques-[^/]*\.js$/;
const PROGRAM = /graphiques-[^/]*\.wasm$/;

const figure = (page: Page) => page.locator('figure[data-graphique="sections"]');
const retry = (page: Page) => figure(page).getByRole("button", { name: "Réessayer d’afficher le graphique" });

const served = async (page: Page, pattern: RegExp) => {
  const names = await page.request.get("./").then((answer) => answer.text());
  const name = names.match(/graphiques-[0-9a-f]+\.(js|wasm)/g)!.find((one) => pattern.test(`/${one}`))!;
  return (await page.request.get(`./${name}`)).body();
};

const HALVES = {
  "the script cut in the middle": async (page: Page) => {
    const whole = await served(page, SCRIPT);
    await page.route(SCRIPT, (route) => route.fulfill({ contentType: "text/javascript", body: whole.subarray(0, whole.length / 2) }));
  },
  "the program cut in the middle": async (page: Page) => {
    const whole = await served(page, PROGRAM);
    await page.route(PROGRAM, (route) => route.fulfill({ contentType: "application/wasm", body: whole.subarray(0, whole.length / 2) }));
  },
  "the program stopped in the middle of its reckoning": async (page: Page) => {
    const body = trapping(await served(page, PROGRAM), "option");
    await page.route(PROGRAM, (route) => route.fulfill({ contentType: "application/wasm", body }));
  },
};

for (const [what, provoke] of Object.entries(HALVES)) {
  test(`charts, ${what}: the table and a sentence, the page lives on, « réessayer » draws`, async ({ page, faults, corpus }) => {
    faults.allow(/WebAssembly.instantiateStreaming/);
    await provoke(page);
    await open(page, "#/graphiques/sections?public=jeunes");
    await expect(figure(page)).toHaveAttribute("data-etat", "table");
    await expect(figure(page).getByText("le tableau donne les mêmes valeurs")).toBeVisible();
    await expect(figure(page).getByRole("table")).toBeVisible();
    await expect(page.locator("#xp-panne")).toBeHidden();
    // In vain first: said, and the button keeps the focus.
    await retry(page).click();
    await expect(figure(page).getByText("Le graphique ne peut toujours pas être affiché.")).toBeVisible();
    await expect(retry(page)).toBeFocused();
    // The table filters as ever.
    await figure(page).getByRole("button", { name: /Filtrer par Orientation\s3/ }).click();
    const left = expected(corpus, { public: ["jeunes"], orientation: ["3"] }).length;
    await expect(page.getByRole("status")).toContainText(new RegExp(`^${left}\\smesure`));
    await page.unrouteAll();
    await retry(page).click();
    await expect(figure(page)).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
    await expect(figure(page).locator("svg")).toHaveCount(1);
    await expect(figure(page).getByText("Voir les valeurs en tableau")).toBeFocused();
    expect(fragment(page)).toBe("#/graphiques/sections?orientation=3&public=jeunes");
  });
}

/** What a phone has at the edge of a village: 400 kb/s, 400 ms. */
async function slow(page: Page) {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
}

test("on a slow line the text reads at once, its controls sleep, and what one filters then is right", async ({ page, corpus, faults }) => {
  faults.allow(/preload/);
  await slow(page);
  // What one has before the eyes first, noted by the page itself: no clock of ours is in it.
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () =>
      requestAnimationFrame(() => {
        const awake = [...document.querySelectorAll<HTMLElement>("input, button, select")].filter((e) => e.checkVisibility() && !e.closest("[inert]"));
        const titles = [...document.querySelectorAll<HTMLElement>("article[data-mesure] :is(h3, h4, h5)")].filter((e) => e.checkVisibility());
        Object.assign(window, { first: { state: document.documentElement.dataset.etat, awake: awake.length, titles: titles.length } });
      }),
    );
  });
  await page.goto("./");
  await ready(page);
  const first = await page.evaluate(() => (window as unknown as { first: { state: string; awake: number; titles: number } }).first);
  expect(first).toMatchObject({ state: "attente", awake: 0 });
  expect(first.titles).toBeGreaterThanOrEqual(corpus.length);
  expect((await operable(page)).length).toBeGreaterThan(20);
  await choose(page, "public", "jeunes");
  await expectShown(page, expected(corpus, { public: ["jeunes"] }).length);
  await page.getByRole("searchbox").fill("formation");
  await expect.poll(() => fragment(page)).toBe("#/mesures?public=jeunes&q=formation");
});

test("the line gone in the middle of a visit: filters and pages go on, a chart is a table, and all is there when it is back", async ({ page, context, corpus, faults }) => {
  faults.allow(CUT, /ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await open(page);
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType("resource").filter((e) => /suite-.*(js|wasm|css)$/.test(e.name) && "responseEnd" in e && Number(e.responseEnd) > 0).length))
    .toBe(3);
  await context.setOffline(true);
  await choose(page, "public", "jeunes");
  await expectShown(page, expected(corpus, { public: ["jeunes"] }).length);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Partenaires" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Partenaires");
  await page.evaluate(() => void (location.hash = "#/graphiques/sections?public=jeunes"));
  await expect(figure(page)).toHaveAttribute("data-etat", "table");
  await expect(figure(page).getByRole("table")).toBeVisible();
  await context.setOffline(false);
  await expect(figure(page)).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
  expect(fragment(page)).toBe("#/graphiques/sections?public=jeunes");
  await page.goBack();
  await page.goBack();
  await expectShown(page, expected(corpus, { public: ["jeunes"] }).length);
});
