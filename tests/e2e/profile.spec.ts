// « Ce qui me concerne »: answers that live in the address, measures in four groups, each with the words of the text that
// put it there; and the sheet of a measure, on one page.
import { type Locator, type Page } from "@playwright/test";
import { back, countBeside, expect, expectFocusKept, fragment, type Measure, open, plain, sheets, test as base } from "./support";

type Answer = { id: string } & Partial<Record<"publics" | "acteurs" | "sauf" | "natures", string[]>>;
type Question = { question: string; reponses: Answer[] };

/** `data/parcours.json`. */
type Paths = Record<"structures" | "themes" | "souhaits", Question> & { premiers_pas: { mesure: number; texte: string }[] };

const test = base.extend<object, { paths: Paths }>({
  paths: [
    async ({}, use, worker) => use((await (await fetch(new URL("data/parcours.json", worker.project.use.baseURL))).json()) as Paths),
    { scope: "worker" },
  ],
});

const SHOWN = ["cible", "appel", "aussi"] as const;
const GROUPS = [...SHOWN, "reste"] as const;
type Groups = Record<(typeof GROUPS)[number], number[]>;

/** As read: straight apostrophes, plain spaces. */
const flat = (text: string | null) => plain(text).replaceAll("’", "'");
const all = (paths: Paths) => [...paths.structures.reponses, ...paths.themes.reponses, ...paths.souhaits.reponses];
const box = (page: Page, id: string) => page.locator(`input[data-reponse="${id}"]`);
const bilan = (page: Page) => page.locator("#bilan");

/** The measures of each group, in the page's order. */
async function groups(page: Page): Promise<Groups> {
  const told = await page.locator("[data-groupe]").evaluateAll((all) =>
    all.map((group) => [group.getAttribute("data-groupe"), [...group.querySelectorAll("[data-mesure]")].map((m) => Number(m.getAttribute("data-mesure")))] as const),
  );
  return { cible: [], appel: [], aussi: [], reste: [], ...Object.fromEntries(told) };
}

const shownIn = (inside: Groups) => SHOWN.flatMap((group) => inside[group]);

/** Every text of the data under a measure. */
const texts = (part: unknown): string[] =>
  typeof part === "string" ? [flat(part)] : part && typeof part === "object" ? Object.values(part).flatMap(texts) : [];

/** Whether words are in the adopted text of a measure, to the letter: no label of the data is as long as a paragraph. */
const holds = (m: Measure, quote: string) => flat(quote) !== "" && texts(m).some((part) => part.includes(flat(quote)));

/** What the sentence tells is what the groups hold, and they hold every measure. */
async function expectTold(page: Page, corpus: Measure[]): Promise<Groups> {
  let inside = await groups(page);
  await expect(async () => {
    inside = await groups(page);
    const numbers = [shownIn(inside).length, corpus.length, inside.cible.length, inside.appel.length, inside.aussi.length, inside.reste.length];
    expect((await bilan(page).textContent())?.match(/\d+/g)?.map(Number).slice(0, 6)).toEqual(numbers);
  }).toPass({ timeout: 5_000 });
  expect(GROUPS.flatMap((group) => inside[group]).sort((a, b) => a - b)).toEqual(corpus.map((m) => m.numero));
  return inside;
}

test("each answer is a step in the address and changes the sentence; Back takes it back", async ({ page, paths }) => {
  await open(page, "#/parcours");
  const asked = [paths.structures, paths.themes, paths.souhaits].map((question) => question.reponses[0]);
  const before: string[] = [(await bilan(page).textContent()) ?? ""];
  for (const [at, { id }] of asked.entries()) {
    await box(page, id).check();
    const wanted = asked.slice(0, at + 1).map((a) => a.id).join(",");
    await expect.poll(() => fragment(page)).toBe(`#/parcours?profil=${wanted}`);
    await expect(bilan(page)).not.toHaveText(before[at]);
    before.push((await bilan(page).textContent()) ?? "");
  }
  for (const at of [2, 1, 0]) {
    await back(page);
    await expect(bilan(page)).toHaveText(before[at]);
    await expect(box(page, asked[at].id)).not.toBeChecked();
    const left = asked.slice(0, at).map((a) => a.id).join(",");
    await expect.poll(() => fragment(page)).toBe(left ? `#/parcours?profil=${left}` : "#/parcours");
  }
});

