// The site is published again while somebody reads it: the files of the version in the tab are gone from the server.
import { type Page } from "@playwright/test";
import { CUT, expect, expected, fragment, listed, measure, openGuarded, operable, ready, test, WASM } from "./support";

const HASH = /-([0-9a-f]{16})\./;
/** Data keep their name as long as they keep their content. */
const DATA = /\.bin$/;

/** Names of the other version: as many, none in common; twice other is the same again. */
const other = (text: string) => text.replace(/-[0-9a-f]{16}\.(?!bin)/g, (name) => `-${[...name.slice(1, -1)].reverse().join("")}.`);

/** Whether the visitor has just asked for something, as browsers tell it; each call of Playwright's would count as a click. */
const realActivation = () => {
  let last = -Infinity;
  for (const event of ["click", "keydown"]) {
    addEventListener(event, (heard) => (last = heard.isTrusted ? performance.now() : last), true);
  }
  const activation = { get isActive() { return performance.now() - last < 5_000; } };
  Object.defineProperty(navigator, "userActivation", { value: activation });
};

/** A server that may have another version than the page. */
class Server {
  /** Times the page itself was asked for, by the visitor's browser. */
  visits = 0;
  /** Times it was asked for, by the page. */
  looks = 0;
  /** Whether the last one was the page's. */
  looked = false;
  /** Which version has its turn, at each question for the page. */
  newer = () => false;
  /** Files that neither version has. */
  missing = /^$/;
  /** What stands in the place of the page. */
  instead = "";

  constructor(private readonly page: Page) {}

  /** From now on. What the page fetched before stays in it, but its cache is not asked any more. */
  async open() {
    await this.page.addInitScript(realActivation);
    const own = await (await this.page.request.get("./")).text();
    const known = new Set([...own.matchAll(new RegExp(HASH, "g"))].map((found) => found[1]));
    await this.page.route("**/*", async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      const hash = HASH.exec(url.pathname)?.[1];
      if (url.pathname === "/") {
        if (request.isNavigationRequest()) this.visits += 1;
        else this.looks += 1;
        this.looked = !request.isNavigationRequest();
        if (this.instead) return route.fulfill({ contentType: "text/html", body: this.instead });
        if (!this.newer()) return route.continue();
        return route.fulfill({ contentType: "text/html; charset=utf-8", body: other(own) });
      }
      if (!hash || DATA.test(url.pathname)) return route.continue();
      const newer = this.newer();
      if (known.has(hash) === newer || this.missing.test(url.pathname)) {
        // Later than the script that would look for another version; a page left meanwhile waits for nothing.
        if (this.visits > 1) await this.page.waitForFunction(() => "xpRenouveler" in window).catch(() => {});
        return route.fulfill({ status: 404, body: "" });
      }
      if (!newer) return route.continue();
      const answer = await route.fetch({ url: other(request.url()) });
      const script = url.pathname.endsWith(".js");
      return route.fulfill({ response: answer, ...(script ? { body: other(await answer.text()) } : {}) });
    });
  }
}

const suiteOf = (page: Page) => page.locator('meta[name="xp-suite"]').getAttribute("content");

test("a page asked for after an upgrade is shown by the new version, at its address", async ({ page, faults, corpus }) => {
  faults.allow(CUT);
  const server = new Server(page);
  await server.open();
  await openGuarded(page, "#/mesures?public=jeunes");
  const before = await suiteOf(page);
  server.newer = () => true;
  const [first] = expected(corpus, { public: ["jeunes"] });
  await measure(page, first!).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Mesure\u00a0${first}`);
  await ready(page);
  expect(fragment(page)).toBe(`#/mesures/${first}?public=jeunes`);
  expect(await suiteOf(page)).toBe(other(before!));
  expect(server.visits, "the first visit, then one reload").toBe(2);
  await page.goBack();
  await expect(listed(page)).toHaveCount(expected(corpus, { public: ["jeunes"] }).length);
});

