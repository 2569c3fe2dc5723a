// The tables of the page of the data: every file, every column and key; how they scroll, and how they are printed.
import { type Page } from "@playwright/test";
import { expect, openData, test } from "./support";

interface Entry {
  nom: string;
  sens: string;
}

interface Index {
  fichiers: { chemin: string; octets: number | null; remarques: string[]; colonnes: Entry[] }[];
}

test("every file of the index is linked, answers, and weighs what is said", async ({ page, request }) => {
  const index = (await (await request.get("./data/index.json")).json()) as Index;
  await openData(page);
  const main = page.locator("main");
  for (const file of index.fichiers) {
    const answer = await request.get(`./data/${file.chemin}`);
    expect(answer.status(), file.chemin).toBe(200);
    if (file.octets !== null) expect((await answer.body()).length, file.chemin).toBe(file.octets);
    await expect(main.locator(`a[href="data/${file.chemin}"]`).first(), file.chemin).toBeAttached();
  }
  expect(index.fichiers.filter((f) => f.octets === null).map((f) => f.chemin)).toEqual(["index.json"]);
  const own = await main.locator("a[href]").evaluateAll((all) => [
    ...new Set(all.map((a) => (a as HTMLAnchorElement).href).filter((href) => new URL(href).origin === location.origin)),
  ]);
  expect(own.length).toBeGreaterThan(index.fichiers.length);
  for (const href of own) expect((await request.get(href)).status(), href).toBe(200);
});

test("each file's columns or keys unfold, with their meanings; what one must know to read it is not folded", async ({ page, request }) => {
  const index = (await (await request.get("./data/index.json")).json()) as Index;
  await openData(page);
  const described = index.fichiers.filter((f) => f.colonnes.length > 0);
  expect(described.length).toBeGreaterThan(12);
  for (const file of described) {
    const measures = file.chemin.startsWith("mesures/");
    const what = measures ? "Clés des fichiers de mesures" : `${file.chemin.endsWith(".csv") ? "Colonnes" : "Clés"} de ${file.chemin}`;
    await page.locator("summary", { hasText: new RegExp(`^${what.replace(".", "\\.")}\\s:\\s\\d+\\s`) }).click();
    const table = page.getByRole("table", { name: what, exact: true });
    await expect(table.getByRole("rowheader"), what).toHaveText(file.colonnes.map((e) => e.nom));
    await expect(table.locator("tbody td:nth-child(2)"), what).toHaveText(file.colonnes.map((e) => e.sens));
  }
  for (const note of index.fichiers.flatMap((f) => f.remarques)) await expect(page.getByText(note)).toBeVisible();
  await expect(page.getByText(/colonne\s«\sAction\s»\sen texte/)).toBeVisible();
});

/** Opens every fold: what is folded has no size. */
const unfold = (page: Page) =>
  page.locator("details").evaluateAll((all) => all.forEach((d) => d.setAttribute("open", "")));

test("at 320 px the page does not scroll sideways; its tables do, in their own place", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openData(page, "?public=jeunes");
  await unfold(page);
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]);
  const tables = page.locator('main [role="region"][tabindex="0"]');
  expect(await tables.count()).toBeGreaterThan(12);
  const still = await tables.evaluateAll((all) => all.filter((t) => t.scrollWidth <= t.clientWidth).map((t) => t.ariaLabel));
  expect(still).toEqual([]);
});

/** How far the colours at both sides of a table are from its ground, out of 255: a shadow says that it goes on there. */
async function cues(page: Page): Promise<{ left: number; right: number }> {
  const table = page.getByRole("region", { name: "Fichiers pour la réutilisation" });
  await table.scrollIntoViewIfNeeded();
  const shot = (await table.screenshot({ animations: "disabled" })).toString("base64");
  return page.evaluate(async (shot) => {
    const image = new Image();
    image.src = `data:image/png;base64,${shot}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    if (!pen) throw new Error("no canvas");
    pen.drawImage(image, 0, 0);
    const ground = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    // A quarter of a column may be text, and forced colours put the ground back behind text: the third quarter tells.
    const far = (x: number) => {
      const { data } = pen.getImageData(x, 0, 1, image.height);
      const all = Array.from({ length: image.height }, (_, y) => Math.max(...[0, 1, 2].map((c) => Math.abs(data[4 * y + c] - ground[c]))));
      return all.sort((a, b) => a - b)[Math.floor((3 * all.length) / 4)];
    };
    return { left: far(1), right: far(image.width - 2) };
  }, shot);
}

const LOOKS = [
  ["light", { colorScheme: "light" }, ""],
  ["dark", { colorScheme: "dark" }, ""],
  ["projected", { colorScheme: "light" }, "?affichage=projete"],
  ["forced colours", { forcedColors: "active" }, ""],
] as const;

for (const [look, media, projected] of LOOKS) {
  test(`a table too wide shows on which side it goes on, and nothing otherwise: ${look}`, async ({ page }) => {
    await page.emulateMedia(media);
    await page.setViewportSize({ width: 320, height: 900 });
    await openData(page, projected);
    const table = page.getByRole("region", { name: "Fichiers pour la réutilisation" });
    const start = await cues(page);
    expect(start.left).toBeLessThan(6);
    expect(start.right).toBeGreaterThan(40);
    await table.evaluate((t) => t.scrollTo({ left: t.scrollWidth }));
    const end = await cues(page);
    expect(end.left).toBeGreaterThan(40);
    expect(end.right).toBeLessThan(6);
    await page.setViewportSize({ width: 1900, height: 900 });
    expect(await table.evaluate((t) => t.scrollWidth <= t.clientWidth)).toBe(true);
    const whole = await cues(page);
    expect(Math.max(whole.left, whole.right)).toBeLessThan(6);
  });
}

// A grid, and a box that scrolls, take no account of the headers repeated on each sheet: what follows is printed over rows.
test("on paper the tables stand in the flow, their rows whole, their headers with a row", async ({ page }) => {
  await openData(page);
  await page.emulateMedia({ media: "print" });
  const faults = await page.locator(".xp-table__files, .xp-table__entries").evaluateAll((tables) =>
    tables.flatMap((table) => {
      const name = table.querySelector("caption")?.textContent;
      const holders: Element[] = [];
      for (let e = table.parentElement; e && e.tagName !== "MAIN"; e = e.parentElement) holders.push(e);
      const wrong = holders.filter((e) => getComputedStyle(e).display !== "block" || getComputedStyle(e).overflow !== "visible");
      const cut = [...table.querySelectorAll("tr")].filter((row) => getComputedStyle(row).breakInside !== "avoid");
      const first = table.querySelector("tbody tr");
      const alone = !first || getComputedStyle(first).breakBefore !== "avoid";
      return wrong.length + cut.length > 0 || alone ? [`${name}: ${wrong.map((e) => e.className)}, ${cut.length}, ${alone}`] : [];
    }),
  );
  expect(faults).toEqual([]);
  // Sixteen sheets of keys are printed for whoever unfolds them.
  const keys = page.getByRole("table", { name: "Clés de mesures.json", exact: true, includeHidden: true });
  await expect(keys).toBeHidden();
  await expect(page.getByText(/^Sur papier, un fichier n’a ses colonnes/)).toBeVisible();
  await page.locator("details", { has: keys }).evaluate((d) => d.setAttribute("open", ""));
  await expect(keys).toBeVisible();
});
