// What a browser refuses: each capability alone, then all at once. The visitor is told, and has another way.
import { type Page } from "@playwright/test";
import { choose, CUT, expect, expected, expectShown, fragment, measure, open, openData, plain, test, VIEWS } from "./support";

const NO_CLIPBOARD = {
  refused: () => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new DOMException("non", "NotAllowedError")) } }),
  absent: () => Object.defineProperty(navigator, "clipboard", { value: undefined }),
};

/** Whether a text can be selected whole, as one does before copying it by hand. */
const selectable = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const all = element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? "");
    if (element instanceof HTMLTextAreaElement) {
      element.select();
      return !element.disabled && all.length > 20 && element.selectionEnd - element.selectionStart === all.length;
    }
    getSelection()!.selectAllChildren(element);
    return all.length > 20 && getSelection()!.toString().trim() === all.trim();
  });

for (const [how, refuse] of Object.entries(NO_CLIPBOARD)) {
  test(`the clipboard ${how}: extract and citation say so, and can be selected`, async ({ page }) => {
    await page.addInitScript(refuse);
    await open(page, "#/integrer/mesures?public=jeunes");
    for (const [id, name] of [["extrait-cadre", "Sans script"], ["extrait-element", "Avec notre script"]] as const) {
      await page.getByRole("button", { name: new RegExp(`^Copier\\s: ${name}`) }).click();
      await expect(page.getByText("Copie refusée par le navigateur\u00a0: sélectionnez le texte.")).toHaveCount(1);
      expect(await selectable(page, `#${id}`), id).toBe(true);
    }
    await openData(page);
    await page.getByRole("button", { name: "Copier la citation" }).click();
    await expect(page.getByText("sélectionnez le texte ci-dessus")).toBeVisible();
    expect(await selectable(page, "#citation")).toBe(true);
    await expect(page.getByText("Citation copiée")).toHaveCount(0);
  });
}

/** The history refuses while `window.muet` is true: a frame of no origin for ever, Safari after 100 changes for a while. */
async function refuseHistory(page: Page) {
  await page.addInitScript(() => {
    Object.assign(window, { muet: true });
    for (const name of ["pushState", "replaceState"] as const) {
      const own = history[name].bind(history);
      history[name] = (...all) => {
        if ((window as unknown as { muet: boolean }).muet) throw new DOMException("trop", "SecurityError");
        own(...all);
      };
    }
  });
}

test("the history refused: filters, search and pages go on, and « copier le lien » has it all", async ({ page, context, corpus }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await refuseHistory(page);
  await open(page);
  const young = expected(corpus, { public: ["jeunes"] });
  await choose(page, "public", "jeunes");
  await expectShown(page, young.length);
  await page.getByRole("searchbox").fill("formation");
  await expect(page.getByRole("searchbox")).toHaveValue("formation");
  expect(fragment(page), "the bar stays behind").toBe("");
  const copied = async () => {
    await page.getByRole("button", { name: "Copier le lien" }).click();
    await expect(page.getByText("Lien copié")).toBeVisible();
    return decodeURIComponent(new URL(await page.evaluate(() => navigator.clipboard.readText())).hash);
  };
  expect(await copied()).toBe("#/mesures?public=jeunes&q=formation");
  await page.getByRole("searchbox").fill("");
  await measure(page, young[0]!).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Mesure\u00a0${young[0]}`);
  await page.getByRole("link", { name: "Retour à la liste" }).click();
  await expectShown(page, young.length);
  // Once it may be written again, the next choice writes all of them.
  await page.evaluate(() => Object.assign(window, { muet: false }));
  await choose(page, "axe", "2");
  await expect.poll(() => fragment(page)).toBe("#/mesures?axe=2&public=jeunes");
  await expectShown(page, expected(corpus, { public: ["jeunes"], axe: ["2"] }).length);
});

/** Everything a locked browser may refuse to a page: reading the name is enough to throw. */
const locked = () => {
  const refuse = (on: object, name: string) =>
    Object.defineProperty(on, name, {
      get() {
        throw new DOMException(`${name} : non`, "SecurityError");
      },
    });
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) refuse(window, name);
  for (const name of ["serviceWorker", "storage", "wakeLock", "share", "locks"]) refuse(navigator, name);
  refuse(Document.prototype, "cookie");
  Element.prototype.requestFullscreen = () => Promise.reject(new TypeError("plein écran : non"));
};

test("a browser that refuses everything it may: each view opens, and the list filters", async ({ page, corpus }) => {
  test.slow();
  await page.addInitScript(locked);
  for (const address of [...VIEWS, "#/integrer/mesures", "#/mesures?affichage=projete"]) {
    await page.goto("about:blank");
    await open(page, address);
    await expect(page.locator("h1, h2").first(), address).toBeVisible();
    await expect(page.locator("#xp-panne")).toBeHidden();
  }
  await page.goto("about:blank");
  await open(page);
  await choose(page, "public", "jeunes");
  await expectShown(page, expected(corpus, { public: ["jeunes"] }).length);
});

test("observers absent: charts are drawn all the same", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["ResizeObserver", "IntersectionObserver"]) Reflect.deleteProperty(window, name);
  });
  await open(page, "#/graphiques/sections");
  await expect(page.locator('figure[data-graphique="sections"]')).toHaveAttribute("data-etat", "pret", { timeout: 15_000 });
});

/** What another version, or nobody we know, may have left on the device. */
const LEFT: Record<string, string> = {
  "explorateur-sress:": "",
  "explorateur-sress:atelier": '{"version":0,"votes":[[1,',
  "explorateur-sress:v999": "\ud800\u0000null",
  "explorateur-sress:liste": "x".repeat(100_000),
};

test("what an older or unknown version left is neither read nor in the way, and « effacer » takes it", async ({ page, corpus, faults }) => {
  // The browser asks for an icon beside the picture.
  faults.allow(CUT);
  await page.goto("./icone.svg");
  await page.evaluate((left) => Object.entries(left).forEach(([key, value]) => localStorage.setItem(key, value)), LEFT);
  await page.evaluate(() => localStorage.setItem("hote", "garde"));
  await open(page);
  await expectShown(page, corpus.length);
  await open(page, "#/a-propos");
  await page.getByRole("button", { name: "Effacer mes données de cet appareil" }).click();
  await expect(page.getByText(new RegExp(`C’est fait\\s: ${Object.keys(LEFT).length}\\séléments effacés`))).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["hote"]);
});

test("a full storage refuses nothing that the page does, and is still erased", async ({ page, corpus, faults }) => {
  faults.allow(CUT);
  await page.goto("./icone.svg");
  const full = await page.evaluate(() => {
    localStorage.setItem("explorateur-sress:plein", "");
    for (let size = 2 ** 23; size >= 1; size /= 2) {
      try {
        for (;;) localStorage.setItem("explorateur-sress:plein", localStorage.getItem("explorateur-sress:plein")! + "x".repeat(size));
      } catch {
        // Less, then.
      }
    }
    try {
      localStorage.setItem("un", "de plus");
      return false;
    } catch (refusal) {
      return (refusal as DOMException).name === "QuotaExceededError";
    }
  });
  expect(full).toBe(true);
  await open(page, "#/mesures?public=jeunes");
  await expectShown(page, expected(corpus, { public: ["jeunes"] }).length);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "À propos" }).click();
  await page.getByRole("button", { name: "Effacer mes données de cet appareil" }).click();
  expect(plain(await page.getByText(/C’est fait/).textContent())).toContain("1 élément effacé");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});