/** Measures shown one of whose reasons is the answer. */
async function meeting(page: Page, id: string): Promise<number> {
  const label = await box(page, id).evaluate((input: HTMLInputElement) => input.labels?.[0].firstChild?.textContent ?? "?");
  const shown = page.locator("[data-groupe]:not([data-groupe=reste]) li[data-mesure]");
  return shown.evaluateAll((all, label) => all.filter((li) => li.textContent?.includes(`(${label})`)).length, label);
}

test("the number beside each answer is that of the measures it would show that meet it", async ({ page, corpus, paths }) => {
  test.slow();
  const [structure, theme] = [paths.structures.reponses[0], paths.themes.reponses[0]];
  for (const start of ["", `?profil=${structure.id}`, `?profil=${structure.id},${theme.id}`]) {
    await page.goto("about:blank");
    await open(page, `#/parcours${start}`);
    const single = new Set(paths.structures.reponses.map((a) => a.id));
    for (const { id } of all(paths)) {
      if (await box(page, id).isChecked()) continue;
      const wanted = await countBeside(box(page, id));
      await box(page, id).check();
      await expectTold(page, corpus);
      expect(await meeting(page, id), `${start} + ${id}`).toBe(wanted);
      if (single.has(id) && start === "") await page.getByRole("button", { name: "Ne pas répondre" }).click();
      else if (single.has(id)) await box(page, structure.id).check();
      else await box(page, id).uncheck();
    }
  }
});

test("the groups hold what the tags of the data say, the rest folded and counted", async ({ page, corpus, paths }) => {
  await open(page, "#/parcours");
  const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);
  const meets = (keep: (m: Measure) => boolean) => corpus.filter(keep).map((m) => m.numero);
  // Where some evidence does not count (« sauf »), the data alone do not say which.
  for (const one of paths.structures.reponses.filter((a) => !a.sauf?.length)) {
    await box(page, one.id).check();
    await expect.poll(() => fragment(page)).toContain(one.id);
    const mine = (m: Measure) => (m.publics as { id: string; lien?: string }[]).filter((p) => one.publics?.includes(p.id));
    const target = meets((m) => mine(m).some((p) => p.lien === "cible"));
    const called = meets((m) => (mine(m).length > 0 || m.acteurs.some((a) => one.acteurs?.includes(a))) && !target.includes(m.numero));
    const inside = await expectTold(page, corpus);
    expect(sorted(inside.cible), one.id).toEqual(target);
    expect(sorted(inside.appel), one.id).toEqual(called);
    const rest = page.locator('[data-groupe="reste"]');
    await expect(rest.locator("h3")).toContainText(`(${corpus.length - target.length - called.length})`);
    await expect(rest.locator("[data-mesure]").first()).toBeHidden();
    await expect(page.locator('[data-groupe="cible"] [data-mesure]').first()).toBeVisible();
  }
  await page.getByRole("button", { name: "Ne pas répondre" }).click();
  for (const one of paths.souhaits.reponses) {
    await box(page, one.id).check();
    await expect.poll(() => fragment(page)).toBe(`#/parcours?profil=${one.id}`);
    const inside = await expectTold(page, corpus);
    expect(sorted(inside.aussi), one.id).toEqual(meets((m) => m.actions.some((a) => one.natures?.includes(a.nature ?? ""))));
    await box(page, one.id).uncheck();
  }
});

test("every measure shown says why, in words of its own official text, with its page", async ({ page, corpus, paths }) => {
  test.slow();
  const [one, other] = [paths.structures.reponses[0].id, paths.themes.reponses.map((a) => a.id).join(",")];
  for (const profile of [...all(paths).map((a) => a.id), `${one},${other}`]) {
    await open(page, `#/parcours?profil=${profile}`);
    await expect(bilan(page)).not.toContainText("sans réponse");
    const items = await page.locator("[data-groupe]:not([data-groupe=reste]) [data-mesure]").evaluateAll((all) =>
      all.map((item) => ({
        number: Number(item.getAttribute("data-mesure")),
        quotes: [...item.querySelectorAll("figure.xp-quote")].map((f) => [f.querySelector("blockquote")?.textContent ?? "", f.querySelector("figcaption")?.textContent ?? ""]),
        seen: item.querySelector("figure.xp-quote")?.checkVisibility(),
      })),
    );
    expect(items.length, profile).toBeGreaterThan(0);
    for (const { number, quotes, seen } of items) {
      const m = corpus.find((one) => one.numero === number)!;
      expect(seen, `${profile}: a reason for ${number} is seen`).toBe(true);
      for (const [quote, place] of quotes) {
        expect(holds(m, quote), `${profile}, ${number}: ${quote}`).toBe(true);
        expect(plain(place)).toMatch(new RegExp(` · page ${m.page}$`));
      }
    }
  }
});

