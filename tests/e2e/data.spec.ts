// The page of the data: the selection as files with exactly its measures, every published file, what happens when refused.
import { readFile } from "node:fs/promises";
import { type APIRequestContext, type Page } from "@playwright/test";
import { CUT, expect, expected, expectFocusKept, type Measure, open, openData, plain, test } from "./support";

/** A spreadsheet's rows, header first, as RFC 4180 has them; the byte order mark must be there. */
function parse(text: string): string[][] {
  expect(text.startsWith("\ufeff"), "a byte order mark").toBe(true);
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let at = 1; at < text.length; at++) {
    const c = text[at];
    const row = rows[rows.length - 1];
    const add = (more: string) => (row[row.length - 1] += more);
    if (quoted && c === '"' && text[at + 1] === '"') add(text[at++]);
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ";") row.push("");
    else if (!quoted && c === "\n") rows.push([""]);
    else add(c);
  }
  expect(rows.pop(), "the last line ends").toEqual([""]);
  return rows;
}

async function download(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  const got = await coming;
  return { file: got.suggestedFilename(), bytes: await readFile(await got.path()) };
}

const FILTERS = [
  ["?public=jeunes", { public: ["jeunes"] }, "public-jeunes"],
  [
    "?orientation=3,4&acteur=cress,urscop&tri=pertinence",
    { orientation: ["3", "4"], acteur: ["cress", "urscop"] },
    "orientation-3-4-acteur-cress-urscop",
  ],
] as const;

const version = async (request: APIRequestContext) =>
  ((await (await request.get("./data/index.json")).json()) as { version: string }).version;

for (const [query, asked, name] of FILTERS) {
  test(`the selection as CSV has the actions of the measures shown, and no other: ${query}`, async ({ page, corpus, request }) => {
    const shown = corpus.filter((m) => expected(corpus, asked as object).includes(m.numero));
    const actions = shown.flatMap((m) => m.actions.map((a) => ({ m, a })));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(corpus.length);
    await openData(page, query);
    await expect(page.getByRole("status")).toHaveText(new RegExp(`^\\D*${shown.length}\\D`));
    await expect(page.locator("main")).toContainText(new RegExp(`Le fichier CSV aura ${actions.length}\\slignes?`));
    const { file, bytes } = await download(page, "Télécharger en CSV");
    expect(file).toBe(`mesures-${name}-${await version(request)}.csv`);
    const [header, ...rows] = parse(bytes.toString("utf8"));
    const [whole] = parse(await (await request.get("./data/mesures.csv")).text());
    expect(header).toEqual(whole);
    const cell = (row: string[], name: string) => row[header.indexOf(name)];
    expect(rows.map((r) => [cell(r, "Mesure"), cell(r, "Titre"), cell(r, "Action"), cell(r, "Texte de l’action")])).toEqual(
      actions.map(({ m, a }) => [String(m.numero), m.titre, a.id, a.texte]),
    );
    await expect(page.getByText(`${file} est proposé au téléchargement.`)).toBeVisible();
  });

  test(`the selection as JSON has the measures shown, as published: ${query}`, async ({ page, corpus, request }) => {
    const numbers = expected(corpus, asked as object);
    await openData(page, query);
    const { file, bytes } = await download(page, "Télécharger en JSON");
    expect(file).toBe(`mesures-${name}-${await version(request)}.json`);
    expect(JSON.parse(bytes.toString("utf8")) as Measure[]).toEqual(corpus.filter((m) => numbers.includes(m.numero)));
  });
}

test("without any criterion both files are the published ones, to the byte", async ({ page, request }) => {
  await openData(page);
  const dated = await version(request);
  for (const [name, published] of [["Télécharger en CSV", "mesures.csv"], ["Télécharger en JSON", "mesures.json"]]) {
    const { file, bytes } = await download(page, name);
    expect(file).toBe(published.replace(".", `-${dated}.`));
    expect(bytes.equals(await (await request.get(`./data/${published}`)).body()), published).toBe(true);
  }
  await expect(page.locator("#citation-selection"), "the whole is cited below").toHaveCount(0);
});

