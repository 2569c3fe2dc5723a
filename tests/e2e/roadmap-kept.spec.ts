// What the device keeps: nothing before it is asked for, each keystroke after; crashes, two windows, no room, what cannot be read.
import { readFile } from "node:fs/promises";
import { type BrowserContext, type Dialog, type Page } from "@playwright/test";
import { CUT, expect, open, plain, ready, test } from "./support";

const KEY = "explorateur-sress:feuille-de-route";

async function begin(page: Page, choice = "8,1,6") {
  await open(page, `#/selection?choix=${choice}`);
  await page.getByRole("button", { name: /^Faire une feuille de route de/ }).click();
  await expect(page.locator("#feuille")).toBeVisible();
}

const state = (page: Page) => page.locator("[data-garde]");

async function keep(page: Page) {
  await page.getByRole("button", { name: "Garder sur cet appareil" }).click();
  await expect(state(page)).toHaveAttribute("data-garde", "oui");
}

const stored = (page: Page, key = KEY) => page.evaluate((name) => localStorage.getItem(name), key);

type File = { lignes: Record<string, string>[] };

const storedFile = async (page: Page) => JSON.parse((await stored(page)) ?? "null") as File | null;

async function exported(page: Page): Promise<File> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Fichier à rouvrir (.json)" }).click();
  return JSON.parse(await readFile(await (await coming).path(), "utf8")) as File;
}

