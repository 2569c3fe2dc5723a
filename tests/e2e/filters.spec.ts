import {
  back,
  borne,
  choose,
  countBeside,
  expect,
  expected,
  expectShown,
  type FacetKey,
  fragment,
  listed,
  type Measure,
  measure,
  numbers,
  open,
  option,
  plain,
  reveal,
  test,
} from "./support";

test("filtering by partner, orientation or audience lists the measures the data give", async ({ page, corpus }) => {
  const cases: [FacetKey, string][] = [
    ["acteur", "cress"],
    ["orientation", "3"],
    ["public", "jeunes"],
  ];
  for (const [facet, value] of cases) {
    await open(page);
    await choose(page, facet, value);
    const wanted = expected(corpus, { [facet]: [value] });
    expect(wanted.length).toBeGreaterThan(0);
    await expectShown(page, wanted.length);
    expect(await numbers(page)).toEqual(wanted);
    await expect.poll(() => fragment(page)).toBe(`#/mesures?${facet}=${value}`);
    await page.goto("about:blank");
  }
});

test("options add up inside a facet and narrow across facets", async ({ page, corpus }) => {
  await open(page);
  await choose(page, "acteur", "cress");
  await choose(page, "acteur", "urscop");
  const either = expected(corpus, { acteur: ["cress", "urscop"] });
  await expectShown(page, either.length);
  expect(await numbers(page)).toEqual(either);
  await choose(page, "axe", "1");
  const both = expected(corpus, { acteur: ["cress", "urscop"], axe: ["1"] });
  expect(both.length).toBeLessThan(either.length);
  await expectShown(page, both.length);
  expect(await numbers(page)).toEqual(both);
  await expect.poll(() => fragment(page)).toBe("#/mesures?axe=1&acteur=cress,urscop");
});

test("« tous ensemble » asks for measures that name every partner chosen", async ({ page, corpus }) => {
  await open(page, "#/mesures?acteur=cress,urscop");
  const together = corpus.filter((m) => ["cress", "urscop"].every((id) => m.acteurs.includes(id))).map((m) => m.numero);
  await page.getByRole("radio", { name: "tous ensemble" }).check();
  await expectShown(page, together.length);
  expect(await numbers(page)).toEqual(together);
  await expect.poll(() => fragment(page)).toBe("#/mesures?acteur=cress+urscop");
  await page.getByRole("radio", { name: "au moins un" }).check();
  await expect.poll(() => fragment(page)).toBe("#/mesures?acteur=cress,urscop");
});

test("the mode of a facet is offered only once two of its options are chosen", async ({ page }) => {
  await open(page);
  await choose(page, "acteur", "cress");
  await expect(page.getByRole("radio", { name: "tous ensemble" })).toBeHidden();
  await choose(page, "acteur", "urscop");
  await expect(page.getByRole("radio", { name: "tous ensemble" })).toBeVisible();
});

for (const facet of ["public", "orientation"] as const) {
  test(`the count beside each option of « ${facet} » is what choosing it gives`, async ({ page, corpus }) => {
    await open(page, "#/mesures?acteur=cress,mouvement-associatif,urscop");
    const values = [...new Set(corpus.flatMap((m) => borne(m, facet)))];
    for (const value of values) {
      const box = await reveal(page, facet, value);
      const told = await countBeside(box);
      await box.check();
      await expectShown(page, told);
      await box.uncheck();
    }
    expect(values.length).toBeGreaterThan(5);
  });
}