test("a selection is cited with its own address, which finds it again", async ({ page, corpus, request }) => {
  const count = expected(corpus, { public: ["jeunes"] }).length;
  const { citation } = (await (await request.get("./data/index.json")).json()) as { citation: string };
  await openData(page, "?public=jeunes&tri=pertinence&affichage=projete");
  const cited = plain(await page.locator("#citation-selection").textContent());
  const address = new URL(page.url());
  const own = `${address.origin}${address.pathname}#/donnees?public=jeunes`;
  expect(cited).toBe(plain(`${citation} Sélection : ${count} mesures sur ${corpus.length}, ${own}`));
  await page.goto(own);
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^\\D*${count}\\D`));
});

test("a second download is told to a screen reader as the first one was", async ({ page }) => {
  await openData(page, "?public=jeunes");
  await page.evaluate(() => {
    const region = document.querySelector("main p[aria-live]");
    if (!region) throw new Error("no region");
    const told: string[] = [];
    Object.assign(window, { told });
    let last = region.textContent;
    const seen = new MutationObserver(() => {
      if (region.textContent !== last && region.textContent) told.push(region.textContent);
      last = region.textContent;
    });
    seen.observe(region, { childList: true, subtree: true, characterData: true });
  });
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
  await download(page, "Télécharger en CSV");
  await expect.poll(async () => (await told()).length).toBe(1);
  await download(page, "Télécharger en CSV");
  await expect.poll(async () => (await told()).length).toBe(2);
  const [first, second] = await told();
  expect(second).toBe(first);
});

test("the files follow the criteria one takes back; an empty selection offers none", async ({ page, corpus }) => {
  await openData(page, "?public=jeunes&q=cap%20asso");
  await expect(page.getByText(/Aucune mesure ne répond à ces critères/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Télécharger en/ })).toHaveCount(0);
  await page.getByRole("button", { name: /^Retirer le critère Recherche/ }).click();
  await expectFocusKept(page);
  const numbers = expected(corpus, { public: ["jeunes"] });
  const { bytes } = await download(page, "Télécharger en JSON");
  expect((JSON.parse(bytes.toString("utf8")) as Measure[]).map((m) => m.numero)).toEqual(numbers);
  await page.getByRole("button", { name: "Tout effacer" }).click();
  await expect(page.getByText("est proposé au téléchargement")).toHaveCount(0);
});

test("a refused download shows the text to copy; a silent one offers it", async ({ page }) => {
  await page.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if ("refuse" in window) throw new DOMException("no", "SecurityError");
      return make(blob);
    };
  });
  await openData(page, "?public=jeunes");
  const text = page.getByRole("textbox", { name: /^Texte de mesures-public-jeunes-\d{4}-\d\d-\d\d\.csv$/ });
  const { bytes } = await download(page, "Télécharger en CSV");
  await expect(text).toHaveCount(0);
  await page.getByRole("button", { name: /Afficher le texte à copier/ }).click();
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(bytes.toString("utf8").slice(1));
  await page.evaluate(() => Object.assign(window, { refuse: true }));
  await page.getByRole("button", { name: "Télécharger en JSON" }).click();
  await expect(page.getByText("Le navigateur refuse le téléchargement.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Texte de mesures-public-jeunes-.*\.json$/ })).toHaveValue(/^\[\n {2}\{/);
});

test("the address made for a file is taken back", async ({ page }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    const seen = { revoked: [] as string[] };
    Object.assign(window, { seen });
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (url) => {
      seen.revoked.push(url);
      revoke(url);
    };
  });
  await openData(page);
  await download(page, "Télécharger en JSON");
  const revoked = () => page.evaluate(() => (window as unknown as { seen: { revoked: string[] } }).seen.revoked.length);
  expect(await revoked()).toBe(0);
  await page.clock.runFor(61_000);
  expect(await revoked()).toBe(1);
  await expect(page.locator('a[href^="blob:"]')).toHaveCount(0);
});

test("the archive downloads whole", async ({ page, request }) => {
  await openData(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Tout télécharger \(ZIP, \d+(,\d)?\sko\)$/ }).click();
  const got = await coming;
  expect(got.suggestedFilename()).toBe("donnees.zip");
  const bytes = await readFile(await got.path());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  const served = await request.get("./data/donnees.zip");
  expect(served.headers()["content-type"]).toBe("application/zip");
  expect(bytes.equals(await served.body())).toBe(true);
});

test("licence, source and version are told; the citation is copied with its address", async ({ page, context, request }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { citation } = (await (await request.get("./data/index.json")).json()) as { citation: string };
  await openData(page, "?public=jeunes");
  const main = page.locator("main");
  await expect(main.getByRole("link", { name: /^Licence Ouverte 2.0/ })).toHaveAttribute("href", /^https:\/\/www\.etalab\.gouv\.fr\//);
  await expect(main).toContainText(/délibération DAP\sN°\s25\.01\.01 du 6 mars 2025/);
  await expect(main.getByRole("heading", { name: /^Version du \d+ \S+ 20\d\d$/ })).toBeVisible();
  await page.getByRole("button", { name: "Copier la citation" }).click();
  await expect(page.getByText("Citation copiée")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const address = new URL(page.url());
  expect(plain(copied)).toBe(plain(`${citation} ${address.origin}${address.pathname}#/donnees`));
  expect(plain(await page.locator("#citation").textContent())).toBe(plain(copied));
});

test("while the index is on its way the page says so; when it fails one can try again", async ({ page, faults }) => {
  faults.allow(CUT);
  let refused = true;
  await page.route("**/data/index.json", (route) => (refused ? route.abort() : route.continue()));
  await open(page, "#/donnees");
  await expect(page.getByText("La liste des fichiers n’a pas pu être chargée.")).toBeVisible();
  await expect(page.locator('main a[href="data/donnees.zip"]')).toBeVisible();
  await expect(page.getByRole("button", { name: "Télécharger en CSV" })).toBeVisible();
  refused = false;
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.getByRole("link", { name: /^Tout télécharger/ })).toBeVisible();
  await expectFocusKept(page);
});

test("the wait is shown, and ends by itself when the network comes back", async ({ page, faults, context }) => {
  faults.allow(CUT);
  await open(page);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/data/index.json", async (route) => {
    await held;
    await route.abort();
  });
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Données" }).click();
  await expect(page.locator('[aria-busy="true"]')).toContainText("La liste des fichiers se charge…");
  release();
  await expect(page.getByText("La liste des fichiers n’a pas pu être chargée.")).toBeVisible();
  await page.unroute("**/data/index.json");
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(page.getByRole("link", { name: /^Tout télécharger/ })).toBeVisible();
});
