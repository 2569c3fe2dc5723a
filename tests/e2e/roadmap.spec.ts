// A roadmap as it is written: from a selection to lines, each field, undoing, order, the board, paper, narrow windows.
import { execFileSync } from "node:child_process";
import { type Page } from "@playwright/test";
import { expect, focused, open, plain, sheets, test } from "./support";

/** From a selection to its roadmap. */
async function begin(page: Page, choice = "8,1,6") {
  await open(page, `#/selection?choix=${choice}`);
  await page.getByRole("button", { name: /^Faire une feuille de route de/ }).click();
  await expect(page.locator("#feuille")).toBeVisible();
}

const keys = (page: Page) => page.locator("tr[data-ligne]").evaluateAll((all) => all.map((line) => line.getAttribute("data-ligne")));

/** What every field of the page holds, by its id. */
const held = (page: Page) =>
  page
    .locator(".xp-roadmap__head input, tr[data-ligne] :is(select, textarea, input)")
    .evaluateAll((all) => Object.fromEntries(all.map((field) => [field.id, (field as HTMLInputElement).value])));

/** Files are read as the page offers them, before the browser writes one: roadmap-files.spec.ts downloads them for good. */
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const [made, make] = [new Map<string, Blob>(), URL.createObjectURL];
    URL.createObjectURL = (object) => {
      const address = make.call(URL, object);
      made.set(address, object as Blob);
      return address;
    };
    const offered = (event: Event) => {
      if (!(event.target instanceof HTMLAnchorElement && event.target.download)) return;
      event.preventDefault();
      Object.assign(window, { offered: made.get(event.target.href) });
    };
    document.addEventListener("click", offered, true);
  }),
);

async function exported(page: Page): Promise<string> {
  await page.evaluate(() => delete (window as { offered?: Blob }).offered);
  await page.getByRole("button", { name: "Fichier à rouvrir (.json)" }).click();
  await page.waitForFunction(() => "offered" in window);
  return page.evaluate(() => (window as unknown as { offered: Blob }).offered.text());
}

async function take(page: Page, measure: number, action: number) {
  const box = page.locator(`#prendre-${measure}-${action}`);
  const fold = page.locator("details", { has: box });
  if (!(await fold.evaluate((d) => (d as HTMLDetailsElement).open))) await fold.locator("summary").click();
  await box.click();
}

const TEXTS = {
  "#feuille-titre": "Feuille « ESS » 2026-2028",
  "#feuille-structure": "CC du Val d’Été",
  "#feuille-date": "2026-11-23",
  "#pilote-8": "Service économie",
  "#budget-8": '12 000 € \\ "an"',
  "#partenaires-8": "CRESS\nURSCOP\n\n  fin  ",
  "#dispositifs-8": "",
  "#notes-8": "Voir <b>l’élue</b> 👩🏽‍🌾 مرحبا\tet\u00a0: fin.",
};

/** Every kind of field, filled. */
async function fillAll(page: Page) {
  for (const [id, text] of Object.entries(TEXTS)) await page.locator(id).fill(text);
  const choices = { "#statut-8": "en cours", "#priorite-8": "haute", "#echeance-8": "2e trimestre 2027", "#echeance-1": "une date précise…" };
  for (const [id, option] of Object.entries(choices)) await page.locator(id).selectOption(option);
  await page.locator("#jour-1").fill("2028-02-29");
}

test("a selection makes one line a measure, in its order, with the partners and schemes its text names", async ({ page, corpus, request }) => {
  await begin(page);
  await expect(page.locator("#titre")).toBeFocused();
  expect(await keys(page)).toEqual(["8", "1", "6"]);
  const published = async (name: string) => (await (await request.get(`./data/${name}.json`)).json()) as { id: string; nom: string }[];
  const terms = [...(await published("acteurs")), ...(await published("dispositifs"))];
  const filled = async (id: string) => (await page.locator(id).inputValue()).split(", ").filter(Boolean);
  for (const number of [8, 1, 6]) {
    const m = corpus.find((one) => one.numero === number)!;
    await expect(page.locator("tbody", { has: page.locator(`#pilote-${number}`) }).getByRole("link").first()).toContainText(m.titre);
    // A generic group is nobody to call: not every name the text has is there, but no other is.
    for (const [field, ids] of [["partenaires", m.acteurs], ["dispositifs", m.dispositifs]] as const) {
      const named = terms.filter((t) => ids.includes(t.id)).map((t) => t.nom);
      expect((await filled(`#${field}-${number}`)).filter((name) => !named.includes(name)), `${field} of ${number}`).toEqual([]);
    }
  }
  expect((await filled("#partenaires-1")).sort()).toEqual(["DEV'UP", "Duralex", "URSCOP", "État"]);
  expect(await filled("#dispositifs-8")).toEqual(["Coopératives Jeunesse de Services"]);
  expect((await filled("#partenaires-6")).sort()).toEqual(["CRESS Centre-Val de Loire", "Club des collectivités engagées pour l'ESS", "DEV'UP", "Maisons de la Région", "RTES"]);
});

