// Mode atelier: the deck, its keys, its sizes; the leader's window; votes; what is kept; the code of the view.
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, type Page } from "@playwright/test";
import jsQR from "jsqr";
import { expect, expected, fragment, open, option, ready, test } from "./support";
import { KEY, begin, crash, expectLed, expectSlide, kept, leader, overflow, slide, stage, start, walk } from "./workshop";

test("a filtered list becomes a deck: cover, agenda, one slide or more a measure, conclusion; nothing of the text is lost", async ({ page, corpus }) => {
  await open(page, "#/atelier/scene?public=jeunes");
  const wanted = expected(corpus, { public: ["jeunes"] });
  const seen: number[] = [];
  const texts = new Map<number, string>();
  await walk(page, async (key) => {
    const number = Number(/^mesure-(\d+)/.exec(key)?.[1]);
    if (!number) return;
    if (seen.at(-1) !== number) seen.push(number);
    const words = await page.locator(".xp-slide blockquote").allTextContents();
    texts.set(number, `${texts.get(number) ?? ""} ${words.join(" ")}`);
  });
  expect(seen).toEqual(wanted);
  const flat = (text: string) => text.replace(/\s+/g, " ").trim();
  for (const { numero, objectif, actions } of corpus.filter((m) => wanted.includes(m.numero))) {
    for (const text of [objectif, ...actions.map((a) => a.texte)]) expect(flat(texts.get(numero)!)).toContain(flat(text));
  }
  await expectSlide(page, "fin");
});

const ROOMS = [[1024, 768], [1280, 720], [1920, 1080], [3840, 2160]] as const;

/** A vote of each kind, answered: hands, dots, impact and effort, ideas. */
async function answered(page: Page, subjects: number[]) {
  const file = {
    format: "explorateur-sress/atelier", version: 1, titre: "",
    votes: ["priorite", "priorite", "matrice", "idees"].map((genre, at) => ({
      numero: at + 1, question: "Quelles mesures faut-il engager d’abord sur notre territoire\u00a0?", genre,
      mesures: genre === "idees" ? [] : subjects, revele: false,
      ...(at === 1 ? { gommettes: { nombre: 3, pour: "personne" } } : {}),
      bulletins: subjects.map((mesure, numero) => ({
        numero: numero + 1,
        ...[{ mesure, mains: numero }, { gommettes: [[mesure, 2]] }, { mesure, impact: 1 + (numero % 5), effort: 5 - (numero % 5) }, { idee: `Une idée parmi d’autres, la ${numero}e` }][at],
      })),
    })),
  };
  const buffer = Buffer.from(JSON.stringify(file));
  await page.locator("#ouvrir-atelier").setInputFiles({ name: "atelier.json", mimeType: "application/json", buffer });
  await expect(page.locator("#question-4")).toBeVisible();
}

for (const [width, height] of ROOMS) {
  test(`no slide overflows at ${width} × ${height}, and the official text is large enough`, async ({ page, corpus }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await open(page, "#/atelier?graphique=sections");
    await answered(page, corpus.map((m) => m.numero));
    await page.getByRole("link", { name: "Projeter sans rien garder" }).click();
    await expectSlide(page, "couverture");
    const held = { over: 0, wide: 0, out: [], cut: 0 };
    await walk(page, async (key) => {
      const found = await overflow(page);
      expect(found, key).toMatchObject(held);
      expect(found.least, key).toBeGreaterThanOrEqual(24);
      if (!/^vote-[123]/.test(key)) return;
      await page.keyboard.press("r");
      await expect(page.locator("#resultats")).toBeVisible();
      expect(await overflow(page), `${key}, revealed`).toMatchObject(held);
    });
  });
}

for (const many of [4, 8]) {
  test(`every size of the text: no slide overflows, with votes on ${many} measures`, async ({ page, corpus }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width: 1280, height: 720 });
    const subjects = corpus.slice(0, many).map((m) => m.numero);
    await open(page, "#/atelier/selection?choix=8");
    await answered(page, subjects);
    await page.getByRole("link", { name: "Projeter sans rien garder" }).click();
    await page.keyboard.press("-");
    for (const size of ["80", "100", "125", "150", "200"]) {
      if (size !== "80") await page.keyboard.press("+");
      await expect(stage(page)).toHaveAttribute("data-taille", size);
      await walk(page, async (key) => {
        const told = `${key} at ${size} %`;
        expect(await overflow(page), told).toMatchObject({ over: 0, wide: 0 });
        if (!/^vote-[123]/.test(key)) return;
        const shown = await page.locator("#resultats").count();
        await page.keyboard.press("r");
        await expect(page.locator("#resultats")).toHaveCount(1 - shown);
        expect(await overflow(page), `${told}, turned`).toMatchObject({ over: 0, wide: 0 });
      });
    }
  });
}

