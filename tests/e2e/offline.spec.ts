// The explorer kept by the browser: only once asked, whole or not at all, one version at a time, and given back.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, type Page } from "@playwright/test";
import { built, list, other, rebuilt, security, Site } from "./site";
import { choose, CUT, expect, expected, expectShown, fragment, listed, measure, numbers, open, openGuarded, ready, settled, test as base } from "./support";

const test = base.extend<{ site: Site; origin: string }, { served: string }>({
  served: [async ({}, use, worker) => use(worker.project.use.baseURL!), { scope: "worker" }],
  site: async ({ served }, use) => use(new Site(await built(), await security(served))),
  origin: async ({ site }, use) => {
    const address = await site.start();
    await use(address);
    await site.stop().catch(() => {});
  },
  baseURL: async ({ origin }, use) => use(origin),
});

const section = (page: Page) => page.locator(".xp-offline");
const state = (page: Page, wanted: string) => expect(section(page)).toHaveAttribute("data-hors-ligne", wanted, { timeout: 15_000 });
const suiteOf = (page: Page) => page.locator('meta[name="xp-suite"]').getAttribute("content");
const text = (page: Page, path: string) => page.evaluate(async (path) => (await fetch(path)).text(), path);

/** What the browser keeps of us. */
const kept = (page: Page) =>
  page.evaluate(async () => ({ caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length }));
const NOTHING = { caches: [], workers: 0 };

async function take(page: Page, address = "#/a-propos") {
  await open(page, address);
  await state(page, "libre");
  await page.getByRole("button", { name: "Rendre disponible hors ligne" }).click();
  await state(page, "pret");
}

/** No network, and nobody at the other end. */
async function cut(context: BrowserContext, site: Site) {
  await context.setOffline(true);
  await site.stop();
}

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)).toEqual([]);
}

/** Asks for the next version as a browser does by itself, at a visit or once a day. */
const update = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update().catch(() => {})));

test("nothing is kept before one asks; then the whole explorer opens with the server gone", async ({ page, context, site, corpus }) => {
  test.slow();
  await open(page, "#/a-propos");
  await state(page, "libre");
  expect(await kept(page)).toEqual(NOTHING);
  await expect(section(page)).toContainText(/[\d,]+\sMo à télécharger, [\d,]+\sMo sur l’appareil/);
  await accessible(page);
  await page.getByRole("button", { name: "Rendre disponible hors ligne" }).click();
  await state(page, "pret");
  await expect(section(page).locator("[aria-live]")).toHaveText("Disponible hors ligne.");
  await accessible(page);
  const { version, fichiers } = list(site.files);
  expect(await kept(page)).toEqual({ caches: [expect.stringMatching(new RegExp(`:${version}$`))], workers: 1 });
  expect(site.asked.filter((path) => /explorateur-sress\.html|\.(br|gz)$/.test(path)), "neither the single file nor a compressed twin").toEqual([]);
  expect(Object.keys(fichiers).length).toBeGreaterThan(40);

  await cut(context, site);
  await page.goto("about:blank");
  await open(page);
  await expect(listed(page)).toHaveCount(corpus.length);
  await choose(page, "public", "jeunes");
  await expectShown(page, expected(corpus, { public: ["jeunes"] }).length);
  await settled(page, "#/graphiques/sections?public=jeunes");
  await expect(page.locator('figure[data-graphique="sections"]')).toHaveAttribute("data-etat", "pret");
  await open(page, "#/acteurs/cress");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("CRESS");
  await open(page, "#/selection?choix=8,1");
  await page.getByRole("button", { name: /^Faire une feuille de route de/ }).click();
  const coming = page.waitForEvent("download");
  await page.locator("#enregistrer-docx").click();
  expect((await readFile(await (await coming).path())).subarray(0, 2).toString()).toBe("PK");
  await open(page, "#/donnees");
  await expect(page.getByRole("link", { name: /^Tout télécharger/ })).toBeVisible();
  expect(await text(page, "data/mesures.csv")).toBe(site.files.get("data/mesures.csv")!.toString().replace(/^\ufeff/, ""));
});

test("whoever asked can lose the network at once, without a reload", async ({ page, context, site }) => {
  await take(page);
  await cut(context, site);
  await page.evaluate(() => void (location.hash = "#/graphiques/sections"));
  await expect(page.locator('figure[data-graphique="sections"]')).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
});

