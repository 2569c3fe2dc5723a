// What a comparison says agrees with the published data, and leads to what was counted.
import { type Page } from "@playwright/test";
import { borne, cells, expect, type FacetKey, fragment, type Measure, measure, open, plain, test } from "./support";

/** Both, left alone, right alone: as a visitor would with a pencil. */
const cut = (left: string[], right: string[]) =>
  [left.filter((v) => right.includes(v)), left.filter((v) => !right.includes(v)), right.filter((v) => !left.includes(v))].map((part) =>
    [...new Set(part)].sort(),
  );

const ROWS: [string, FacetKey][] = [
  ["Axes", "axe"],
  ["Orientations", "orientation"],
  ["(Autres )?[Pp]ublics", "public"],
  ["(Autres )?[Pp]artenaires", "acteur"],
  ["(Autres )?[Dd]ispositifs", "dispositif"],
  ["(Autres )?[Tt]erritoires", "territoire"],
  ["(Autres )?[Tt]ypes d’action", "nature"],
];

const PAIRS: [string, FacetKey, string, string][] = [
  ["#/comparer/acteur/cress/france-active", "acteur", "cress", "france-active"],
  ["#/comparer/orientation/1/4", "orientation", "1", "4"],
  ["#/comparer/public/jeunes/collectivites", "public", "jeunes", "collectivites"],
  ["#/comparer/acteur/cress/urscop", "acteur", "cress", "urscop"],
  ["#/comparer/nature/former/financer", "nature", "former", "financer"],
];

/** The actions that name a partner or an audience; all those of its measures for a section, a kind, a measure. */
function actions(side: Measure[], facet: FacetKey, id: string) {
  const all = side.flatMap((m) => m.actions);
  if (facet === "acteur") return all.filter((a) => a.acteurs.includes(id));
  if (facet === "public") return all.filter((a) => a.publics.some((p) => p.id === id));
  return all;
}

/** What measures and actions bear of a facet: kinds are those of the actions. */
const bears = (side: Measure[], own: Measure["actions"], facet: FacetKey) =>
  facet === "nature" ? own.flatMap((a) => a.nature ?? []) : side.flatMap((m) => borne(m, facet));

interface Target {
  id: string;
  axe: number;
  mesures_liees: number[];
}

/** Targets that the measures serve, by the published data. */
async function targets(page: Page, side: Measure[]): Promise<string[]> {
  const all = (await (await page.request.get("./data/objectifs.json")).json()) as Target[];
  return all.filter((t) => t.mesures_liees.some((n) => side.some((m) => m.numero === n))).map((t) => t.id);
}

for (const [address, facet, one, other] of PAIRS) {
  test(`what is shared agrees with the published data: ${address}`, async ({ page, corpus }) => {
    await open(page, address);
    const [left, right] = [one, other].map((id) => corpus.filter((m) => borne(m, facet).includes(id)));
    const ids = (side: Measure[]) => side.map((m) => String(m.numero));
    expect((await cells(page, "Mesures", "data-mesure")).map((c) => c.sort())).toEqual(cut(ids(left), ids(right)));
    const [leftActions, rightActions] = [actions(left, facet, one), actions(right, facet, other)];
    for (const [head, row] of ROWS) {
      const values = (side: Measure[], own: Measure["actions"]) =>
        bears(side, own, row).filter((v) => row !== facet || (v !== one && v !== other));
      const parts = cut(values(left, leftActions), values(right, rightActions));
      expect((await cells(page, head, "data-cle")).map((c) => c.sort()), head).toEqual(parts);
    }
    const goals = cut(await targets(page, left), await targets(page, right));
    expect((await cells(page, "Objectifs", "data-objectif")).map((c) => c.sort()), "targets").toEqual(goals);
    const numbers = await page.locator(".xp-compare__facts").allInnerTexts();
    for (const [at, side] of [left, right].entries()) {
      expect(plain(numbers[at])).toContain(`${side.length} mesure`);
      expect(plain(numbers[at])).toContain(`, ${side.flatMap((m) => m.actions).length} action`);
      if (facet !== "acteur") continue;
      expect(plain(numbers[at])).toMatch(new RegExp(`dont ${[leftActions, rightActions][at].length} le nomm`));
    }
  });
}

