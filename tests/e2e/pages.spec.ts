import { choose, expect, expected, expectShown, fragment, open, plain, test } from "./support";

test("a measure's page quotes the whole adopted text, with its page, apart from our summary", async ({ page, corpus }) => {
  for (const number of [4, 8, 19, 22]) {
    const m = corpus.find((one) => one.numero === number)!;
    await page.goto("about:blank");
    await open(page, `#/mesures/${number}`);
    const official = page.getByRole("region", { name: /^Texte adopté, page/ });
    const text = plain(await official.innerText());
    await expect(official.getByRole("heading").first()).toHaveText(new RegExp(`page\\s${m.page}$`));
    for (const sentence of [m.objectif, ...m.actions.map((a) => a.texte)]) expect(text).toContain(plain(sentence));
    await expect(page.getByRole("heading", { level: 1 })).toContainText(m.titre);
    await expect(page.getByText("Notre résumé, hors texte adopté").first()).toBeAttached();
  }
});

test("« pourquoi ? » shows the words that make an audience concerned", async ({ page }) => {
  await open(page, "#/mesures/8");
  const audiences = page.locator("section", { has: page.getByRole("heading", { name: "Publics concernés" }) });
  const young = audiences.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Jeunes", exact: true }) }).first();
  await expect(young).toContainText("la mesure agit pour ce public");
  await expect(young.locator("blockquote").first()).toBeHidden();
  await young.getByText(/Pourquoi/).click();
  await expect(young.locator("blockquote").first()).toBeVisible();
  await expect(young.locator("blockquote").first()).toContainText(/jeune/i);
  await expect(young.locator("figcaption").first()).toContainText(/page\s\d+/);
  // Measure 8 is for the young, not for cooperatives (DESIGN and issue 2).
  await expect(audiences.getByRole("link", { name: "Coopératives", exact: true })).toHaveCount(0);
});

test("each audience, partner, scheme and place of a measure leads to its page", async ({ page, corpus }) => {
  const m = corpus.find((one) => one.numero === 8)!;
  await open(page, "#/mesures/8");
  const kinds = [
    ["publics", m.publics.map((p) => p.id)],
    ["acteurs", m.acteurs],
    ["dispositifs", m.dispositifs],
    ["territoires", m.territoires],
  ] as const;
  for (const [path, ids] of kinds) {
    expect(ids.length, path).toBeGreaterThan(0);
    for (const id of ids) {
      await expect(page.locator(`.xp-page__side a[href^="#/${path}/${id}"]`).first(), `${path}/${id}`).toBeVisible();
    }
  }
});

test("previous and next walk through the current selection only", async ({ page, corpus }) => {
  const walk = expected(corpus, { public: ["jeunes"] });
  await open(page, "#/mesures?public=jeunes");
  await expectShown(page, walk.length);
  await page.getByRole("link", { name: new RegExp(`^Mesure\\s${walk[0]}\\s`) }).click();
  const steps = page.getByRole("navigation", { name: "Parcourir les mesures" });
  for (const [at, number] of walk.entries()) {
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`Mesure\u00a0${number}`);
    await expect(steps).toContainText(new RegExp(`${at + 1}\\ssur\\s${walk.length}`));
    await expect(steps.getByRole("link", { name: /précédente/i })).toHaveCount(at === 0 ? 0 : 1);
    const next = steps.getByRole("link", { name: /suivante/i });
    await expect(next).toHaveCount(at === walk.length - 1 ? 0 : 1);
    if (at < walk.length - 1) await next.click();
  }
  await steps.getByRole("link", { name: /liste/ }).click();
  await expectShown(page, walk.length);
  await expect.poll(() => fragment(page)).toBe("#/mesures?public=jeunes");
});

test("a measure left out of the selection still has neighbours, in the whole strategy", async ({ page, corpus }) => {
  const out = corpus.find((m) => !m.publics.some((p) => p.id === "jeunes") && m.numero > 1)!;
  await open(page, `#/mesures/${out.numero}?public=jeunes`);
  const steps = page.getByRole("navigation", { name: "Parcourir les mesures" });
  await expect(steps).toContainText(new RegExp(`${out.numero}\\ssur\\s${corpus.length}`));
  await expect(steps.getByRole("link", { name: /précédente/i })).toContainText(`${out.numero - 1}`);
});

