// Every chart: drawn, said in words, followed by mouse and by table, taken away, projected, beside the list.
import { readFileSync } from "node:fs";
import { type Locator, type Page } from "@playwright/test";
import { back, expect, expected, fragment, listed, open, option, sheets, test } from "./support";

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

/** Where a click falls on the mark of a row: its value's label, its name over it, or the number in it. */
const MARKS = [
  ["sections", /^20\sactions$/, /\?orientation=1$/],
  ["structure", /^Orientation\s4$/, /\?orientation=4$/],
  ["partenaires", /^12\smesures/, /\?acteur=collectivites-territoriales$/],
  ["croisement?croiser=orientation,axe", /^7$/, /axe=2&orientation=4/],
  ["ensemble", /^8$/, /\?acteur=cress$/],
  ["flux", /^Orientation\s4$/, /\?orientation=4$/],
] as const;

for (const [address, mark, asks] of MARKS) {
  test(`« ${address} »: a click on a mark filters, a second one takes it back`, async ({ page }) => {
    await open(page, `#/graphiques/${address}`);
    const found = await drawn(page, address.split("?")[0]!);
    const start = fragment(page);
    const click = async () => {
      const label = found.locator("svg text", { hasText: mark }).first();
      await label.scrollIntoViewIfNeeded();
      // ECharts moves its marks before it listens to them.
      await expect(async () => {
        const before = fragment(page);
        const place = (await label.boundingBox())!;
        await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
        await expect.poll(() => fragment(page), { timeout: 1_000 }).not.toBe(before);
      }).toPass();
    };
    await click();
    await expect.poll(() => fragment(page)).toMatch(asks);
    await click();
    await expect.poll(() => fragment(page)).toBe(start);
  });
}

test("a chart drawn anew at each width stays drawn", async ({ page }) => {
  await open(page, "#/graphiques");
  const found = await drawn(page, "ensemble").catch(async () => {
    await figure(page, "ensemble").scrollIntoViewIfNeeded();
    return drawn(page, "ensemble");
  });
  for (const width of [1000, 640, 320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(async () => found.locator("svg").evaluate((svg) => svg.clientWidth)).toBeLessThan(width);
    await expect(found).toHaveAttribute("data-etat", "pret");
  }
});

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
  await back(page);
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
  await found.getByRole("link", { name: new RegExp(`Voir les ${named}\\slignes`) }).focus();
  await page.keyboard.press("Enter");
  await expect(found.locator("tbody tr")).toHaveCount(named);
  await expect.poll(() => fragment(page)).toContain("lignes=toutes");
  const less = found.getByRole("link", { name: /Ne montrer que les 12/ });
  await expect(less).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(found.locator("tbody tr")).toHaveCount(12);
  await expect.poll(() => fragment(page)).toBe("#/graphiques/partenaires");
});

test("the drawing is taken away as SVG and as PNG, on the ground it was drawn for, and told each time", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "#/graphiques/sections");
  const found = await drawn(page, "sections");
  const surface = await found.evaluate((e) => getComputedStyle(e).backgroundColor);
  const width = await found.locator("svg").evaluate((svg) => svg.clientWidth);
  for (const kind of ["SVG", "PNG"]) {
    const coming = page.waitForEvent("download");
    await found.getByRole("button", { name: `Télécharger le graphique en ${kind}` }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe(`graphique-sections.${kind.toLowerCase()}`);
    await expect(found.getByText(`graphique-sections.${kind.toLowerCase()} est proposé au téléchargement.`)).toBeVisible();
    const type = kind === "SVG" ? "image/svg+xml" : "image/png";
    const picture = await look(page, `data:${type};base64,${readFileSync(await file.path()).toString("base64")}`);
    expect(picture.width, kind).toBe(kind === "SVG" ? width : 2 * width);
    expect(picture.corner, kind).toBe(surface);
    // Ground, ink, three axes at least.
    expect(picture.colours, kind).toBeGreaterThan(5);
  }
});

/** A picture as the browser reads it back: its width, the colour of its corner, how many colours it has; how light it is and
 *  how much it changes along each diagonal, from 0 to 1, by its first channel. */
function look(page: Page, url: string) {
  return page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const shade = (x: number, y: number) => data[4 * (y * width + x)]! / 255;
    const colours = new Set<number>();
    const sum = { light: 0, down: 0, up: 0 };
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const at = 4 * (y * width + x);
        colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
        if (x < 2 || y < 2) continue;
        sum.light += shade(x, y);
        sum.down += Math.abs(shade(x, y) - shade(x - 2, y - 2));
        sum.up += Math.abs(shade(x - 2, y) - shade(x, y - 2));
      }
    }
    const inner = (width - 2) * (height - 2);
    const texture = { light: sum.light / inner, down: sum.down / inner, up: sum.up / inner };
    return { width, corner: `rgb(${data[0]}, ${data[1]}, ${data[2]})`, colours: colours.size, texture };
  }, url);
}