test("every count of every facet agrees with the published data, other facets chosen", async ({ page, corpus }) => {
  const asked = { public: ["collectivites"], axe: ["2", "3"] };
  await open(page, "#/mesures?public=collectivites&axe=2,3");
  await expectShown(page, expected(corpus, asked).length);
  await page.evaluate(() => document.querySelectorAll("details.xp-facet").forEach((facet) => ((facet as HTMLDetailsElement).open = true)));
  const unfold = page.getByRole("button", { name: /^Voir les/ });
  while ((await unfold.count()) > 0) await unfold.first().click();
  const told = await page.locator("input[data-facet]").evaluateAll((boxes) =>
    boxes.map((box) => ({
      facet: box.getAttribute("data-facet") ?? "",
      value: box.getAttribute("value") ?? "",
      text: (box as HTMLInputElement).labels?.[0]?.lastElementChild?.textContent ?? "",
    })),
  );
  expect(told.length).toBeGreaterThan(120);
  const wrong = told.filter(({ facet, value, text }) => {
    const key = facet as FacetKey;
    const before = (asked as Partial<Record<FacetKey, string[]>>)[key] ?? [];
    const wanted = expected(corpus, { ...asked, [key]: [...before, value] }).length;
    return !new RegExp(`^${wanted}\\smesures?$`).test(text.trim());
  });
  expect(wrong).toEqual([]);
});

test("a chip takes its criterion back, and « tout effacer » takes all", async ({ page, corpus }) => {
  await open(page, "#/mesures?public=jeunes&acteur=cress&q=lyc%C3%A9e");
  const chips = page.getByRole("button", { name: /^Retirer le critère/ });
  await expect(chips).toHaveCount(3);
  await page.getByRole("button", { name: /^Retirer le critère Recherche/ }).click();
  await page.getByRole("button", { name: /^Retirer le critère Partenaire.*CRESS/ }).click();
  await expectShown(page, expected(corpus, { public: ["jeunes"] }).length);
  await expect(option(page, "acteur", "cress")).not.toBeChecked();
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await expect.poll(() => fragment(page)).toBe("#/mesures?public=jeunes");
  await choose(page, "axe", "1");
  await page.getByRole("button", { name: "Tout effacer" }).click();
  await expectShown(page, corpus.length);
  await expect(chips).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Tout effacer" })).toBeHidden();
  await expect.poll(() => fragment(page)).toBe("#/mesures");
});

/** Two options of different facets that no measure bears together. */
function incompatible(corpus: Measure[]): [string, string] {
  for (const audience of new Set(corpus.flatMap((m) => borne(m, "public")))) {
    for (const actor of new Set(corpus.flatMap((m) => m.acteurs))) {
      if (expected(corpus, { public: [audience], acteur: [actor] }).length === 0) return [audience, actor];
    }
  }
  throw new Error("the data hold no two incompatible options");
}

test("shown and hidden measures make the whole, and each hidden one says why", async ({ page, corpus }) => {
  await open(page, "#/mesures?public=jeunes&axe=2");
  const shown = expected(corpus, { public: ["jeunes"], axe: ["2"] });
  const hidden = corpus.length - shown.length;
  await expectShown(page, shown.length);
  await expect(page.getByRole("heading", { name: new RegExp(`${shown.length}\\s.*\\s${hidden}\\sécartée`) })).toBeVisible();
  const out = page.locator("[data-ecartee]");
  await expect(out).toHaveCount(0);
  await page.getByRole("button", { name: "Les voir, et pourquoi" }).click();
  await expect(out).toHaveCount(hidden);
  await expect.poll(() => fragment(page)).toContain("ecartees=oui");
  for (const line of await out.all()) {
    const number = Number(await line.getAttribute("data-ecartee"));
    const m = corpus.find((one) => one.numero === number);
    const why = plain(await line.textContent());
    expect(shown).not.toContain(number);
    expect(why.includes("ne concerne pas : Jeunes"), why).toBe(!borne(m!, "public").includes("jeunes"));
    expect(why.includes("ne relève pas de : Axe II"), why).toBe(m!.axe !== 2);
  }
  const all = [...(await numbers(page)), ...(await out.evaluateAll((l) => l.map((x) => Number(x.getAttribute("data-ecartee")))))];
  expect(all.sort((a, b) => a - b)).toEqual(corpus.map((m) => m.numero));
  await page.getByRole("button", { name: "Ne plus les montrer" }).click();
  await expect(out).toHaveCount(0);
});

