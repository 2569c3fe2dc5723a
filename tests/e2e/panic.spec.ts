// The program ends while one reads: a message that it does not make itself, the link of the view, the text as it was.
import { type Page } from "@playwright/test";
import { choose, expect, expected, fragment, listed, measure, openGuarded, operable, ready, test } from "./support";

const ANNEX = /annexe-[0-9a-f]+\.bin$/;

/** A file marked by `lie` says that it has four billion bytes: making room for them is a panic of the program. */
async function believeSizes(page: Page) {
  await page.addInitScript(() => {
    const Bytes = Uint8Array;
    const lying = new WeakSet<ArrayBufferLike>();
    const read = Response.prototype.arrayBuffer;
    Response.prototype.arrayBuffer = async function () {
      const buffer = await read.call(this);
      if (this.headers.has("x-taille")) lying.add(buffer);
      return buffer;
    };
    window.Uint8Array = class extends Bytes {
      override get length() {
        return lying.has(this.buffer) ? 2 ** 32 - 1 : super.length;
      }
    } as typeof Uint8Array;
  });
}

async function lie(page: Page) {
  await page.route(ANNEX, async (route) => route.fulfill({ response: await route.fetch(), headers: { "x-taille": "fausse" } }));
}

const message = (page: Page) => page.locator("#xp-panne");

/** What the visitor is left with, wherever it happened. */
async function expectEnded(page: Page) {
  await expect(message(page)).toBeVisible();
  await expect(message(page)).toContainText("reste lisible");
  await expect(message(page).getByLabel("Lien de cette vue, à garder")).toHaveValue(page.url());
  await expect(page.locator("html")).toHaveAttribute("data-etat", "erreur");
  // The button and the link: nothing else offers what nobody would do.
  const left = await operable(page);
  expect(left).toHaveLength(2);
  expect(left.join()).toMatch(/xp-recharger.*readonly/s);
}

const panicked = (seen: readonly string[]) => seen.filter((fault) => /panicked at/.test(fault)).length;

test("a panic in the list: the message, the link, the measures still there; « recharger » gives the same view back", async ({ page, faults, corpus }) => {
  faults.allow(/panicked at|unreachable|capacity overflow|preload/);
  await believeSizes(page);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(ANNEX, async (route) => {
    await held;
    await route.fulfill({ response: await route.fetch(), headers: { "x-taille": "fausse" } });
  });
  await openGuarded(page, "#/mesures?public=jeunes");
  await choose(page, "axe", "2");
  const shown = expected(corpus, { public: ["jeunes"], axe: ["2"] });
  await expect(listed(page)).toHaveCount(shown.length);
  release();
  await expectEnded(page);
  expect(panicked(faults.seen), "a panic, not a mere error").toBe(1);
  for (const number of shown) {
    await expect(measure(page, number).getByRole("heading").first()).toContainText(corpus.find((m) => m.numero === number)!.titre.slice(0, 30));
  }
  const before = fragment(page);
  await page.unroute(ANNEX);
  await message(page).getByRole("button", { name: "Recharger la page" }).click();
  await ready(page);
  await expect(message(page)).toBeHidden();
  expect(fragment(page)).toBe(before);
  await expect(listed(page)).toHaveCount(shown.length);
});

test("a panic beside the list: the page in sight stays, and its links lead on", async ({ page, faults, corpus }) => {
  faults.allow(/panicked at|unreachable|capacity overflow|preload/);
  await believeSizes(page);
  await openGuarded(page);
  await lie(page);
  await measure(page, 5).getByRole("link").first().click();
  await expectEnded(page);
  expect(panicked(faults.seen)).toBe(1);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a05");
  await expect(page.getByRole("region", { name: /^Texte adopté, page/ })).toContainText(corpus.find((m) => m.numero === 5)!.objectif.slice(0, 40));
  await page.unroute(ANNEX);
  // The browser follows the link by itself, and the page starts anew there.
  const link = page.locator('main a[href^="#/acteurs/"]').first();
  const wanted = await link.getAttribute("href");
  await link.click();
  await ready(page);
  await expect(message(page)).toBeHidden();
  expect(fragment(page)).toBe(decodeURIComponent(wanted!));
});