test("a new version is told, comes with one reload, and no page ever mixes two", async ({ page, context, site }) => {
  test.slow();
  await take(page);
  await open(page, "#/acteurs?public=jeunes");
  const before = await suiteOf(page);
  const data = await text(page, "data/mesures.csv");
  const second = await context.newPage();
  await openGuarded(second, "#/mesures?public=jeunes");
  site.files = rebuilt(site.files);

  await update(page);
  const notice = page.getByRole("complementary", { name: "Nouvelle version" });
  await expect(notice).toContainText("Une nouvelle version de l’explorateur est prête.");
  await accessible(page);
  expect((await kept(page)).caches).toHaveLength(2);
  // Not before one says so, reloaded or not.
  await page.reload();
  await ready(page);
  expect(await suiteOf(page)).toBe(before);
  expect(await text(page, "data/mesures.csv")).toBe(data);
  await expect(notice).toBeVisible();

  let loads = 0;
  page.on("load", () => (loads += 1));
  await notice.getByRole("button", { name: "Passer à la nouvelle version" }).click();
  await expect.poll(() => suiteOf(page).catch(() => undefined)).toBe(other(before!));
  await ready(page);
  expect(loads, "one reload").toBe(1);
  expect(fragment(page)).toBe("#/acteurs?public=jeunes");
  expect(await text(page, "data/mesures.csv")).toBe(`${data}version suivante\r\n`);
  await expect(notice).toHaveCount(0);

  // The other window goes on with its own version, whose files the server has no more.
  expect(await suiteOf(second)).toBe(before);
  expect(await text(second, "data/mesures.csv")).toBe(data);
  await second.evaluate(() => void (location.hash = "#/graphiques/sections"));
  await expect(second.locator('figure[data-graphique="sections"]')).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
  await second.reload();
  await ready(second);
  expect(await suiteOf(second)).toBe(other(before!));
  // Nobody reads the former one: it is let go.
  await expect.poll(async () => (await kept(second)).caches.length, { timeout: 10_000 }).toBe(1);
  await cut(context, site);
  await second.reload();
  await ready(second);
  expect(await suiteOf(second)).toBe(other(before!));
});

test("without a word from the visitor the new version comes once no page of the former is left", async ({ page, context, site }) => {
  await take(page);
  const before = await suiteOf(page);
  site.files = rebuilt(site.files);
  await update(page);
  await state(page, "nouvelle");
  await accessible(page);
  await page.getByRole("button", { name: "Plus tard" }).click();
  await expect(page.getByRole("complementary", { name: "Nouvelle version" })).toBeHidden();
  // A second window, so that the browser stays.
  const next = await context.newPage();
  await page.close();
  await expect.poll(async () => {
    await next.goto("about:blank");
    await next.waitForTimeout(500);
    await next.goto("./");
    return suiteOf(next);
  }, { timeout: 15_000 }).toBe(other(before!));
});

const spoilt: Record<string, (site: Site) => void> = {
  "a file that is gone": (site) => (site.missing = /graphiques-.*wasm/),
  "a file of another version": (site) => site.files.set("data/mesures.csv", Buffer.from("autre")),
};
for (const [what, spoil] of Object.entries(spoilt)) {
  test(`${what}: nothing is kept, it is said, and one can try again`, async ({ page, site, faults }) => {
    faults.allow(CUT, /integrity|digest/i);
    const whole = new Map(site.files);
    await open(page, "#/a-propos");
    await state(page, "libre");
    spoil(site);
    await page.getByRole("button", { name: "Rendre disponible hors ligne" }).click();
    await state(page, "echec");
    await expect(section(page)).toContainText(/rien n’a été gardé\s: le fichier (graphiques-|data\/mesures\.csv)/);
    expect(await kept(page)).toEqual(NOTHING);
    await accessible(page);
    site.missing = /^$/;
    site.files = whole;
    await page.getByRole("button", { name: "Réessayer" }).click();
    await state(page, "pret");
  });
}

