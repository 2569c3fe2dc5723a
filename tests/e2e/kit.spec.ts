// The explorer in one file, alone in a folder, opened from the disk without a network: as a double click would.
import { copyFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { type Page } from "@playwright/test";
import { begin, crash, expectLed, expectSlide, leader } from "./workshop";
import { choose, expect, expected, expectShown, listed, numbers, ready, test as base } from "./support";

const NAME = "explorateur-sress.html";
const KIT = resolve(import.meta.dirname, "../../dist", NAME);

/** Asked for by the page, besides itself. */
const test = base.extend<{ kit: string; asked: string[] }>({
  kit: async ({ context, faults }, use) => {
    // Its own address is the only one that is not the server's.
    faults.allow(new RegExp(`^request to another origin: file:\\S*/${NAME.replace(".", "\\.")}`));
    await context.setOffline(true);
    const folder = await mkdtemp(join(tmpdir(), "cle-usb-"));
    await copyFile(KIT, join(folder, NAME));
    await use(pathToFileURL(join(folder, NAME)).href);
    await rm(folder, { recursive: true });
  },
  asked: async ({ context }, use) => {
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url()));
    await use(asked);
    const own = (url: string) => /^(blob|data):/.test(url) || new RegExp(`^file:.*/${NAME}`).test(url);
    expect(asked.filter((url) => !own(url)), "nothing but the file itself").toEqual([]);
  },
});

async function open(page: Page, kit: string, fragment = "") {
  // Another fragment alone would be a step, not a visit.
  await page.goto("about:blank");
  await page.goto(`${kit}${fragment}`);
  await ready(page);
}

async function save(page: Page, id: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.locator(id).click();
  const got = await coming;
  return { name: got.suggestedFilename(), bytes: await readFile(await got.path()) };
}

test("the list, its filters, a link and a search work", async ({ page, kit, asked, corpus }) => {
  expect(asked).toEqual([]);
  await open(page, kit);
  await expect(listed(page)).toHaveCount(corpus.length);
  await choose(page, "public", "jeunes");
  await expectShown(page, expected(corpus, { public: ["jeunes"] }).length);
  await page.getByRole("searchbox").fill("zzyzx");
  await expect(listed(page)).toHaveCount(0);
  await page.getByRole("searchbox").fill("8");
  await expect(listed(page).first()).toBeVisible();
  await open(page, kit, "#/mesures?public=jeunes&axe=2");
  expect(await numbers(page)).toEqual(expected(corpus, { public: ["jeunes"], axe: ["2"] }));
  await page.reload();
  await ready(page);
  expect(await numbers(page)).toEqual(expected(corpus, { public: ["jeunes"], axe: ["2"] }));
  console.log(`fichier unique : ${(await stat(KIT)).size} octets`);
});

test("a chart is drawn by ECharts, and taken away as a picture", async ({ page, kit, asked }) => {
  await open(page, kit, "#/graphiques/sections");
  expect(asked.length).toBeGreaterThan(0);
  const figure = page.locator('figure[data-graphique="sections"]');
  await expect(figure).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
  expect(await figure.locator("svg path").count()).toBeGreaterThan(3);
  for (const [kind, start] of [["le graphique en SVG", "<svg"], ["le graphique en PNG", "\x89PNG"], ["les valeurs en CSV", "\u00ef\u00bb\u00bf"]] as const) {
    const coming = page.waitForEvent("download");
    await figure.getByRole("button", { name: `Télécharger ${kind}` }).click();
    expect((await readFile(await (await coming).path())).toString("latin1").slice(0, start.length), kind).toBe(start);
  }
});

test("a roadmap is made, kept on the device, and taken away in every form", async ({ page, kit, asked }) => {
  await open(page, kit, "#/selection?choix=8,1");
  expect(asked.length).toBeGreaterThan(0);
  await page.getByRole("button", { name: /^Faire une feuille de route de/ }).click();
  await page.locator("#pilote-8").fill("Mairie");
  const starts: Record<string, string> = { docx: "PK", xlsx: "PK", csv: "\u00ef\u00bb\u00bf", md: "# ", json: "{" };
  for (const [form, start] of Object.entries(starts)) {
    const { name, bytes } = await save(page, `#enregistrer-${form}`);
    expect(name).toMatch(new RegExp(`\\.${form}$`));
    expect(bytes.toString("latin1").slice(0, start.length), form).toBe(start);
  }
  await page.locator("#garder").click();
  await page.reload();
  await ready(page);
  await expect(page.locator("#pilote-8")).toHaveValue("Mairie");
});

