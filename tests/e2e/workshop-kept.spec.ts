// What a workshop keeps, gives away and takes back: crashes, files, minutes.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { expect, open, plain, ready, sheets, test } from "./support";
import { KEY, begin, crash, expectLed, expectSlide, kept, stage, walk } from "./workshop";

test("nothing is kept before the workshop starts; then the browser may die at any moment", async ({ page, context }) => {
  test.setTimeout(240_000);
  await open(page, "#/atelier/selection?choix=8,1,6");
  await page.locator("#vote-modele-0").click();
  await page.getByRole("link", { name: "Projeter sans rien garder" }).click();
  await page.keyboard.press("PageDown");
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  for (const _ of [1, 2]) await page.keyboard.press("Escape");
  await begin(page);
  await page.keyboard.press("End");
  await page.keyboard.press("PageUp");
  await expectSlide(page, "vote-1");
  const hands: Record<number, number> = {};
  let now = page;
  for (let event = 0; event < 60; event += 1) {
    const number = [8, 1, 6][event % 3]!;
    hands[number] = event + 1;
    await now.locator(`#mains-${number}`).fill(String(event + 1));
    await now.locator(`#mains-${number}`).press("Enter");
    if (event % 10 === 7) {
      const address = now.url();
      await crash(context, now);
      now = await context.newPage();
      await now.goto(address);
      await ready(now);
      await expectSlide(now, "vote-1");
      for (const [of, count] of Object.entries(hands)) await expect(now.locator(`#mains-${of}`)).toHaveValue(String(count));
    }
  }
  const file = JSON.parse((await now.evaluate((key) => localStorage.getItem(key), KEY))!);
  expect(file.votes[0].bulletins).toHaveLength(60);
  await open(now, "#/atelier");
  await expect(now.getByRole("link", { name: "Reprendre où l’on en était" })).toBeVisible();
  await now.getByRole("button", { name: "Effacer l’atelier de cet appareil" }).click();
  expect(await now.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("the minutes are taken away in five forms, open again as they were, and start a roadmap", async ({ page }) => {
  await open(page, "#/atelier/selection?choix=8,1,6");
  await page.locator("#atelier-titre").fill("Atelier de Blois");
  await page.locator("#atelier-presents").fill("20");
  await page.locator("#vote-modele-0").click();
  await page.getByRole("button", { name: "Commencer l’atelier" }).click();
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("End");
  await page.keyboard.press("PageUp");
  await page.locator("#mains-6").fill("25");
  await page.locator("#mains-6").press("Enter");
  await expect(page.locator(".xp-vote__told"), "more hands than people").toContainText("à vérifier");
  // Out of the field, then twice to leave the stage.
  for (const _ of [1, 2, 3]) await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Compte rendu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Compte rendu d’atelier");
  await page.getByRole("button", { name: "Terminer l’atelier" }).click();
  const saved: Record<string, string> = {};
  for (const extension of ["docx", "xlsx", "csv", "md", "json"]) {
    const coming = page.waitForEvent("download");
    await page.locator(`#enregistrer-${extension}`).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`compte-rendu-atelier.${extension}`);
    saved[extension] = await download.path();
  }
  expect((await readFile(saved.docx!)).subarray(0, 2).toString()).toBe("PK");
  expect((await readFile(saved.xlsx!)).subarray(0, 2).toString()).toBe("PK");
  const md = await readFile(saved.md!, "utf8");
  for (const text of ["Atelier de Blois", "20", "25", "ni vote secret, ni consultation"]) expect(md).toContain(text);
  const json = await readFile(saved.json!);
  await page.getByRole("button", { name: "Effacer l’atelier de cet appareil" }).click();
  await page.reload();
  await ready(page);
  await expect(page.locator("#atelier-titre")).toHaveValue("");
  await page.locator("#ouvrir-atelier").setInputFiles({ name: "atelier.json", mimeType: "application/json", buffer: json });
  await expect(page.locator("#atelier-titre")).toHaveValue("Atelier de Blois");
  const coming = page.waitForEvent("download");
  await page.locator("#enregistrer-json").click();
  expect(await readFile(await (await coming).path(), "utf8")).toBe(json.toString("utf8"));
  await page.locator("#ouvrir-atelier").setInputFiles({ name: "abime.json", mimeType: "application/json", buffer: json.subarray(0, 200) });
  await expect(page.locator(".xp-told")).toContainText("abime.json");
  await expect(page.locator("#atelier-titre")).toHaveValue("Atelier de Blois");
  await page.getByRole("button", { name: /Faire une feuille de route/ }).click();
  await expect(page.locator("#pilote-6")).toBeVisible();
});

test("a workshop of two hours, 500 things done, the browser killed at random: nothing entered is lost", async ({ page, context }) => {
  test.setTimeout(600_000);
  let state = 20261123;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <T>(all: readonly T[]): T => all[random(all.length)]!;
  const SLIDES = ["couverture", "programme", "mesure-8", "mesure-1", "mesure-6", "fin"] as const;
  const model = {
    presents: undefined as number | undefined,
    notes: {} as Record<string, string>,
    minutage: {} as Record<string, number>,
    votes: [[], [], [], []] as Record<string, unknown>[][],
  };

  await open(page, "#/atelier/selection?choix=8,1,6");
  for (const at of [0, 1, 3, 4]) await page.locator(`#vote-modele-${at}`).click();
  await begin(page);
  const order: string[] = [];
  await walk(page, async (key) => void order.push(key));
  await page.keyboard.press("Home");
  await expectSlide(page, "couverture");
  let now = page;
  let there = "couverture";
  const lead = async (scene: "scene" | "animateur", key: string) => {
    await now.evaluate(([scene, key]) => (location.hash = `#/atelier/selection/${scene}/${key}?choix=8,1,6`), [scene, key] as const);
    await (scene === "scene" ? expectSlide : expectLed)(now, key);
  };
  // The address follows a frame later.
  const arrived = async (key: string) => {
    there = key;
    await expectSlide(now, key);
    await expect.poll(() => now.url()).toMatch(new RegExp(key === "couverture" ? "/scene(/couverture)?[?]" : `/scene/${key}[?]`));
  };
  const entered = async (id: string, text: string) => {
    await now.locator(id).fill(text);
    await now.locator(id).press("Enter");
  };
  const deeds: (() => Promise<void>)[] = [
    async () => {
      const from = pick(SLIDES);
      await lead("scene", from);
      const key = pick(["PageDown", "PageUp", "Home", "End", " "] as const);
      await now.keyboard.press(key);
      const last = order.length - 1;
      const next = { PageDown: 1, " ": 1, PageUp: -1, Home: -last, End: last }[key];
      await arrived(order[Math.min(last, Math.max(0, order.indexOf(from) + next))]!);
    },
    async () => {
      await lead("scene", "vote-1");
      const key = pick(["r", "b", "d", "t"]);
      await now.keyboard.press(key);
      if (key === "b") {
        await expect(now.locator("#rallumer")).toBeVisible();
        await now.keyboard.press("b");
        await expect(now.locator("#rallumer")).toBeHidden();
      }
      await now.keyboard.press("End");
      await arrived("fin");
    },
    async () => {
      const key = pick(SLIDES);
      await lead("animateur", key);
      model.notes[key] = `${model.notes[key] ?? ""}${pick(["à revoir ", "oui ", "« non » "])}`;
      await now.locator(`#notes-${key}`).fill(model.notes[key]!);
    },
    async () => {
      const key = pick(SLIDES);
      await lead("animateur", key);
      model.minutage[key] = 1 + random(30);
      await entered("#minutes", String(model.minutage[key]));
    },
    async () => {
      await lead("animateur", "vote-1");
      const [mesure, mains] = [pick([8, 1, 6]), random(60)];
      await entered(`#mains-${mesure}`, String(mains));
      const before = model.votes[0]!.filter((b) => b.mesure === mesure).at(-1);
      // The same number again is no change for the field.
      if (before?.mains !== mains) cast(0, { mesure, mains });
    },
    async () => {
      await lead("animateur", "vote-2");
      const dots = [pick([8, 1, 6]), pick([8, 1, 6])];
      await entered("#rapide", dots.join(" "));
      const counted = new Map<number, number>();
      for (const measure of dots) counted.set(measure, (counted.get(measure) ?? 0) + 1);
      cast(1, { gommettes: [...counted] });
    },
    async () => {
      await lead("animateur", "vote-3");
      const [mesure, impact, effort] = [pick([8, 1, 6]), 1 + random(5), 1 + random(5)];
      await entered(`#place-${mesure}`, `${impact} ${effort}`);
      cast(2, { mesure, impact, effort });
    },
    async () => {
      await lead("animateur", "vote-4");
      const idee = `Idée ${random(1_000)}`;
      await entered("#idee", idee);
      cast(3, { idee });
    },
    async () => {
      const at = random(4);
      await lead("animateur", `vote-${at + 1}`);
      await now.locator("#annuler-saisie").click();
      model.votes[at]!.pop();
    },
  ];
  function cast(at: number, ballot: Record<string, unknown>) {
    const last = Math.max(0, ...model.votes[at]!.map((b) => b.numero as number));
    model.votes[at]!.push({ numero: last + 1, ...ballot });
  }
  const check = async () => {
    const file = await kept(now);
    expect(Object.fromEntries(file.notes.map((n: { diapo: string; texte: string }) => [n.diapo, n.texte]))).toEqual(model.notes);
    expect(Object.fromEntries(file.minutage.map((m: { diapo: string; minutes: number }) => [m.diapo, m.minutes]))).toEqual(model.minutage);
    expect(file.votes.map((v: { bulletins: unknown[] }) => v.bulletins)).toEqual(model.votes);
  };
  let crashes = 0;
  for (let event = 1; event <= 500; event += 1) {
    await pick(deeds)();
    if (random(40) > 0 && event < 500) continue;
    await lead("scene", there);
    await crash(context, now);
    crashes += 1;
    now = await context.newPage();
    await open(now, "#/atelier");
    await now.getByRole("link", { name: "Reprendre où l’on en était" }).click();
    await expectSlide(now, there);
    await check();
  }
  expect(crashes).toBeGreaterThan(5);
});

test("a file opened in a page that keeps nothing: it says so, going on keeps, and the measures are those of the file", async ({ page }) => {
  const file = {
    format: "explorateur-sress/atelier", version: 1, titre: "Atelier de Blois", debut: "2026-11-23T14:00:00",
    vue: "#/atelier/selection/scene/mesure-1?choix=8,1", votes: [],
  };
  await open(page, "#/atelier");
  const choose = (content: unknown) =>
    page.locator("#ouvrir-atelier").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
  await choose(file);
  await expect(page.locator("#diapositives")).toHaveText(/^En tout\u00a0: (\d|1\d)\u00a0diapositives/);
  await expect(page.locator("#source-1")).toBeChecked();
  await expect(page.getByText("Rien n’est gardé tant que l’atelier n’a pas commencé.")).toBeVisible();
  expect(await kept(page)).toBeNull();
  await page.getByRole("link", { name: "Reprendre où l’on en était" }).click();
  await expectSlide(page, "mesure-1");
  expect((await kept(page)).debut, "it goes on, it does not start again").toBe("2026-11-23T14:00:00");
  // Another file takes its place: the former one is put aside, and given back.
  await open(page, "#/atelier");
  await choose({ ...file, titre: "Un autre" });
  await expect(page.locator("#atelier-titre")).toHaveValue("Un autre");
  await page.reload();
  await ready(page);
  await page.locator("#precedent").click();
  await expect(page.locator("#atelier-titre")).toHaveValue("Atelier de Blois");
  // A file leads nowhere else.
  await choose({ ...file, vue: "https://example.org/" });
  expect(await page.locator("#reprendre-atelier").getAttribute("href")).toMatch(/^#\//);
});

test("a workshop kept by a later version is left as it is, whatever is done here", async ({ page }) => {
  await open(page, "#/a-propos");
  const later = JSON.stringify({ format: "explorateur-sress/atelier", version: 99, titre: "Demain" });
  await page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [KEY, later]);
  await open(page, "#/atelier/selection?choix=8,1,6");
  await page.reload();
  await ready(page);
  await expect(page.locator(".xp-keeping .xp-notice")).toContainText("n’a pas pu être relu");
  await begin(page);
  expect((await kept(page)).version).toBe(1);
  expect(await page.evaluate(() => Object.values(localStorage)), "moved, not written over").toContain(later);
  await open(page, "#/atelier");
  await page.getByRole("button", { name: "Effacer l’atelier de cet appareil" }).click();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("what cannot be entered is said, stays to be typed over, and loses nothing of what follows", async ({ page }) => {
  await open(page, "#/atelier/selection?choix=8,1,6");
  await page.locator("#atelier-presents").fill("25 pers");
  await expect(page.getByText(/^On attend un nombre entier/).first()).toBeVisible();
  for (const model of [3, 0, 2]) await page.locator(`#vote-modele-${model}`).click();
  await page.locator("#gommettes-3").fill("40");
  await page.locator("#gommettes-3").press("Enter");
  await expect(page.getByText("De\u00a01 à\u00a020 gommettes chacun.").first()).toBeVisible();
  await page.locator("#gommettes-3").fill("4");
  await page.locator("#gommettes-3").press("Enter");
  await page.locator("#methode-3").selectOption("gommettes par personne");
  await expect(page.locator("#gommettes-3")).toHaveValue("4");
  await begin(page);
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press(_ === 1 ? "End" : "PageUp");
  await expectSlide(page, "vote-1");
  await page.locator("#place-8").focus();
  for (const typed of ["4 2", "7 7", "-1 3", "3 3", "51"]) {
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    const wrong = ["7 7", "-1 3"].includes(typed);
    await expect(page.getByText(/^On attend l’impact puis l’effort/)).toHaveCount(wrong ? 1 : 0);
    await expect(page.locator("#place-8"), "to be typed over").toHaveValue(wrong ? typed : "");
    await expect(page.locator("#place-8")).toBeFocused();
  }
  expect((await kept(page)).votes[0].bulletins.map((b: { impact: number; effort: number }) => [b.impact, b.effort])).toEqual([[4, 2], [3, 3], [5, 1]]);
  // Dots, typed: too many, of a measure that is not asked about, then right.
  await page.keyboard.press("Escape");
  for (const _ of [1, 2]) await page.keyboard.press("PageDown");
  await expectSlide(page, "vote-3");
  await page.locator("#rapide").focus();
  for (const [typed, said] of [["8 8 8 8 1", "5 gommettes, au plus 4."], ["8 2", "La mesure 2 n’est pas dans ce vote."], ["8 x", /^On attend des numéros/], ["8 8 1", ""]] as const) {
    await page.keyboard.type(typed);
    await page.keyboard.press("Enter");
    await expect(page.locator(".xp-vote__told")).toHaveText(typeof said === "string" ? said.replace("mesure 2", "mesure\u00a02").replace("5 g", "5\u00a0g") : said);
  }
  expect((await kept(page)).votes[2].bulletins).toEqual([{ numero: 1, gommettes: [[8, 2], [1, 1]] }]);
});

test("the minutes on paper: A4, what was decided, « page 1 sur n », and no button nor field", async ({ page }) => {
  await open(page, "#/atelier/selection?choix=8,1,6");
  await page.locator("#atelier-titre").fill("Atelier de Blois");
  for (const model of [0, 3, 4]) await page.locator(`#vote-modele-${model}`).click();
  await begin(page);
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press("PageDown");
  await open(page, "#/atelier/selection/animateur/vote-1?choix=8,1,6");
  for (const [number, hands] of [[8, 3], [1, 12], [6, 7]] as const) {
    await page.locator(`#mains-${number}`).fill(String(hands));
    await page.locator(`#mains-${number}`).press("Enter");
  }
  await page.locator("#notes-vote-1").fill("La salle hésite.");
  await open(page, "#/atelier/selection/compte-rendu?choix=8,1,6");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString("latin1")).toMatch(/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12]/);
  const pages = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" }).split("\f").slice(0, -1).map(plain);
  expect(pages).toHaveLength(sheets(pdf));
  pages.forEach((text, at) => expect(text).toContain(`page ${at + 1} sur ${pages.length}`));
  for (const words of ["Atelier de Blois", "Quelles mesures d’abord", "12", "La salle hésite."]) expect(pages.join(" ")).toContain(words);
  for (const words of ["facultatif", "Annuler", "Rouvrir un atelier"]) expect(pages.join(" ")).not.toContain(words);
  await page.emulateMedia({ media: "print" });
  for (const control of ["button", "input", "textarea", "summary"]) await expect(page.locator(`.xp-minutes ${control}:visible`), control).toHaveCount(0);
});