test("an action taken adds a line in the order of the text; left, it takes its line away", async ({ page, corpus }) => {
  await begin(page);
  await take(page, 8, 3);
  await expect(page.locator("#prendre-8-3")).toBeFocused();
  for (const [measure, action] of [[8, 1], [6, 5]]) await take(page, measure, action);
  await expect.poll(() => keys(page)).toEqual(["8", "8.1", "8.3", "1", "6", "6.5"]);
  await expect(page.getByRole("heading", { name: "6 lignes" })).toBeVisible();
  const action = corpus.find((m) => m.numero === 6)!.actions.find((a) => a.id === "6.5")!;
  expect(plain(await page.locator('tr[data-ligne="6.5"] th').textContent())).toContain(plain(action.texte));
  await expect(page.locator("#partenaires-6-5")).toHaveValue(/CRESS/);
  await take(page, 8, 3);
  await expect.poll(() => keys(page)).toEqual(["8", "8.1", "1", "6", "6.5"]);
});

test("every field comes back exactly from the file", async ({ page }) => {
  await begin(page);
  await take(page, 8, 2);
  await page.locator("#notes-8-2").fill("de l’action");
  await fillAll(page);
  const before = { text: await exported(page), fields: await held(page) };
  const file = JSON.parse(before.text) as { lignes: Record<string, string>[] };
  expect(file).toMatchObject({ version: 1, titre: TEXTS["#feuille-titre"], collectivite: TEXTS["#feuille-structure"], date: "2026-11-23" });
  expect(file.lignes.map((l) => l.ligne)).toEqual(["8", "8.2", "1", "6"]);
  const texts = Object.fromEntries(["pilote", "partenaires", "dispositifs", "budget", "notes"].map((key) => [key, TEXTS[`#${key}-8` as "#notes-8"]]));
  expect(file.lignes[0]).toEqual({ ligne: "8", statut: "en-cours", priorite: "haute", echeance: "2027-T2", ...texts });
  expect(file.lignes[2]).toMatchObject({ ligne: "1", echeance: "2028-02-29" });
  await page.goto("about:blank");
  await open(page, "#/feuille-de-route");
  await page.locator("#ouvrir").setInputFiles({ name: "la nôtre.json", mimeType: "application/json", buffer: Buffer.from(before.text) });
  await expect(page.getByText("« la nôtre.json » est ouvert.")).toBeVisible();
  expect(await exported(page)).toBe(before.text);
  expect(await held(page)).toEqual(before.fields);
});

test("a day outside the strategy's years is refused with its reason, and changes nothing", async ({ page }) => {
  await begin(page, "8");
  await page.locator("#echeance-8").selectOption("une date précise…");
  const day = page.locator("#jour-8");
  await expect(day).toBeFocused();
  for (const inside of ["2025-01-01", "2030-12-31", "2029-12-31"]) {
    await day.fill(inside);
    await expect.poll(() => exported(page)).toContain(`"echeance": "${inside}"`);
  }
  for (const outside of ["2024-12-31", "2031-01-01"]) {
    await day.fill(outside);
    await expect(page.getByText("Échéance refusée\u00a0: la stratégie court entre 2025 et 2030.")).toBeVisible();
    await expect(day, "what is shown is what is held").toHaveValue("2029-12-31");
    expect(await exported(page)).toContain('"echeance": "2029-12-31"');
    await expect(page.getByText("Échéance refusée")).toHaveCount(0);
  }
  await page.locator("#echeance-8").selectOption("sans échéance");
  await expect(day).toHaveCount(0);
  expect(await exported(page)).not.toContain("echeance");
});

const fill = (id: string, text: string) => (page: Page) => page.locator(id).fill(text);
const select = (id: string, option: string) => (page: Page) => page.locator(id).selectOption(option);
const press = (id: string) => (page: Page) => page.locator(id).click();
/** One edit of each kind. */
const EDITS: Record<string, (page: Page) => Promise<unknown>> = {
  title: fill("#feuille-titre", "Un titre"),
  structure: fill("#feuille-structure", "Une structure"),
  date: fill("#feuille-date", "2026-01-31"),
  status: select("#statut-8", "fait"),
  priority: select("#priorite-8", "basse"),
  quarter: select("#echeance-8", "1er trimestre 2026"),
  day: (page) => select("#echeance-1", "une date précise…")(page).then(() => fill("#jour-1", "2027-07-14")(page)),
  lead: fill("#pilote-8", "Pilote"),
  budget: fill("#budget-8", "Budget"),
  partners: fill("#partenaires-1", "Partenaires"),
  schemes: fill("#dispositifs-1", ""),
  notes: fill("#notes-6", "Notes"),
  "an action": (page) => take(page, 8, 2),
  order: press("#haut-6"),
  "a line less": press("#oter-8"),
  "a measure less": press("#retirer-1"),
};