test("the published data come out of the file as they are on the site", async ({ page, kit, asked, baseURL }) => {
  await open(page, kit, "#/donnees");
  expect(asked.length).toBeGreaterThan(0);
  for (const path of ["data/mesures.csv", "data/mesures.json", "data/donnees.zip"]) {
    const { name, bytes } = await save(page, `a[href="${path}"] >> nth=0`);
    expect(name).toBe(path.split("/").pop());
    expect(bytes.equals(await readFile(resolve(KIT, "..", path))), path).toBe(true);
  }
  expect(baseURL).toContain("http");
  const selection = await save(page, "#selection-csv");
  expect(selection.bytes.length).toBeGreaterThan(10_000);
  await open(page, kit, "#/a-propos");
  expect((await save(page, 'a[href="LICENCES.txt"]')).bytes.toString()).toContain("ECharts");
});

test("a workshop is held: two windows, a vote, minutes, and all of it back after a crash", async ({ page, kit, asked, context }) => {
  await open(page, kit, "#/atelier/selection?choix=8,1,6");
  for (const model of [0, 4]) await page.locator(`#vote-modele-${model}`).click();
  await begin(page);
  const led = await leader(page, context);
  await led.getByRole("button", { name: "Suivante →" }).click();
  await expectSlide(page, "programme");
  await page.keyboard.press("PageDown");
  await expectLed(led, "mesure-8");
  await led.getByRole("button", { name: /Vote\s1/ }).click();
  await led.locator("#mains-6").fill("12");
  await led.locator("#mains-6").press("Enter");
  await led.getByRole("button", { name: "Révéler ou masquer" }).click();
  await expect(page.locator('[data-resultat="6"] .xp-vote__number')).toHaveText("12");
  await led.close();
  await crash(context, page);
  const again = await context.newPage();
  await open(again, kit, "#/atelier");
  await again.getByRole("link", { name: "Reprendre où l’on en était" }).click();
  await expectSlide(again, "vote-1");
  await expect(again.locator('[data-resultat="6"] .xp-vote__number')).toHaveText("12");
  await open(again, kit, "#/atelier/compte-rendu");
  for (const [form, start] of Object.entries({ docx: "PK", md: "# ", json: "{" })) {
    const { name, bytes } = await save(again, `#enregistrer-${form}`);
    expect(name).toBe(`compte-rendu-atelier.${form}`);
    expect(bytes.toString("latin1").slice(0, start.length), form).toBe(start);
  }
  expect(asked.length).toBeGreaterThan(0);
});

test("what a file on a disk cannot do is said", async ({ page, kit, asked, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, kit, "#/a-propos");
  expect(asked.length).toBeGreaterThan(0);
  const section = page.locator(".xp-offline");
  await expect(section).toHaveAttribute("data-hors-ligne", "impossible");
  await expect(section).toContainText("Vous lisez l’explorateur en un seul fichier");
  await expect(section.getByRole("link")).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations).toEqual([]);
  await open(page, kit, "#/integrer/mesures?public=jeunes");
  await expect(page.locator("main")).toContainText("une page web ne peut pas encadrer un fichier de votre disque");
  await expect(page.locator("iframe, textarea")).toHaveCount(0);
  await open(page, kit);
  await page.getByRole("button", { name: "Copier le lien" }).click();
  await expect(page.locator(".xp-copy__told")).toContainText(/il ne s’ouvre que sur cet appareil|Copie refusée/);
});

test("served by a web server, whose policy refuses what is inside, it says to keep it first", async ({ page, faults }) => {
  faults.allow(/Content Security Policy|CSP:|violates/);
  await page.goto(`./${NAME}`);
  await expect(page.locator("#xp-ailleurs")).toBeVisible();
  await expect(page.locator("article[data-mesure]").first()).toBeVisible();
});

test("without scripts the text is there", async ({ browser, kit }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  await page.goto(kit);
  // Playwright’s text search leaves <noscript> out.
  await expect(page.locator("noscript p")).toBeVisible();
  await expect(page.locator("article[data-mesure]").first()).toBeVisible();
  await context.close();
});