test("from the list of measures, five clicks at most give a ranked list", async ({ page, corpus, paths }) => {
  await open(page, "#/mesures");
  const clicked: Locator[] = [];
  const click = (what: Locator) => what.click().then(() => clicked.push(what));
  await click(page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Ce qui me concerne" }));
  await expect(page.getByRole("heading", { level: 1, name: "Ce qui me concerne" })).toBeFocused();
  for (const [role, question] of [["radio", paths.structures], ["checkbox", paths.themes], ["checkbox", paths.souhaits]] as const) {
    const answers = page.getByRole("group", { name: flat(question.question).replaceAll("'", "’").replace(" ?", "\u202f?") }).getByRole(role);
    await expect(answers).toHaveCount(question.reponses.length);
    await click(answers.first());
    await expect.poll(() => fragment(page)).toContain(question.reponses[0].id);
    const inside = await expectTold(page, corpus);
    expect(shownIn(inside).length).toBeGreaterThan(0);
    expect(inside.reste.length).toBeGreaterThan(0);
  }
  expect(clicked.length).toBeLessThanOrEqual(5);
});

test("« Ne pas répondre » and « Effacer mes réponses » take back answers only, and leave the focus somewhere", async ({ page, corpus, paths }) => {
  const [structure, theme] = [paths.structures.reponses[1].id, paths.themes.reponses[1].id];
  await open(page, `#/parcours?public=jeunes&profil=${structure},${theme}&choix=3`);
  await page.getByRole("button", { name: "Ne pas répondre" }).click();
  await expect.poll(() => fragment(page)).toBe(`#/parcours?public=jeunes&profil=${theme}&choix=3`);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Ne pas répondre" })).toHaveCount(0);
  await expectFocusKept(page);
  await page.getByRole("button", { name: "Effacer mes réponses" }).click();
  await expect.poll(() => fragment(page)).toBe("#/parcours?public=jeunes&choix=3");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Effacer mes réponses" })).toHaveCount(0);
  await expectFocusKept(page);
  expect((await groups(page)).reste).toEqual(corpus.map((m) => m.numero));
  await expect(page.locator("[data-groupe=reste] [data-mesure]").first()).toBeVisible();
});

test("an answer that is not known is said, and the others are honoured", async ({ page, corpus, paths }) => {
  const [one, second] = paths.structures.reponses;
  await open(page, `#/parcours?profil=licorne,${one.id},${second.id}`);
  const notices = page.locator("main .xp-notice");
  await expect(notices.filter({ hasText: /«\slicorne\s»/ })).toBeVisible();
  await expect(notices.filter({ hasText: second.id }), "one structure only").toBeVisible();
  await expect(notices).toHaveCount(2);
  await expect(box(page, one.id)).toBeChecked();
  const inside = await expectTold(page, corpus);
  await open(page, `#/parcours?profil=${one.id}`);
  await expect(notices).toHaveCount(0);
  expect(await groups(page)).toEqual(inside);
});

test("hostile text in the address runs nothing, breaks nothing, and leaves the other answers", async ({ page, corpus, paths }) => {
  const id = paths.structures.reponses[0].id;
  page.on("dialog", () => expect.soft(true, "no dialog").toBe(false));
  const hostile = ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u0000\u202e🦄", "a".repeat(50_000), "b,".repeat(5_000)];
  for (const text of [...hostile.map(encodeURIComponent), "__proto__", "../../etc/passwd", id.toUpperCase(), "%FF%FE", "%", ",,,"]) {
    await page.goto("about:blank");
    await open(page, `#/parcours?profil=${id},${text}`);
    await expect(box(page, id), text.slice(0, 60)).toBeChecked();
    await expectTold(page, corpus);
    expect(await page.locator("main :is(script, img, iframe), [onerror]").count(), text.slice(0, 60)).toBe(0);
    await box(page, paths.themes.reponses[0].id).check();
    await expect.poll(() => fragment(page)).toBe(`#/parcours?profil=${id},${paths.themes.reponses[0].id}`);
  }
});

test("all that is shown goes to the selection, in the order of the page, and the focus stays somewhere", async ({ page, paths }) => {
  await open(page, `#/parcours?profil=${paths.structures.reponses[0].id}&choix=22`);
  const wanted = shownIn(await groups(page)).filter((number) => number !== 22);
  await page.getByRole("button", { name: new RegExp(`^Ajouter ${wanted.length}\\smesures? à ma sélection$`) }).click();
  await expect.poll(() => fragment(page)).toContain(`choix=${[22, ...wanted].join(",")}`);
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText(`Ma sélection (${wanted.length + 1})`);
  await expect(page.getByRole("button", { name: /^Ajouter/ })).toHaveCount(0);
  for (const number of wanted) await expect(page.locator(`#choisir-${number}`)).toHaveAttribute("aria-pressed", "true");
  await expectFocusKept(page);
});

test("the questions are answered by keyboard alone; a letter alone does nothing", async ({ page, corpus, paths }) => {
  const [first, second] = paths.structures.reponses;
  await open(page, "#/parcours");
  const tabTo = async (wanted: Locator) => {
    for (let at = 0; at < 60 && !(await wanted.evaluate((e) => e === document.activeElement)); at++) await page.keyboard.press("Tab");
    await expect(wanted).toBeFocused();
  };
  await tabTo(box(page, first.id));
  for (const key of "abcdefghijklmnopqrstuvwxyz0123456789?/") await page.keyboard.press(key);
  await expect(box(page, first.id)).toBeFocused();
  expect(fragment(page)).toBe("#/parcours");
  await page.keyboard.press("Space");
  await expect.poll(() => fragment(page)).toBe(`#/parcours?profil=${first.id}`);
  await expect(box(page, first.id)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => fragment(page)).toBe(`#/parcours?profil=${second.id}`);
  await expect(box(page, second.id)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(box(page, first.id)).toBeFocused();
  await expect(box(page, first.id)).toBeChecked();
  const theme = box(page, paths.themes.reponses[0].id);
  await tabTo(theme);
  for (const wanted of [`${first.id},${paths.themes.reponses[0].id}`, first.id]) {
    await page.keyboard.press("Space");
    await expect.poll(() => fragment(page)).toBe(`#/parcours?profil=${wanted}`);
    await expect(theme).toBeFocused();
  }
  await expectTold(page, corpus);
});

for (const profile of ["", "?profil=commune,foncier,apprendre"]) {
  test(`in 320 pixels nothing is cut: #/parcours${profile}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, `#/parcours${profile}`);
    await page.locator("details").evaluateAll((all) => all.forEach((d) => d.setAttribute("open", "")));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  test(`headings go down one level at a time: #/parcours${profile}`, async ({ page }) => {
    await open(page, `#/parcours${profile}`);
    const levels = await page.locator("h1, h2, h3, h4").evaluateAll((all) => all.map((h) => Number(h.localName[1])));
    expect(levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1), `${levels}`).toEqual([]);
  });
}

for (const answered of [false, true]) {
  test(`the sheet of every measure holds on one page, ${answered ? "with" : "without"} answers`, async ({ page, corpus, paths }) => {
    test.slow();
    const profile = `?profil=${[paths.structures.reponses[0], ...paths.themes.reponses, ...paths.souhaits.reponses].map((a) => a.id).join(",")}`;
    for (const m of corpus) {
      await page.emulateMedia({ media: null });
      await open(page, `#/mesures/${m.numero}/fiche${answered ? profile : ""}`);
      const sheet = page.locator(`[data-fiche="${m.numero}"]`);
      await expect(sheet).toBeVisible();
      await page.emulateMedia({ media: "print" });
      const text = flat(await sheet.innerText());
      const step = paths.premiers_pas.find((p) => p.mesure === m.numero)!.texte;
      for (const wanted of [m.titre, m.objectif, step, ...m.actions.slice(0, 6).map((a) => a.texte)]) {
        expect.soft(text, `${m.numero}`).toContain(flat(wanted));
      }
      if (m.actions.length > 6) expect.soft(text, `${m.numero}`).toContain(`Et ${m.actions.length - 6} autre`);
      expect.soft(text, `${m.numero}`).toMatch(new RegExp(`Source : .*, page ${m.page}\\. `));
      const why = sheet.locator("section", { has: page.getByRole("heading", { name: /^Pourquoi vous/ }) });
      const quotes = await why.locator("blockquote").allTextContents();
      expect.soft(quotes.length > 0 || /Elle concerne : \S/.test(flat(await why.innerText())), `a reason for ${m.numero}`).toBe(true);
      for (const quote of quotes) expect.soft(holds(m, quote), quote).toBe(true);
      if (answered) expect.soft(quotes.length, `a quoted reason for ${m.numero}`).toBeGreaterThan(0);
      await expect(sheet.getByRole("button")).toHaveCount(0);
      expect.soft(sheets(await page.pdf({ format: "A4" })), `sheets for ${m.numero}`).toBe(1);
    }
  });
}
