import { expect, expectShown, fragment, listed, measure, numbers, open, plain, test } from "./support";

test("accents and capitals do not matter", async ({ page }) => {
  await open(page, "#/mesures?q=%C3%A9galit%C3%A9");
  const wanted = await numbers(page);
  expect(wanted).toContain(12);
  await page.getByRole("searchbox").fill("EGALITE");
  await expect.poll(() => fragment(page)).toBe("#/mesures?q=EGALITE");
  await expectShown(page, wanted.length);
  expect(await numbers(page)).toEqual(wanted);
});

test("a typographic apostrophe finds what a straight one does", async ({ page, corpus }) => {
  await open(page);
  const search = page.getByRole("searchbox");
  await search.fill("demandeurs d'emploi");
  await expect.poll(() => fragment(page)).toContain("emploi");
  const straight = await numbers(page);
  expect(straight).toContain(17);
  expect(straight.length).toBeLessThan(corpus.length);
  await search.fill("demandeurs d’emploi");
  await expect.poll(() => fragment(page)).toContain("’");
  await expectShown(page, straight.length);
  expect(await numbers(page)).toEqual(straight);
});

test("words between quotes are found only side by side", async ({ page }) => {
  await open(page, `#/mesures?q=${encodeURIComponent('"lieu totem"')}`);
  const phrase = await numbers(page);
  expect(phrase.length).toBeGreaterThan(0);
  for (const number of phrase) {
    const marks = await measure(page, number).locator("mark").allTextContents();
    expect(plain(marks.join(" ")).toLowerCase()).toContain("lieu totem");
  }
  await page.getByRole("searchbox").fill('"totem lieu"');
  await expectShown(page, 0);
  await page.getByRole("searchbox").fill("totem lieu");
  await expect.poll(async () => (await numbers(page)).length).toBeGreaterThanOrEqual(phrase.length);
});

test("an acronym and its expansion find each other", async ({ page }) => {
  const pairs = [
    ["CJS", "coopérative jeunesse de services", 8],
    ["PTCE", "pôle territorial de coopération économique", 20],
    ["SCIC", "société coopérative d'intérêt collectif", 1],
  ] as const;
  for (const [acronym, expansion, number] of pairs) {
    await open(page, `#/mesures?q=${encodeURIComponent(acronym)}`);
    const short = await numbers(page);
    expect(short, acronym).toContain(number);
    await page.getByRole("searchbox").fill(expansion);
    await expect.poll(() => fragment(page)).toContain(expansion.slice(0, 8));
    await expectShown(page, short.length);
    expect(await numbers(page), expansion).toEqual(short);
    await page.goto("about:blank");
  }
});

test("« CAP ASSO »: no measure names it, and the page says where the text does", async ({ page }) => {
  await open(page);
  await page.getByRole("searchbox").fill("CAP ASSO");
  await expectShown(page, 0);
  const named = page.locator("section", { hasText: "Aucune mesure ne le nomme" });
  await expect(named).toBeVisible();
  await expect(named).toContainText("dispositif emblématique qui fête ses 20 ans en 2025");
  await expect(named).toContainText(/page\s20/);
  await expect(named).toContainText(/page\s8/);
  await named.getByRole("link", { name: /CAP ASSO/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("CAP ASSO");
  await expect(page.getByText("Aucune mesure ne le nomme.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ailleurs dans le texte adopté" })).toBeVisible();
});

test("found words are marked, in titles and in actions", async ({ page }) => {
  await open(page, "#/mesures?q=recrutement");
  const marks = measure(page, 17).locator("mark:visible");
  await expect(marks.first()).toBeVisible();
  for (const mark of await marks.allTextContents()) expect(mark.toLowerCase()).toMatch(/^recrut|^embauch/);
  await expect(measure(page, 17).getByRole("heading").locator("mark")).toHaveText(/recrutement/i);
});

test("markup typed in the search stays text", async ({ page, corpus }) => {
  await open(page);
  await page.getByRole("searchbox").fill("<img src=x onerror=alert(1)>");
  await expectShown(page, 0);
  await expect(page.getByRole("button", { name: /^Retirer le critère Recherche/ })).toContainText("<img src=x");
  await expect(page.locator("main img")).toHaveCount(0);
  await page.getByRole("button", { name: "Effacer la recherche" }).click();
  await expectShown(page, corpus.length);
});

test("the actions that answer come first, with how many of how many", async ({ page, corpus }) => {
  await open(page, "#/mesures?q=foncier");
  const ten = corpus.find((m) => m.numero === 10)!;
  const told = plain(await measure(page, 10).innerText());
  const [, some, all] = /(\d+) actions? sur (\d+) répond/.exec(told) ?? [];
  expect(Number(all)).toBe(ten.actions.length);
  const shown = measure(page, 10).locator("li:visible");
  await expect(shown).toHaveCount(Number(some));
  for (const action of await shown.all()) await expect(action.locator("mark").first()).toBeVisible();
});

test("the actions of a chosen partner are those the data give", async ({ page, corpus }) => {
  await open(page, "#/mesures?acteur=cress");
  for (const m of corpus.filter((one) => one.acteurs.includes("cress"))) {
    const bearing = m.actions.filter((a) => a.acteurs.includes("cress"));
    const told = plain((await measure(page, m.numero).textContent()) ?? "");
    if (bearing.length > 0) expect(told).toMatch(new RegExp(`${bearing.length} actions? sur ${m.actions.length} répond`));
    for (const action of bearing) expect(told).toContain(plain(action.texte).slice(0, 40));
  }
});

test("relevance puts first the measure whose title says it", async ({ page }) => {
  await open(page);
  const order = page.getByLabel("Trier par");
  await expect(order).toBeHidden();
  await page.getByRole("searchbox").fill("recrutement");
  await expect(order).toBeVisible();
  const document = await numbers(page);
  expect(document).toEqual([...document].sort((a, b) => a - b));
  await order.selectOption("pertinence");
  await expect.poll(() => fragment(page)).toBe("#/mesures?q=recrutement&tri=pertinence");
  expect((await numbers(page))[0]).toBe(17);
  expect((await numbers(page)).sort((a, b) => a - b)).toEqual(document);
  await order.selectOption("document");
  await expect.poll(() => numbers(page)).toEqual(document);
});

test("the list follows the typing, letter by letter, without losing the field", async ({ page, corpus }) => {
  await open(page);
  const search = page.getByRole("searchbox");
  await search.pressSequentially("foncier");
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("foncier");
  await expect.poll(async () => (await numbers(page)).length).toBeLessThan(corpus.length);
  await search.press("Home");
  await search.pressSequentially("x");
  await expect(search).toHaveValue("xfoncier");
  await expect(listed(page)).toHaveCount(0);
  await search.fill("");
  await expectShown(page, corpus.length);
});
