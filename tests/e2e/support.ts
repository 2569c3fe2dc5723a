// What the scenarios share: a page that may not err, the published data as an oracle, and the automation contract of DESIGN §6.
import { type Locator, type Page, type Request, test as base, expect } from "@playwright/test";

export { expect };

/** `data/mesures.json`, the published contract: what the page must agree with. */
export interface Measure {
  numero: number;
  titre: string;
  axe: number;
  orientation: number;
  page: number;
  objectif: string;
  actions: { id: string; texte: string; nature: string | null; acteurs: string[]; publics: { id: string }[] }[];
  acteurs: string[];
  publics: { id: string }[];
  dispositifs: string[];
  territoires: string[];
}

export type FacetKey = "axe" | "orientation" | "public" | "acteur" | "dispositif" | "territoire" | "nature";

/** What went wrong in a page without showing; a test that provokes it says so beforehand. */
export class Faults {
  readonly seen: string[] = [];
  private readonly expected: RegExp[] = [];

  allow(...patterns: RegExp[]) {
    this.expected.push(...patterns);
  }

  get left(): string[] {
    return this.seen.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }
}

/** Console warnings count: platform/tree tells a failed hydration there. */
const LOUD = ["error", "warning", "assert"];

export const test = base.extend<{ faults: Faults }, { corpus: Measure[] }>({
  faults: [
    async ({ context, baseURL }, use) => {
      const faults = new Faults();
      const own = new URL(baseURL ?? "").origin;
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (violation) => {
          console.error(`CSP: ${violation.violatedDirective} refused ${violation.blockedURI}`);
        });
      });
      context.on("request", (request: Request) => {
        const url = new URL(request.url());
        if (url.origin !== own && !["data:", "blob:", "about:"].includes(url.protocol)) {
          faults.seen.push(`request to another origin: ${url.href}`);
        }
      });
      context.on("console", (message) => {
        if (LOUD.includes(message.type())) faults.seen.push(`console ${message.type()}: ${message.text()}`);
      });
      context.on("weberror", (error) => faults.seen.push(`uncaught: ${error.error().message}`));
      await use(faults);
      expect(faults.left, "silent faults of the page").toEqual([]);
    },
    { auto: true },
  ],
  corpus: [
    async ({}, use, worker) => {
      const answer = await fetch(new URL("data/mesures.json", worker.project.use.baseURL));
      await use((await answer.json()) as Measure[]);
    },
    { scope: "worker" },
  ],
});

/** Every view of the address. */
export const VIEWS = [
  "#/mesures",
  "#/mesures/17",
  "#/acteurs",
  "#/acteurs/cress",
  "#/dispositifs",
  "#/territoires",
  "#/publics",
  "#/publics/jeunes",
  "#/graphiques",
  "#/objectifs",
  "#/comparer/acteur/cress/france-active",
  "#/donnees",
  "#/a-propos",
  "#/plan",
] as const;

/** Opens an address cold and waits until the page answers. */
export async function open(page: Page, fragment = "") {
  await page.goto(`./${fragment}`);
  await ready(page);
}

/** The page of the data, with its index. */
export async function openData(page: Page, query = "") {
  await open(page, `#/donnees${query}`);
  await expect(page.getByRole("link", { name: /^Tout télécharger/ })).toBeVisible();
}

export async function ready(page: Page) {
  await expect(page.locator("html")).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
}

/** Opens an address and waits for `secours.mjs` too, which comes a moment after the page answers. */
export async function openGuarded(page: Page, fragment = "") {
  await open(page, fragment);
  await expect.poll(() => page.evaluate(() => "xpRenouveler" in window)).toBe(true);
}

/** Opens an address and waits for all that comes by itself: a chart is drawn once it comes near the window. */
export async function settled(page: Page, address: string) {
  await open(page, address);
  if (address.includes("graphique")) await expect(page.locator("figure[data-graphique]").first()).toBeAttached();
  for (const drawing of await page.locator(".xp-figure__drawing").all()) await drawing.scrollIntoViewIfNeeded();
  await expect(page.locator('figure[data-graphique][data-etat="attente"], [aria-busy="true"]')).toHaveCount(0);
}

/** The browser's Back, once the address is written: it is so after the frame that shows a change. */
export async function back(page: Page) {
  await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done)))));
  await page.goBack();
}

