// axe on each page × width × colours, reflow, text spacing, and the outline of headings.
import AxeBuilder from "@axe-core/playwright";
import { type Page } from "@playwright/test";
import { expect, open, test } from "./support";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const PAGES: Record<string, string> = {
  "the measures": "#/mesures",
  "filtered measures": "#/mesures?public=jeunes&acteur=cress,urscop&q=lyc%C3%A9e&ecartees=oui&tri=pertinence",
  "an empty list": "#/mesures?public=jeunes&q=cap%20asso",
  "a flat list": "#/mesures?axe=2&groupes=non",
  "a measure": "#/mesures/17?q=recrutement",
  "a measure with examples": "#/mesures/22",
  "the partners": "#/acteurs",
  "a partner": "#/acteurs/cress",
  "a partner no measure names": "#/dispositifs/cap-asso",
  "the schemes": "#/dispositifs",
  "the places": "#/territoires",
  "an audience": "#/publics/jeunes",
  "the charts": "#/graphiques/sections?public=jeunes&orientation=3,4",
  "the crossing, its table and figures projected": "#/graphiques/croisement?affichage=projete",
  "the targets drawn": "#/graphiques/objectifs",
  "the rings projected": "#/graphiques/structure?affichage=projete",
  "the arcs projected": "#/graphiques/ensemble?affichage=projete",
  "the dates projected": "#/graphiques/chronologie?affichage=projete",
  "two orientations compared, projected": "#/comparer/orientation/2/4?affichage=projete",
  "a chart beside the list": "#/mesures?graphique=partenaires&public=jeunes",
  "the targets": "#/objectifs",
  "nothing compared yet": "#/comparer",
  "one side of a comparison": "#/comparer/acteur/cress",
  "two partners compared": "#/comparer/acteur/cress/france-active?public=jeunes",
  "two measures compared": "#/comparer/mesure/8/9",
  "one thing compared with itself": "#/comparer/orientation/2/2",
  "the questions answered": "#/parcours?profil=commune,foncier",
  "a selection": "#/selection?choix=8,1,6&public=jeunes",
  "no selection": "#/selection",
  "no roadmap yet": "#/feuille-de-route?choix=8",
  "roadmaps to put together": "#/feuille-de-route/reunion",
  "a measure's sheet": "#/mesures/8/fiche?profil=commune",
  "the data": "#/donnees?public=jeunes",
  "a list made ready for another page": "#/integrer/mesures?public=jeunes",
  "about": "#/a-propos",
  "the site map": "#/plan",
  "a notice": "#/nulle-part?public=jeunes&acteur=inconnu",
};

/** Waits for the drawing, or for the table in its place, and for what is fetched. */
async function settled(page: Page) {
  // A chart comes with the suite, and is drawn once it comes near the window.
  if (page.url().includes("graphique")) await expect(page.locator("figure[data-graphique]").first()).toBeAttached();
  for (const figure of await page.locator("figure[data-graphique] .xp-figure__drawing").all()) {
    if (await figure.isVisible()) await figure.scrollIntoViewIfNeeded();
  }
  await expect(page.locator('figure[data-graphique][data-etat="attente"], [aria-busy="true"]')).toHaveCount(0);
}

/** What is folded is checked too; cards are alike, a few are enough. */
async function unfold(page: Page) {
  await page.locator("details").evaluateAll((all) =>
    all.filter((d) => !d.closest("article[data-mesure]:nth-of-type(n+4)")).forEach((d) => d.setAttribute("open", "")),
  );
}