test("a kind of action leads to the measures in which it was counted, by the side's own criterion", async ({ page, corpus }) => {
  const leads = async (address: string) => {
    await page.goto("about:blank");
    await open(page, address);
    const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /types d’action/i }) });
    return line.getByRole("cell").evaluateAll((all) =>
      all.map((cell) => [...cell.querySelectorAll("li")].map((li) => decodeURIComponent(li.querySelector("a")?.getAttribute("href") ?? ""))),
    );
  };
  const [both, left] = await leads("#/comparer/acteur/cress/urscop");
  expect(both).toContain("#/mesures?acteur=cress,urscop&nature=informer");
  expect(left.length).toBeGreaterThan(0);
  for (const lead of left) expect(lead).toMatch(/^#\/mesures\?acteur=cress&nature=[a-z-]+$/);
  // Each measure with an action that was counted is in that list.
  await page.locator(`a[href="${left[0]}"]`).click();
  const nature = left[0].split("nature=")[1];
  const counted = corpus.filter((m) => m.actions.some((a) => a.acteurs.includes("cress") && a.nature === nature));
  expect(counted.length).toBeGreaterThan(0);
  for (const m of counted) await expect(measure(page, m.numero)).toHaveCount(1);
  // No question says « another kind beside one of these two », nor names measures.
  const kinds = await leads("#/comparer/nature/former/financer");
  expect(kinds[0].every((lead) => lead === "")).toBe(true);
  for (const lead of kinds[1]) expect(lead).toMatch(/^#\/mesures\?nature=[a-z-]+\+[a-z-]+$/);
  expect((await leads("#/comparer/mesure/8/9")).flat().every((lead) => lead === "")).toBe(true);
});

test("two measures have their summaries, objectives, roles and every action, word for word", async ({ page, corpus }) => {
  await open(page, "#/comparer/mesure/8/9");
  const text = plain(await page.locator("main").innerText());
  for (const m of corpus.filter((m) => [8, 9].includes(m.numero))) {
    for (const sentence of [m.titre, m.objectif, ...m.actions.map((a) => a.texte)]) expect(text).toContain(plain(sentence));
    expect(text).toContain(`page ${m.page} · ${m.actions.length} action`);
  }
  expect(text).toMatch(/la mesure (agit pour ce public|appelle ce public à agir)/);
  const [left, right] = [8, 9].map((n) => corpus.filter((m) => m.numero === n));
  for (const [head, row] of ROWS) {
    const values = (side: Measure[]) => side.flatMap((m) => borne(m, row));
    expect((await cells(page, head, "data-cle")).map((c) => c.sort()), head).toEqual(cut(values(left), values(right)));
  }
});

test("the targets of each side are there word for word, and lead to their page", async ({ page }) => {
  await open(page, "#/comparer/mesure/5/6");
  const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^Objectifs/ }) });
  await expect(line.getByRole("rowheader")).toContainText("selon notre lecture");
  const all = (await (await page.request.get("./data/objectifs.json")).json()) as (Target & { texte: string; page: number })[];
  const own = all.filter((t) => t.mesures_liees.some((n) => n === 5 || n === 6));
  await expect(line.locator("[data-objectif]")).toHaveCount(own.length);
  for (const t of own) {
    expect(plain(await line.locator(`[data-objectif="${t.id}"]`).innerText())).toBe(plain(`${t.texte} (page ${t.page})`));
  }
  await line.getByRole("link").first().click();
  await expect.poll(() => fragment(page)).toBe("#/objectifs");
});
