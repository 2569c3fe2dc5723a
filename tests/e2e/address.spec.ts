import { type Page } from "@playwright/test";
import {
  back,
  choose,
  expect,
  expected,
  expectFocusKept,
  expectShown,
  focused,
  fragment,
  listed,
  measure,
  numbers,
  open,
  option,
  plain,
  ready,
  test,
  VIEWS,
} from "./support";

const scroll = (page: Page) => page.evaluate(() => window.scrollY);

/** Follows the link of a measure of the list from the keyboard, so that the link has the focus. */
async function openFromList(page: Page, number: number) {
  const link = measure(page, number).getByRole("link").first();
  await link.scrollIntoViewIfNeeded();
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Mesure\u00a0${number}`);
}

test("Back undoes one choice at a time, Forward makes it again", async ({ page, corpus }) => {
  await open(page);
  await choose(page, "public", "jeunes");
  await expect.poll(() => fragment(page)).toBe("#/mesures?public=jeunes");
  await choose(page, "axe", "1");
  await expect.poll(() => fragment(page)).toBe("#/mesures?axe=1&public=jeunes");
  await back(page);
  await expectShown(page, expected(corpus, { public: ["jeunes"] }).length);
  await expect(option(page, "axe", "1")).not.toBeChecked();
  await expect(option(page, "public", "jeunes")).toBeChecked();
  await expectFocusKept(page);
  await back(page);
  await expectShown(page, corpus.length);
  await page.goForward();
  await page.goForward();
  await expectShown(page, expected(corpus, { public: ["jeunes"], axe: ["1"] }).length);
  await expect(option(page, "axe", "1")).toBeChecked();
});

test("Back from a measure gives back the place in the list and the focus", async ({ page }) => {
  await open(page, "#/mesures?axe=2");
  const last = (await numbers(page)).at(-1)!;
  const link = measure(page, last).getByRole("link").first();
  /** Where the visitor sees it: the scroll alone counts cards passed over in one leap, whose heights are guessed. */
  const height = () => link.evaluate((link) => Math.round(link.getBoundingClientRect().top));
  // In one task, before the browser lays out what it leaps over.
  const [before, leapt] = await link.evaluate((link: HTMLElement) => {
    link.scrollIntoView({ block: "center" });
    link.focus({ preventScroll: true });
    const left = [Math.round(link.getBoundingClientRect().top), window.scrollY];
    link.click();
    return left;
  });
  expect(leapt).toBeGreaterThan(300);
  await expect(page.locator("#titre")).toBeFocused();
  expect(await scroll(page)).toBe(0);
  await back(page);
  await expectShown(page, await listed(page).count());
  await expect.poll(height).toBeCloseTo(before, -1);
  await expect(link).toBeFocused();
});

test("Forward too gives back the place where one was", async ({ page }) => {
  await open(page);
  await openFromList(page, 8);
  await page.evaluate(() => window.scrollTo(0, 150));
  // The entry notes its place at once, or after a short pause; one cannot leave faster than that by hand.
  await expect.poll(() => page.evaluate(() => (history.state as number[] | null)?.[0])).toBe(150);
  await back(page);
  await expect(listed(page).nth(1)).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a08");
  await expect.poll(() => scroll(page)).toBe(150);
  await expectFocusKept(page);
});

test("Back to a list of partners finds the link that was followed", async ({ page }) => {
  await open(page, "#/acteurs");
  const link = page.getByRole("link", { name: "URSCOP", exact: true });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("URSCOP");
  await back(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Partenaires");
  await expectFocusKept(page);
  await expect(page.getByRole("link", { name: "URSCOP", exact: true })).toBeFocused();
});

test("a link opened cold shows the same view", async ({ page, context }) => {
  await open(page);
  await choose(page, "acteur", "cress");
  await choose(page, "acteur", "urscop");
  await page.getByRole("radio", { name: "tous ensemble" }).check();
  await page.getByRole("searchbox").fill("coopératives");
  await page.getByRole("checkbox", { name: /grouper par/ }).uncheck();
  await page.getByRole("button", { name: "Les voir, et pourquoi" }).click();
  await expect.poll(() => fragment(page)).toContain("ecartees=oui");
  const other = await context.newPage();
  await other.goto(page.url());
  await ready(other);
  await expect(listed(other)).toHaveCount(await listed(page).count());
  for (const region of ["main", "header"]) {
    const [here, there] = await Promise.all([page, other].map((p) => p.locator(region).innerText()));
    // The hidden status may still hold its former words.
    expect(plain(there)).toBe(plain(here));
  }
  await expect(other.getByRole("radio", { name: "tous ensemble" })).toBeChecked();
  await expect(other.getByRole("searchbox")).toHaveValue("coopératives");
});

test("every view of the address opens, with its title and one main heading", async ({ page }) => {
  const titles = new Set<string>();
  for (const view of VIEWS) {
    await page.goto("about:blank");
    await open(page, view);
    await expect(page.locator("h1:visible")).toHaveCount(1);
    await expect(page.locator("main")).not.toBeEmpty();
    await expect(page.getByRole("alert")).toHaveText("");
    await expect.poll(() => fragment(page)).toBe(view);
    titles.add(await page.title());
  }
  expect(titles.size, "each view has its own window title").toBe(VIEWS.length);
});

test("the pages of the menu are reached by a click, and the menu says where one is", async ({ page }) => {
  await open(page);
  const menu = page.getByRole("navigation", { name: "Pages" });
  for (const name of ["Partenaires", "Graphiques", "Objectifs", "À propos", "Mesures"]) {
    await menu.getByRole("link", { name }).click();
    await expect(menu.locator('[aria-current="page"]')).toHaveText(name);
    await expect(page.locator("#titre")).toBeFocused();
  }
});

const HOSTILE: Record<string, string> = {
  "an unknown view": "#/nulle-part",
  "an unknown measure": "#/mesures/99",
  "a measure that is no number": "#/mesures/NaN",
  "a number too large": "#/mesures/99999999999999999999",
  "an unknown partner": "#/acteurs/inconnu",
  "an unknown option": "#/mesures?acteur=inconnu&axe=9&public=x",
  "ten thousand characters": `#/mesures?q=${"a".repeat(10_000)}`,
  "ten thousand unknown values": `#/mesures?acteur=${Array.from({ length: 2_000 }, (_, i) => `x${i}`).join(",")}`,
  "a path of ten thousand characters": `#/${"é".repeat(5_000)}`,
  "markup": "#/<img src=x onerror=alert(1)>",
  "a script as option": "#/mesures?acteur=<script>alert(1)</script>",
  "a script address": "#javascript:alert(1)",
  "a null character": "#/mesures/%00",
  "bytes that are not UTF-8": "#/%FF%FE",
  "a lone surrogate, encoded": "#/%ED%A0%80",
  "a lone surrogate, raw": "#/\ud800",
  "a broken escape": "#/%",
  "a newer version": "#/mesures?v=99",
  "the name of an element of the page": "#xp-app",
};

