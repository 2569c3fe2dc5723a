// Every chart: drawn, said in words, followed by mouse and by table, taken away, projected, beside the list.
import { readFileSync } from "node:fs";
import { type Locator, type Page } from "@playwright/test";
import { expect, expected, fragment, listed, open, option, test } from "./support";

const CHARTS = [
  "sections",
  "structure",
  "partenaires",
  "croisement",
  "ensemble",
  "flux",
  "objectifs",
  "panorama",
  "bilan",
  "vote",
  "chronologie",
] as const;

/** Those whose marks filter or open something. */
const FOLLOWED = ["sections", "structure", "partenaires", "croisement", "ensemble", "flux"] as const;

const figure = (page: Page, chart: string) => page.locator(`figure[data-graphique="${chart}"]`);

async function drawn(page: Page, chart: string): Promise<Locator> {
  await expect(figure(page, chart)).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
  return figure(page, chart);
}

async function unfold(found: Locator) {
  await found.getByText("Voir les valeurs en tableau").click();
  await expect(found.getByRole("table")).toBeVisible();
}

for (const chart of CHARTS) {
  test(`« ${chart} » is drawn with its sentence, its source and its table`, async ({ page }) => {
    await open(page, `#/graphiques/${chart}`);
    const found = await drawn(page, chart);
    await expect(found.locator("svg")).toHaveCount(1);
    const sentence = (await found.locator(".xp-figure__title").textContent()) ?? "";
    expect(sentence).toMatch(/\d/);
    await expect(found.getByRole("img")).toHaveAccessibleName(new RegExp("Graphique\\. .*tableau"));
    await expect(found.getByText(/^Source/)).toBeVisible();
    await unfold(found);
    expect(await found.locator("tbody tr").count()).toBeGreaterThan(1);
    // Text of the drawing can be read: 12 px at least.
    const sizes = await found.locator("svg text").evaluateAll((all) => all.map((t) => Number.parseFloat(getComputedStyle(t).fontSize)));
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });
}

for (const chart of FOLLOWED) {
  test(`« ${chart} » is followed from its table by keyboard, and the chip takes it back`, async ({ page }) => {
    await open(page, `#/graphiques/${chart}`);
    const found = await drawn(page, chart);
    await unfold(found);
    const button = found.getByRole("button", { name: /^Filtrer par/ }).first();
    await button.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => fragment(page)).toMatch(new RegExp(`^#/graphiques/${chart}\\?.+=`));
    await expect(page.getByRole("button", { name: /^Retirer le critère/ }).first()).toBeVisible();
    await page.getByRole("button", { name: "Tout effacer" }).click();
    await expect.poll(() => fragment(page)).toBe(`#/graphiques/${chart}`);
  });
}

test("a cell of the crossing sets both filters, by mouse and by its button", async ({ page, corpus }) => {
  await open(page, "#/graphiques/croisement?croiser=public,orientation");
  const found = await drawn(page, "croisement");
  await unfold(found);
  const cell = found.locator("tbody tr").first().locator("td button").first();
  const number = Number.parseInt((await cell.textContent()) ?? "", 10);
  await cell.click();
  await expect.poll(() => fragment(page)).toMatch(/orientation=\d&public=[a-z-]+/);
  const asked = new URLSearchParams(fragment(page).split("?")[1]);
  const both = expected(corpus, { public: [asked.get("public")!], orientation: [asked.get("orientation")!] });
  expect(both).toHaveLength(number);
  await expect(cell).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await expect.poll(() => fragment(page)).not.toContain("public=");
  // The first disc drawn is the first cell.
  const disc = found.locator("svg text", { hasText: new RegExp(`^${number}$`) }).first();
  await disc.scrollIntoViewIfNeeded();
  const place = (await disc.boundingBox())!;
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  await expect.poll(() => fragment(page)).toMatch(/orientation=\d+&public=[a-z-]+/);
});

test("the dimensions of the crossing are chosen, and kept in the address", async ({ page }) => {
  await open(page, "#/graphiques/croisement");
  await page.getByLabel("Lignes").selectOption("public");
  await expect.poll(() => fragment(page)).toBe("#/graphiques/croisement?croiser=public,orientation");
  await page.getByLabel("Colonnes").selectOption("public");
  await expect.poll(() => fragment(page)).toBe("#/graphiques/croisement?croiser=orientation,public");
  await drawn(page, "croisement");
});

