// « Ma sélection »: measures put aside from wherever they are shown, in the visitor's order; kept in the address, and on the
// device when asked for.
import { type BrowserContext, type Locator, type Page } from "@playwright/test";
import { back, expect, expected, expectFocusKept, fragment, listed, open, plain, ready, test } from "./support";

const pick = (page: Page, number: number) => page.locator(`#choisir-${number}`);
const menu = (page: Page) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: /^Ma sélection/ });
const place = (page: Page, number: number) => page.locator(`[data-glisser="mesure:${number}"]`);
const step = (page: Page, way: "Monter" | "Descendre", number: number) =>
  page.getByRole("button", { name: new RegExp(`^${way} Mesure\\s${number}$`) });
const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage));

/** The measures of the selection, as the page lists them. */
const chosen = (page: Page) =>
  page.locator("#selection > li").evaluateAll((all) => all.map((item) => Number(item.getAttribute("data-glisser")?.split(":")[1])));

async function expectChosen(page: Page, numbers: number[]) {
  await expect.poll(() => chosen(page)).toEqual(numbers);
  await expect.poll(() => /[?&]choix=([\d,]+)/.exec(fragment(page))?.[1] ?? "").toBe(numbers.join(","));
  await expect(menu(page)).toHaveText(numbers.length > 0 ? new RegExp(`^Ma sélection \\(${numbers.length}\\)$`) : "Ma sélection");
}

/** Presses a button twice: in, then out; its name, its focus and what it tells. */
async function expectToggles(page: Page, button: Locator, number: number, others: number[]) {
  const name = await button.textContent();
  for (const on of [true, false]) {
    await button.focus();
    await page.keyboard.press(on ? "Space" : "Enter");
    await expect(button).toHaveAttribute("aria-pressed", String(on));
    await expect(button).toBeFocused();
    await expect(button).toHaveText(name!);
    const wanted = on ? [...others, number] : others;
    await expect.poll(() => fragment(page)).toMatch(wanted.length > 0 ? new RegExp(`[?&]choix=${wanted.join(",")}$`) : /^[^=]*(\?profil=[^&]*)?$/);
    await expect(menu(page)).toHaveText(wanted.length > 0 ? `Ma sélection (${wanted.length})` : "Ma sélection");
  }
}

test("on a card the button keeps the focus, the first time too, when the other program takes the page over", async ({ page, corpus }) => {
  const { numero } = corpus[4];
  await open(page, "#/mesures");
  await expect(pick(page, numero)).toHaveAttribute("aria-pressed", "false");
  // The second program puts its own page in the place of this one.
  const first = await page.locator(".xp-app").elementHandle();
  await pick(page, numero).focus();
  await page.keyboard.press("Space");
  await expect.poll(() => first!.evaluate((app) => app.isConnected)).toBe(false);
  await ready(page);
  await expectFocusKept(page);
  await expect(pick(page, numero)).toBeFocused();
  await expect(pick(page, numero)).toHaveAttribute("aria-pressed", "true");
  await expect(menu(page)).toHaveText("Ma sélection (1)");
  await expect.poll(() => fragment(page)).toBe(`#/mesures?choix=${numero}`);
  await back(page);
  await expect(pick(page, numero)).toHaveAttribute("aria-pressed", "false");
  await expectToggles(page, pick(page, corpus[6].numero), corpus[6].numero, []);
});

for (const [where, address] of [
  ["a measure's page", (number: number) => `#/mesures/${number}`],
  ["the results of a profile", () => "#/parcours?profil=commune"],
] as const) {
  test(`on ${where} the button toggles, and keeps its name and the focus`, async ({ page, corpus }) => {
    const { numero } = corpus[7];
    await open(page, address(numero));
    await expectToggles(page, pick(page, numero), numero, []);
  });
}