/** Waits for a notice over a page that shows something, and nothing of the address as markup. */
async function expectNotice(page: Page, what: string) {
  await expect(page.getByRole("alert"), what).not.toHaveText("");
  await expect(page.getByRole("heading", { level: 1 }), what).toBeVisible();
  await expect(page.getByRole("status"), what).toHaveText(/\d+\smesure/);
  await expect(page.locator("main img, main script"), what).toHaveCount(0);
  expect((await page.getByRole("alert").innerText()).length, what).toBeLessThan(700);
}

for (const [what, address] of Object.entries(HOSTILE)) {
  test(`${what} in a link opened cold gives a notice, never a blank page`, async ({ page, corpus }) => {
    await open(page, address);
    await expectNotice(page, what);
    if (!address.includes("q=")) await expect(listed(page)).toHaveCount(corpus.length);
  });
}

test("a hostile address over a page that already answers gives a notice, gone with the next choice", async ({ page }) => {
  await open(page);
  for (const [what, address] of Object.entries(HOSTILE)) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expectNotice(page, what);
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Objectifs" }).click();
    await expect(page.getByRole("alert"), what).toHaveText("");
    await expect(page.getByRole("heading", { level: 1 }), what).toHaveText("Objectifs mesurables");
  }
});

test("odd searches are answered, not refused", async ({ page }) => {
  for (const q of ["%00", "%FF", "%ED%A0%80", "%22", "((((", "***", "%20%20", "%F0%9F%98%80", "%22%22"]) {
    await page.goto("about:blank");
    await open(page, `#/mesures?q=${q}`);
    await expect(page.getByRole("status")).toHaveText(/\d+\smesure/);
    await expect(page.getByRole("searchbox")).toBeVisible();
  }
});