test("each kind of slide is drawn inside its frame, as pixels say, at four sizes of screen", async ({ page, corpus }) => {
  test.setTimeout(180_000);
  await open(page, "#/atelier/selection?choix=8,1,6&graphique=sections");
  await answered(page, [8, 1, 6]);
  await page.getByRole("link", { name: "Projeter sans rien garder" }).click();
  for (const [width, height] of ROOMS) {
    await page.setViewportSize({ width, height });
    for (const key of ["couverture", "programme", "graphique-sections", "mesure-8", "mesure-8-2", "vote-1", "vote-2", "vote-3", "vote-4", "fin"]) {
      await page.evaluate((to) => (location.hash = location.hash.replace(/\/scene\/?[^?]*/, `/scene/${to}`)), key);
      await expectSlide(page, key);
      if (key.startsWith("graphique")) await expect(page.locator('figure[data-etat="pret"] svg')).toBeVisible();
      const image = await page.locator(".xp-slide").screenshot({ path: test.info().outputPath(`${key}-${width}.png`) });
      const { edge, ink } = await inked(page, image);
      expect(edge, `${key} at ${width}: nothing drawn over the edge`).toBe(0);
      expect(ink, `${key} at ${width}: something drawn`).toBeGreaterThan(0.001);
    }
  }
});

/** The part of the pixels that are not the ground's: along the edge, and of all. */
async function inked(page: Page, image: Buffer) {
  return page.evaluate(async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
    const context = canvas.getContext("2d")!;
    context.drawImage(picture, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, picture.width, picture.height);
    const at = (x: number, y: number) => 4 * (y * width + x);
    const ground = at(2, 2);
    const other = (x: number, y: number) => [0, 1, 2].some((c) => Math.abs(data[at(x, y) + c]! - data[ground + c]!) > 12);
    let [edge, ink] = [0, 0];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (!other(x, y)) continue;
        ink += 1;
        // Not the outermost pixel: a frame of a fraction of one shares it with what is around.
        const far = Math.min(x, y, width - 1 - x, height - 1 - y);
        if (far === 2 || far === 3) edge += 1;
      }
    }
    return { edge, ink: ink / (width * height) };
  }, `data:image/png;base64,${image.toString("base64")}`);
}