async function audit(page: Page): Promise<string[]> {
  // No frame here: one run in the page, rather than one more window a run.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).options({ resultTypes: ["violations"], runOnly: TAGS }).analyze();
  return violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(" ")} ${(n.failureSummary ?? "").split("\n")[1] ?? ""}`));
}

async function auditBoth(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    expect.soft(await audit(page), colorScheme).toEqual([]);
  }
}

test("axe finds nothing before the program arrives, nor when it never does", async ({ page, faults }) => {
  faults.allow(/Failed to load|ERR_FAILED|preload|Explorateur SRESS|wasm/i);
  await page.route(/explorateur[^/]*\.wasm$/, (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("#xp-panne")).toBeVisible();
  expect(await audit(page)).toEqual([]);
});

/** Elements that stick out of the page on the right. */
const outside = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (e: Element | null): boolean =>
      e !== null && e !== document.body && (getComputedStyle(e).overflowX !== "visible" || scrolls(e.parentElement));
    return [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement))
      .slice(0, 5)
      .map((e) => `${e.localName}.${e.className} ${Math.round(e.getBoundingClientRect().right)} > ${width}`)
      .concat(`scrollWidth ${document.documentElement.scrollWidth}`);
  });

/** WCAG 1.4.12, through CSSOM: the CSP refuses an inline style sheet. */
async function space(page: Page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [sheet];
  });
}

/** Text cut by its box. */
const cut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")]
      .filter((e) => e.checkVisibility() && !e.closest(".xp-hidden, svg") && e.innerText?.trim())
      .filter((e) => {
        const style = getComputedStyle(e);
        const hides = (axis: string) => ["hidden", "clip"].includes(axis);
        return (
          (hides(style.overflowX) && e.scrollWidth > e.clientWidth + 1) ||
          (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1)
        );
      })
      .map((e) => `${e.localName}.${e.className}`),
  );

for (const [what, address] of Object.entries(PAGES)) {
  test(`axe finds nothing on ${what}, 1280 px, light and dark`, async ({ page }) => {
    await open(page, address);
    await settled(page);
    await unfold(page);
    await auditBoth(page);
  });

  test(`axe finds nothing on ${what}, 320 px, light and dark, and nothing sticks out`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, address);
    await settled(page);
    await unfold(page);
    await auditBoth(page);
    expect.soft(await outside(page), "sideways scroll").toEqual([]);
    await space(page);
    expect.soft(await outside(page), "sideways scroll, text spaced").toEqual([]);
    expect.soft(await cut(page), "text cut, text spaced").toEqual([]);
  });
}

/** Pages as a host frames them: the view alone, what is fixed, a theme of its own. */
const FRAMED: Record<string, string> = {
  "the measures": "?seul#/mesures?public=jeunes",
  "measures whose audience is fixed": "?seul&figer=public&masquer=dispositif#/mesures?public=jeunes",
  "a measure": "?seul#/mesures/17",
  "a chart": "?seul#/graphiques/sections",
  "the targets": "?seul#/objectifs",
};

for (const [what, address] of Object.entries(FRAMED)) {
  for (const width of [1280, 320]) {
    test(`axe finds nothing on ${what} in a frame, ${width} px, light and dark`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.route("**/hote.html", (route) =>
        route.fulfill({
          contentType: "text/html; charset=utf-8",
          body: `<!doctype html><html lang="fr"><title>Page d’un site</title><body style="margin: 0"><main><h1>Page d’un site</h1><iframe title="Explorateur" width="100%" height="560" src="./${address}"></iframe></main>`,
        }),
      );
      await page.goto("./hote.html");
      const frame = page.frame({ url: /\?seul/ }) ?? (await page.waitForEvent("framenavigated"));
      await frame.waitForSelector('html[data-etat="pret"]');
      await frame.waitForSelector('h1, h2, figure[data-etat="pret"]');
      for (const drawing of await frame.locator(".xp-figure__drawing").all()) await drawing.scrollIntoViewIfNeeded();
      await expect(frame.locator('figure[data-graphique][data-etat="attente"], [aria-busy="true"]')).toHaveCount(0);
      expect(await frame.locator("html").getAttribute("data-cadre")).toBe("seul");
      // Cards out of sight are not laid out: axe would take what sticks out of their guessed height for what lies under the foot.
      await frame.locator("html").evaluate((root) => root.setAttribute("data-entier", ""));
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        // In the frame as in a window of its own: the rules on a whole page too.
        // axe gives up on a frame that does not answer in half a second, and says nothing: a busy machine needs more.
        const patient = { runOnly: TAGS, pingWaitTime: 10_000 };
        const { violations, passes } = await new AxeBuilder({ page }).include(["iframe", "html"]).options(patient).analyze();
        const inside = passes.flatMap((rule) => rule.nodes).filter((node) => node.target.length > 1);
        expect(inside.length, "axe went into the frame").toBeGreaterThan(20);
        expect.soft(violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(" > ")}`)), colorScheme).toEqual([]);
      }
    });
  }
}

