// A roadmap's files: what cannot be opened changes nothing, what is saved holds every text as text, several in one.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { type Page } from "@playwright/test";
import { CUT, expect, open, plain, ready, test } from "./support";

const GOLDEN = await readFile(new URL("../golden/feuilles/v1.json", import.meta.url), "utf8");

type Line = Record<string, unknown>;

/** A roadmap's file; a line needs its key and status only. */
const file = (more: Line, ...lines: Line[]) => ({
  ...{ format: "explorateur-sress/feuille-de-route", version: 1, titre: "", collectivite: "" },
  ...more,
  lignes: lines.map((line) => ({ statut: "a-etudier", ...line })),
});

const json = (value: unknown, name = "f.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(typeof value === "string" ? value : JSON.stringify(value, null, 1)) });

async function begin(page: Page, choice = "8,1") {
  await open(page, `#/selection?choix=${choice}`);
  await page.getByRole("button", { name: /^Faire une feuille de route de/ }).click();
  await expect(page.locator("#feuille")).toBeVisible();
  await page.locator("#pilote-8").fill("le travail en cours");
}

const told = (page: Page) => page.locator("p.xp-told");

async function load(page: Page, value: unknown, name = "f.json") {
  await page.locator("#ouvrir").setInputFiles(json(value, name));
  await expect(told(page)).toHaveText(`«\u00a0${name}\u00a0» est ouvert. «\u00a0Annuler\u00a0» rend ce qui était là.`);
}

async function save(page: Page, id: string): Promise<{ name: string; path: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.locator(id).click();
  const got = await coming;
  return { name: got.suggestedFilename(), path: await got.path(), bytes: await readFile(await got.path()) };
}

const exported = async (page: Page) => (await save(page, "#enregistrer-json")).bytes.toString("utf8");

const one = { ligne: "8" };
const BAD: [what: string, content: unknown, said: RegExp][] = [
  ["an empty file", "", /abîmé ou coupé à la ligne \d+/],
  ["a file cut in the middle", GOLDEN.slice(0, 600), /abîmé ou coupé à la ligne 1\d\./],
  ["another JSON", "[1, 2]", /n’est pas une feuille de route de l’explorateur/],
  ["brackets a hundred thousand deep", "[".repeat(100_000), /abîmé ou coupé|n’est pas une feuille/],
  ["version 2", file({ version: 2 }, one), /version plus récente/],
  ["a number for a text", file({}, one, { ligne: "1", notes: 12 }), /ligne \d+, champ « lignes\[1\]\.notes » : on attend un texte entre guillemets/],
  ["nothing for a text", file({ titre: null }, one), /ligne \d+, champ « titre » : on attend un texte entre guillemets/],
  ["a text for the list", { ...file({}), lignes: "8" }, /ligne \d+, champ « lignes » : on attend une liste entre crochets/],
  ["a status nobody knows", file({}, { ligne: "8", statut: "perdu" }), /ligne \d+, champ « lignes\[0\]\.statut » : « perdu » n’est pas « a-etudier »/],
  ["a day that is none", file({}, { ligne: "8", echeance: "2027-02-30" }), /champ « lignes\[0\]\.echeance » : « 2027-02-30 » n’est pas une date/],
  ["a field of another time", file({}, { ligne: "8", couleur: "rouge" }), /ligne \d+, champ « lignes\[0\]\.couleur » : « couleur » n’est pas connu/],
  ["a line twice", file({}, one, one), /champ « lignes\[1\] » : « 8 » y est deux fois/],
  ["a text too long", file({}, { ligne: "8", notes: "x".repeat(10_001) }), /champ « lignes\[0\]\.notes » : plus de 10 000 caractères/],
];

test("what cannot be opened is said in French, with line and field, and leaves the work as it was", async ({ page }) => {
  test.slow();
  await begin(page);
  const before = await exported(page);
  const docx = (await save(page, "#enregistrer-docx")).bytes;
  const heavy = Buffer.from(JSON.stringify(file({}, one)) + " ".repeat(5_000_000));
  const files = [
    ...BAD.map(([what, content, said]) => ({ what, chosen: json(content, `${what}.json`), said })),
    { what: "a Word file", chosen: { name: "a Word file.json", mimeType: "application/json", buffer: docx }, said: /n’est pas un fichier de texte|abîmé ou coupé/ },
    { what: "five megabytes", chosen: { name: "five megabytes.json", mimeType: "", buffer: heavy }, said: /trop lourd \(plus de 4 000 000 octets\)/ },
  ];
  for (const { what, chosen, said } of files) {
    await page.locator("#ouvrir").setInputFiles(chosen);
    await expect.soft(told(page), what).toContainText(`«\u00a0${what}.json\u00a0»`);
    const text = plain(await told(page).textContent());
    expect.soft(text, what).toMatch(said);
    expect.soft(text.replace(what, ""), what).not.toMatch(/\b(expected|invalid|missing|unknown|column|line|error)\b/);
    await expect(told(page)).toHaveClass(/xp-told--wrong/);
    await expect(page.locator("#pilote-8")).toHaveValue("le travail en cours");
  }
  expect(await exported(page)).toBe(before);
});

test("the first version's file opens, and a good file replaces what « Annuler » gives back", async ({ page }) => {
  await begin(page);
  const before = await exported(page);
  await load(page, GOLDEN, "v1.json");
  const { strategie: _, ...opened } = JSON.parse(await exported(page)) as Line;
  const { strategie: __, ...golden } = JSON.parse(GOLDEN) as Line;
  expect(opened).toEqual(golden);
  await page.locator("#annuler").click();
  expect(await exported(page)).toBe(before);
});

test("when kept, what a file took the place of comes back after a reload too", async ({ page }) => {
  await begin(page);
  await page.getByRole("button", { name: "Garder sur cet appareil" }).click();
  const before = await exported(page);
  await load(page, GOLDEN, "v1.json");
  await page.reload();
  await ready(page);
  await expect(page.locator("#feuille-titre")).toHaveValue("Feuille de route ESS");
  await page.getByRole("button", { name: "Reprendre la précédente" }).click();
  await expect(page.locator("#pilote-8")).toHaveValue("le travail en cours");
  expect(await exported(page)).toBe(before);
  await page.getByRole("button", { name: "Reprendre la précédente" }).click();
  await expect(page.locator("#feuille-titre")).toHaveValue("Feuille de route ESS");
});

const HTML = "<img src=x onerror=alert(1)><script>alert(2)</script>";
const HOSTILE = { titre: `${HTML}titre`, collectivite: `${HTML}structure` };
const TEXTS = {
  pilote: `${HTML}pilote`,
  partenaires: "=cmd|'/c calc'!A1",
  dispositifs: "\u202eאבג مرحبا\u202c 👩🏽‍🌾",
  budget: "@SUM(1+1)",
  notes: `${"long ".repeat(1_990)}fin]]>&amp;`,
};

/** Text of an XML part. */
const unescaped = (xml: string) =>
  xml.replace(/<[^>]+>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&(apos|#39);/g, "'").replace(/&amp;/g, "&");

const unzip = (path: string, part: string) => execFileSync("unzip", ["-p", path, part], { encoding: "utf8", maxBuffer: 2 ** 26 });

test("hostile texts are text on the page and in each file, and run nowhere", async ({ page }) => {
  page.on("dialog", (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`);
  });
  await begin(page);
  await load(page, file(HOSTILE, { ligne: "8", ...TEXTS }));
  for (const [field, text] of Object.entries(TEXTS)) await expect(page.locator(`#${field}-8`)).toHaveValue(text);
  await expect(page.locator("h1")).toHaveText(HOSTILE.titre);
  await page.getByRole("link", { name: "Par statut" }).click();
  await expect(page.locator(".xp-board__facts")).toHaveText(TEXTS.pilote);
  await expect(page.locator("main img, main script")).toHaveCount(0);
  const word = unescaped(unzip((await save(page, "#enregistrer-docx")).path, "word/document.xml"));
  for (const text of [...Object.values(HOSTILE), ...Object.values(TEXTS)]) expect(word).toContain(text);
  const excel = (await save(page, "#enregistrer-xlsx")).path;
  const sheet = unzip(excel, "xl/worksheets/sheet1.xml");
  expect(sheet, "no formula").not.toMatch(/<f[ >]/);
  expect(unescaped(unzip(excel, "xl/*.xml") + sheet)).toContain(TEXTS.partenaires);
  expect(unescaped(unzip(excel, "xl/*.xml") + sheet)).toContain(TEXTS.pilote);
  const csv = (await save(page, "#enregistrer-csv")).bytes.toString("utf8");
  expect(csv).toContain(`${HTML}pilote`);
  expect(csv, "a spreadsheet takes it for text").toMatch(/(^|[;"])'=cmd\|/m);
  expect(csv).toMatch(/(^|[;"])'@SUM/m);
  expect(csv).not.toMatch(/(^|;)"?[=@]/m);
  const md = (await save(page, "#enregistrer-md")).bytes.toString("utf8");
  expect(md.replaceAll("\\", "")).toContain(`${HTML}pilote`);
  expect(md, "no HTML of theirs").not.toMatch(/(^|[^\\])<(img|script)/);
  expect(md).toContain("👩🏽‍🌾");
  expect(JSON.parse(await exported(page))).toMatchObject({ ...HOSTILE, lignes: [{ ligne: "8", ...TEXTS }] });
});

test("the program of documents comes with the first click on Word or Excel; without it the other forms save, and one can try again", async ({ page, faults }) => {
  faults.allow(CUT, /documents-|wasm|import/i);
  const asked: string[] = [];
  page.on("request", (request) => void (/documents-[0-9a-f]+\./.test(request.url()) && asked.push(request.url().split(".").at(-1)!)));
  await begin(page);
  for (const id of ["csv", "md", "json"]) await save(page, `#enregistrer-${id}`);
  expect(asked).toEqual([]);
  for (const blocked of [/documents-[0-9a-f]+\.js$/, /documents-[0-9a-f]+\.wasm$/]) {
    await page.route(blocked, (route) => route.abort());
    await page.locator("#enregistrer-docx").click();
    await expect(told(page), String(blocked)).toContainText("Réessayez, ou choisissez .csv");
    await expect(page.locator("#pilote-8")).toHaveValue("le travail en cours");
    for (const id of ["csv", "md", "json"]) expect((await save(page, `#enregistrer-${id}`)).name).toBe(`feuille-de-route.${id}`);
    await page.unroute(blocked);
  }
  const { name, path } = await save(page, "#enregistrer-docx");
  expect(name).toBe("feuille-de-route.docx");
  expect(unzip(path, "word/document.xml")).toContain("le travail en cours");
  await expect(told(page)).toHaveText("feuille-de-route.docx est proposé au téléchargement.");
  expect(new Set(asked)).toEqual(new Set(["js", "wasm"]));
});

test("the spreadsheets hold every line with every field", async ({ page }) => {
  await begin(page, "8,1,6");
  await load(page, GOLDEN, "v1.json");
  const csv = (await save(page, "#enregistrer-csv")).bytes.toString("utf8").slice(1);
  const { path, name } = await save(page, "#enregistrer-xlsx");
  expect(name).toBe("feuille-de-route-cc-du-val.xlsx");
  const sheet = unzip(path, "xl/worksheets/sheet1.xml");
  expect(sheet.match(/<row /g)).toHaveLength(4);
  const excel = unescaped(unzip(path, "xl/*.xml") + sheet);
  expect(csv.split("\n")[0]).toContain("Mesure;Titre;Ligne;Texte de l’action;Page;Statut;Priorité;Échéance;Pilote;Partenaires");
  for (const text of ["Action\u00a08.2", "en cours", "haute", "2e trimestre\u00a02027", "Service économie", "12 000 €", "Voir avec la ville.\nPuis délibérer."]) {
    expect(csv).toContain(text);
    expect(excel).toContain(text);
  }
  expect(csv.match(/^(8|1);/gm)).toEqual(["8;", "8;", "1;"]);
  expect(csv, "a day as ISO").toContain("2026-06-30");
});

/** Two structures, one of them twice. */
const VAL = file({ collectivite: "CC du Val" }, { ligne: "8", pilote: "Anne" }, { ligne: "8.2", statut: "fait" });
const VAL_AGAIN = file({ collectivite: "cc du val" }, { ligne: "8", pilote: "Béa" });
const LOIRE = file({ collectivite: "Loire" }, { ligne: "8", statut: "en-cours", partenaires: "URSCOP", echeance: "2027-T2" }, { ligne: "1" });

const rows = (page: Page, caption: string | RegExp) =>
  page.getByRole("table", { name: caption }).locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim())));

async function merge(page: Page) {
  await page.getByRole("link", { name: "Réunir plusieurs feuilles" }).click();
  await page.locator("#reunir").setInputFiles([json(VAL, "val.json"), json(LOIRE, "loire.json"), json(VAL_AGAIN, "val-2.json")]);
  await expect(told(page)).toHaveText("3 de plus dans le tableau.");
}

test("several roadmaps in one: who does what, how many a measure, what differs; ours joined, one taken out", async ({ page }) => {
  await begin(page);
  await merge(page);
  const counts = async () => (await rows(page, "Structures et lignes par mesure")).map(([measure, ...numbers]) => [/^Mesure (\d+)\./.exec(measure)![1], ...numbers].join(" "));
  expect(await counts()).toEqual(["1 1 1 0 0 0", "8 2 2 0 1 1"]);
  const who = await rows(page, "Qui fait quoi");
  expect(who.map((row) => /^(La mesure entière|Action [\d.]+)/.exec(row[1])?.[1])).toEqual(["La mesure entière", "La mesure entière", "Action 8.2"]);
  expect(who[1][2]).toBe("CC du Val : à étudier, pilote : AnneLoire : en cours, 2e trimestre 2027, avec URSCOPcc du val : à étudier, pilote : Béa");
  const differences = await rows(page, /^2 différences entre deux fichiers d’une même structure/);
  expect(differences.map((row) => row.slice(1))).toEqual([
    ["CC du Val", "La mesure entière : Pilote", "Anne (val.json)", "Béa (val-2.json)"],
    ["CC du Val", "Action 8.2", "la ligne y est (val.json)", "la ligne n’y est pas (val-2.json)"],
  ]);
  const csv = (await save(page, "#reunis-csv")).bytes.toString("utf8");
  expect(csv.match(/\.json;/g)).toHaveLength(5);
  const { path } = await save(page, "#reunis-xlsx");
  expect([1, 2, 3].map((n) => unzip(path, `xl/worksheets/sheet${n}.xml`).match(/<row /g)!.length)).toEqual([6, 3, 3]);
  await page.getByRole("button", { name: "Y joindre ma feuille de route" }).click();
  await expect.poll(counts).toEqual(["1 2 2 0 0 0", "8 3 3 0 1 1"]);
  // Two files of one structure: which of them the button takes out is in its name.
  await expect.soft(page.locator("#sans-2")).toHaveAccessibleName(/val-2\.json/);
  await page.locator("#sans-2").click();
  await expect(page.getByText("Aucune structure n’a ici deux fichiers")).toBeVisible();
  expect(await counts()).toEqual(["1 2 2 0 0 0", "8 3 2 0 1 1"]);
  await page.locator("#reunir").setInputFiles([json("{", "mauvais.json"), json(VAL_AGAIN, "encore.json")]);
  await expect(told(page)).toContainText("«\u00a0mauvais.json\u00a0»");
  await expect(page.locator(".xp-merged__files li")).toHaveCount(4);
  await page.getByRole("link", { name: "Tableau" }).click();
  await expect(page.locator("#pilote-8"), "ours is as it was").toHaveValue("le travail en cours");
});

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const width of [1280, 320]) {
  test(`axe finds nothing on table, board and merged with content, ${width} px, light and dark; nothing scrolls sideways`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await begin(page);
    await load(page, { ...file({ titre: "anticonstitutionnellement".repeat(6), collectivite: "x".repeat(200) }, { ligne: "8", ...TEXTS, echeance: "2027-03-04" }, { ligne: "8.2", statut: "fait" }) });
    for (const link of ["Tableau", "Par statut", "Réunir plusieurs feuilles"]) {
      if (link.startsWith("Réunir")) await merge(page);
      else await page.getByRole("link", { name: link }).click();
      if (link.startsWith("Réunir")) await page.locator("#joindre").click();
      await page.locator("details").evaluateAll((all) => all.forEach((d) => d.setAttribute("open", "")));
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).options({ resultTypes: ["violations"], runOnly: TAGS }).analyze();
        expect.soft(violations.flatMap((v) => v.nodes.slice(0, 2).map((n) => `${v.id}: ${n.target.join(" ")}`)), `${link}, ${colorScheme}`).toEqual([]);
      }
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), link).toBeLessThanOrEqual(width);
    }
  });
}