test("the order one chose in is the order of the address and of the page; all measures stay a short link", async ({ page, corpus }) => {
  const order = [corpus[9], corpus[0], corpus[4]].map((m) => m.numero);
  await open(page, "#/mesures");
  for (const number of order) await pick(page, number).click();
  await menu(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ma sélection" })).toBeFocused();
  await expectChosen(page, order);
  const everything = corpus.map((m) => m.numero).reverse();
  await open(page, `#/selection?choix=${everything.join(",")}`);
  await expectChosen(page, everything);
  expect(new URL(page.url()).hash.length).toBeLessThan(300);
  await open(page, `#/selection?choix=${order.join(",")},${order[0]},999`);
  await expect.poll(() => chosen(page)).toEqual(order);
  await expect(page.locator(".xp-notices")).toContainText("999");
});

test("↑ and ↓ reorder, say the new place, and keep the focus, at the ends too", async ({ page, corpus }) => {
  const [a, b, c] = corpus.map((m) => m.numero);
  await open(page, `#/selection?choix=${a},${b},${c}`);
  await expect(step(page, "Monter", a)).toBeDisabled();
  await expect(step(page, "Descendre", c)).toBeDisabled();
  const said = (number: number, at: number) => page.locator("[aria-live=polite]").filter({ hasText: new RegExp(`^Mesure\\s${number}\\s: place\\s${at} sur\\s3\\.`) });
  await step(page, "Descendre", a).focus();
  await page.keyboard.press("Enter");
  await expectChosen(page, [b, a, c]);
  await expect(said(a, 2)).toBeAttached();
  await expect(step(page, "Descendre", a)).toBeFocused();
  await page.keyboard.press("Enter");
  await expectChosen(page, [b, c, a]);
  await expect(said(a, 3)).toBeAttached();
  await expect(step(page, "Descendre", a)).toBeDisabled();
  await expect(step(page, "Monter", a)).toBeFocused();
  await page.keyboard.press("Space");
  await expectChosen(page, [b, a, c]);
  await expect(step(page, "Monter", a)).toBeFocused();
  await back(page);
  await expectChosen(page, [b, c, a]);
});

test("a measure is dragged onto another's place, to either end", async ({ page, corpus }) => {
  const [a, b, c, d] = corpus.map((m) => m.numero);
  await open(page, `#/selection?choix=${a},${b},${c},${d}`);
  const drag = (moved: number, onto: number) => page.dragAndDrop(`[data-glisser="mesure:${moved}"]`, `[data-deposer="mesure:${onto}"]`);
  await drag(a, c);
  await expectChosen(page, [b, c, a, d]);
  await drag(d, b);
  await expectChosen(page, [d, b, c, a]);
  await drag(d, a);
  await expectChosen(page, [b, c, a, d]);
  await drag(b, b);
  await expectChosen(page, [b, c, a, d]);
  await expect(page.locator("[data-glisse], [data-survol]")).toHaveCount(0);
  await expect(place(page, a).getByRole("button", { name: /^Monter/ })).toBeEnabled();
});

test("a measure is taken out, the selection emptied, and the focus stays somewhere", async ({ page, corpus }) => {
  const [a, b, c] = corpus.map((m) => m.numero);
  await open(page, `#/selection?public=jeunes&choix=${a},${b},${c}`);
  await pick(page, b).focus();
  await page.keyboard.press("Enter");
  await expectChosen(page, [a, c]);
  await expectFocusKept(page);
  await page.getByRole("button", { name: "Vider la sélection" }).click();
  await expectChosen(page, []);
  await expectFocusKept(page);
  await expect(page.getByText("Votre sélection est vide.")).toBeVisible();
  await expect.poll(() => fragment(page)).toBe("#/selection?public=jeunes");
  await back(page);
  await expectChosen(page, [a, c]);
});

test("all that the filters show is added, after what is there, and the focus stays somewhere", async ({ page, corpus }) => {
  const shown = expected(corpus, { public: ["jeunes"] });
  const first = shown[shown.length - 1];
  await open(page, `#/selection?public=jeunes&choix=${first}`);
  await page.getByRole("button", { name: new RegExp(`^Ajouter ${shown.length - 1}\\smesures? à ma sélection$`) }).click();
  await expectChosen(page, [first, ...shown.filter((number) => number !== first)]);
  await expect(page.getByText("Tout ce que montrent vos filtres y est déjà.")).toBeVisible();
  await expectFocusKept(page);
});

/** Chooses two measures and asks for them to be kept. */
async function kept(page: Page, numbers: number[]) {
  await open(page, `#/selection?choix=${numbers.join(",")}`);
  expect(await stored(page), "nothing is kept unasked").toEqual([]);
  await page.getByRole("button", { name: "Garder sur cet appareil" }).click();
  await expect(page.locator("[data-garde]")).toHaveAttribute("data-garde", "oui");
  await expect(page.locator("[aria-live=polite]").filter({ hasText: "C’est gardé sur cet appareil" })).toBeAttached();
  expect((await stored(page)).length).toBeGreaterThan(0);
}

const another = async (context: BrowserContext, address: string) => {
  const page = await context.newPage();
  await open(page, address);
  return page;
};

test("nothing is written before it is asked for, whatever one does", async ({ page }) => {
  await page.addInitScript(() => {
    const log = ((window as unknown as { written: string[] }).written = [] as string[]);
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      log.push(key);
      set.call(this, key, value);
    };
  });
  await open(page, "#/parcours");
  await page.getByRole("radio").first().check();
  await page.getByRole("button", { name: /^Ajouter/ }).click();
  await menu(page).click();
  await page.getByRole("button", { name: /^Faire une feuille de route/ }).click();
  await page.getByLabel("Titre", { exact: true }).fill("Essai");
  await expect(page.getByRole("heading", { level: 1, name: "Essai" })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { written: string[] }).written)).toEqual([]);
  expect(await stored(page)).toEqual([]);
});