test("an empty list names what to drop, and gives back as many as it says", async ({ page, corpus }) => {
  const [audience, actor] = incompatible(corpus);
  const address = `#/mesures?public=${audience}&acteur=${actor}`;
  await open(page, address);
  await expectShown(page, 0);
  await expect(page.getByText("Aucune mesure ne réunit tous ces critères")).toBeVisible();
  const ways = page.getByRole("button", { name: /→/ });
  const told = (await ways.allTextContents()).map((text) => ({ text, gain: Number(/→\s(\d+)/.exec(text)?.[1]) }));
  expect(told.length).toBe(2);
  for (const { text, gain } of told) {
    expect(gain, text).toBeGreaterThan(0);
    await page.getByRole("button", { name: plain(text) }).click();
    await expectShown(page, gain);
    await back(page);
    await expectShown(page, 0);
  }
});

test("when no single criterion is to blame, several are dropped together", async ({ page, corpus }) => {
  const [audience, actor] = incompatible(corpus);
  await open(page, `#/mesures?public=${audience}&acteur=${actor}&q=zzzzzz`);
  await expectShown(page, 0);
  const ways = page.getByRole("button", { name: /→/ });
  const text = (await ways.first().textContent()) ?? "";
  const gain = Number(/→\s(\d+)/.exec(text)?.[1]);
  expect(gain).toBeGreaterThan(0);
  await ways.first().click();
  await expectShown(page, gain);
});

test("the groups have the number of measures under them, and can be undone", async ({ page, corpus }) => {
  await open(page, "#/mesures?public=collectivites");
  const wanted = expected(corpus, { public: ["collectivites"] });
  for (const orientation of new Set(corpus.map((m) => m.orientation))) {
    const inside = corpus.filter((m) => m.orientation === orientation && wanted.includes(m.numero)).length;
    const heading = page.getByRole("heading", { name: new RegExp(`^Orientation\\s${orientation}\\s`) });
    if (inside === 0) await expect(heading).toHaveCount(0);
    else await expect(heading).toContainText(new RegExp(`\\D${inside}\\smesure`));
  }
  await page.getByRole("checkbox", { name: /grouper par/ }).uncheck();
  await expect(page.getByRole("heading", { name: /^Orientation/ })).toHaveCount(0);
  await expect(listed(page)).toHaveCount(wanted.length);
  await expect.poll(() => fragment(page)).toContain("groupes=non");
});

test("a long facet is searched by name, expansion or without accents", async ({ page }) => {
  await open(page);
  const find = page.getByLabel(/^Trouver dans la liste.*partenaire/);
  await find.fill("chambre regionale");
  await expect(option(page, "acteur", "cress")).toBeVisible();
  await expect(option(page, "acteur", "urscop")).toBeHidden();
  await find.fill("zzz");
  await expect(page.locator('input[data-facet="acteur"]:visible')).toHaveCount(0);
  await find.fill("");
  await expect(option(page, "acteur", "urscop")).toBeVisible();
  const before = await page.locator('input[data-facet="acteur"]:visible').count();
  await page
    .locator("details.xp-facet", { has: option(page, "acteur", "cress") })
    .getByRole("button", { name: /^Voir les/ })
    .click();
  expect(await page.locator('input[data-facet="acteur"]:visible').count()).toBeGreaterThan(before);
});

test("a chosen option stays in sight whatever the facet shows", async ({ page, corpus }) => {
  const counts = new Map<string, number>();
  for (const id of corpus.flatMap((m) => m.acteurs)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const rare = [...counts].filter(([, n]) => n === 1).map(([id]) => id);
  const last = rare[rare.length - 1];
  await open(page, `#/mesures?acteur=${last}`);
  await expect(option(page, "acteur", last)).toBeVisible();
  await expect(option(page, "acteur", last)).toBeChecked();
});

test("a card unfolds the whole adopted text of its measure", async ({ page, corpus }) => {
  await open(page);
  const eight = corpus.find((m) => m.numero === 8)!;
  const card = measure(page, 8);
  await card.getByText(/^Texte adopté, page/).click();
  const text = plain(await card.innerText());
  for (const sentence of [eight.objectif, ...eight.actions.map((a) => a.texte)]) expect(text).toContain(plain(sentence));
});
