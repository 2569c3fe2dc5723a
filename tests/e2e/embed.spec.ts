// The explorer in other pages: the generator's extracts, the element of embed.js, the demonstration page, frames that know nothing.
import { type Frame, type Page } from "@playwright/test";
import { expect, expected, fragment, open, test } from "./support";

/** The frame an element of embed.js holds, once it answers. */
async function framed(page: Page, id: string): Promise<Frame> {
  await page.locator(`#${id}`).scrollIntoViewIfNeeded();
  const handle = await page.locator(`#${id} iframe, iframe#${id}`).elementHandle();
  const frame = (await handle!.contentFrame())!;
  await frame.waitForSelector('html[data-etat="pret"]', { timeout: 20_000 });
  return frame;
}

const demo = (page: Page, query = "") => page.goto(`demo-integration.html${query}`);

test("the element takes the height of its content, and again when it changes", async ({ page, corpus }) => {
  await demo(page);
  const frame = await framed(page, "demo-liste");
  const own = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  const given = async () => (await page.locator("#demo-liste iframe").boundingBox())!.height;
  await expect.poll(async () => Math.abs((await given()) - (await own()))).toBeLessThan(2);
  const young = expected(corpus, { public: ["jeunes"] }).length;
  await expect(frame.locator("article[data-mesure]")).toHaveCount(young);
  const before = await given();
  await frame.getByRole("searchbox").fill("foncier");
  await expect.poll(given).not.toBe(before);
  await expect.poll(async () => Math.abs((await given()) - (await own()))).toBeLessThan(2);
});

test("what the host fixes is shown, is not offered, and stays", async ({ page }) => {
  await demo(page);
  const frame = await framed(page, "demo-liste");
  await expect(frame.locator('input[data-facet="public"]')).toHaveCount(0);
  await expect(frame.locator('input[data-facet="acteur"]').first()).toBeAttached();
  await expect(frame.locator(".xp-chip", { hasText: "Jeunes" })).toBeVisible();
  await expect(frame.getByRole("button", { name: /Retirer le critère.*Jeunes/ })).toHaveCount(0);
  await frame.getByRole("button", { name: "Tout effacer" }).click();
  await frame.evaluate(() => { location.hash = "#/mesures?public=collectivites"; });
  await expect(frame.locator(".xp-chip", { hasText: "Jeunes" })).toBeVisible();
  await expect(frame.locator(".xp-chip", { hasText: "Collectivités" })).toHaveCount(0);
});

