// The workshop for everybody: axe on each page and state, the tree a screen reader is given, the focus.
import AxeBuilder from "@axe-core/playwright";
import { type Page } from "@playwright/test";
import { expect, focused, open, test } from "./support";
import { begin, expectSlide } from "./workshop";

/** A workshop with a vote of each kind, begun, each with an answer. */
async function voted(page: Page) {
  await open(page, "#/atelier/selection?choix=8,1,6");
  for (const model of [0, 1, 3, 4]) await page.locator(`#vote-modele-${model}`).click();
  await begin(page);
  const entries = { "vote-1": ["#mains-8", "12"], "vote-2": ["#rapide", "8 1"], "vote-3": ["#place-8", "4 2"], "vote-4": ["#idee", "Un vélo"] } as const;
  for (const [key, [field, text]] of Object.entries(entries)) {
    await at(page, `scene/${key}`);
    await page.locator(field).fill(text);
    await page.locator(field).press("Enter");
  }
}

/** Another scene of the same workshop, without a reload. */
async function at(page: Page, scene: string) {
  await page.evaluate((to) => (location.hash = `#/atelier/selection/${to}?choix=8,1,6`), scene);
  const key = scene.split("/")[1];
  if (key) await expect(page.locator(`[data-animateur="${key}"], .xp-stage[data-diapo="${key}"]`).first()).toBeVisible();
}

async function clean(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target).join(" ")}`), what).toEqual([]);
}

for (const [name, address] of [
  ["preparation", "#/atelier/selection?choix=8,1,6"],
  ["stage", "#/atelier/selection/scene/mesure-8?choix=8,1,6"],
  ["agenda", "#/atelier/scene/programme"],
  ["chart", "#/atelier/scene/graphique-sections?graphique=sections"],
  ["leader", "#/atelier/selection/animateur/mesure-8?choix=8,1,6"],
  ["minutes", "#/atelier/compte-rendu"],
] as const) {
  for (const scheme of ["light", "dark"] as const) {
    test(`axe finds nothing on the workshop's ${name}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, address);
      if (scheme === "dark" && name !== "preparation" && name !== "leader" && name !== "minutes") await page.keyboard.press("d");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target).join(" ")}`)).toEqual([]);
    });
  }
}

for (const width of [320, 1280]) {
  for (const scheme of ["light", "dark"] as const) {
    test(`axe finds nothing on votes, masked and revealed, panels, the leader's page and the minutes, ${scheme}, ${width} pixels`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width, height: 720 });
      await page.emulateMedia({ colorScheme: scheme });
      await voted(page);
      if (scheme === "dark") await page.keyboard.press("d");
      for (const vote of ["vote-1", "vote-2", "vote-3", "vote-4"]) {
        await at(page, `scene/${vote}`);
        await clean(page, `${vote}, masked`);
        if (vote === "vote-4") continue;
        await page.locator("#reveler").click();
        await expect(page.locator("#resultats")).toBeVisible();
        await clean(page, `${vote}, revealed`);
        await at(page, `animateur/${vote}`);
        await clean(page, `${vote}, led`);
      }
      await at(page, "scene/mesure-8");
      for (const key of ["o", "g", "c", "q", "?"]) {
        await page.locator("#titre").focus();
        await page.keyboard.press(key);
        await expect(page.getByRole("dialog")).toBeVisible();
        await clean(page, `panel ${key}`);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toHaveCount(0);
      }
      await page.keyboard.press("b");
      await clean(page, "black");
      await at(page, "compte-rendu");
      await clean(page, "minutes");
    });
  }
}

test("the focus is always somewhere: dots, ballots, black wall, panels and what opened them", async ({ page }) => {
  await voted(page);
  await at(page, "scene/vote-2");
  for (const expected of ["#poser-8", "#poser-8", "#bulletin"]) {
    await page.locator("#poser-8").click();
    await expect.poll(() => focused(page)).toBe(expected);
  }
  await page.keyboard.press("Enter");
  await expect(page.locator(".xp-vote__state")).toContainText("2 bulletins");
  await expect.poll(() => focused(page)).toBe("#bulletin");
  await page.keyboard.press(" ");
  await expectSlide(page, "vote-2");
  await expect(page.locator(".xp-vote__state"), "a blank one").toContainText("3 bulletins");
  await page.keyboard.press("b");
  await expect.poll(() => focused(page)).toBe("#rallumer");
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe("#titre");
  await page.locator("#aide").click();
  await expect.poll(() => focused(page)).toBe("#volet-titre");
  for (let tab = 0; tab < 12; tab += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement!.closest(".xp-volet") !== null)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe("#aide");
  await page.keyboard.press("g");
  await expect.poll(() => focused(page)).toBe("#aller");
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText("Pas de mesure «\u00a05\u00a0» dans cette suite.")).toBeVisible();
  await page.keyboard.type("6");
  await page.keyboard.press("Enter");
  await expectSlide(page, "mesure-6");
  await page.keyboard.press("o");
  await page.keyboard.press("ArrowRight");
  const next = await focused(page);
  await page.keyboard.press("ArrowLeft");
  expect(await focused(page)).not.toBe(next);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe("#titre");
});
