import { expect, listed, open, plain, sheets, test } from "./support";

test("on paper each measure has its whole adopted text, and no control", async ({ page, corpus }) => {
  await open(page);
  await page.emulateMedia({ media: "print" });
  await expect(listed(page)).toHaveCount(corpus.length);
  for (const m of corpus) {
    const card = page.locator(`article[data-mesure="${m.numero}"]`);
    const missing = await card.evaluate(
      (article, sentences) => {
        const read = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
        const seen = [...article.querySelectorAll<HTMLElement>("p, h1, h2, h3, h4, h5, h6")].filter(
          (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && e.getBoundingClientRect().height > 0,
        );
        const text = seen.map((e) => read(e.textContent ?? "")).join("\n");
        return sentences.map(read).filter((sentence) => !text.includes(sentence));
      },
      [m.titre, m.objectif, ...m.actions.map((a) => a.texte)],
    );
    expect(missing, `measure ${m.numero}`).toEqual([]);
  }
  for (const control of ["input", "button", "select"]) {
    expect(await page.locator(`${control}:visible`).count(), control).toBe(0);
  }
});

test("on paper a measure's page shows its evidence unfolded, in black on white", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, "#/mesures/17");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("blockquote").first()).toBeVisible();
  await expect(page.locator("blockquote", { hasText: "OPCO Unification" }).first()).toBeVisible();
  const [ink, paper] = await page.locator("html").evaluate((html) => {
    const style = getComputedStyle(html);
    return [style.color, style.backgroundColor];
  });
  expect([ink, paper]).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
});

test("the list prints on paper as text, in a reasonable number of pages", async ({ page, corpus }) => {
  await open(page);
  const pdf = await page.pdf({ format: "A4", tagged: true });
  const pages = sheets(pdf);
  expect(pages).toBeGreaterThan(6);
  expect(pages).toBeLessThan(40);
  // The page is as it was afterwards: nothing was unfolded for good.
  await expect(listed(page)).toHaveCount(corpus.length);
  expect(await page.locator("article details[open]").count()).toBe(0);
});

test("the filters asked for are on the paper", async ({ page }) => {
  await open(page, "#/mesures?public=jeunes");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/affichées sur/).first()).toBeVisible();
  expect(plain(await page.locator("main").innerText())).toContain("Public : Jeunes");
});
