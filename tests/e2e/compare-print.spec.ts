// A comparison on paper: one sheet, in columns as long as they hold.
import { expect, open, plain, sheets, test, VIEWS } from "./support";

const ORIENTATIONS = [1, 2, 3, 4, 5, 6];
const PAIRS = ORIENTATIONS.flatMap((one) => ORIENTATIONS.filter((other) => other > one).map((other) => `#/comparer/orientation/${one}/${other}`));

/** What has most to print, what just fits in columns, measures with long objectives. */
const PRINTED = [
  "#/comparer/acteur/cress/france-active",
  "#/comparer/acteur/cress/urscop",
  "#/comparer/acteur/collectivites-territoriales/cress",
  "#/comparer/acteur/collectivites-territoriales/france-active",
  "#/comparer/acteur/medef/mgen",
  "#/comparer/acteur/devup/cae",
  "#/comparer/public/collectivites/entreprises-ess",
  "#/comparer/public/jeunes/collectivites",
  "#/comparer/nature/informer/accompagner",
  "#/comparer/axe/1/2",
  "#/comparer/axe/2/3",
  "#/comparer/orientation/2/3?public=jeunes",
  "#/comparer/mesure/5/6",
  "#/comparer/mesure/8/9",
  "#/comparer/mesure/2/22",
];

test("a comparison is printed on one sheet, without its fields", async ({ page }) => {
  test.slow();
  for (const address of [...PRINTED, ...PAIRS]) {
    await page.goto("about:blank");
    await open(page, address);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("table")).toBeVisible();
    await expect(page.getByLabel("Comparer deux")).toBeHidden();
    await expect(page.locator("p.xp-paper")).toContainText(address.split("?")[0]);
    expect.soft(sheets(await page.pdf({ format: "A4" })), address).toBe(1);
    await page.emulateMedia({ media: null });
  }
});

test("two orientations are printed in columns, each number with its title", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const address of PAIRS) {
    await page.goto("about:blank");
    await open(page, address);
    const [both, one, other] = await page.getByRole("columnheader").evaluateAll((all) => all.map((head) => head.getBoundingClientRect().x));
    expect(both < one && one < other, address).toBe(true);
    await expect(page.getByRole("columnheader").first()).toBeVisible();
    for (const title of await page.locator("li[data-mesure]").allTextContents()) expect(title).toMatch(/^\d+\.\u00a0\S/);
  }
});

test("the way to the projected view is not printed, on any page", async ({ page }) => {
  for (const view of VIEWS) {
    await page.goto("about:blank");
    await open(page, view);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("#projeter"), view).toBeHidden();
    expect(plain(await page.locator("footer").innerText()), view).not.toContain("Affichage projeté");
    await page.emulateMedia({ media: null });
  }
});