test("what is kept is offered in another page, taken back or forgotten, and follows each change", async ({ page, context, corpus }) => {
  const [a, b, c] = corpus.map((m) => m.numero);
  await kept(page, [b, a]);
  const next = await another(context, "#/selection");
  await expectChosen(next, []);
  await expect(next.getByText(/garde une autre sélection \(2\smesures\)/)).toBeVisible();
  await next.getByRole("button", { name: "La reprendre" }).click();
  await expectChosen(next, [b, a]);
  await expectFocusKept(next);
  await expect(next.getByText(/garde une autre sélection/)).toHaveCount(0);
  await step(next, "Monter", a).click();
  await expectChosen(next, [a, b]);
  const third = await another(context, `#/selection?choix=${c}`);
  await third.getByRole("button", { name: "L’ajouter à celle-ci" }).click();
  await expectChosen(third, [c, a, b]);
  const same = await another(context, `#/selection?choix=${c},${a},${b}`);
  await expect(same.locator("[data-garde]")).toHaveAttribute("data-garde", "oui");
  await expect(same.getByText(/garde une autre sélection/)).toHaveCount(0);
});

test("« Ne plus garder, tout effacer » and « Effacer mes données » leave nothing on the device", async ({ page, context, corpus }) => {
  const two = corpus.slice(0, 2).map((m) => m.numero);
  await kept(page, two);
  await page.getByRole("button", { name: "Ne plus garder, tout effacer" }).click();
  await expect.poll(() => stored(page)).toEqual([]);
  await expect(page.locator("[data-garde]")).toHaveAttribute("data-garde", "non");
  await expectFocusKept(page);
  await expectChosen(page, two);
  await step(page, "Monter", two[1]).click();
  await expectChosen(page, [two[1], two[0]]);
  expect(await stored(page), "a change after the end").toEqual([]);
  await page.goto("about:blank");
  await kept(page, two);
  const about = await another(context, "#/a-propos");
  await about.getByRole("button", { name: /^Effacer mes données/ }).click();
  await expect(about.getByText(/C’est fait\s: \d+\séléments? effacés?/)).toBeVisible();
  expect(await stored(about)).toEqual([]);
  await about.getByRole("button", { name: /^Effacer mes données/ }).click();
  await expect(about.getByText("Il n’y avait rien à effacer.")).toBeVisible();
  await expect(page.locator("[data-garde]"), "the other window learns it").toHaveAttribute("data-garde", "non");
  await step(page, "Monter", two[1]).click();
  await expectChosen(page, [two[1], two[0]]);
  expect(await stored(page), "nor does it write again").toEqual([]);
});

test("a browser that refuses to keep is told at once, and nothing is lost", async ({ page, corpus }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const two = corpus.slice(0, 2).map((m) => m.numero);
  await open(page, `#/selection?choix=${two.join(",")}`);
  await page.getByRole("button", { name: "Garder sur cet appareil" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Votre navigateur refuse de garder" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Réessayer" })).toBeVisible();
  await expectFocusKept(page);
  await expect(page.getByText("C’est gardé sur cet appareil")).toHaveCount(0);
  await expectChosen(page, two);
  expect(await stored(page)).toEqual([]);
  expect(plain(await page.locator("[data-garde]").textContent())).toContain("enregistrez le fichier");
  await open(page, "#/mesures");
  await expect(listed(page)).toHaveCount(corpus.length);
});
