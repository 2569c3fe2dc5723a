// Two things side by side: chosen, linked, swapped; a choice half made, a wrong link.
import { type Page } from "@playwright/test";
import { back, cells, expect, focused, fragment, open, plain, ready, test } from "./support";

const kind = (page: Page) => page.getByLabel("Comparer deux");
const first = (page: Page) => page.getByLabel("Premier côté");
const second = (page: Page) => page.getByLabel("Second côté");
const told = (page: Page) => page.locator("#synthese");
const near = (page: Page) => page.locator('[id^="proche-"]');

test("two partners are chosen with the keyboard alone, each step where the focus was left", async ({ page }) => {
  await open(page, "#/comparer");
  await expect(told(page)).toContainText("Choisissez deux noms");
  await expect(page.getByRole("table")).toHaveCount(0);
  // A select chooses by the first letters typed, as every browser does.
  await kind(page).focus();
  await page.keyboard.type("Part");
  await expect(kind(page).locator("option:checked")).toHaveText("Partenaires");
  await expect(kind(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(first(page)).toBeFocused();
  await page.keyboard.type("CRESS");
  await expect(told(page)).toContainText("le second côté");
  // One side alone is not a comparison yet: its address says so far, and what is near is offered.
  await expect.poll(() => fragment(page)).toBe("#/comparer/acteur/cress");
  await expect(near(page)).not.toHaveCount(0);
  await expect(first(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("France Act");
  await expect.poll(() => fragment(page)).toBe("#/comparer/acteur/cress/france-active");
  await expect(second(page)).toBeFocused();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/CRESS.* et France Active/);
  await expect(page.getByRole("table")).toBeVisible();
});

test("no option that nothing bears is offered, and every other one is", async ({ page, corpus }) => {
  await open(page, "#/comparer/acteur/cress/france-active");
  const named = [...new Set(corpus.flatMap((m) => m.acteurs))].sort();
  const offered = await first(page).locator("option").evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value));
  expect(offered.sort()).toEqual(named);
  await kind(page).selectOption({ label: "Mesures" });
  await expect.poll(() => fragment(page)).toBe("#/comparer/mesure");
  await expect(first(page).locator("option")).toHaveCount(corpus.length + 1);
  await expect(second(page)).toHaveCount(0);
  await first(page).selectOption("8");
  await expect(second(page).locator("option")).toHaveCount(corpus.length + 1);
  await expect(second(page).locator('option[value="8"]')).toBeDisabled();
});

test("a link opened cold shows the same, question included", async ({ page, context }) => {
  await open(page, "#/comparer/acteur/cress/france-active?public=jeunes");
  await second(page).selectOption("urscop");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("URSCOP");
  await expect.poll(() => fragment(page)).toBe("#/comparer/acteur/cress/urscop?public=jeunes");
  await expect(page.getByText("La comparaison porte sur toute la stratégie")).toContainText("Public");
  const other = await context.newPage();
  await other.goto("about:blank");
  await open(other, fragment(page));
  expect(plain(await other.locator("main").innerText())).toBe(plain(await page.locator("main").innerText()));
  await other.getByRole("link", { name: "revenir à la liste filtrée" }).click();
  await expect.poll(() => fragment(other)).toBe("#/mesures?public=jeunes");
});

test("swapping puts each side in the place of the other, and the focus stays", async ({ page }) => {
  await open(page, "#/comparer/acteur/cress/france-active");
  const before = await cells(page, "Mesures", "data-mesure");
  await page.getByRole("button", { name: "Échanger les deux côtés" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => fragment(page)).toBe("#/comparer/acteur/france-active/cress");
  expect(await focused(page)).toBe("#echanger");
  await expect(first(page)).toHaveValue("france-active");
  await expect(second(page)).toHaveValue("cress");
  const after = await cells(page, "Mesures", "data-mesure");
  expect(after).toEqual([before[0], before[2], before[1]]);
  await page.keyboard.press("Enter");
  await expect(first(page)).toHaveValue("cress");
});

test("going through a list with the arrows is no step: Back leaves the comparison", async ({ page }) => {
  await open(page, "#/acteurs/cress");
  await page.getByRole("link", { name: /^Comparer avec…/ }).click();
  await expect.poll(() => fragment(page)).toBe("#/comparer/acteur/cress");
  await second(page).selectOption("france-active");
  await expect(page.getByRole("table")).toBeVisible();
  await second(page).focus();
  const seen = new Set<string>();
  for (let at = 0; at < 4; at += 1) {
    await page.keyboard.press("ArrowDown");
    await expect(second(page)).toBeFocused();
    await expect.poll(() => seen.has(fragment(page))).toBe(false);
    seen.add(fragment(page));
  }
  const last = fragment(page);
  await back(page);
  await expect.poll(() => fragment(page)).toBe("#/acteurs/cress");
  await page.goForward();
  await expect.poll(() => fragment(page)).toBe(last);
  await expect(page.getByRole("table")).toBeVisible();
});

test("another kind and back: the pair is there again", async ({ page }) => {
  await open(page, "#/comparer/acteur/cress/urscop");
  await kind(page).selectOption({ label: "Orientations" });
  await expect.poll(() => fragment(page)).toBe("#/comparer/orientation");
  await first(page).selectOption("2");
  await expect.poll(() => fragment(page)).toBe("#/comparer/orientation/2");
  await kind(page).focus();
  await kind(page).selectOption({ label: "Partenaires" });
  await expect.poll(() => fragment(page)).toBe("#/comparer/acteur/cress/urscop");
  await expect(page.getByRole("table")).toBeVisible();
  await expect(kind(page)).toBeFocused();
  await kind(page).selectOption({ label: "Orientations" });
  await expect(first(page)).toHaveValue("2");
});

test("a choice half made has its address, which says what is near and how many are as near", async ({ page, corpus }) => {
  await open(page, "#/comparer/acteur/cress");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("CRESS Centre-Val de Loire avec…");
  await expect(first(page)).toHaveValue("cress");
  await expect(second(page)).toHaveValue("");
  await page.reload();
  await ready(page);
  await expect(first(page)).toHaveValue("cress");
  // A partner of which many share as much: all are counted.
  const own = (id: string) => corpus.filter((m) => m.acteurs.includes(id));
  const ids = [...new Set(corpus.flatMap((m) => m.acteurs))];
  const shared = (one: string, other: string) => own(one).filter((m) => m.acteurs.includes(other)).length;
  const tied = (one: string) => ids.filter((id) => id !== one && shared(one, id) === 1).length;
  const lone = ids.find((id) => own(id).length === 1 && tied(id) > 6)!;
  await page.goto("about:blank");
  await open(page, `#/comparer/acteur/${lone}`);
  await expect(near(page)).toHaveCount(6);
  await expect(page.locator(".xp-compare__near")).toContainText("partage autant avec chacun");
  expect(plain(await page.locator(".xp-compare__rest").innerText())).toContain(`et ${tied(lone) - 6} autre`);
});

/** A wrong link, what it becomes, what is chosen, and the name the notice says. */
const WRONG: [string, string, string][] = [
  ["#/comparer/orientation/1/9", "1", "9"],
  ["#/comparer/acteur/cress/nimporte", "cress", "nimporte"],
  ["#/comparer/acteur/nimporte/cress", "cress", "nimporte"],
  ["#/comparer/acteur/CRESS/URSCOP", "", "CRESS"],
  ["#/comparer/mesure/3/99", "3", "99"],
];

test("a wrong link stays on the page with what it names that exists, and says what does not", async ({ page }) => {
  for (const [link, kept, unknown] of WRONG) {
    await page.goto("about:blank");
    await open(page, link);
    await expect(first(page), link).toHaveValue(kept);
    await expect(page.getByRole("alert"), link).toContainText(`«\u00a0${unknown}\u00a0» n’est pas connu`);
    await expect(page.getByRole("table")).toHaveCount(0);
  }
});

test("what is told is heard when it changes, and is not taken for the number of measures listed", async ({ page }) => {
  await open(page, "#/comparer/acteur/cress/urscop");
  await expect(told(page)).toHaveAttribute("aria-live", "polite");
  await expect(page.getByRole("status")).toHaveCount(0);
});

test("the same thing twice is said to be, and a way out offered", async ({ page }) => {
  await open(page, "#/comparer/acteur/cress/cress");
  await expect(told(page)).toContainText("est des deux côtés");
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(first(page)).toHaveValue("cress");
  await expect(second(page)).toHaveValue("");
  await near(page).first().click();
  await expect(page.getByRole("table")).toBeVisible();
  // The fields do not let one choose it twice.
  await expect(second(page).locator('option[value="cress"]')).toBeDisabled();
});

test("« Comparer avec… » leads from a measure and from a partner to the choice of the other side", async ({ page, corpus }) => {
  await open(page, "#/mesures/8?public=jeunes");
  await page.getByRole("link", { name: /^Comparer avec…/ }).click();
  await expect.poll(() => fragment(page)).toBe("#/comparer/mesure/8?public=jeunes");
  await expect(first(page)).toHaveValue("8");
  await open(page, "#/acteurs/cress");
  await page.getByRole("link", { name: /^Comparer avec…/ }).click();
  await expect.poll(() => fragment(page)).toBe("#/comparer/acteur/cress");
  const own = corpus.filter((m) => m.acteurs.includes("cress"));
  const shared = (id: string) => own.filter((m) => m.acteurs.includes(id)).length;
  const most = Math.max(...own.flatMap((m) => m.acteurs).filter((id) => id !== "cress").map(shared));
  const best = (await near(page).first().getAttribute("id"))!.replace("proche-", "");
  expect(shared(best)).toBe(most);
  await near(page).first().click();
  await expect.poll(() => fragment(page)).toBe(`#/comparer/acteur/cress/${best}`);
  await expect(page.getByRole("table")).toBeVisible();
});

test("on a narrow screen each cell says in words which side it is, and nothing sticks out", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "#/comparer/acteur/cress/france-active");
  const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^Mesures/ }) });
  await expect(line.getByRole("cell").first()).toContainText("En commun");
  await expect(line.getByText("En commun")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
