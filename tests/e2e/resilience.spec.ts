// Before WebAssembly arrives, and without it: the page reads, and shows no control that cannot work.
import { type Page } from "@playwright/test";
import { CUT, expect, hold, listed, type Measure, numbers, open, operable, plain, ready, test, WASM } from "./support";

/** Visible links to a place that nobody will show: a fragment that is no element of the page. */
async function deadLinks(page: Page): Promise<string[]> {
  return page.locator('a[href^="#"]').evaluateAll((all) =>
    all
      .filter((e) => e.checkVisibility() && !e.closest("[inert]"))
      .filter((e) => !document.getElementById(decodeURIComponent((e.getAttribute("href") ?? "").slice(1))))
      .map((e) => `${e.getAttribute("href")} « ${(e.textContent ?? "").trim().slice(0, 50)} »`),
  );
}

/** Folded text, which a click on its summary shows without any script. */
async function unfold(page: Page) {
  await page.locator("details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
}

async function expectReadable(page: Page, corpus: Measure[]) {
  await expect(listed(page)).toHaveCount(corpus.length);
  for (const m of corpus) await expect(page.getByRole("heading", { name: m.titre })).toBeVisible();
}

test.describe("JavaScript off", () => {
  test.use({ javaScriptEnabled: false });
  // The wasm is preloaded and nobody uses it.
  test.beforeEach(({ faults }) => faults.allow(/preload/));

  test("titles, adopted text and targets are readable", async ({ page, corpus, request }) => {
    await page.goto("./");
    await expectReadable(page, corpus);
    // Playwright's text search leaves <noscript> out.
    await expect(page.locator("noscript p")).toBeVisible();
    await expect(page.locator("noscript p")).toContainText("JavaScript est désactivé");
    for (const file of ["data/mesures.csv", "data/donnees.zip"]) {
      await expect(page.locator(`noscript a[href="${file}"]`)).toBeVisible();
      expect((await page.request.get(`./${file}`)).status(), file).toBe(200);
    }
    await unfold(page);
    const text = plain(await page.locator("main").innerText());
    for (const m of corpus) for (const action of m.actions) expect(text).toContain(plain(action.texte));
    const targets = (await (await request.get("./data/objectifs.json")).json()) as { texte: string }[];
    for (const target of targets) expect(text).toContain(plain(target.texte));
  });

  test("no control that cannot work is shown", async ({ page }) => {
    await page.goto("./");
    await unfold(page);
    expect(await operable(page)).toEqual([]);
  });

  test("no link leads nowhere", async ({ page }) => {
    await page.goto("./");
    await unfold(page);
    expect(await deadLinks(page)).toEqual([]);
  });
});

test("while the wasm is on its way the page reads and its controls sleep", async ({ page, corpus, faults }) => {
  // Chromium warns that the preloaded file was late in being used: it is, on purpose.
  faults.allow(/preload/);
  const release = await hold(page);
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-etat", "attente");
  await expectReadable(page, corpus);
  expect(await operable(page)).toEqual([]);
  release();
  await ready(page);
  expect((await operable(page)).length).toBeGreaterThan(20);
});

test("what was prerendered does not change when the program takes over", async ({ page, faults }) => {
  faults.allow(/preload/);
  const release = await hold(page);
  await page.goto("./");
  const read = () =>
    page.evaluate(() => ({
      // Not `innerText`, which leaves out the cards that are not laid out.
      main: [...document.querySelectorAll(".xp-explore__answer *")].filter((e) => e.checkVisibility()).map((e) => e.textContent).join(" "),
      // What is folded or beyond the first options of a facet comes with the program: only what is seen may not move.
      places: [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, article, input, summary)")]
        .filter((e) => e.checkVisibility())
        .map((e) => ({ name: e.id || e.localName, box: e.getBoundingClientRect() }))
        .map(({ name, box: { x, y, width, height } }) => [name, x, y, width, height].join(" ")),
    }));
  const before = await read();
  expect(before.main.length).toBeGreaterThan(1000);
  release();
  await ready(page);
  expect(await read()).toEqual(before);
});

test("the skip link followed before the program arrives is no unknown page", async ({ page, faults }) => {
  faults.allow(/preload/);
  const release = await hold(page);
  await page.goto("./");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  release();
  await ready(page);
  await expect(page.getByRole("alert")).toHaveText("");
});

test("a measure followed before the program arrives is shown once it has", async ({ page, faults }) => {
  faults.allow(/preload/);
  const release = await hold(page);
  await page.goto("./");
  const link = page.locator('article[data-mesure="8"] a').first();
  await link.click();
  release();
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a08");
});

test("a link opened cold never shows another view first", async ({ page, faults }) => {
  faults.allow(/preload/);
  const release = await hold(page);
  await page.goto("./#/mesures/8");
  await expect(page.getByRole("heading", { name: /Mesure\s1\b/ })).toBeHidden();
  release();
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a08");
});

const FAILURES = {
  blocked: (page: Page) => page.route(WASM, (route) => route.abort()),
  missing: (page: Page) => page.route(WASM, (route) => route.fulfill({ status: 404, body: "" })),
  corrupt: (page: Page) => page.route(WASM, (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm\u0001\0\0\0garbage" })),
  "replaced by a page": (page: Page) => page.route(WASM, (route) => route.fulfill({ contentType: "text/html", body: "<h1>404</h1>" })),
};

for (const [how, fail] of Object.entries(FAILURES)) {
  test(`the wasm ${how}: the page still reads and says what does not work`, async ({ page, corpus, faults }) => {
    faults.allow(CUT, /Explorateur SRESS|démarrage|wasm|WebAssembly/i);
    await fail(page);
    await page.goto("./");
    await expect(page.locator("html")).toHaveAttribute("data-etat", "erreur");
    await expect(page.locator("#xp-panne")).toBeVisible();
    await expect(page.locator("#xp-panne")).toContainText("reste lisible");
    await expectReadable(page, corpus);
    // The link comes with a script of its own.
    await expect(page.getByLabel("Lien de cette vue, à garder")).toHaveValue(page.url());
    const left = await operable(page);
    expect(left).toHaveLength(2);
    expect(left[0]).toContain("xp-recharger");
  });
}

/** The page with its texts changed on the way, as a translating proxy or an older copy would. */
async function change(page: Page) {
  await page.route(/\/$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll("collectivités", "communities") });
  });
}

