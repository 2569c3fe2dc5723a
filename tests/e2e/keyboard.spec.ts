// Everything without a mouse: the path, a focus one sees, a focus that is never lost, one message a change.
import { type Page } from "@playwright/test";
import { back, countBeside, expect, expectFocusKept, expectShown, focused, fragment, listed, numbers, open, option, reveal, test } from "./support";

/** What the focused element looks like to somebody who follows it with the eyes. */
async function stop(page: Page) {
  return page.evaluate(() => {
    const on = document.activeElement as HTMLElement | null;
    if (!on || on === document.body || on === document.documentElement) return null;
    const style = getComputedStyle(on);
    const { left, top, width, height, right, bottom } = on.getBoundingClientRect();
    const lined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    // A checkbox may be drawn by its label; any part of the element counts (WCAG 2.4.11).
    const points = [
      [left + width / 2, top + height / 2],
      [left + 3, top + 3],
      [right - 3, bottom - 3],
    ];
    const covered = points.every(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return !hit || !(on.contains(hit) || hit.contains(on));
    });
    return { what: on.id ? `#${on.id}` : on.outerHTML.slice(0, 90), id: on.id, html: on.localName, lined, covered };
  });
}

/** Tabs until `wanted`; each stop on the way must be somewhere, seen, and not covered. */
async function tabTo(page: Page, wanted: (s: NonNullable<Awaited<ReturnType<typeof stop>>>) => boolean, most = 150) {
  const faults: string[] = [];
  for (let tabs = 0; tabs < most; tabs += 1) {
    await page.keyboard.press("Tab");
    const here = await stop(page);
    if (!here) throw new Error(`the focus is lost after ${tabs + 1} Tab`);
    if (!here.lined) faults.push(`no outline: ${here.what}`);
    if (here.covered) faults.push(`covered or out of sight: ${here.what}`);
    if (wanted(here)) {
      expect(faults).toEqual([]);
      return;
    }
  }
  throw new Error(`not reached in ${most} Tab`);
}

test("skip link, search, filter, a measure, and back: without a mouse", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Aller au contenu" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect.poll(() => fragment(page)).toBe("");
  await tabTo(page, (s) => s.id === "recherche", 5);
  await page.keyboard.type("accompagn");
  await expect.poll(() => fragment(page)).toBe("#/mesures?q=accompagn");
  await tabTo(page, (s) => s.html === "input" && s.id.startsWith("f-public-"));
  const box = await focused(page);
  await page.keyboard.press("Space");
  await expect.poll(() => fragment(page)).toContain("public=");
  expect(await focused(page), "toggling keeps the focus").toBe(box);
  await tabTo(page, (s) => /^m-\d+$/.test(s.id));
  const link = await focused(page);
  await page.keyboard.press("Enter");
  await expect(page.locator("h1")).toContainText(/^\s*Mesure\s\d+/);
  await expect(page.locator("#titre")).toBeFocused();
  await tabTo(page, (s) => s.html === "a");
  // Alt+← belongs to the browser's window, which a headless one does not have.
  await back(page);
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect.poll(() => focused(page)).toBe(link);
});

for (const view of ["#/mesures/8", "#/acteurs/cress", "#/graphiques/croisement", "#/objectifs", "#/a-propos", "#/acteurs"]) {
  test(`each stop of Tab is seen and none is a trap on ${view}`, async ({ page }) => {
    await open(page, view);
    await expect(page.locator("figure[data-graphique][data-etat=attente]")).toHaveCount(0);
    const seen = new Set<string>();
    const faults: string[] = [];
    for (let tabs = 0; tabs < 250; tabs += 1) {
      await page.keyboard.press("Tab");
      const here = await stop(page);
      // Past the last one the focus goes to the browser itself.
      if (!here) break;
      seen.add(await focused(page));
      if (!here.lined) faults.push(`no outline: ${here.what}`);
      if (here.covered) faults.push(`covered or out of sight: ${here.what}`);
      if (await page.locator("footer a:visible").last().evaluate((a) => a === document.activeElement)) break;
    }
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(7);
    await expect(page.locator("footer a:visible").last()).toBeFocused();
  });
}

test("the focus stays when an option is chosen, taken back, or its facet unfolded", async ({ page }) => {
  await open(page);
  const box = await reveal(page, "public", "jeunes");
  await box.focus();
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  await page.keyboard.press("Space");
  await expect(box).not.toBeChecked();
  await expect(box).toBeFocused();
  const more = page.getByRole("button", { name: /^Voir les/ }).first();
  await more.focus();
  await page.keyboard.press("Enter");
  await expectFocusKept(page);
});