test("a known inconsistency is told where it stands, with its quote", async ({ page }) => {
  await open(page, "#/mesures/17");
  const check = page.locator("section", { has: page.getByRole("heading", { name: "Remarques sur le texte" }) });
  const report = check.locator("details", { hasText: "OPCO" });
  await report.locator("summary").click();
  await expect(report.locator("blockquote", { hasText: "OPCO Unification" }).first()).toBeVisible();
  await expect(report.locator("figcaption").first()).toContainText(/page\s\d+/);
});

test("a partner's page quotes each naming, with whom and in which orientations", async ({ page, corpus }) => {
  await open(page, "#/acteurs/cress");
  const named = corpus.filter((m) => m.acteurs.includes("cress"));
  await expect(page.getByText(new RegExp(`Nommé dans ${named.length}\\smesures sur\\s${corpus.length}`))).toBeVisible();
  await expect(page.getByRole("heading", { name: "Où le texte des mesures le nomme" })).toBeVisible();
  await expect(page.locator("[data-citee]")).toHaveCount(named.length);
  for (const m of named) {
    const one = page.locator(`[data-citee="${m.numero}"]`);
    await expect(one.getByRole("heading")).toContainText(m.titre);
    for (const quote of await one.locator("blockquote").allTextContents()) {
      expect(quote).toMatch(/CRESS|Chambre régionale de l['’]ESS/i);
    }
    await expect(one.locator("blockquote")).not.toHaveCount(0);
  }
  const company = page.locator("section", { has: page.getByRole("heading", { name: "Dans les mêmes mesures" }) });
  const together = named.filter((m) => m.acteurs.includes("urscop")).length;
  const urscop = company.getByRole("listitem").filter({ has: page.getByRole("link", { name: "URSCOP", exact: true }) });
  await expect(urscop).toContainText(new RegExp(`${together}\\smesure`));
  for (const orientation of new Set(named.map((m) => m.orientation))) {
    const inside = named.filter((m) => m.orientation === orientation).length;
    await expect(page.getByText(new RegExp(`^Orientation\\s${orientation}\\s: ${inside}\\smesure`)).first()).toBeVisible();
  }
  await page.getByRole("link", { name: /Voir ces mesures/ }).click();
  await expectShown(page, named.length);
  await expect.poll(() => fragment(page)).toBe("#/mesures?acteur=cress");
});

test("the list of partners has each one, with the number of measures that name it", async ({ page, corpus }) => {
  await open(page, "#/acteurs");
  const counts = new Map<string, number>();
  for (const id of corpus.flatMap((m) => m.acteurs)) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, count] of counts) {
    const line = page.getByRole("listitem").filter({ has: page.locator(`a[href="#/acteurs/${id}"]`) });
    await expect(line, id).toContainText(new RegExp(`\\s${count}\\smesure`));
  }
});

test("the targets are all there, with start and goal where the text gives them", async ({ page, request }) => {
  const targets = (await (await request.get("./data/objectifs.json")).json()) as { texte: string }[];
  await open(page, "#/objectifs");
  const text = plain(await page.locator("main").innerText());
  for (const target of targets) expect(text).toContain(plain(target.texte));
  expect(text).toContain(`${targets.length} objectifs`);
});