test("each kind of edit is undone and done again, one by one", async ({ page }) => {
  test.slow();
  await begin(page);
  // What is held, and what is shown; how a due date is shown has a scenario of its own.
  const now = async () => {
    const fields = Object.entries(await held(page)).filter(([id]) => !/^(echeance|jour)-/.test(id));
    return { file: await exported(page), keys: await keys(page), fields: Object.fromEntries(fields) };
  };
  const [states, kinds] = [[await now()], Object.keys(EDITS)];
  for (const what of kinds) {
    await EDITS[what]!(page);
    await expect.poll(now, what).not.toEqual(states.at(-1));
    states.push(await now());
  }
  const back = states.slice(0, -1).reverse().map((state, at) => ["Annuler", state, `${kinds.at(-1 - at)} undone`] as const);
  const forth = states.slice(1).map((state, at) => ["Rétablir", state, `${kinds[at]} done again`] as const);
  for (const [button, state, what] of [...back, ...forth]) {
    await page.getByRole("button", { name: button }).click();
    await expect.poll(now, what).toEqual(state);
  }
  await expect(page.locator("#retablir")).toHaveAttribute("aria-disabled", "true");
});

test("typing is undone as a phrase, field by field", async ({ page }) => {
  await begin(page, "8");
  await page.locator("#pilote-8").pressSequentially("Service économie");
  await page.locator("#notes-8").pressSequentially("À revoir.");
  await page.locator("#feuille-titre").pressSequentially("Notre feuille");
  const [undo, redo] = [page.locator("#annuler"), page.locator("#retablir")];
  await undo.click();
  await expect(page.locator("#feuille-titre")).toHaveValue("");
  await undo.click();
  await expect(page.locator("#notes-8")).toHaveValue("");
  await undo.click();
  await expect(page.locator("#pilote-8")).toHaveValue("");
  await redo.click();
  await expect(page.locator("#pilote-8")).toHaveValue("Service économie");
  // What is typed now ends what could be done again.
  await page.locator("#pilote-8").pressSequentially(" et emploi");
  await expect(redo).toHaveAttribute("aria-disabled", "true");
});

test("a day undone gives the quarter back, in the file and in sight", async ({ page }) => {
  await begin(page, "8");
  for (const option of ["1er trimestre 2026", "une date précise…"]) await page.locator("#echeance-8").selectOption(option);
  await page.locator("#jour-8").fill("2027-07-14");
  await page.locator("#annuler").click();
  await expect.poll(() => exported(page)).toContain('"echeance": "2026-T1"');
  await expect(page.locator("#echeance-8")).toHaveValue("2026-T1");
  await expect(page.locator("#jour-8")).toHaveCount(0);
});

test("a line or a measure removed is said, and « Annuler », which has the focus, gives it back whole", async ({ page }) => {
  await begin(page);
  await take(page, 8, 2);
  await fillAll(page);
  const before = await exported(page);
  for (const [button, said] of [["#oter-8-2", "Ligne 8.2 retirée."], ["#retirer-8", "Mesure 8 retirée."], ["#oter-6", "Ligne 6 retirée."]] as const) {
    const had = await keys(page);
    await page.locator(button).click();
    await expect(page.getByText(said)).toBeVisible();
    await expect.poll(async () => (await keys(page)).length).toBeLessThan(had.length);
    await expect(page.locator("#annuler")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect.poll(() => keys(page)).toEqual(had);
    expect(await exported(page)).toBe(before);
  }
});

test("measures are put in order by the keyboard: the place is announced, the focus goes with them", async ({ page }) => {
  await begin(page);
  const told = page.locator("p.xp-told[aria-live]");
  await page.locator("#bas-8").focus();
  for (const [order, place] of [["1,8,6", 2], ["1,6,8", 3]] as const) {
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await keys(page)).join()).toBe(order);
    await expect(told).toHaveText(`Mesure\u00a08\u00a0: place\u00a0${place} sur\u00a03.`);
  }
  await expect(page.locator("#bas-8")).toBeDisabled();
  // At an end its button sleeps: the other one has the focus.
  await page.keyboard.press("Space");
  await expect.poll(async () => (await keys(page)).join()).toBe("1,8,6");
  await expect.poll(() => focused(page)).toBe("#haut-8");
});