test("the values are taken away as CSV: every row, its numbers as numbers", async ({ page, corpus }) => {
  await open(page, "#/graphiques/partenaires");
  const found = await drawn(page, "partenaires");
  const coming = page.waitForEvent("download");
  await found.getByRole("button", { name: "Télécharger les valeurs en CSV" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("graphique-partenaires.csv");
  const [head, ...rows] = readFileSync(await file.path(), "utf8").replace("\ufeff", "").trim().split(/\r?\n/);
  expect(head).toMatch(/^Partenaire;Précision;Axe/);
  expect(rows).toHaveLength(new Set(corpus.flatMap((m) => m.acteurs)).size);
  const measures = head!.split(";").indexOf("Mesures");
  const most = Math.max(...rows.map((row) => Number(row.split(";")[measures])));
  const times = corpus.flatMap((m) => m.acteurs).reduce<Record<string, number>>((all, a) => ({ ...all, [a]: (all[a] ?? 0) + 1 }), {});
  expect(most).toBe(Math.max(...Object.values(times)));
});

test("no bar is drawn for a target that nobody measured", async ({ page }) => {
  await open(page, "#/graphiques/objectifs");
  const found = await drawn(page, "objectifs");
  await expect(found.locator(".xp-figure__title")).toContainText("3\u00a0objectifs sur\u00a012");
  await unfold(found);
  await expect(found.locator("tbody tr")).toHaveCount(12);
  await expect(found.getByRole("cell", { name: /rapproché par nous/ })).toBeVisible();
  await expect(found.locator("svg text", { hasText: "rapproché par nous" })).toBeVisible();
  await expect(found.getByText(/remarques sur ces valeurs/)).toBeVisible();
  await found.getByText(/remarques sur ces valeurs/).click();
  await expect(found.locator("details.xp-report").first()).toBeVisible();
});

for (const chart of ["partenaires", "vote"] as const) {
  test(`« ${chart} »: series are told apart in shades of grey`, async ({ page }) => {
    await open(page, `#/graphiques/${chart}`);
    const found = await drawn(page, chart);
    await page.evaluate(() => document.documentElement.style.setProperty("filter", "grayscale(1)"));
    // The samples of the legend: the first shapes of the drawing wider than a letter, left of each name.
    const names = found.locator("svg text").filter({ hasText: /^(Axe\s\w+|Pour|Contre|Abstention)$/ });
    const textures: { light: number; down: number; up: number }[] = [];
    for (const name of await names.all()) {
      const place = (await name.boundingBox())!;
      const clip = { x: place.x - 26, y: place.y + place.height / 2 - 6, width: 18, height: 12 };
      const shot = (await page.screenshot({ clip })).toString("base64");
      textures.push((await look(page, `data:image/png;base64,${shot}`)).texture);
    }
    expect(textures).toHaveLength(3);
    for (const [at, one] of textures.entries()) {
      for (const other of textures.slice(at + 1)) {
        const apart = Math.max(...(["light", "down", "up"] as const).map((key) => Math.abs(one[key] - other[key])));
        expect(apart, JSON.stringify(textures)).toBeGreaterThan(0.08);
      }
    }
  });
}

test("printed, a chart keeps its height and the numbers of its table", async ({ page }) => {
  await open(page, "#/graphiques/croisement");
  const found = await drawn(page, "croisement");
  await page.emulateMedia({ media: "print" });
  const rows = await found.locator("tbody tr").count();
  await expect.poll(async () => found.locator("svg").evaluate((svg) => svg.getBoundingClientRect().height)).toBeGreaterThan(rows * 20);
  await expect(found.locator("tbody tr").first().locator("td button").first()).toBeVisible();
  await expect(found.getByRole("columnheader", { name: "Suivre" })).toBeHidden();
});

test("all charts are printed, each whole on its sheet", async ({ page }) => {
  // Eleven drawings on the screen, eleven on paper, and a PDF of them.
  test.slow();
  await page.setViewportSize({ width: 1280, height: 9_000 });
  await open(page, "#/graphiques");
  for (const chart of CHARTS) await drawn(page, chart);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const before = await page.locator(".xp-figure__canvas svg").evaluateAll((all) => all.map((svg) => svg.getAttribute("viewBox")));
  expect(before).toHaveLength(CHARTS.length);
  // Between the count of the sheets and their drawing the page takes the width of the paper: nothing may grow.
  await page.setViewportSize({ width: 688, height: 1_000 });
  for (const [at, svg] of (await page.locator(".xp-figure__canvas svg").all()).entries()) {
    await expect(svg).toHaveAttribute("viewBox", before[at]!);
    const { height } = (await svg.boundingBox())!;
    expect(height, `chart ${at + 1}`).toBeLessThan(900);
  }
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
  // What the sheets hold is counted before the page takes their width: with less, the last charts were lost.
  const pdf = await page.pdf({ format: "A4" });
  expect(sheets(pdf)).toBeGreaterThanOrEqual(8);
  expect(sheets(pdf)).toBeLessThanOrEqual(14);
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
    // The longest bar takes a quarter of the width at least, in one piece or in several.
    const bars = await found.locator('svg path[fill^="#"]').evaluateAll((all) => all.map((p) => p.getBoundingClientRect().right));
    expect(Math.max(...bars) - frame.x, chart).toBeGreaterThan(frame.width / 4);
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
  await expect.poll(() => fragment(page)).toBe("#/mesures?graphique=sections");
  await expect(listed(page)).toHaveCount(corpus.length);
  await unfold(found);
  await found.getByRole("button", { name: /Filtrer par Orientation\s2/ }).click();
  await expect(option(page, "orientation", "2")).toBeChecked();
  await expect(listed(page)).toHaveCount(expected(corpus, { orientation: ["2"] }).length);
  await page.getByLabel("Graphique à côté").selectOption("");
  await expect(found).toHaveCount(0);
});