test("a chart whose files an upgrade took away: the table, then « réessayer » brings the new version at the same address", async ({ page, faults }) => {
  faults.allow(CUT);
  const server = new Server(page);
  await server.open();
  await openGuarded(page, "#/acteurs?public=jeunes");
  server.newer = () => true;
  // Nobody has just asked for anything, so nothing is taken from under the eyes.
  await page.evaluate(() => void (location.hash = "#/graphiques/sections?public=jeunes"));
  const figure = page.locator('figure[data-graphique="sections"]');
  await expect(figure).toHaveAttribute("data-etat", "table");
  expect(server.visits).toBe(1);
  await figure.getByRole("button", { name: "Réessayer d’afficher le graphique" }).click();
  await expect(figure).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
  expect(server.visits).toBe(2);
  expect(fragment(page)).toBe("#/graphiques/sections?public=jeunes");
});

test("an upgrade that lacks a file: one reload, then the page says so, and the list works", async ({ page, faults, corpus }) => {
  faults.allow(CUT);
  const server = new Server(page);
  await server.open();
  await openGuarded(page);
  server.newer = () => true;
  server.missing = /suite-/;
  await measure(page, 5).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Page indisponible");
  await expect(page.getByRole("alert").filter({ hasText: "si le site vient de changer, réessayez dans quelques minutes" })).toBeVisible();
  await expect.poll(() => server.visits).toBe(2);
  await ready(page);
  expect(fragment(page)).toBe("#/mesures/5");
  await page.getByRole("link", { name: "Voir la liste des mesures" }).click();
  await expect(listed(page)).toHaveCount(corpus.length);
  // Once the file is there going back is enough.
  server.missing = /^$/;
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a05");
});

test("two servers that give now one version, now the other: no page that reloads for ever", async ({ page, faults }) => {
  faults.allow(CUT);
  const server = new Server(page);
  await server.open();
  await openGuarded(page);
  server.missing = /suite-/;
  // The page is told of another version each time, and each time it starts anew it is the one before.
  server.newer = () => server.looked;
  await measure(page, 5).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Page indisponible", { timeout: 15_000 });
  await expect.poll(() => server.visits).toBe(2);
  await page.waitForLoadState("networkidle");
  expect(server.visits).toBe(2);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Page indisponible");
});

test("a page of works in the place of the site: the text one reads is not traded for it", async ({ page, faults, corpus }) => {
  faults.allow(CUT);
  const server = new Server(page);
  await server.open();
  await openGuarded(page, "#/mesures?public=jeunes");
  server.missing = /suite-/;
  server.instead = "<h1>Site en travaux</h1>";
  await measure(page, expected(corpus, { public: ["jeunes"] })[0]!).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Page indisponible");
  await expect.poll(() => server.looks, "it looked").toBe(1);
  expect(server.visits).toBe(1);
  await page.goBack();
  await expect(listed(page)).toHaveCount(expected(corpus, { public: ["jeunes"] }).length);
});

test("the program of another build under a new starter: the page reads and says what does not work", async ({ page, faults, corpus, request }) => {
  faults.allow(/Explorateur SRESS|preload/);
  const charts = /graphiques-[0-9a-f]+\.wasm/.exec(await (await request.get("./")).text())![0];
  const body = await (await request.get(`./${charts}`)).body();
  await page.route(WASM, (route) => route.fulfill({ contentType: "application/wasm", body }));
  await page.goto("./#/mesures/8");
  await expect(page.locator("#xp-panne")).toContainText("reste lisible");
  await expect(listed(page)).toHaveCount(corpus.length);
  expect(await operable(page)).toHaveLength(2);
});

test("the other pages' program of another build: said so, and the list works", async ({ page, faults, corpus, request }) => {
  const charts = /graphiques-[0-9a-f]+\.wasm/.exec(await (await request.get("./")).text())![0];
  const body = await (await request.get(`./${charts}`)).body();
  await page.route(/suite-[^/]*\.wasm$/, (route) => route.fulfill({ contentType: "application/wasm", body }));
  await openGuarded(page);
  await measure(page, 5).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Page indisponible");
  await page.unroute(/suite-[^/]*\.wasm$/);
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a05");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Mesures" }).click();
  await expect(listed(page)).toHaveCount(corpus.length);
  expect(faults.left).toEqual([]);
});