test("the caret stays where it is when one types in the middle of a field", async ({ page }) => {
  await begin(page, "8");
  for (const id of ["#feuille-titre", "#feuille-structure", "#pilote-8", "#notes-8"]) {
    const field = page.locator(id);
    await field.fill("Service du Val");
    await field.evaluate((f: HTMLInputElement) => f.setSelectionRange(7, 7));
    await page.keyboard.type(" éco");
    await page.keyboard.press("Backspace");
    await expect(field).toHaveValue("Service éc du Val");
    expect(await field.evaluate((f) => (f as HTMLInputElement).selectionStart), id).toBe(10);
  }
});

const column = (page: Page, status: string) =>
  page.getByRole("region", { name: new RegExp(`^${status} `) }).locator("li").evaluateAll((all) => all.map((card) => card.getAttribute("data-glisser")!.slice(6)));

test("the board has every line in the column of its status; buttons and dragging move it, in the table too", async ({ page }) => {
  await begin(page);
  await take(page, 8, 2);
  await select("#statut-1", "fait")(page);
  await fill("#pilote-8-2", "la mairie")(page);
  await select("#echeance-8-2", "2e trimestre 2027")(page);
  await page.getByRole("link", { name: "Par statut" }).click();
  expect(await column(page, "à étudier")).toEqual(["8", "8.2", "6"]);
  expect(await column(page, "fait")).toEqual(["1"]);
  await expect(page.locator('[data-glisser="ligne:8.2"] .xp-board__facts')).toHaveText("2e trimestre\u00a02027 · la mairie");
  await expect(page.locator('[data-glisser="ligne:8.2"] a')).toHaveText("Mesure\u00a08, action\u00a08.2");
  await page.locator("#avancer-8-2").focus();
  for (const [key, status, has] of [["Enter", "à lancer", "#avancer-8-2"], ["Enter", "en cours", "#avancer-8-2"], ["Space", "fait", "#reculer-8-2"]] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => column(page, status)).toContain("8.2");
    await expect(page.locator("p.xp-told")).toHaveText(`Ligne 8.2\u00a0: ${status}.`);
    await expect.poll(() => focused(page)).toBe(has);
  }
  // High enough that nothing scrolls between the press and the move: what was pressed would be another card.
  await page.setViewportSize({ width: 1280, height: 1600 });
  await page.locator('[data-glisser="ligne:6"]').dragTo(page.getByRole("region", { name: /^en cours/ }));
  await expect.poll(() => column(page, "en cours")).toEqual(["6"]);
  await expect(page.locator("[data-survol], [data-glisse]")).toHaveCount(0);
  await page.getByRole("link", { name: "Tableau" }).click();
  for (const [line, status] of [["8", "a-etudier"], ["8-2", "fait"], ["1", "fait"], ["6", "en-cours"]]) await expect(page.locator(`#statut-${line}`), line).toHaveValue(status);
});

test("on paper, A4: every text in full, each line on one page, « page 1 sur n », and no button", async ({ page }) => {
  await begin(page);
  for (const line of ["8", "1", "6"]) {
    await page.locator(`#pilote-${line}`).fill(`début${line}x`);
    await page.locator(`#notes-${line}`).fill(Array.from({ length: 12 }, (_, n) => `note ${line}x${n} sur sa ligne.`).join("\n"));
  }
  for (const id of ["#feuille-titre", "#feuille-structure", "#feuille-date"] as const) await page.locator(id).fill(TEXTS[id]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1")).toMatch(/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12]/);
  const pages = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" }).split("\f").slice(0, -1).map(plain);
  expect(pages).toHaveLength(sheets(pdf));
  pages.forEach((text, at) => expect(text).toContain(`page ${at + 1} sur ${pages.length}`));
  for (const line of ["8", "1", "6"]) {
    const on = pages.filter((text) => text.includes(`début${line}x`));
    expect(on).toHaveLength(1);
    for (let n = 0; n < 12; n++) expect(on[0], "the line is whole").toContain(`note ${line}x${n} sur sa ligne.`);
  }
  expect(pages[0]).toContain(`${TEXTS["#feuille-titre"]} ${TEXTS["#feuille-structure"]}, 23 novembre 2026`);
  await page.emulateMedia({ media: "print" });
  for (const control of ["button", 'input[type="file"]', "textarea", "summary"]) await expect(page.locator(`${control}:visible`), control).toHaveCount(0);
});
