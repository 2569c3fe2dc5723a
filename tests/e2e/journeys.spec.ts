// Four visitors, each from the home page to a file they take away, by what they see only: roles and names.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { type Download, type Page } from "@playwright/test";
import { expect, type Measure, numbers, open, plain, sheets, test } from "./support";

const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const menu = (page: Page, name: string | RegExp) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name });

/** As read: straight apostrophes, plain spaces. */
const flat = (text: string) => plain(text).replaceAll("’", "'");

async function take(page: Page, name: string): Promise<Download> {
  const coming = page.waitForEvent("download");
  await button(page, name).click();
  const got = await coming;
  await expect(page.getByText(`${got.suggestedFilename()} est proposé au téléchargement.`)).toBeVisible();
  return got;
}

/** A part of a zipped document, as text; it is a whole archive. */
async function unzipped(file: Download, part: string): Promise<string> {
  const path = await file.path();
  execFileSync("unzip", ["-tqq", path]);
  return execFileSync("unzip", ["-p", path, part], { encoding: "utf8" });
}

/** The text of XML, paragraph by paragraph. */
function words(xml: string): string {
  const text = xml.replace(/<\/(w:p|si|row)>/g, "\n").replace(/<[^>]*>/g, "");
  const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return flat(text.replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole).replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))));
}

/** The lines of a file of values parted by `;`, as RFC 4180 has them. */
function rows(text: string): string[][] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r?\n|$)/g)];
  const lines: string[][] = [[]];
  for (const [, quoted, bare, end] of cells) {
    lines[lines.length - 1].push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ";") lines.push([]);
  }
  return lines.filter((line) => line.length > 1);
}

/** What the page of the visitor's answers shows: the measures of its first groups, in order. */
const suggested = (page: Page) =>
  page.locator("[data-groupe]:not([data-groupe=reste]) [data-mesure]").evaluateAll((all) => all.map((m) => Number(m.getAttribute("data-mesure"))));

const of = (corpus: Measure[], number: number) => corpus.find((m) => m.numero === number)!;
const field = (page: Page, name: string, line: number) => page.getByLabel(new RegExp(`^${name}, ligne ${line}$`));