test("the focus stays when a chip is removed, first, middle or last", async ({ page }) => {
  await open(page, "#/mesures?axe=2&public=jeunes,associations&acteur=cress");
  const chips = page.getByRole("button", { name: /^Retirer le critère/ });
  for (let left = 4; left > 0; left -= 1) {
    await expect(chips).toHaveCount(left);
    await chips.nth(Math.floor(left / 2) % left).focus();
    await page.keyboard.press("Enter");
    await expect(chips).toHaveCount(left - 1);
    await expectFocusKept(page);
  }
});

test("the focus goes to the count of measures when everything is cleared", async ({ page, corpus }) => {
  await open(page, "#/mesures?axe=2&public=jeunes");
  await page.getByRole("button", { name: "Tout effacer" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Retirer le critère/ })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: new RegExp(`^${corpus.length}\\smesures`) })).toBeFocused();
});

test("the focus goes back to the field when the search is cleared", async ({ page }) => {
  await open(page, "#/mesures?q=foncier");
  await page.getByRole("button", { name: "Effacer la recherche" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("the focus stays when the empty list is left by dropping a criterion", async ({ page }) => {
  await open(page, "#/mesures?public=jeunes&q=zzzz");
  await expect(listed(page)).toHaveCount(0);
  await page.getByRole("button", { name: /→/ }).first().focus();
  await page.keyboard.press("Enter");
  await expect(listed(page)).not.toHaveCount(0);
  await expectFocusKept(page);
});

test("the focus stays when the hidden measures are shown and put away", async ({ page }) => {
  await open(page, "#/mesures?public=jeunes");
  const button = page.locator("#voir-ecartees");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(button).toBeFocused();
});

/** Opens a page whose clock the scenario moves by hand: what waits for a pause waits for it, on a slow machine too. */
async function openWithClock(page: Page, fragment = "") {
  await page.clock.install();
  await open(page, fragment);
  await pause(page);
}
const pause = (page: Page) => page.clock.runFor(1000);

/** Notes what the status region says, from now on; the clock stands still. */
async function listen(page: Page) {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('[role="status"]')!;
    new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}
const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);

test("an option far down its list that is taken back stays where it is, with the focus", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /Voir les \d+.*partenaire/ }).click();
  const far = page.locator('input[data-facet="acteur"]:visible').last();
  const id = (await far.getAttribute("id"))!;
  await page.locator(`#${id}`).focus();
  await page.keyboard.press("Space");
  await expect(page.locator(`#${id}`)).toBeChecked();
  await page.getByRole("button", { name: /Voir moins/ }).click();
  await expect(page.locator(`#${id}`)).toBeVisible();
  await page.locator(`#${id}`).focus();
  await page.keyboard.press("Space");
  await expect.poll(() => fragment(page)).not.toContain("acteur");
  await expect(page.locator(`#${id}`)).toBeVisible();
  await expect(page.locator(`#${id}`)).toBeFocused();
});

test("a change is told once, not letter by letter", async ({ page, corpus }) => {
  await openWithClock(page);
  await listen(page);
  await page.getByRole("searchbox").pressSequentially("formation");
  await expect(listed(page)).not.toHaveCount(corpus.length);
  const count = (await numbers(page)).length;
  expect(await said(page), "before the pause").toEqual([]);
  await pause(page);
  expect(await said(page)).toHaveLength(1);
  expect((await said(page))[0]).toMatch(new RegExp(`^${count}\\smesures? affichées? sur\\s${corpus.length}`));
  const narrower = await reveal(page, "axe", "1");
  expect(await countBeside(narrower)).not.toBe(count);
  await narrower.check();
  await pause(page);
  expect(await said(page)).toHaveLength(2);
});

test("a change that leaves as many measures is told too", async ({ page, corpus }) => {
  // Two orientations with as many measures: the list is another, the number is not.
  const sizes = new Map<number, number[]>();
  for (const o of new Set(corpus.map((m) => m.orientation))) {
    const size = corpus.filter((m) => m.orientation === o).length;
    sizes.set(size, [...(sizes.get(size) ?? []), o]);
  }
  const [one, other] = [...sizes.values()].find((alike) => alike.length > 1)!;
  const size = corpus.filter((m) => m.orientation === one).length;
  await openWithClock(page, `#/mesures?orientation=${one}`);
  await expectShown(page, size);
  await listen(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/mesures?orientation=${other}`);
  await expect(page.getByRole("button", { name: /Retirer le critère Orientation/ })).toContainText(String(other));
  await pause(page);
  await expect(option(page, "orientation", String(other))).toBeChecked();
  expect(await said(page)).toHaveLength(1);
});