test("axe finds nothing on a chart as it is printed", async ({ page }) => {
  await open(page, "#/graphiques/partenaires");
  await settled(page);
  await unfold(page);
  await page.emulateMedia({ media: "print" });
  expect(await audit(page)).toEqual([]);
});

test("headings go down one level at a time on every page", async ({ page }) => {
  test.slow();
  for (const [what, address] of Object.entries(PAGES)) {
    await page.goto("about:blank");
    await open(page, address);
    // In one go: the suite may take the page over at any time.
    const levels = await page.evaluate(() => {
      const all = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
      return all.filter((h) => h.checkVisibility()).map((h) => Number(h.localName[1]));
    });
    expect(levels[0], what).toBe(1);
    const jumps = levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1);
    expect(jumps, `${what}: ${levels}`).toEqual([]);
  }
});

/** How an element looks when colours say nothing: its edges, its line, its mark; the weight of letters is no sign. */
const shape = (page: Page, selector: string) =>
  page.locator(selector).first().evaluate((e) => {
    const style = getComputedStyle(e);
    const sides = ["top", "right", "bottom", "left"];
    const edges = sides.map((side) => `${style.getPropertyValue(`border-${side}-style`)} ${style.getPropertyValue(`border-${side}-width`)}`);
    return { edges, line: style.textDecorationLine, mark: getComputedStyle(e, "::before").content };
  });

test("with forced colours the focused and the buttons are still told apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, "#/mesures?public=jeunes");
  for (const selector of ["#copier", ".xp-chip", "#recherche"]) {
    const edge = await page.locator(selector).first().evaluate((e) => {
      const style = getComputedStyle(e);
      return style.borderTopStyle !== "none" && Number.parseFloat(style.borderTopWidth) > 0;
    });
    expect(edge, `${selector} has an edge`).toBe(true);
  }
  await page.locator("#copier").focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  expect(await page.locator("#copier").evaluate((e) => getComputedStyle(e).outlineStyle)).not.toBe("none");
});

for (const [what, address, one, state] of [
  ["page of the menu", "#/mesures", ".xp-nav__link", "[aria-current]"],
  ["list of terms", "#/acteurs", ".xp-tab", "[aria-current]"],
  ["row of a chart", "#/graphiques/sections?orientation=3", ".xp-figure .xp-button", '[aria-pressed="true"]'],
] as const) {
  test(`with forced colours the chosen ${what} differs by its shape from those not chosen`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await open(page, address);
    await unfold(page);
    const [chosen, other] = [`${one}${state}`, `${one}:not(${state})`];
    await expect(page.locator(chosen).first()).toBeVisible();
    expect(await shape(page, chosen)).not.toEqual(await shape(page, other));
  });
}

test("the mark of what is chosen adds nothing to its name", async ({ page }) => {
  await open(page, "#/graphiques/sections?orientation=3");
  await unfold(page);
  const pressed = page.locator('.xp-figure .xp-button[aria-pressed="true"]').first();
  await expect(pressed).toHaveAccessibleName(/^Filtrer par Orientation\s3 \(Axe\sII\)$/);
});