async function roadmap(page: Page, title: string, holder: string) {
  await button(page, /^Faire une feuille de route/).click();
  await expect(page.getByRole("heading", { level: 1, name: "Feuille de route" })).toBeFocused();
  await page.getByRole("textbox", { name: "Titre", exact: true }).fill(title);
  await page.getByRole("textbox", { name: "Collectivité ou structure" }).fill(holder);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

test("a small commune says who it is, keeps what concerns it, and takes a Word document away", async ({ page, corpus }) => {
  await open(page);
  await menu(page, "Ce qui me concerne").click();
  await page.getByRole("radio", { name: /^Commune/ }).check();
  await page.getByRole("checkbox", { name: /^Foncier et locaux/ }).check();
  await page.getByRole("checkbox", { name: /^Jeunesse/ }).check();
  await expect(page.getByText(/^Vos réponses\s: Commune · Foncier et locaux · Jeunesse$/)).toBeVisible();
  const mine = await suggested(page);
  expect(mine.length).toBeGreaterThan(1);
  await button(page, /^Ajouter \d+\smesures à ma sélection$/).click();
  await menu(page, `Ma sélection (${mine.length})`).click();
  await roadmap(page, "Agir à Saint-Aubin", "Commune de Saint-Aubin <&> l'Étang");
  await field(page, "Pilote", mine[0]).fill("M. le maire & son adjointe");
  await field(page, "Priorité", mine[0]).selectOption({ label: "haute" });
  const file = await take(page, "Word (.docx)");
  expect(file.suggestedFilename()).toBe("feuille-de-route-commune-de-saint-aubin-l-etang.docx");
  const text = words(await unzipped(file, "word/document.xml"));
  for (const wanted of ["Agir à Saint-Aubin", "Commune de Saint-Aubin <&> l'Étang", "M. le maire & son adjointe", "haute"]) expect(text).toContain(wanted);
  let at = 0;
  for (const m of mine.map((number) => of(corpus, number))) {
    const here = text.indexOf(flat(`Mesure ${m.numero}. ${m.titre}`), at);
    expect(here, `measure ${m.numero}, in the order of the selection`).toBeGreaterThan(at);
    at = here;
    expect(text).toContain(`${flat(m.objectif)} » p. ${m.page}`);
  }
  for (const m of corpus.filter((m) => !mine.includes(m.numero))) expect(text).not.toContain(flat(m.titre));
});

test("an intercommunality follows its lines by status and quarter, and takes a workbook and its file away", async ({ page, corpus }) => {
  await open(page);
  await page.getByRole("searchbox").fill("foncier");
  await expect.poll(async () => (await numbers(page)).length).toBeLessThan(corpus.length);
  await menu(page, "Ce qui me concerne").click();
  await page.getByRole("radio", { name: /^Intercommunalité/ }).check();
  await expect(page.getByText(/^Vos réponses\s: Intercommunalité$/)).toBeVisible();
  const [a, b, c] = await suggested(page);
  for (const number of [a, b, c]) await button(page, new RegExp(`^Ma sélection\\s: mesure\\s${number}$`)).click();
  await menu(page, "Ma sélection (3)").click();
  await roadmap(page, "Plan ESS", "CC du Val");
  await field(page, "Échéance", a).selectOption({ label: "2e trimestre 2027" });
  await field(page, "Statut", c).selectOption({ label: "à lancer" });
  await field(page, "Budget", b).fill("=1+1");
  await link(page, "Par statut").click();
  const column = (name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });
  const forward = (number: number, to: string) => button(page, new RegExp(`^.?\\s*Passer la ligne ${number} à «\\s${to}\\s»$`));
  for (const to of ["à lancer", "en cours", "fait"]) await forward(a, to).click();
  await forward(b, "à lancer").click();
  await forward(b, "en cours").click();
  await expect(page.getByText(/^1 sur\s3\slignes au statut «\sfait\s»\.$/)).toBeVisible();
  for (const [name, number] of [["fait", a], ["en cours", b], ["à lancer", c]] as const) {
    await expect(column(name).getByRole("listitem")).toHaveCount(1);
    await expect(column(name).getByRole("link", { name: new RegExp(`^Mesure\\s${number},`) })).toBeVisible();
  }
  await expect(column("à étudier").getByRole("listitem")).toHaveCount(0);
  const book = await take(page, "Excel (.xlsx)");
  expect(book.suggestedFilename()).toBe("feuille-de-route-cc-du-val.xlsx");
  // Strings stand in the sheet or apart.
  const sheet = await unzipped(book, "xl/worksheets/sheet1.xml");
  const apart = sheet.includes('t="s"') ? await unzipped(book, "xl/sharedStrings.xml") : "";
  const text = words(`${apart} ${sheet}`);
  for (const wanted of ["Échéance", "2e trimestre 2027", "en cours", "fait", "à lancer", "=1+1"]) expect(text).toContain(wanted);
  for (const number of [a, b, c]) expect(text).toContain(flat(of(corpus, number).titre));
  expect(sheet, "nothing the spreadsheet would run").not.toMatch(/<f[ >]/);
  const kept = await take(page, "Fichier à rouvrir (.json)");
  const json = JSON.parse(await readFile(await kept.path(), "utf8")) as { titre: string; collectivite: string; lignes: Record<string, string>[] };
  expect([json.titre, json.collectivite]).toEqual(["Plan ESS", "CC du Val"]);
  expect(json.lignes.map((l) => [l.ligne, l.statut, l.echeance ?? "", l.budget])).toEqual([
    [String(a), "fait", "2027-T2", ""],
    [String(b), "en-cours", "", "=1+1"],
    [String(c), "a-lancer", "", ""],
  ]);
});