test("the text of the page changed by somebody: the program fetches its own", async ({ page, corpus, faults }) => {
  faults.allow(/hydratation/);
  await change(page);
  const fetched = page.waitForRequest(/texte-[0-9a-f]+\.bin$/);
  await open(page);
  await fetched;
  const words = new RegExp(corpus.find((m) => /collectivités/.test(m.objectif))!.objectif.slice(0, 60));
  await expect(page.locator(".xp-official").filter({ hasText: words })).toHaveCount(1);
  await expect(page.locator("main")).not.toContainText("communities");
});

test("the text changed and its file gone: the page says that it does not answer", async ({ page, faults }) => {
  faults.allow(CUT, /illisible/);
  await change(page);
  await page.route(/texte-[0-9a-f]+\.bin$/, (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("#xp-panne")).toBeVisible();
});

test("the starter blocked: the page still reads", async ({ page, corpus, faults }) => {
  faults.allow(CUT);
  await page.route(/demarrage[^/]*\.js$/, (route) => route.abort());
  await page.goto("./");
  await expectReadable(page, corpus);
});

test("the wasm blocked, a link opened cold still leaves something to read", async ({ page, corpus, faults }) => {
  faults.allow(CUT, /Explorateur SRESS|démarrage|wasm/i);
  await FAILURES.blocked(page);
  await page.goto("./#/mesures/8?public=jeunes");
  await expect(page.locator("#xp-panne")).toBeVisible();
  await expectReadable(page, corpus);
});

test("« recharger » in the failure message keeps the address and recovers", async ({ page, faults }) => {
  faults.allow(CUT, /Explorateur SRESS|démarrage|wasm/i);
  await FAILURES.blocked(page);
  await page.goto("./#/mesures/8?public=jeunes");
  await expect(page.locator("#xp-panne")).toBeVisible();
  await page.unroute(WASM);
  await page.locator("#xp-panne").getByRole("button", { name: /Recharger/ }).click();
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a08");
  expect(new URL(page.url()).hash).toBe("#/mesures/8?public=jeunes");
});

test("the styles blocked: everything can still be read and operated", async ({ page, corpus, faults }) => {
  faults.allow(CUT);
  await page.route(/\.css$/, (route) => route.abort());
  await open(page);
  await expectReadable(page, corpus);
  await page.getByRole("searchbox").fill("foncier");
  await expect.poll(async () => (await numbers(page)).length).toBeLessThan(corpus.length);
});