test("a panic is the end, whatever a timer of the program says, and Back leads back", async ({ page, faults }) => {
  faults.allow(/panicked at|unreachable|capacity overflow|preload/);
  await believeSizes(page);
  await openGuarded(page, "#/mesures?public=jeunes");
  await lie(page);
  await measure(page, 8).getByRole("link").first().click();
  await expectEnded(page);
  await page.evaluate(() => (document.documentElement.dataset.etat = "pret"));
  await expect(page.locator("html")).toHaveAttribute("data-etat", "erreur");
  await page.unroute(ANNEX);
  await page.goBack();
  await ready(page);
  expect(fragment(page)).toBe("#/mesures?public=jeunes");
  await expect(message(page)).toBeHidden();
});

test("a function of the browser that throws in the middle of an update ends the program too", async ({ page, faults, corpus }) => {
  // What it left half done panics a moment later.
  faults.allow(/refusé par l’essai/, /panicked at|unreachable/);
  await openGuarded(page);
  const box = page.locator('input[data-facet="public"][value="jeunes"]');
  await page.evaluate(() => {
    Document.prototype.createTextNode = () => {
      throw new Error("refusé par l’essai");
    };
  });
  await box.check();
  await expectEnded(page);
  expect(faults.seen.some((fault) => fault.includes("refusé par l’essai"))).toBe(true);
  await expect(page.locator("main")).toContainText(corpus[0]!.titre.slice(0, 30));
  // The choice is written after its frame, whatever became of the program.
  await expect.poll(() => fragment(page)).toBe("#/mesures?public=jeunes");
  await expect(message(page).getByLabel("Lien de cette vue, à garder")).toHaveValue(/#\/mesures\?public=jeunes$/);
  // A place in the page takes nothing away from it.
  await page.locator(".xp-skip").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#contenu")).toBeFocused();
  expect(fragment(page)).toBe("#/mesures?public=jeunes");
  await message(page).getByRole("button", { name: "Recharger la page" }).click();
  await ready(page);
  await expect(listed(page)).toHaveCount(expected(corpus, { public: ["jeunes"] }).length);
});

test("one that throws while a click is heard: the browser follows the link, and the page starts anew there", async ({ page, faults }) => {
  faults.allow(/refusé par l’essai/);
  await openGuarded(page);
  await page.evaluate(() => {
    Object.assign(window, { avant: true });
    const read = Element.prototype.getAttribute;
    const once = () => {
      Element.prototype.getAttribute = () => {
        Element.prototype.getAttribute = read;
        throw new Error("refusé par l’essai");
      };
    };
    // At the click itself: what has the focus is read before it.
    addEventListener("click", once, { capture: true, once: true });
  });
  await measure(page, 5).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a05");
  await expect.poll(() => page.evaluate(() => "avant" in window), "a program of its own").toBe(false);
  await ready(page);
  await expect(message(page)).toBeHidden();
  expect(fragment(page)).toBe("#/mesures/5");
  expect(faults.seen.filter((fault) => fault.includes("refusé par l’essai"))).not.toEqual([]);
  expect(panicked(faults.seen)).toBe(0);
});

test("an error that is not the program's leaves it alone", async ({ page, faults }) => {
  faults.allow(/d’un autre/);
  await openGuarded(page);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("d’un autre");
    });
    void Promise.reject(new Error("d’un autre"));
  });
  await expect.poll(() => faults.seen.filter((fault) => fault.includes("d’un autre")).length).toBe(2);
  await expect(message(page)).toBeHidden();
  await page.getByRole("searchbox").fill("foncier");
  await expect.poll(() => fragment(page)).toBe("#/mesures?q=foncier");
});
