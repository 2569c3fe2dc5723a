// What keyboard.spec.ts and accessibility.spec.ts leave: where the focus is after each fold, sort and change of view, names
// that say what is seen, a window of 320 × 256 (400 % of 1280 × 1024), less motion, and forced colours page by page.
import { type Page } from "@playwright/test";
import { VIEWS, back, expect, expectFocusKept, focused, ready, settled, test } from "./support";

/** Everything one operates that is seen, and what a screen reader calls it. */
const operated = (page: Page) => page.locator("a[href], button, input, select, textarea, summary").filter({ visible: true });

test("the focus follows the order of the page: nothing asks for another, nothing takes it on arrival", async ({ page }) => {
  for (const view of VIEWS) {
    await page.goto("about:blank");
    await settled(page, view);
    const odd = page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"]), [autofocus], [accesskey]');
    await expect(odd, view).toHaveCount(0);
    expect(await focused(page), view).toMatch(/^(body|#titre)$/);
  }
});

for (const [what, address, selector] of [
  ["a facet", "#/mesures", "details.xp-facet > summary"],
  ["the text of a card", "#/mesures", 'article[data-mesure="1"] summary'],
  ["the evidence of a measure", "#/mesures/8", "main summary"],
  ["the table of a chart", "#/graphiques/sections", ".xp-figure > details > summary"],
  ["the columns of a file", "#/donnees", "main details > summary"],
] as const) {
  test(`the focus stays on ${what}, unfolded then folded`, async ({ page }) => {
    await settled(page, address);
    const summary = page.locator(selector).first();
    const open = () => summary.evaluate((s) => (s.parentElement as HTMLDetailsElement).open);
    const before = await open();
    await summary.focus();
    for (const wanted of [!before, before]) {
      await page.keyboard.press("Enter");
      await expect.poll(open).toBe(wanted);
      await expect(summary).toBeFocused();
    }
  });
}

test("the focus stays on a heading of the table that sorts, and on a list of choices", async ({ page }) => {
  await settled(page, "#/graphiques/croisement");
  await page.locator(".xp-figure > details > summary").click();
  const sort = page.locator("button.xp-table__sort").nth(1);
  for (const told of ["descending", "ascending", "none"]) {
    await sort.focus();
    await page.keyboard.press("Enter");
    await expect(sort.locator("xpath=..")).toHaveAttribute("aria-sort", told);
    await expect(sort).toBeFocused();
  }
  const rows = page.getByLabel("Lignes");
  await rows.focus();
  await rows.selectOption("public");
  await expect(page).toHaveURL(/lignes=public|public/);
  await expectFocusKept(page);
});

test("another view gives the focus to its title; Back gives it to what led there", async ({ page }) => {
  await settled(page, "#/mesures?public=jeunes");
  const link = page.getByRole("link", { name: "Voir en graphique" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Graphiques" })).toBeFocused();
  await back(page);
  await ready(page);
  await expect(link).toBeFocused();
});

for (const view of VIEWS) {
  test(`what is operated says in words what it does, the words one sees first of all, on ${view}`, async ({ page }) => {
    await settled(page, view);
    await page.locator("details").evaluateAll((all) => all.slice(0, 12).forEach((d) => d.setAttribute("open", "")));
    const faults = await operated(page).evaluateAll((all) => {
      const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();
      return all.flatMap((e) => {
        const labels = [...((e as HTMLInputElement).labels ?? [])].map((l) => l.textContent ?? "");
        const name = words(e.getAttribute("aria-label") ?? (labels.length > 0 ? labels.join(" ") : (e.textContent ?? "")));
        const seen = e.matches("button, a, summary") ? words((e as HTMLElement).innerText) : "";
        const what = e.id || e.outerHTML.slice(0, 80);
        if (!/\p{L}{2}/u.test(name) && !/^\d+$/.test(name)) return [`${what}: « ${name} »`];
        // Speech: who says what is written reaches it (WCAG 2.5.3).
        return seen && !seen.split(" ").every((word) => name.includes(word)) ? [`${what}: « ${seen} », named « ${name} »`] : [];
      });
    });
    expect(faults).toEqual([]);
  });

  test(`at 400 % of a window of 1280 × 1024 nothing is lost on ${view}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await settled(page, view);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const kept = await page.locator("body *").evaluateAll((all) =>
      all
        .filter((e) => e.checkVisibility() && ["fixed", "sticky"].includes(getComputedStyle(e).position))
        .filter((e) => e.getBoundingClientRect().height > innerHeight / 3)
        .map((e) => e.className),
    );
    expect(kept, "what stays over the text").toEqual([]);
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const box = document.activeElement!.getBoundingClientRect();
        return box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
      });
      expect(seen, await focused(page)).toBe(true);
    }
  });
}

/** Length of the transitions of a button, in the browser's words. */
const pace = (page: Page) => page.locator(".xp-button").first().evaluate((e) => getComputedStyle(e).transitionDuration);

test("nothing moves for who asks for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await settled(page, "#/graphiques/sections");
  expect(Number.parseFloat(await pace(page)), "otherwise buttons change slowly").toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(Number.parseFloat(await pace(page))).toBe(0);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  // A filter draws the chart anew: at once, or not at all.
  await page.goto("about:blank");
  await settled(page, "#/graphiques/sections?public=jeunes");
  const drawing = page.locator(".xp-figure__canvas svg");
  await page.getByRole("button", { name: /^Retirer le critère/ }).click();
  await expect(page.getByRole("status")).toHaveText(/^22\s/);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const first = await drawing.innerHTML();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(await drawing.innerHTML()).toBe(first);
});

for (const address of ["#/graphiques/sections?public=jeunes", "#/comparer/acteur/cress/france-active", "#/donnees?public=jeunes"]) {
  test(`with forced colours what one operates has an edge, a line or a mark, and a focus, on ${address}`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await settled(page, address);
    await page.locator("main details").first().evaluateAll((all) => all.forEach((d) => d.setAttribute("open", "")));
    const bare = await page.locator("main").locator("button, select, a[href]").filter({ visible: true }).evaluateAll((all) =>
      all
        .filter((e) => {
          const style = getComputedStyle(e);
          const edged = style.borderTopStyle !== "none" && Number.parseFloat(style.borderTopWidth) >= 1;
          return !edged && !style.textDecorationLine.includes("underline") && !e.closest("th");
        })
        .map((e) => e.outerHTML.slice(0, 90)),
    );
    expect(bare).toEqual([]);
    await page.locator("main").locator("button, select, a[href]").filter({ visible: true }).first().focus();
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(ring, await focused(page)).not.toBe("none");
    // A drawing keeps the ground it was drawn for, whatever the visitor's own.
    for (const canvas of await page.locator(".xp-figure__canvas").all()) {
      await expect(canvas).toHaveCSS("forced-color-adjust", "none");
      expect(await canvas.evaluate((e) => getComputedStyle(e).backgroundColor)).toBe("rgb(255, 253, 249)");
    }
  });
}
