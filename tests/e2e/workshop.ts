// What the scenarios of the workshop share: where one is, every slide in turn, a window that dies.
import { type BrowserContext, type Page } from "@playwright/test";
import { expect, open, ready } from "./support";

export const KEY = "explorateur-sress:atelier";

export const stage = (page: Page) => page.locator(".xp-stage");
export const slide = (page: Page) => stage(page).getAttribute("data-diapo");
export const expectSlide = (page: Page, key: string) => expect(stage(page)).toHaveAttribute("data-diapo", key);
/** What the leader's own window is at. */
export const expectLed = (led: Page, key: string) => expect(led.locator("[data-animateur]")).toHaveAttribute("data-animateur", key);

/** Every slide of the deck, from the first one to the last. A key shows a frame after it is pressed. */
export async function walk(page: Page, look: (key: string) => Promise<void>) {
  await page.keyboard.press("Home");
  await expectSlide(page, "couverture");
  for (let key = "couverture"; ; key = (await slide(page))!) {
    await look(key);
    if (key === "fin") return;
    await page.keyboard.press("PageDown");
    await expect(stage(page)).not.toHaveAttribute("data-diapo", key);
  }
}

export async function start(page: Page, address = "#/atelier") {
  await open(page, address);
  await begin(page);
}

/** From the preparation. */
export async function begin(page: Page) {
  await page.getByRole("button", { name: "Commencer l’atelier" }).click();
  await expectSlide(page, "couverture");
}

/** The leader's own window. */
export async function leader(page: Page, context: BrowserContext): Promise<Page> {
  const coming = context.waitForEvent("page");
  await page.getByRole("link", { name: /^Animateur/ }).click();
  const window = await coming;
  await ready(window);
  return window;
}

/** The page's process ends at once: nothing of ours runs any more. */
export async function crash(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page);
  const gone = page.waitForEvent("crash");
  devtools.send("Page.crash").catch(() => {});
  await gone;
  await page.close();
}

/** What a slide lets out of its frame, and the least size of the official words. */
export const overflow = (page: Page) =>
  page.locator(".xp-slide").evaluate((slide) => {
    const sizes = [...slide.querySelectorAll("blockquote")].map((q) => parseFloat(getComputedStyle(q).fontSize));
    const frame = slide.getBoundingClientRect();
    const out = [...slide.querySelectorAll("h1, p, blockquote, li, svg, tr, input, button")].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && (box.bottom > frame.bottom + 1 || box.right > frame.right + 1);
    });
    return {
      over: slide.scrollHeight - slide.clientHeight,
      wide: slide.scrollWidth - slide.clientWidth,
      out: out.map((one) => one.textContent?.slice(0, 40)),
      cut: [...slide.querySelectorAll("h1")].filter((h) => h.textContent?.includes("…")).length,
      least: Math.min(99, ...sizes),
    };
  });

/** What the device keeps of the workshop. */
export const kept = async (page: Page) => JSON.parse((await page.evaluate((key) => localStorage.getItem(key), KEY)) ?? "null");