test("a new version that lacks a file is not taken: the former one stays, whole", async ({ page, context, site, faults }) => {
  faults.allow(CUT, /integrity|digest/i);
  await take(page);
  const before = await kept(page);
  site.files = rebuilt(site.files);
  site.missing = /suite-.*css/;
  await update(page);
  await expect.poll(() => site.asked.some((path) => /suite-.*css/.test(path))).toBe(true);
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.installing)).toBeNull();
  expect(await kept(page)).toEqual(before);
  await expect(page.getByRole("complementary", { name: "Nouvelle version" })).toHaveCount(0);
  await cut(context, site);
  await open(page, "#/graphiques/sections");
});

test("a version that lost a file is not given: the server's is, even when it is another", async ({ page, site, corpus, faults }) => {
  faults.allow(CUT);
  await take(page);
  // The list's own program, which fetches the other pages'.
  await page.goto("about:blank");
  await openGuarded(page, "#/mesures?public=jeunes");
  await page.waitForLoadState("networkidle");
  const before = await suiteOf(page);
  await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]!);
    for (const one of await cache.keys()) if (/suite-/.test(one.url)) await cache.delete(one);
  });
  site.files = rebuilt(site.files);
  // The browser's own copy must not stand in for the file.
  await (await page.context().newCDPSession(page)).send("Network.clearBrowserCache");
  const [first] = expected(corpus, { public: ["jeunes"] });
  await measure(page, first!).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Mesure\u00a0${first}`, { timeout: 15_000 });
  expect(await suiteOf(page)).toBe(other(before!));
  expect(fragment(page)).toBe(`#/mesures/${first}?public=jeunes`);
});

test("erased: no worker, no copy, and it can be asked for again", async ({ page, context, site }) => {
  await take(page);
  await page.getByRole("button", { name: "Effacer mes données" }).click();
  await expect(page.getByText("C’est fait\u00a0: l’explorateur n’est plus gardé hors ligne.")).toBeVisible();
  await state(page, "libre");
  expect(await kept(page)).toEqual(NOTHING);
  // What goes on answering this page makes no copy anew.
  await settled(page, "#/graphiques/sections");
  expect(await kept(page)).toEqual(NOTHING);
  await take(page);
  expect((await kept(page)).workers).toBe(1);
  await page.getByRole("button", { name: "Ne plus garder hors ligne" }).click();
  await state(page, "libre");
  await expect(page.locator("#hors-ligne")).toBeFocused();
  expect(await kept(page)).toEqual(NOTHING);
  // At once again, with the worker one has just dismissed still there.
  await page.getByRole("button", { name: "Rendre disponible hors ligne" }).click();
  await state(page, "pret");
  await cut(context, site);
  await page.reload();
  await ready(page);
  expect(await numbers(page)).toEqual([]);
  await state(page, "pret");
});

test("a browser without it, and a frame, say so and offer the file", async ({ page, context }) => {
  await open(page, "#/a-propos");
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement("iframe"), { src: "./?seul#/a-propos", title: "Cadre" });
    document.body.append(frame);
  });
  const framed = page.frameLocator("iframe").locator(".xp-offline");
  await expect(framed).toHaveAttribute("data-hors-ligne", "impossible", { timeout: 15_000 });
  await expect(framed).toContainText("Dans une page d’un autre site, rien n’est gardé");
  const bare = await context.newPage();
  await bare.addInitScript(() => Object.defineProperty(navigator, "serviceWorker", { value: undefined }));
  await open(bare, "#/a-propos");
  await state(bare, "impossible");
  await expect(section(bare)).toContainText("Ce navigateur ne sait pas garder une page");
  await accessible(bare);
  const file = section(bare).getByRole("link", { name: /^Télécharger le fichier unique \([\d,]+\sMo\)$/ });
  const coming = bare.waitForEvent("download");
  await file.click();
  const got = await coming;
  expect(got.suggestedFilename()).toBe("explorateur-sress.html");
  expect((await readFile(await got.path())).subarray(0, 15).toString().toLowerCase()).toBe("<!doctype html>");
});

test("the browser finds everything to install it", async ({ page }) => {
  await take(page);
  const devtools = await page.context().newCDPSession(page);
  const { url, errors, data } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(url).toMatch(/manifest\.webmanifest$/);
  expect(JSON.parse(data!)).toMatchObject({ lang: "fr", display: "standalone", start_url: "./" });
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Headless windows are private ones.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
});
