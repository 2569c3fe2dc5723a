// Two things side by side: chosen, linked, swapped, agreeing with the published data, and printed on one sheet.
import { type Page } from "@playwright/test";
import { borne, expect, type FacetKey, focused, fragment, type Measure, open, plain, test } from "./support";

const kind = (page: Page) => page.getByLabel("Comparer deux");
const first = (page: Page) => page.getByLabel("Premier côté");
const second = (page: Page) => page.getByLabel("Second côté");
const told = (page: Page) => page.getByRole("status");

/** A line of the table, by its head: what each of its three cells holds, told by an attribute. */
async function cells(page: Page, head: string, attribute: string): Promise<string[][]> {
  const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${head}`) }) });
  if ((await line.count()) === 0) return [[], [], []];
  return line
    .getByRole("cell")
    .evaluateAll((all, name) => all.map((cell) => [...cell.querySelectorAll("li")].map((li) => li.getAttribute(name) ?? "")), attribute);
}

/** Both, left alone, right alone: as a visitor would with a pencil. */
const cut = (left: string[], right: string[]) =>
  [left.filter((v) => right.includes(v)), left.filter((v) => !right.includes(v)), right.filter((v) => !left.includes(v))].map((part) =>
    [...new Set(part)].sort(),
  );

const pages = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

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
  await expect(told(page)).toContainText("l’autre côté");
  // One side alone is not a comparison: the address waits, and what is near is offered.
  expect(fragment(page)).toBe("#/comparer");
  await expect(page.locator('[id^="proche-"]')).toHaveCount(3);
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
  await expect(second(page).locator("option")).toHaveCount(corpus.length + 1);
  expect(fragment(page)).toBe("#/comparer");
});

test("a link opened cold shows the same, question included", async ({ page, context }) => {
  await open(page, "#/comparer/acteur/cress/france-active?public=jeunes");
  await second(page).selectOption("urscop");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("URSCOP");
  await page.goBack();
  await expect(second(page)).toHaveValue("france-active");
  await page.goForward();
  await expect(second(page)).toHaveValue("urscop");
  expect(fragment(page)).toBe("#/comparer/acteur/cress/urscop?public=jeunes");
  await expect(page.getByText("La comparaison porte sur toute la stratégie")).toContainText("Public");
  const other = await context.newPage();
  await other.goto("about:blank");
  await open(other, fragment(page));
  expect(plain(await other.locator("main").innerText())).toBe(plain(await page.locator("main").innerText()));
  await other.getByRole("link", { name: "revenir à la liste filtrée" }).click();
  expect(fragment(other)).toBe("#/mesures?public=jeunes");
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
  await page.goBack();
  await expect(first(page)).toHaveValue("cress");
});

test("the same thing twice is said to be, and a way out offered", async ({ page }) => {
  await open(page, "#/comparer/acteur/cress/cress");
  await expect(told(page)).toContainText("est des deux côtés");
  await expect(page.getByRole("table")).toHaveCount(0);
  await page.locator('[id^="proche-"]').first().click();
  await expect(page.getByRole("table")).toBeVisible();
  await second(page).selectOption("cress");
  await expect(told(page)).toContainText("est des deux côtés");
});

const ROWS: [string, FacetKey][] = [
  ["Axes", "axe"],
  ["Orientations", "orientation"],
  ["(Autres )?[Pp]ublics", "public"],
  ["(Autres )?[Pp]artenaires", "acteur"],
  ["(Autres )?[Dd]ispositifs", "dispositif"],
  ["(Autres )?[Tt]erritoires", "territoire"],
  ["(Autres )?[Tt]ypes d’action", "nature"],
];

const PAIRS: [string, FacetKey, string, string][] = [
  ["#/comparer/acteur/cress/france-active", "acteur", "cress", "france-active"],
  ["#/comparer/orientation/1/4", "orientation", "1", "4"],
  ["#/comparer/public/jeunes/collectivites", "public", "jeunes", "collectivites"],
];

for (const [address, facet, one, other] of PAIRS) {
  test(`what is shared agrees with the published data: ${address}`, async ({ page, corpus }) => {
    await open(page, address);
    const [left, right] = [one, other].map((id) => corpus.filter((m) => borne(m, facet).includes(id)));
    const ids = (side: Measure[]) => side.map((m) => String(m.numero));
    expect((await cells(page, "Mesures", "data-mesure")).map((c) => c.sort())).toEqual(cut(ids(left), ids(right)));
    for (const [head, row] of ROWS.filter(([, row]) => row !== facet || facet === "acteur")) {
      const values = (side: Measure[]) => side.flatMap((m) => borne(m, row)).filter((v) => row !== facet || (v !== one && v !== other));
      expect((await cells(page, head, "data-cle")).map((c) => c.sort()), head).toEqual(cut(values(left), values(right)));
    }
    const numbers = await page.locator(".xp-compare__facts").allInnerTexts();
    for (const [at, side] of [left, right].entries()) {
      const actions = side.flatMap((m) => m.actions);
      expect(plain(numbers[at])).toContain(`${side.length} mesure`);
      expect(plain(numbers[at])).toContain(`, ${actions.length} action`);
      if (facet !== "acteur") continue;
      const own = actions.filter((a) => a.acteurs.includes([one, other][at])).length;
      expect(plain(numbers[at])).toMatch(new RegExp(`dont ${own} le nomm`));
    }
  });
}

test("two measures have their summaries, objectives, roles and every action, word for word", async ({ page, corpus }) => {
  await open(page, "#/comparer/mesure/8/9");
  const text = plain(await page.locator("main").innerText());
  for (const m of corpus.filter((m) => [8, 9].includes(m.numero))) {
    for (const sentence of [m.titre, m.objectif, ...m.actions.map((a) => a.texte)]) expect(text).toContain(plain(sentence));
    expect(text).toContain(`page ${m.page} · ${m.actions.length} action`);
  }
  expect(text).toMatch(/la mesure (agit pour ce public|appelle ce public à agir)/);
  const [left, right] = [8, 9].map((n) => corpus.filter((m) => m.numero === n));
  for (const [head, row] of ROWS) {
    const values = (side: Measure[]) => side.flatMap((m) => borne(m, row));
    expect((await cells(page, head, "data-cle")).map((c) => c.sort()), head).toEqual(cut(values(left), values(right)));
  }
});

test("« Comparer avec… » leads from a measure and from a partner to the comparison with what is nearest", async ({ page, corpus }) => {
  await open(page, "#/mesures/8?public=jeunes");
  await page.getByRole("link", { name: /^Comparer avec…/ }).click();
  await expect.poll(() => fragment(page)).toMatch(/^#\/comparer\/mesure\/8\/\d+\?public=jeunes$/);
  await expect(page.getByRole("table")).toBeVisible();
  await open(page, "#/acteurs/cress");
  await page.getByRole("link", { name: /^Comparer avec…/ }).click();
  await expect.poll(() => fragment(page)).toMatch(/^#\/comparer\/acteur\/cress\//);
  const best = fragment(page).split("/").pop()!;
  const own = corpus.filter((m) => m.acteurs.includes("cress"));
  const shared = (id: string) => own.filter((m) => m.acteurs.includes(id)).length;
  const most = Math.max(...own.flatMap((m) => m.acteurs).filter((id) => id !== "cress").map(shared));
  expect(shared(best)).toBe(most);
});

/** Partners and orientations that have most to print, little, and what just fits in columns; measures with long objectives. */
const PRINTED = [
  "#/comparer/acteur/cress/france-active",
  "#/comparer/acteur/collectivites-territoriales/cress",
  "#/comparer/acteur/collectivites-territoriales/france-active",
  "#/comparer/acteur/medef/mgen",
  "#/comparer/acteur/devup/cae",
  "#/comparer/orientation/1/4",
  "#/comparer/orientation/4/6",
  "#/comparer/orientation/2/3?public=jeunes",
  "#/comparer/mesure/8/9",
  "#/comparer/mesure/2/22",
];

test("a comparison is printed on one sheet, without its fields", async ({ page }) => {
  for (const address of PRINTED) {
    await page.goto("about:blank");
    await open(page, address);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("table")).toBeVisible();
    await expect(kind(page)).toBeHidden();
    await expect(page.locator("p.xp-paper")).toContainText(address.split("?")[0]);
    expect.soft(pages(await page.pdf({ format: "A4" })), address).toBe(1);
    await page.emulateMedia({ media: null });
  }
});

test("on a narrow screen each cell says in words which side it is, and nothing sticks out", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "#/comparer/acteur/cress/france-active");
  const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^Mesures/ }) });
  await expect(line.getByRole("cell").first()).toContainText("En commun");
  await expect(line.getByText("En commun")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
