// Bad lines: slow, cut, or cut later. The visitor keeps what is there, and is told what is not.
import { type Page } from "@playwright/test";
import { CUT, expect, expectShown, fragment, hold, listed, measure, open, ready, test, WASM } from "./support";

const SUITE = /suite-[^/]*\.(js|wasm)$/;

/** Waits until the other pages are in the browser's cache. */
async function ahead(page: Page) {
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByType("resource").filter((e) => /suite-.*(js|wasm)$/.test(e.name) && "responseEnd" in e && Number(e.responseEnd) > 0).length))
    .toBe(2);
}

test("who reads before the program comes keeps the place", async ({ page, faults }) => {
  faults.allow(/preload/);
  const release = await hold(page);
  await page.goto("./");
  await page.evaluate(() => scrollTo(0, 1500));
  release();
  await ready(page);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => scrollY)).toBe(1500);
});

test("a link opened cold on a line that stalls leaves the list to read", async ({ page, faults }) => {
  faults.allow(/preload/);
  await page.route(WASM, () => {});
  await page.goto("./#/mesures/8", { waitUntil: "domcontentloaded" });
  await expect(measure(page, 8).getByRole("heading").first()).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("the line cut while one reads: the other pages are there already", async ({ page, context, faults }) => {
  // The icon, which the browser asks for again at each change of address.
  faults.allow(/ERR_INTERNET_DISCONNECTED/);
  await open(page);
  await ahead(page);
  await context.setOffline(true);
  await measure(page, 5).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a05");
});

test("a page that could not come is said so, and comes with the line", async ({ page, context, faults }) => {
  faults.allow(CUT, /Failed to fetch/);
  await page.route(SUITE, (route) => route.abort());
  await open(page);
  await measure(page, 5).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Page indisponible");
  await expect(page.getByRole("alert").filter({ hasText: "connexion" })).toBeVisible();
  await page.unroute(SUITE);
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a05");
});

test("without the annex every page says what it lacks", async ({ page, faults }) => {
  faults.allow(CUT);
  await page.route(/annexe-[0-9a-f]+\.bin$/, (route) => route.abort());
  for (const view of ["#/mesures/17", "#/objectifs", "#/a-propos", "#/acteurs/cress", "#/mesures?q=cap+asso"]) {
    await open(page, view);
    await expect(page.getByText("le chargement a échoué").first(), view).toBeVisible();
  }
});

test("« retour à la liste » leads where the measure stands", async ({ page }) => {
  await open(page, "#/mesures");
  await measure(page, 17).getByRole("link").first().click();
  await page.getByRole("link", { name: "Retour à la liste" }).click();
  await expect(measure(page, 17).getByRole("link").first()).toBeFocused();
  await expect(measure(page, 17).getByRole("heading").first()).toBeInViewport();
});

test("a misspelt word, or one found nowhere, is offered a way on", async ({ page }) => {
  await open(page);
  const box = page.getByRole("searchbox");
  await box.fill("colectivité");
  await expectShown(page, 0);
  const way = page.getByRole("button", { name: /Chercher plutôt/ }).first();
  await expect(way).toContainText(/collectivités?/);
  const promised = Number(/(\d+)\smesures?$/.exec((await way.textContent()) ?? "")?.[1]);
  await way.click();
  await expect(listed(page)).toHaveCount(promised);
  await box.fill("zzzz formation");
  await expect(page.getByRole("button", { name: /Chercher plutôt «\sformation\s»/ })).toBeVisible();
});

test("« lien copié » is told of the view it was made for only", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.getByRole("button", { name: "Copier le lien" }).click();
  await expect(page.getByText("Lien copié")).toBeVisible();
  await page.getByRole("searchbox").fill("foncier");
  await expect.poll(() => fragment(page)).toContain("foncier");
  await expect(page.getByText("Lien copié")).toHaveCount(0);
});

test("a facet searched for what it does not have says so", async ({ page }) => {
  await open(page);
  await page.getByLabel("Trouver dans la liste : partenaire").fill("zzz");
  await expect(page.getByText("Aucun choix ne contient «\u00a0zzz\u00a0».")).toBeVisible();
});