test("the keys of a clicker and of a keyboard lead the deck", async ({ page }) => {
  await open(page, "#/atelier/selection/scene?choix=8,1");
  for (const [key, to] of [
    ["ArrowRight", "programme"], ["PageDown", "mesure-8"], ["PageUp", "programme"], [" ", "mesure-8"], ["ArrowLeft", "programme"],
    ["End", "fin"], ["ArrowRight", "fin"], ["Home", "couverture"], ["ArrowLeft", "couverture"], ["ArrowDown", "programme"],
  ] as const) {
    await page.keyboard.press(key);
    await expectSlide(page, to);
    await expect(page.locator("#titre"), "the heading is read").toBeFocused();
  }
  await expect.poll(() => fragment(page)).toContain("/scene/programme");
  await page.keyboard.press("b");
  await expect(page.locator(".xp-slide")).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page.locator(".xp-slide")).toBeVisible();
  await page.keyboard.press("g");
  await page.locator("#aller").fill("1");
  await page.keyboard.press("Enter");
  await expectSlide(page, "mesure-1");
  await page.keyboard.press("o");
  await expect(page.getByRole("dialog", { name: "Vue d’ensemble" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expectSlide(page, "mesure-1");
  await page.getByRole("button", { name: /Conclusion/ }).click();
  await expectSlide(page, "fin");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Touches" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  await expect(page.locator("#minuteur")).toBeVisible();
  await page.keyboard.press("d");
  await expect(stage(page)).toHaveAttribute("data-fond", "sombre");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Échap encore une fois pour quitter la scène.")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(stage(page), "once is not enough").toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Atelier");
});

test("a finger leads the deck, but not while something lies over it, nor up and down", async ({ page, context }) => {
  await open(page, "#/atelier/selection/scene?choix=8,1");
  const devtools = await context.newCDPSession(page);
  const draw = async (from: [number, number], to: [number, number]) => {
    const touch = (type: string, at?: [number, number]) =>
      devtools.send("Input.dispatchTouchEvent", { type: type as "touchStart", touchPoints: at ? [{ x: at[0], y: at[1] }] : [] });
    await touch("touchStart", from);
    await touch("touchMove", to);
    await touch("touchEnd");
  };
  await draw([900, 300], [400, 320]);
  await expectSlide(page, "programme");
  await draw([900, 300], [400, 320]);
  await expectSlide(page, "mesure-8");
  await draw([400, 300], [900, 320]);
  await expectSlide(page, "programme");
  await draw([400, 600], [500, 100]);
  await page.keyboard.press("?");
  await draw([900, 300], [400, 320]);
  await expect(page.getByRole("dialog", { name: "Touches" })).toBeVisible();
  await expectSlide(page, "programme");
});

test("the whole screen and a screen kept awake: asked for, given back; refused, it is said and nothing else changes", async ({ page }) => {
  await page.addInitScript(() => {
    const locks: string[] = [];
    Object.assign(window, { locks, refuse: false });
    const lock = { request: async () => (locks.push("held"), { release: async () => void locks.push("released") }) };
    Object.defineProperty(navigator, "wakeLock", { value: lock });
    const given = Element.prototype.requestFullscreen;
    Element.prototype.requestFullscreen = function (...all) {
      return (window as unknown as { refuse: boolean }).refuse ? Promise.reject(new TypeError("no")) : given.apply(this, all);
    };
  });
  await open(page, "#/atelier/selection/scene?choix=8,1");
  const locks = () => page.evaluate(() => (window as unknown as { locks: string[] }).locks.join(" "));
  await expect.poll(locks).toBe("held");
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe("HTML");
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await page.evaluate(() => Object.assign(window, { refuse: true }));
  await page.keyboard.press("f");
  await expect(page.getByText(/^Plein écran refusé/)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expectSlide(page, "programme");
  await page.getByRole("link", { name: "Quitter" }).click();
  await expect.poll(locks).toBe("held released");
});

test("letters alone are switched off, the clicker still leads; while one types no key is ours", async ({ page }) => {
  await open(page, "#/atelier/selection?choix=8,1");
  await page.getByRole("checkbox", { name: /une seule lettre/ }).uncheck();
  await page.getByRole("link", { name: "Projeter sans rien garder" }).click();
  await expectSlide(page, "couverture");
  for (const key of ["b", "o", "g", "t", "q", "?", "+"]) await page.keyboard.press(key);
  await expect(page.locator(".xp-slide")).toBeVisible();
  await expect(page.locator(".xp-volet, #minuteur")).toHaveCount(0);
  await page.keyboard.press("PageDown");
  await expectSlide(page, "programme");
  await open(page, "#/atelier/selection?choix=8,1");
  await page.locator("#vote-modele-4").click();
  await page.getByRole("link", { name: "Projeter sans rien garder" }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("PageUp");
  await expectSlide(page, "vote-1");
  await page.locator("#idee").pressSequentially("bob + gag");
  await expectSlide(page, "vote-1");
  await expect(page.locator("#idee")).toHaveValue("bob + gag");
});

test("the filter changes on stage and the deck follows", async ({ page, corpus }) => {
  await open(page, "#/atelier/scene");
  await page.keyboard.press("c");
  const jeunes = option(page, "public", "jeunes");
  await jeunes.scrollIntoViewIfNeeded();
  await jeunes.check();
  await page.getByRole("button", { name: "Fermer" }).click();
  await page.keyboard.press("PageDown");
  const wanted = expected(corpus, { public: ["jeunes"] });
  await expect(page.locator(".xp-slide__agenda .xp-slide__number")).toHaveText(wanted.map((n) => `${n}.`));
});

test("the code of the view is read by another program, and is a quarter of the height at least", async ({ page }) => {
  await open(page, "#/atelier/scene/mesure-8?public=jeunes&acteur=cress");
  await page.keyboard.press("q");
  const code = page.locator("#qr");
  await expect(code).toBeVisible();
  const box = (await code.boundingBox())!;
  expect(box.height).toBeGreaterThanOrEqual(720 / 4);
  const { data, side } = await code.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 600, height: 600 });
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0, 600, 600);
    return { data: [...context.getImageData(0, 0, 600, 600).data], side: 600 };
  });
  const read = jsQR(Uint8ClampedArray.from(data), side, side)?.data;
  expect(read).toBe(await page.locator(".xp-volet__address").textContent());
  await page.goto(read!);
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Mesure\u00a08");
  await expect.poll(() => fragment(page)).toContain("public=jeunes");
});