test("the history of the host is its own, and its address keeps the measure", async ({ page, corpus }) => {
  await page.goto("about:blank");
  await demo(page);
  const frame = await framed(page, "demo-liste");
  const length = await page.evaluate(() => history.length);
  const [first] = expected(corpus, { public: ["jeunes"] });
  await frame.locator(`article[data-mesure="${first}"] a`).first().click();
  await expect(frame.getByRole("heading", { level: 1 })).toContainText(`Mesure\u00a0${first}`);
  await expect.poll(() => new URL(page.url()).searchParams.get("mesure")).toBe(String(first));
  expect(await page.evaluate(() => history.length)).toBe(length);
  await demo(page, "?mesure=8");
  const again = await framed(page, "demo-liste");
  await expect(again.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a08");
  // Back leaves the page at once: no step of the frame is in the way.
  await page.goBack();
  await page.goBack();
  expect(page.url()).toBe("about:blank");
});

test("several frames on a page each have their own height, view and theme", async ({ page }) => {
  await demo(page);
  const chart = await framed(page, "demo-graphique");
  const targets = await framed(page, "demo-colonne");
  await expect(chart.locator('figure[data-graphique="partenaires"]')).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
  await expect(targets.getByRole("heading", { level: 1 })).toHaveText("Objectifs mesurables");
  const accent = await chart.evaluate(() => getComputedStyle(document.querySelector("a[href]")!).color);
  expect(accent).toBe("rgb(11, 92, 74)");
  expect(await targets.evaluate(() => getComputedStyle(document.querySelector("main a[href]")!).color)).not.toBe(accent);
  // 320 pixels, and nothing sticks out.
  expect(await targets.evaluate(() => [innerWidth, document.documentElement.scrollWidth])).toEqual([320, 320]);
  for (const frame of [chart, targets]) await expect(frame.locator("header.xp-header")).toBeHidden();
  const heights = await page.locator("explorateur-sress iframe").evaluateAll((all) => all.map((f) => f.clientHeight));
  expect(new Set(heights.slice(0, 3)).size).toBe(3);
});

test("in a dialog and in a closed tab the frame gets its height once it is seen", async ({ page }) => {
  await demo(page);
  // By the keyboard: the frames above take their height meanwhile, and what a mouse aims at moves.
  await page.getByRole("button", { name: "Voir une mesure" }).press("Enter");
  const measure = await framed(page, "demo-dialogue");
  const height = (id: string) => page.locator(`#${id} iframe`).evaluate((f) => f.clientHeight);
  const own = (frame: Frame) => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await expect.poll(async () => (await height("demo-dialogue")) - (await own(measure))).toBe(0);
  expect(await measure.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  await page.getByRole("button", { name: "Fermer" }).click();
  await page.getByText("Tout l’explorateur").press("Enter");
  await expect(page.locator("#onglet")).toHaveAttribute("open");
  const whole = await framed(page, "demo-onglet");
  await expect.poll(async () => (await height("demo-onglet")) - (await own(whole))).toBe(0);
  await expect(whole.locator("header.xp-header")).toBeVisible();
});

test("a plain sandboxed frame works without our script, and what leads elsewhere leaves it", async ({ page, context }) => {
  await page.route("**/embed.js", (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
  await demo(page);
  const frame = await framed(page, "demo-simple");
  expect(await frame.evaluate(() => origin)).toBe("null");
  await expect(frame.locator("figure[data-graphique]")).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
  const coming = context.waitForEvent("page");
  await frame.getByRole("link", { name: "Ouvrir l’explorateur complet" }).click();
  const whole = await coming;
  await whole.waitForSelector('html[data-etat="pret"]');
  expect(new URL(whole.url()).hash).toBe("#/graphiques/sections");
  expect(await whole.evaluate(() => document.documentElement.dataset.cadre)).toBeUndefined();
  await expect(whole.locator("header.xp-header")).toBeVisible();
  await expect(frame.locator("figure[data-graphique]")).toHaveCount(1);
});

test("links that leave a piece shown alone say so before they are followed", async ({ page }) => {
  await demo(page);
  const frame = await framed(page, "demo-colonne");
  const sign = (name: RegExp) => frame.getByRole("link", { name }).first().evaluate((a) => getComputedStyle(a, "::after").content);
  await expect.poll(() => sign(/explorateur complet/)).toContain("↗");
  await expect(frame.getByRole("link", { name: /nouvel onglet/ }).first()).toBeAttached();
  const [inside, outside] = await frame.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>("main a[href^='#/']")];
    return [links.filter((a) => !("dehors" in a.dataset)), links.filter((a) => "dehors" in a.dataset)].map((all) => all.map((a) => a.getAttribute("href")!));
  });
  expect(outside!.length).toBeGreaterThan(0);
  for (const href of inside!) expect(href).toMatch(/^#\/objectifs/);
});

test("messages of another shape or from elsewhere change nothing", async ({ page }) => {
  await demo(page);
  await framed(page, "demo-liste");
  const height = () => page.locator("#demo-liste iframe").evaluate((f) => f.clientHeight);
  const settled = await height();
  await page.evaluate(() => {
    const wrong = [null, 12, "x".repeat(10_000), { explorateur: "sress", hauteur: 9e9 }, { explorateur: "sress", hauteur: "<b>" }, { explorateur: "autre", hauteur: 200 }, { explorateur: "sress", hauteur: 200, mesure: 3 }];
    for (const message of wrong) window.postMessage(message, "*");
    const frame = document.querySelector<HTMLIFrameElement>("#demo-liste iframe")!;
    for (const message of [null, "hauteur", { demande: "hauteur" }, { explorateur: "sress", demande: "autre" }]) frame.contentWindow!.postMessage(message, "*");
  });
  await page.waitForTimeout(300);
  expect(await height()).toBe(settled);
  expect(new URL(page.url()).search).toBe("");
});

test("an accent that cannot be read is refused, in the generator and in the frame", async ({ page, faults }) => {
  faults.allow(/accent #ffee00 refusé/);
  await open(page, "#/integrer/objectifs");
  const field = page.getByLabel("Couleur d’accent, thème clair");
  await field.fill("#ffee00");
  await expect(page.getByText(/Contraste de 1(,\d+)? avec le fond.*Couleur refusée/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Sans script" })).not.toHaveValue(/accent=/);
  await field.fill("#0b5c4a");
  await expect(page.getByRole("textbox", { name: "Sans script" })).toHaveValue(/accent=0b5c4a/);
  await expect(page.getByRole("textbox", { name: /Avec notre script/ })).toHaveValue(/accent="0b5c4a"/);
  await field.fill("0b5c4a");
  await expect(page.getByRole("textbox", { name: "Sans script" })).toHaveValue(/accent=0b5c4a/);
  await field.fill("vert");
  await expect(page.getByText(/Une couleur s’écrit #/)).toBeVisible();
  await page.goto("?accent=ffee00#/objectifs");
  await page.waitForSelector('html[data-etat="pret"]');
  expect(await page.evaluate(() => getComputedStyle(document.querySelector("main a[href]")!).color)).not.toBe("rgb(255, 238, 0)");
});

test("a height that cannot be is refused, and said", async ({ page }) => {
  await open(page, "#/integrer/objectifs");
  await page.getByLabel("fixe", { exact: true }).check();
  const field = page.getByLabel("Hauteur en pixels");
  const extract = page.getByRole("textbox", { name: "Sans script" });
  await field.fill("640");
  await expect(extract).toHaveValue(/height="640"/);
  for (const wrong of ["abc", "0", "99999", "640.5", ""]) {
    await field.fill(wrong);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("L’extrait garde 640.")).toBeVisible();
    await expect(extract).toHaveValue(/height="640"/);
  }
  await page.getByLabel("320 pixels").check();
  await expect(page.locator(".xp-embed__stage")).toHaveJSProperty("clientWidth", 320 + 16);
});

test("« Intégrer » on a view gives extracts that show that view", async ({ page, corpus }) => {
  await open(page, "#/mesures?public=jeunes");
  await page.getByRole("link", { name: "Intégrer cette vue" }).click();
  await expect.poll(() => fragment(page)).toBe("#/integrer/mesures?public=jeunes");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Intégrer");
  const plain = page.getByRole("textbox", { name: "Sans script" });
  await expect(plain).toHaveValue(/sandbox="allow-scripts/);
  await page.getByLabel("Public", { exact: true }).selectOption("fige");
  await page.getByLabel("Dispositif", { exact: true }).selectOption("cache");
  await page.getByLabel("sombre", { exact: true }).check();
  const html = await plain.inputValue();
  // The extract, in a page of nobody: the frame shows what the preview shows.
  const src = /src="([^"]+)"/.exec(html)![1]!.replaceAll("&amp;", "&");
  expect(new URL(src).search).toBe("?seul&theme=sombre&masquer=dispositif&figer=public");
  const preview = page.frameLocator("iframe.xp-embed__frame");
  await expect(preview.locator("article[data-mesure]")).toHaveCount(expected(corpus, { public: ["jeunes"] }).length, { timeout: 15_000 });
  await expect(preview.locator('input[data-facet="dispositif"]')).toHaveCount(0);
  await page.getByRole("link", { name: "Revenir à la vue" }).click();
  await expect.poll(() => fragment(page)).toBe("#/mesures?public=jeunes");
});