test("a measure of the rings opens from its row", async ({ page }) => {
  await open(page, "#/graphiques/structure");
  const found = await drawn(page, "structure");
  await unfold(found);
  await found.getByRole("button", { name: /^Ouvrir Mesure\s8$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a08");
});

test("the table is sorted by its headings, and says which way", async ({ page }) => {
  await open(page, "#/graphiques/partenaires?lignes=toutes");
  const found = await drawn(page, "partenaires");
  await unfold(found);
  const head = found.getByRole("columnheader", { name: /Actions/ });
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const column = async () => {
    const at = await head.evaluate((th) => [...th.parentElement!.children].indexOf(th));
    const rows = await found.locator("tbody tr").all();
    return Promise.all(rows.map(async (row) => Number(await row.locator("th, td").nth(at).textContent())));
  };
  const sorted = await column();
  expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
});

test("a long chart shows its first rows, then all of them", async ({ page, corpus }) => {
  await open(page, "#/graphiques/partenaires");
  const found = await drawn(page, "partenaires");
  await unfold(found);
  const named = new Set(corpus.flatMap((m) => m.acteurs)).size;
  await expect(found.locator("tbody tr")).toHaveCount(12);
  await found.getByRole("link", { name: new RegExp(`Voir les ${named}\\slignes`) }).click();
  await expect(found.locator("tbody tr")).toHaveCount(named);
  expect(fragment(page)).toContain("lignes=toutes");
});

test("the drawing is taken away as SVG and as PNG", async ({ page }) => {
  await open(page, "#/graphiques/sections");
  const found = await drawn(page, "sections");
  for (const [kind, start] of [["SVG", "<svg"], ["PNG", "\u0089PNG"]] as const) {
    const coming = page.waitForEvent("download");
    await found.getByRole("button", { name: `Télécharger le graphique en ${kind}` }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(`graphique-sections.${kind.toLowerCase()}`);
    expect(readFileSync(await file.path(), "latin1").startsWith(start), kind).toBe(true);
  }
});

test("the values are taken away as CSV: the rows of the table", async ({ page }) => {
  await open(page, "#/graphiques/vote");
  const found = await drawn(page, "vote");
  const coming = page.waitForEvent("download");
  await found.getByRole("button", { name: "Télécharger les valeurs en CSV" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("graphique-vote.csv");
  const rows = readFileSync(await file.path(), "utf8").replace("\ufeff", "").trim().split(/\r?\n/);
  await unfold(found);
  expect(rows).toHaveLength(1 + (await found.locator("tbody tr").count()));
  expect(rows[0]).toBe("Groupe;Précision;Pour;Contre;Abstention");
});

test("no bar is drawn for a target that nobody measured", async ({ page }) => {
  await open(page, "#/graphiques/objectifs");
  const found = await drawn(page, "objectifs");
  await expect(found.locator(".xp-figure__title")).toContainText("3\u00a0objectifs sur\u00a012");
  await unfold(found);
  await expect(found.locator("tbody tr")).toHaveCount(12);
  await expect(found.getByText("rapproché par nous")).toBeVisible();
  await expect(found.getByText(/remarques sur ces valeurs/)).toBeVisible();
  await found.getByText(/remarques sur ces valeurs/).click();
  await expect(found.locator("details.xp-report").first()).toBeVisible();
});

test("series are told apart without colour", async ({ page }) => {
  await open(page, "#/graphiques/partenaires");
  const found = await drawn(page, "partenaires");
  // Each series but the plain one is filled with a pattern of its own.
  const patterns = await found.locator("svg pattern").evaluateAll((all) => new Set(all.map((p) => p.innerHTML)).size);
  expect(patterns).toBeGreaterThanOrEqual(2);
});

test("key figures have their value, their page and their words", async ({ page }) => {
  await open(page, "#/graphiques/panorama");
  await page.getByText(/Voir les \d+\schiffres du panorama/).click();
  const row = page.getByRole("row", { name: /Établissements de l'ESS/ });
  await expect(row).toContainText("8\u202f708\u00a0établissements");
  await expect(row.getByRole("cell").last()).toContainText("8 708");
});

test("in a narrow window bars keep their length and names are whole or cut by us", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const chart of ["partenaires", "sections", "objectifs", "vote"]) {
    await open(page, `#/graphiques/${chart}`);
    const found = await drawn(page, chart);
    const frame = (await found.locator("svg").boundingBox())!;
    const out = await found.locator("svg text").evaluateAll((all) => all.map((t) => t.getBoundingClientRect()).map((r) => [r.left, r.right]));
    for (const [left, right] of out) {
      expect(left, chart).toBeGreaterThanOrEqual(frame.x - 1);
      expect(right, chart).toBeLessThanOrEqual(frame.x + frame.width + 1);
    }
    const bars = await found.locator("svg path").evaluateAll((all) => all.map((p) => p.getBoundingClientRect().width));
    expect(Math.max(...bars), chart).toBeGreaterThan(30);
  }
});

test("projected, the page and its charts are larger", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page, "#/graphiques/partenaires");
  const found = await drawn(page, "partenaires");
  const size = () => found.locator("svg text").first().evaluate((t) => Number.parseFloat(getComputedStyle(t).fontSize));
  expect(await size()).toBeLessThan(20);
  await page.getByRole("link", { name: "Affichage projeté" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-affichage", "projete");
  await expect.poll(size).toBeGreaterThanOrEqual(20);
  const body = await page.locator("figcaption").first().evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize));
  expect(body).toBeGreaterThanOrEqual(20);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await page.getByRole("link", { name: "Quitter l’affichage projeté" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-affichage", "projete");
});

test("a chart stands beside the list, follows it and filters it", async ({ page, corpus }) => {
  await open(page);
  await page.getByLabel("Graphique à côté").selectOption("sections");
  const found = await drawn(page, "sections");
  expect(fragment(page)).toBe("#/mesures?graphique=sections");
  await expect(listed(page)).toHaveCount(corpus.length);
  await unfold(found);
  await found.getByRole("button", { name: /Filtrer par Orientation\s2/ }).click();
  await expect(option(page, "orientation", "2")).toBeChecked();
  await expect(listed(page)).toHaveCount(expected(corpus, { orientation: ["2"] }).length);
  await page.getByLabel("Graphique à côté").selectOption("");
  await expect(found).toHaveCount(0);
});