test.describe("two windows", () => {
  test("each leads the other; notes stay with the leader; closing one loses nothing", async ({ page, context }) => {
    await start(page, "#/atelier/selection?choix=8,1");
    const led = await leader(page, context);
    await led.getByRole("button", { name: "Suivante →" }).click();
    await expect(led.getByRole("button", { name: "Suivante →" }), "one presses it again").toBeFocused();
    await expectSlide(page, "programme");
    await expectLed(led, "programme");
    await led.locator("textarea").fill("Dire bonjour");
    await page.keyboard.press("PageDown");
    await expectLed(led, "mesure-8");
    await led.locator("#minutes").fill("5");
    await led.keyboard.press("Tab");
    await expect(led.locator("#reste")).toContainText(/^reste [45]:/);
    await led.getByRole("button", { name: "Écran noir" }).click();
    await expect(page.locator(".xp-slide")).toBeHidden();
    await expect(page.getByText("Dire bonjour")).toHaveCount(0);
    await led.close();
    await page.reload();
    await ready(page);
    await expectSlide(page, "mesure-8");
    const again = await context.newPage();
    await open(again, "#/atelier/selection/animateur?choix=8,1");
    await expect(again.locator("[data-animateur]"), "it joins the one on the wall").toHaveAttribute("data-animateur", "mesure-8");
    await again.getByRole("button", { name: "Ce qu’on va regarder" }).click();
    await expect(again.locator("textarea")).toHaveValue("Dire bonjour");
  });

  test("a vote entered by the leader shows on the wall once revealed", async ({ page, context }) => {
    await open(page, "#/atelier/selection?choix=8,1,6");
    await page.locator("#vote-modele-1").click();
    await expect(page.locator("#question-1")).toBeFocused();
    await page.getByRole("button", { name: "Commencer l’atelier" }).click();
    const led = await leader(page, context);
    await led.getByRole("button", { name: /Vote/ }).click();
    await expectSlide(page, "vote-1");
    for (const dots of [[8, 8, 1], [8, 6, 6], [1, 6, 6]]) {
      for (const number of dots) await led.locator(`#poser-${number}`).click();
      await expect(led.locator("#poser-8")).toBeDisabled();
      await led.getByRole("button", { name: "Valider ce bulletin" }).click();
    }
    await expect(page.locator(".xp-vote__state")).toContainText("3 bulletins saisis");
    await expect(page.locator("#resultats")).toHaveCount(0);
    await led.getByRole("button", { name: "Révéler ou masquer" }).click();
    const votes = (number: number) => page.locator(`[data-resultat="${number}"] .xp-vote__number`);
    await expect(votes(6)).toHaveText("4");
    await expect(votes(8)).toHaveText("3");
    await expect(votes(1)).toHaveText("2");
    await led.locator("#annuler-saisie").click();
    await expect(votes(6), "of this vote alone, and it stays in sight").toHaveText("2");
    await expect(page.locator("#resultats")).toBeVisible();
    await led.getByText("Corriger un bulletin (2)").click();
    await led.getByRole("button", { name: "Retirer le bulletin 1" }).click();
    await expect(votes(8)).toHaveText("1");
    await expect(led.getByRole("button", { name: "Retirer le bulletin 2" })).toBeFocused();
    await led.locator("#annuler-saisie").click();
    await expect(votes(6)).toHaveText("0");
    await expect(stage(page), "the vote itself stays").toHaveAttribute("data-diapo", "vote-1");
    await expect(led.locator("#annuler-saisie")).toHaveAttribute("aria-disabled", "true");
  });

  test("what is half typed stays, while clocks run and the other window leads", async ({ page, context }) => {
    await open(page, "#/atelier/selection?choix=8,1,6");
    for (const model of [0, 4]) await page.locator(`#vote-modele-${model}`).click();
    await begin(page);
    const led = await leader(page, context);
    await led.getByRole("button", { name: /Vote\s2/ }).click();
    await led.locator("#idee").pressSequentially("Une idée");
    await page.keyboard.press("t");
    await page.keyboard.press("+");
    await led.waitForTimeout(2_200);
    await led.locator("#idee").pressSequentially(" qui vient");
    await expect(led.locator("#idee")).toHaveValue("Une idée qui vient");
    await led.keyboard.press("Enter");
    await expect(led.locator("#idee")).toHaveValue("");
    await expect(led.locator("#idee")).toBeFocused();
    await expect(page.getByText("Une idée qui vient")).toBeVisible();
  });

  test("a leader's window opened before the start keeps with the other once it starts", async ({ page, context }) => {
    await open(page, "#/atelier/selection?choix=8,1,6");
    await page.locator("#vote-modele-0").click();
    const coming = context.waitForEvent("page");
    await page.locator("#fenetre-animateur").click();
    const led = await coming;
    await ready(led);
    await begin(page);
    await led.getByRole("button", { name: /Vote\s1/ }).click();
    await led.locator("#mains-8").fill("7");
    await led.locator("#mains-8").press("Enter");
    await expect(led.locator("#mains-1")).toBeFocused();
    await expect(page.locator("#mains-8")).toHaveValue("7");
    expect((await kept(page)).votes[0].bulletins).toEqual([{ numero: 1, mesure: 8, mains: 7 }]);
  });

  test("both windows enter at once: every ballot is there, in both and on the device", async ({ page, context }) => {
    await open(page, "#/atelier/selection?choix=8,1,6");
    await page.locator("#vote-modele-4").click();
    await begin(page);
    const led = await leader(page, context);
    await led.getByRole("button", { name: /Vote\s1/ }).click();
    await expectSlide(page, "vote-1");
    const enter = async (where: Page, name: string) => {
      for (let at = 1; at <= 20; at += 1) {
        await where.locator("#idee").fill(`${name} ${at}`);
        await where.locator("#idee").press("Enter");
        await expect(where.locator("#idee")).toHaveValue("");
      }
    };
    await Promise.all([enter(page, "mur"), enter(led, "table")]);
    const wanted = ["mur", "table"].flatMap((name) => Array.from({ length: 20 }, (_, at) => `${name} ${at + 1}`)).sort();
    const ideas = (where: Page) => where.locator("#resultats li").allTextContents().then((all) => all.sort());
    await expect.poll(() => ideas(page)).toEqual(wanted);
    await expect.poll(() => ideas(led)).toEqual(wanted);
    expect((await kept(page)).votes[0].bulletins.map((b: { idee: string }) => b.idee).sort()).toEqual(wanted);
    await led.getByRole("button", { name: /Conclusion/ }).click();
    await expect(page.locator(".xp-slide__votes"), "ideas are not masked").toContainText("40\u00a0idées");
  });
});

test("hands are counted from the keyboard, undone, and the count is the recount", async ({ page }) => {
  await open(page, "#/atelier/selection?choix=8,1,6");
  await page.locator("#vote-modele-0").click();
  await page.getByRole("button", { name: "Commencer l’atelier" }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("PageUp");
  await expectSlide(page, "vote-1");
  await page.locator("#mains-8").focus();
  for (const hands of ["12", "4", "7"]) {
    await page.keyboard.type(hands);
    await page.keyboard.press("Enter");
  }
  await page.locator("#reveler").click();
  await expect(page.locator('[data-resultat="8"] .xp-vote__number')).toHaveText("12");
  await expect(page.locator('[data-resultat="6"] .xp-vote__number')).toHaveText("7");
  const turn = () => page.locator("#reveler").click();
  await turn();
  await page.locator("#mains-1").fill("9");
  await page.keyboard.press("Enter");
  await turn();
  await expect(page.locator('[data-resultat="1"] .xp-vote__number')).toHaveText("9");
  await turn();
  await page.locator("#annuler-saisie").click();
  await turn();
  await expect(page.locator('[data-resultat="1"] .xp-vote__number')).toHaveText("4");
});