test("a workers' cooperative picks what concerns it, and takes a table away for its spreadsheet", async ({ page, corpus, request }) => {
  await open(page);
  await menu(page, "Ce qui me concerne").click();
  await page.getByRole("radio", { name: /^Coopérative/ }).check();
  await page.getByRole("checkbox", { name: /^Création et reprise/ }).check();
  await page.getByRole("checkbox", { name: /^Être accompagné/ }).check();
  await expect(page.getByText(/^Vos réponses\s: Coopérative · Création et reprise d’entreprise · Être accompagné$/)).toBeVisible();
  const mine = await suggested(page);
  const two = [mine[1], mine[0]];
  for (const number of two) await button(page, new RegExp(`^Ma sélection\\s: mesure\\s${number}$`)).click();
  await link(page, "Ma sélection (2)").click();
  await roadmap(page, "Reprise", 'SCOP "Les Ateliers"; Bourges');
  await field(page, "Notes", two[0]).fill('Voir ; l\'expert "comptable"\n=HYPERLINK("x")');
  await field(page, "Statut", two[1]).selectOption({ label: "en cours" });
  const file = await take(page, "Tableur (.csv)");
  expect(file.suggestedFilename()).toBe("feuille-de-route-scop-les-ateliers-bourges.csv");
  const text = await readFile(await file.path(), "utf8");
  expect(text.startsWith("\ufeff"), "a byte order mark").toBe(true);
  const [header, ...lines] = rows(text.slice(1));
  const columns = ["Mesure", "Titre", "Ligne", "Texte de l’action", "Page", "Statut", "Priorité", "Échéance", "Pilote", "Partenaires", "Dispositifs mobilisables", "Budget", "Notes"];
  expect(header).toEqual(columns);
  const cell = (line: string[], name: string) => line[columns.indexOf(name)];
  const told = ["Mesure", "Titre", "Page", "Statut"];
  expect(lines.map((line) => told.map((name) => cell(line, name)))).toEqual(
    two.map((number, at) => [String(number), of(corpus, number).titre, String(of(corpus, number).page), ["à étudier", "en cours"][at]]),
  );
  expect(cell(lines[0], "Notes")).toContain('Voir ; l\'expert "comptable"');
  // Named organisations are filled in.
  const actors = (await (await request.get("./data/acteurs.json")).json()) as unknown;
  const known = JSON.stringify(actors);
  const partners = cell(lines.find((l) => l[0] === "1") ?? lines[0], "Partenaires").split(", ");
  for (const name of partners) expect(known, name).toContain(JSON.stringify(name).slice(1, -1));
});

test("a secondary school says who it is, reads a sheet, takes a text away and prints", async ({ page, corpus }) => {
  await open(page);
  await menu(page, "Ce qui me concerne").click();
  await page.getByRole("radio", { name: /^Établissement scolaire/ }).check();
  await page.getByRole("checkbox", { name: /^Jeunesse/ }).check();
  await expect(page.getByText(/^Vos réponses\s: Établissement scolaire ou universitaire · Jeunesse$/)).toBeVisible();
  const [first] = await suggested(page);
  const m = of(corpus, first);
  await link(page, new RegExp(`^Mesure\\s${first}\\. `)).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(`^Mesure\\s${first}\\b`) })).toBeFocused();
  await button(page, new RegExp(`^Ma sélection\\s: mesure\\s${first}$`)).click();
  await link(page, "Fiche d’une page").click();
  await expect(page.getByRole("heading", { name: /^Pourquoi vous/ })).toBeVisible();
  await expect(page.getByText("(Établissement scolaire ou universitaire)").first()).toBeVisible();
  await expect(button(page, "Imprimer la fiche")).toBeVisible();
  expect(sheets(await page.pdf({ format: "A4" })), "the sheet holds on one page").toBe(1);
  await menu(page, "Ma sélection (1)").click();
  await roadmap(page, "L'ESS au lycée", "Lycée Émile-Zola");
  await page.getByText(/^(Son action|Ses actions) \(0 sur\s\d+\)$/).click();
  await page.getByRole("checkbox", { name: new RegExp(`^${first}\\.1\\s: `) }).check();
  await expect(page.getByRole("heading", { level: 2, name: /^2\slignes$/ })).toBeVisible();
  const file = await take(page, "Texte (.md)");
  expect(file.suggestedFilename()).toBe("feuille-de-route-lycee-emile-zola.md");
  const text = flat((await readFile(await file.path(), "utf8")).replace(/\\([^\w\s])/g, "$1"));
  expect(text).toMatch(/^# L'ESS au lycée Lycée Émile-Zola/);
  for (const wanted of [`## Mesure ${first}. ${m.titre}`, `« ${m.objectif} » p. ${m.page}`, `### Action ${first}.1`, m.actions[0].texte]) expect(text).toContain(flat(wanted));
  await expect(button(page, "Imprimer")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  const paper = flat(await page.locator("main").innerText());
  for (const wanted of ["L'ESS au lycée", "Lycée Émile-Zola", m.titre, m.actions[0].texte]) expect(paper).toContain(flat(wanted));
  // Choices are printed as the words chosen.
  await expect(page.locator(":is(button, input, textarea):visible")).toHaveCount(0);
  await expect(field(page, "Statut", first)).toHaveCSS("appearance", "none");
  const pages = sheets(await page.pdf({ format: "A4" }));
  expect(pages).toBeGreaterThan(0);
  expect(pages, "two lines do not make a book").toBeLessThan(4);
});