test("the site map leads to every page, from every page", async ({ page, corpus }) => {
  await open(page, "#/acteurs/cress?public=jeunes");
  await page.getByRole("contentinfo").getByRole("link", { name: "Plan du site" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Plan du site" })).toBeFocused();
  const main = page.locator("main");
  const hrefs = await main.getByRole("link").evaluateAll((all) => all.map((a) => a.getAttribute("href")!.split("?")[0]!));
  for (const { numero } of corpus) expect(hrefs).toContain(`#/mesures/${numero}`);
  // The menu and the tabs of the lists have nothing that the map has not.
  const menu = await page.getByRole("navigation", { name: "Pages" }).getByRole("link").evaluateAll((all) => all.map((a) => a.getAttribute("href")!.split("?")[0]!));
  for (const entry of menu) expect(hrefs).toContain(entry);
  await main.getByRole("link", { name: /^Dispositifs/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Dispositifs" })).toBeFocused();
  for (const href of hrefs) {
    await page.evaluate((to) => void (location.hash = to), href);
    await expect.poll(() => fragment(page)).toBe(href);
    await expect(page.getByRole("alert").locator("p")).toHaveCount(0);
    await expect(page.locator("#titre")).not.toHaveText(/Page indisponible|Chargement/);
  }
});

test("short quotes in our remarks are told as quotes", async ({ page, request }) => {
  const remarks = (await (await request.get("./data/signalements.json")).json()) as unknown;
  const quoted = [...JSON.stringify(remarks).matchAll(/"(?:titre|explication)":"((?:[^"\\]|\\.)*)"/g)].flatMap(([, text]) => [...text!.matchAll(/«\u00a0(.*?)\u00a0»/g)].map(([, inside]) => plain(JSON.parse(`"${inside}"`) as string)));
  expect(quoted.length).toBeGreaterThan(5);
  await open(page, "#/a-propos");
  const remarked = page.locator(".xp-report");
  await expect(remarked.first()).toBeAttached();
  const told = (await remarked.locator("q").allTextContents()).map(plain);
  expect(told.sort()).toEqual(quoted.sort());
});

test("« à propos » gives source, licences, an honest statement and the way to the data", async ({ page }) => {
  await open(page, "#/a-propos");
  const main = page.locator("main");
  await expect(main).toContainText("Licence Ouverte 2.0");
  await expect(main).toContainText(/MIT ou Apache/);
  await expect(main).toContainText("non audité");
  await expect(main).toContainText("Aucun cookie");
  await main.getByRole("link", { name: /^Fichiers, colonnes, licence/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Données" })).toBeFocused();
  await expect.poll(() => fragment(page)).toBe("#/donnees");
});

test("« effacer » says there was nothing, then erases ours and leaves the host's", async ({ page }) => {
  await open(page, "#/a-propos");
  const erase = page.getByRole("button", { name: "Effacer mes données de cet appareil" });
  await erase.click();
  await expect(page.getByText("Il n’y avait rien à effacer.")).toBeVisible();
  await page.evaluate(() => {
    localStorage.setItem("explorateur-sress:essai", "1");
    localStorage.setItem("explorateur-sress:autre", "2");
    localStorage.setItem("hote", "3");
  });
  await erase.click();
  await expect(page.getByText(/C’est fait\s: 2\séléments effacés/)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["hote"]);
  await expect(erase).toBeFocused();
});

test("« effacer », the storage refused, says there is nothing to erase", async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  });
  await open(page, "#/a-propos");
  await page.getByRole("button", { name: "Effacer mes données de cet appareil" }).click();
  await expect(page.getByText("ne laisse rien garder à cette page")).toBeVisible();
});

test("nothing is left on the device after a tour", async ({ page, context }) => {
  await open(page);
  await page.getByRole("searchbox").fill("jeunes");
  await choose(page, "public", "jeunes");
  for (const name of ["Partenaires", "Graphiques", "Objectifs", "À propos"]) {
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).click();
    await expect(page.locator("h1")).toBeVisible();
  }
  const left = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ local: 0, session: 0, caches: [], databases: [], workers: 0 });
  expect(await context.cookies()).toEqual([]);
});

test("a quote within our sentences has its marks once", async ({ page }) => {
  await open(page, "#/objectifs");
  const quote = page.locator("main q").first();
  await expect(quote).toBeAttached();
  expect(await quote.evaluate((q) => [getComputedStyle(q).quotes, getComputedStyle(q, "::before").content])).toEqual(["none", "open-quote"]);
  expect(await quote.evaluate((q) => q.previousSibling!.textContent!.trimEnd().endsWith("«"))).toBe(true);
});

test("a measure opened cold stays where it stands while it comes", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open(page, "#/mesures/8");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a08");
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.02);
});