/** Numbers that look drawn, always the same ones. */
function drawn(seed: number) {
  let now = seed;
  return (below: number) => {
    now = (Math.imul(now, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((now / 2 ** 32) * below);
  };
}

test("nothing is kept before it is asked for; then each keystroke is, and a reload gives it back", async ({ page }) => {
  await begin(page);
  await page.locator("#pilote-8").fill("rien d’écrit");
  await page.locator("#statut-1").selectOption("fait");
  await expect(state(page)).toHaveAttribute("data-garde", "non");
  expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
  await keep(page);
  expect((await storedFile(page))!.lignes[0]!.pilote, "what was there already").toBe("rien d’écrit");
  await page.locator("#notes-8").focus();
  let typed = "";
  for (const letter of "À l’été 27") {
    await page.keyboard.insertText(letter);
    typed += letter;
    expect((await storedFile(page))!.lignes[0]!.notes).toBe(typed);
  }
  await page.reload();
  await ready(page);
  await expect(page.locator("#notes-8")).toHaveValue(typed);
  await expect(page.locator("#pilote-8")).toHaveValue("rien d’écrit");
  await expect(page.locator("#statut-1")).toHaveValue("fait");
  await expect(state(page)).toHaveAttribute("data-garde", "oui");
});

/** The page's process ends at once: nothing of ours runs any more. */
async function crash(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page);
  const gone = page.waitForEvent("crash");
  devtools.send("Page.crash").catch(() => {});
  await gone;
  await page.close();
}

test("a page that crashes anywhere in a hundred edits loses none of them", async ({ page: first, context }) => {
  test.setTimeout(120_000);
  let page = first;
  await begin(page);
  await keep(page);
  const next = drawn(20_270_401);
  const held: Record<string, string> = {};
  let crashes = 0;
  for (let edit = 0; edit < 100; edit++) {
    const id = `#${["pilote", "budget", "partenaires", "dispositifs", "notes"][next(5)]}-${["8", "1", "6"][next(3)]}`;
    held[id] = `édit ${edit} `;
    await page.locator(id).fill(held[id]);
    await expect(page.locator(id)).toHaveValue(held[id]);
    if (next(10) > 0 && edit < 99) continue;
    // Every other time while one goes on typing at the end of it.
    const typing = crashes++ % 2 === 0 ? page.locator(id).pressSequentially("abcdefgh").catch(() => {}) : undefined;
    await crash(context, page);
    await typing;
    page = await context.newPage();
    await open(page, "#/feuille-de-route?choix=8,1,6");
    await expect(page.locator("#feuille")).toBeVisible();
    for (const [field, text] of Object.entries(held)) {
      const value = await page.locator(field).inputValue();
      if (field === id && typing) expect("abcdefgh".startsWith(value.slice(text.length)) && value.startsWith(text), `${value} goes on from ${text}`).toBe(true);
      else expect(value, `${field} after crash ${crashes}, edit ${edit}`).toBe(text);
      held[field] = value;
    }
  }
  expect(crashes).toBeGreaterThan(5);
});

/** Two windows on the same roadmap, kept. */
async function two(page: Page, context: BrowserContext): Promise<[Page, Page]> {
  await begin(page);
  await keep(page);
  const other = await context.newPage();
  await open(other, "#/feuille-de-route");
  await expect(other.locator("#feuille")).toBeVisible();
  return [page, other];
}

test("two windows: edits in turn never overwrite each other, and each follows the other without a reload", async ({ page, context }) => {
  const [one, other] = await two(page, context);
  // Something of each page that a reload would take away.
  for (const window of [one, other]) await window.evaluate(() => Object.assign(globalThis, { same: true }));
  const fields = ["pilote", "budget", "notes"];
  for (let turn = 0; turn < 6; turn++) {
    const [mine, theirs] = [`#${fields[turn % 3]}-8`, `#${fields[(turn + 1) % 3]}-1`];
    // At once one after the other: neither waits to have heard of the other.
    await one.locator(mine).fill(`une ${turn}`);
    await other.locator(theirs).fill(`autre ${turn}`);
    for (const window of [one, other]) {
      await expect(window.locator(mine), `turn ${turn}`).toHaveValue(`une ${turn}`);
      await expect(window.locator(theirs), `turn ${turn}`).toHaveValue(`autre ${turn}`);
    }
  }
  await one.locator("#prendre-8-2").evaluate((box) => (box as HTMLElement).click());
  await expect(other.locator('tr[data-ligne="8.2"]')).toBeVisible();
  await other.locator("#retirer-6").click();
  await expect(one.locator('tr[data-ligne="6"]')).toHaveCount(0);
  for (const window of [one, other]) expect(await window.evaluate(() => "same" in globalThis)).toBe(true);
  expect((await exported(one)).lignes).toEqual((await exported(other)).lignes);
  expect((await storedFile(one))!.lignes).toEqual((await exported(one)).lignes);
});

test("two windows typed in at the same time: neither loses a letter", async ({ page, context }) => {
  const [one, other] = await two(page, context);
  const words = "écrit pendant que l’autre écrit aussi";
  await Promise.all([one.locator("#pilote-8").pressSequentially(words), other.locator("#notes-1").pressSequentially(words)]);
  for (const window of [one, other]) {
    await expect(window.locator("#pilote-8")).toHaveValue(words);
    await expect(window.locator("#notes-1")).toHaveValue(words);
  }
  const lines = (await storedFile(one))!.lignes;
  expect([lines[0]!.pilote, lines[1]!.notes]).toEqual([words, words]);
});

test("an erasure in one window is said in the other, where nothing is lost and nothing is kept any more", async ({ page, context }) => {
  const [one, other] = await two(page, context);
  await one.locator("#pilote-8").fill("à ne pas perdre");
  await expect(other.locator("#pilote-8")).toHaveValue("à ne pas perdre");
  await one.getByRole("button", { name: "Ne plus garder, tout effacer" }).click();
  await expect(one.getByText("Plus rien n’est gardé sur cet appareil.")).toBeVisible();
  await expect(one.locator("#garder")).toBeFocused();
  await expect(other.getByText(/Effacée depuis une autre fenêtre/)).toBeVisible();
  await expect(state(other)).toHaveAttribute("data-garde", "non");
  for (const window of [one, other]) await expect(window.locator("#pilote-8")).toHaveValue("à ne pas perdre");
  await other.locator("#pilote-8").fill("encore ici");
  expect(await other.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await keep(other);
  // Between windows the browser passes it on when it can.
  await expect.poll(async () => (await storedFile(one))?.lignes[0]?.pilote).toBe("encore ici");
});

/** Fills the storage to its last character, under a key that is not ours. */
function fill() {
  let text = "";
  for (let size = 2 ** 22; size >= 1; size /= 2) {
    try {
      for (;;) {
        localStorage.setItem("hote", text + "x".repeat(size));
        text += "x".repeat(size);
      }
    } catch {
      // Less, then.
    }
  }
}

const LONG = "une note longue, ".repeat(200);

async function expectRefused(page: Page) {
  await expect(state(page)).toHaveAttribute("data-garde", "refuse");
  await expect(state(page).getByRole("alert")).toContainText("enregistrez le fichier pour ne rien perdre");
  await expect(page.locator("#notes-8")).toHaveValue(LONG);
  expect((await exported(page)).lignes[0]!.notes, "the file has it all").toBe(LONG);
}

test("a full storage is said at once with the file offered; once there is room « Réessayer » keeps all of it", async ({ page }) => {
  await begin(page);
  await page.locator("#pilote-8").fill("gardé avant");
  await keep(page);
  await page.evaluate(fill);
  await page.locator("#notes-8").fill(LONG);
  await expectRefused(page);
  expect((await storedFile(page))!.lignes[0]!.pilote, "what was kept stays").toBe("gardé avant");
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(state(page)).toHaveAttribute("data-garde", "refuse");
  await page.evaluate(() => localStorage.removeItem("hote"));
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(state(page)).toHaveAttribute("data-garde", "oui");
  await expect(page.getByRole("alert").filter({ hasText: "refuse" })).toHaveCount(0);
  expect((await storedFile(page))!.lignes[0]!.notes).toBe(LONG);
});

test("a storage that throws is said at once, whether when asked or later", async ({ page }) => {
  await page.addInitScript(() => {
    const put = Storage.prototype.setItem;
    Object.assign(globalThis, { refuse: true });
    Storage.prototype.setItem = function (key, value) {
      if ((globalThis as unknown as { refuse: boolean }).refuse) throw new DOMException("non", "SecurityError");
      put.call(this, key, value);
    };
  });
  const refuse = (on: boolean) => page.evaluate((to) => Object.assign(globalThis, { refuse: to }), on);
  await begin(page);
  await page.locator("#notes-8").fill(LONG);
  await page.getByRole("button", { name: "Garder sur cet appareil" }).click();
  await expectRefused(page);
  await refuse(false);
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(state(page)).toHaveAttribute("data-garde", "oui");
  await refuse(true);
  await page.locator("#pilote-8").fill("plus tard");
  await expectRefused(page);
});

for (const [what, text, why] of [
  ["corrupted", '{"format":"explorateur-sress/feuille-de-route","version":1,"titre":"Cou', "abîmé ou coupé à la ligne\u00a01"],
  ["of a future version", '{"format":"explorateur-sress/feuille-de-route","version":2,"nouveau":[]}', "version plus récente"],
] as const) {
  for (const view of ["#/feuille-de-route", "#/mesures"]) {
    test(`a roadmap ${what} on the device is told, entered by ${view}, neither lost nor in the way`, async ({ page, faults }) => {
      faults.allow(CUT);
      await page.goto("./icone.svg");
      await page.evaluate(([key, raw]) => localStorage.setItem(key, raw), [KEY, text]);
      await open(page, view);
      if (view === "#/mesures") for (const link of ["#nav-selection", "#vers-feuille"]) await page.locator(link).click();
      const unread = page.locator(".xp-keeping .xp-notice");
      await expect(unread).toContainText("n’a pas pu être relue");
      await expect(unread).toContainText(why);
      if (view === "#/mesures") return;
      await begin(page, "8");
      await page.locator("#pilote-8").fill("une autre");
      expect(await stored(page), "as it was").toBe(text);
      await keep(page);
      expect((await storedFile(page))!.lignes[0]!.pilote).toBe("une autre");
      const kept = () => page.evaluate(() => Object.values(localStorage));
      expect(await kept(), "put aside, not lost").toContain(text);
      await page.locator("#ouvrir").setInputFiles(new URL("../golden/feuilles/v1.json", import.meta.url).pathname);
      await expect(page.locator("#pilote-8-2")).toBeVisible();
      expect(await kept(), "not lost when a file is opened either").toContain(text);
      await expect(page.getByRole("button", { name: "Reprendre la précédente" })).toBeVisible();
    });
  }
}

/** Asks to leave; gives the questions asked, each answered « stay ». */
async function leave(page: Page): Promise<string[]> {
  const asked: string[] = [];
  const answer = async (dialog: Dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  };
  page.on("dialog", answer);
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked.length > 0 || page.isClosed()).toBe(true);
  page.off("dialog", answer);
  return asked;
}

test("leaving asks while something would be lost; not when it is kept, nor in a file, nor when there is nothing", async ({ page: first, context }) => {
  const page = { now: first };
  const anew = async () => begin((page.now = await context.newPage()), "8");
  await begin(page.now, "8");
  await page.now.locator("#pilote-8").fill("à perdre");
  expect(await leave(page.now)).toEqual(["beforeunload"]);
  await expect(page.now.locator("#pilote-8")).toHaveValue("à perdre");
  await exported(page.now);
  expect(await leave(page.now), "in a file").toEqual([]);
  await anew();
  await exported(page.now);
  await page.now.locator("#notes-8").fill("depuis le fichier");
  expect(await leave(page.now), "changed since").toEqual(["beforeunload"]);
  await keep(page.now);
  expect(await leave(page.now), "kept").toEqual([]);
  const empty = await context.newPage();
  await open(empty, "#/feuille-de-route");
  await empty.getByRole("button", { name: "Ne plus garder, tout effacer" }).click();
  expect(await leave(empty), "erased, still in sight").toEqual(["beforeunload"]);
  await empty.locator("#retirer-8").click();
  await expect(empty.locator("#feuille")).toHaveCount(0);
  expect(plain(await empty.locator("main").textContent())).toContain("Aucune mesure pour l’instant");
  expect(await leave(empty), "nothing left").toEqual([]);
});
