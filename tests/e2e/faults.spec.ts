// What goes wrong around the page: where it is opened from, what is put into it, how wide its window is, who else has it open.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, expected, fragment, listed, open, reveal, test, VIEWS } from "./support";

test("from the disk, where browsers refuse WebAssembly, the text is there and the page says what does not work", async ({ page, faults, corpus }) => {
  faults.allow(/file:|Failed to load|ERR_FAILED|CORS|Explorateur SRESS|preload|origin/i);
  await page.goto(pathToFileURL(resolve(import.meta.dirname, "../../dist/index.html")).href);
  await expect(page.locator("#xp-panne")).toBeVisible();
  await expect(page.locator("article[data-mesure]")).toHaveCount(corpus.length);
  await expect(page.locator("article[data-mesure]").first()).toContainText(corpus[0]!.titre.slice(0, 30));
});

const HOSTILE = [
  "<script>document.title='atteint'</script>",
  "<img src=x onerror=\"document.title='atteint'\">",
  "javascript:document.title='atteint'",
  "%3Cscript%3Edocument.title='atteint'%3C/script%3E",
  "\u202e\u0000\ufeff\ud800'\"`;--",
  "&".repeat(500) + "=".repeat(500),
];

test("ten kilobytes of anything in the address: a page, a notice, and no script of theirs", async ({ page, corpus }) => {
  test.slow();
  for (const text of HOSTILE) {
    const long = text.repeat(Math.ceil(10_000 / text.length)).slice(0, 10_000);
    for (const address of [`#/${long}`, `#/mesures?q=${long}&public=${long}&choix=${long}&tri=${long}`]) {
      await page.goto("about:blank");
      await open(page, address);
      expect(await page.title(), text).not.toBe("atteint");
      await expect(page.getByRole("status")).toContainText(/^\d+\smesure/);
    }
  }
  // And the page still answers.
  await page.evaluate(() => void (location.hash = "#/mesures?public=jeunes"));
  await page.getByRole("button", { name: "Tout effacer" }).click();
  await expect(listed(page)).toHaveCount(corpus.length);
});

test("the same in every field stays text", async ({ page }) => {
  for (const address of ["#/mesures", "#/integrer/mesures"]) {
    await open(page, address);
    for (const field of await page.locator('main input[type="text"], main input[type="search"]').all()) {
      if (!(await field.isVisible()) || !(await field.isEditable())) continue;
      for (const text of HOSTILE) await field.fill(text.repeat(200).slice(0, 10_000));
      expect(await page.title()).not.toBe("atteint");
      await field.fill("");
    }
    expect(await page.locator("main script, main img").count()).toBe(0);
  }
});

test("two tabs on the same explorer do not know one another", async ({ page, context, corpus }) => {
  await open(page, "#/mesures?public=jeunes");
  const other = await context.newPage();
  await open(other, "#/mesures?axe=2");
  await (await reveal(other, "axe", "2")).uncheck();
  await expect(listed(other)).toHaveCount(corpus.length);
  await expect.poll(() => fragment(page)).toBe("#/mesures?public=jeunes");
  await expect(listed(page)).toHaveCount(expected(corpus, { public: ["jeunes"] }).length);
});

// 240 pixels, a wall of screens, and a laptop at 400 %.
for (const [width, height] of [[240, 400], [320, 256], [3840, 2160]] as const) {
  test(`nothing sticks out of a window of ${width} × ${height}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    for (const address of [...VIEWS, "#/integrer/mesures", "#/graphiques/sections"]) {
      await open(page, address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(wide, address).toBeLessThanOrEqual(width);
    }
  });
}