/** What the address bar shows, from `#`, decoded where it can be; a frame later than the page. */
export function fragment(page: Page) {
  const { hash } = new URL(page.url());
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** The measures listed, in order. */
export const listed = (page: Page) => page.locator("article[data-mesure]");

export async function numbers(page: Page): Promise<number[]> {
  return listed(page).evaluateAll((all) => all.map((a) => Number(a.getAttribute("data-mesure"))));
}

export const measure = (page: Page, number: number) => page.locator(`article[data-mesure="${number}"]`);

/** The result count for everybody: what screen readers are told starts with it, and the list has as many. */
export async function expectShown(page: Page, count: number) {
  await expect(listed(page)).toHaveCount(count);
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^\\D*${count}\\D`));
}

export const option = (page: Page, facet: FacetKey, value: string) =>
  page.locator(`input[data-facet="${facet}"][value="${value}"]`);

/** Unfolds a facet far enough for an option to be seen. */
export async function reveal(page: Page, facet: FacetKey, value: string): Promise<Locator> {
  const box = option(page, facet, value);
  const group = page.locator("details.xp-facet", { has: page.locator(`input[data-facet="${facet}"]`) });
  if (!(await group.evaluate((d) => (d as HTMLDetailsElement).open))) await group.locator("summary").click();
  if (!(await box.isVisible())) await group.getByRole("button", { name: /^Voir les/ }).click();
  return box;
}

export async function choose(page: Page, facet: FacetKey, value: string) {
  const box = await reveal(page, facet, value);
  await box.check();
}

/** The number written beside an option. */
export async function countBeside(box: Locator): Promise<number> {
  const count = await box.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.lastElementChild?.textContent ?? "");
  return Number(/^(\d+)\smesures?$/.exec(count.trim())?.[1] ?? Number.NaN);
}

/** What the published data say a measure bears. */
export function borne(measure: Measure, facet: FacetKey): string[] {
  switch (facet) {
    case "axe":
    case "orientation":
      return [String(measure[facet])];
    case "public":
      return measure.publics.map((p) => p.id);
    case "nature":
      return measure.actions.flatMap((a) => a.nature ?? []);
    case "acteur":
      return measure.acteurs;
    case "dispositif":
      return measure.dispositifs;
    case "territoire":
      return measure.territoires;
  }
}

/** Numbers of the measures that bear one of the options in each facet. */
export function expected(corpus: Measure[], asked: Partial<Record<FacetKey, string[]>>): number[] {
  const facets = Object.entries(asked) as [FacetKey, string[]][];
  const kept = corpus.filter((m) => facets.every(([facet, ids]) => ids.some((id) => borne(m, facet).includes(id))));
  return kept.map((m) => m.numero);
}

/** A line of a comparison, by its head: what each of its three cells holds, told by an attribute. */
export async function cells(page: Page, head: string, attribute: string): Promise<string[][]> {
  const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${head}`) }) });
  if ((await line.count()) === 0) return [[], [], []];
  return line
    .getByRole("cell")
    .evaluateAll((all, name) => all.map((cell) => [...cell.querySelectorAll("li")].map((li) => li.getAttribute(name) ?? "")), attribute);
}

/** Controls one could operate: that nobody would answer, when the program is not there. */
export async function operable(page: Page): Promise<string[]> {
  return page.locator("input, button, select, textarea").evaluateAll((all) =>
    all
      .filter((e) => e.checkVisibility() && !e.closest("[inert]") && !e.matches(":disabled"))
      .map((e) => e.outerHTML.slice(0, 120)),
  );
}

/** What has the focus, in words a failure can print. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const on = document.activeElement;
    if (!on || on === document.body) return "body";
    return on.id ? `#${on.id}` : `${on.localName} « ${(on.textContent ?? "").trim().slice(0, 60)} »`;
  });
}

export async function expectFocusKept(page: Page) {
  // Browsers move the focus of a removed element with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await focused(page), "the focus is somewhere").not.toBe("body");
}

/** Text as one reads it: no-break spaces are spaces. */
export const plain = (text: string | null) => (text ?? "").replace(/[\s\u00a0\u202f]+/g, " ").trim();

/** Chromium says so in the console when a request is cut on purpose. */
export const CUT = /Failed to load resource|ERR_FAILED|preload/;

/** The first program. */
export const WASM = /explorateur[^/]*\.wasm$/;

/** Holds the first program back until released. */
export async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  await page.route(WASM, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

/** Sheets of a document. */
export const sheets = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