test("a search is one step of the history, however many letters; each choice is another", async ({ page }) => {
  await open(page);
  const length = () => page.evaluate(() => history.length);
  const start = await length();
  await page.getByRole("searchbox").pressSequentially("foncier");
  await expect.poll(() => fragment(page)).toBe("#/mesures?q=foncier");
  expect(await length()).toBe(start + 1);
  await page.getByRole("checkbox", { name: /grouper par/ }).uncheck();
  await expect.poll(() => fragment(page)).toContain("groupes=non");
  expect(await length()).toBe(start + 2);
  await choose(page, "axe", "2");
  await expect.poll(() => fragment(page)).toContain("axe=2");
  expect(await length()).toBe(start + 3);
  await back(page);
  await back(page);
  await expect(page.getByRole("searchbox")).toHaveValue("foncier");
  await back(page);
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await ready(page);
});

test("« copier le lien » gives the address of the view", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "#/mesures?public=jeunes");
  await page.getByRole("searchbox").fill("lycée");
  await expect.poll(() => fragment(page)).toContain("lycée");
  await page.getByRole("button", { name: "Copier le lien" }).click();
  await expect(page.getByText("Lien copié")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  await expect(page.getByRole("button", { name: "Copier le lien" })).toBeFocused();
});

for (const [how, script] of [
  ["refused", "() => Promise.reject(new DOMException('no', 'NotAllowedError'))"],
  ["absent", ""],
] as const) {
  test(`« copier le lien », the clipboard ${how}, shows the address to copy by hand`, async ({ page, context }) => {
    const value = script ? `{ writeText: ${script} }` : "undefined";
    await context.addInitScript(`Object.defineProperty(navigator, "clipboard", { value: ${value} })`);
    await open(page, "#/mesures?public=jeunes");
    await page.getByRole("button", { name: "Copier le lien" }).click();
    const field = page.getByLabel(/Copie refusée.*Lien à copier/);
    await expect(field).toBeVisible();
    await expect(field).toHaveValue(page.url());
    await expectFocusKept(page);
  });
}

test("a click with Ctrl opens the measure in another tab, with the same question", async ({ page, context }) => {
  await open(page, "#/mesures?public=jeunes");
  const opening = context.waitForEvent("page");
  await measure(page, 8).getByRole("link").first().click({ modifiers: ["ControlOrMeta"] });
  const tab = await opening;
  await ready(tab);
  await expect(tab.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a08");
  await expect.poll(() => fragment(tab)).toBe("#/mesures/8?public=jeunes");
  await expect.poll(() => fragment(page)).toBe("#/mesures?public=jeunes");
  expect(await focused(page)).toBeDefined();
});

test("inside a frame the history stays the host's", async ({ page, baseURL }) => {
  const host = `<link rel="icon" href="data:,"><iframe title="Explorateur" width="1200" height="700" src="${baseURL}"></iframe>`;
  await page.route("**/hote.html", (route) => route.fulfill({ contentType: "text/html", body: host }));
  await page.goto("./hote.html");
  const length = () => page.evaluate(() => history.length);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
  const start = await length();
  await frame.locator('input[data-facet="acteur"][value="cress"]').check();
  await expect(frame.getByRole("button", { name: /^Retirer le critère/ })).toHaveCount(1);
  await frame.locator("article[data-mesure] h5 a").first().click();
  await expect(frame.getByRole("heading", { level: 1 })).toContainText(/Mesure\s\d+/);
  expect(await length()).toBe(start);
});
