// What a screen reader is given of each page, as text kept in tests/golden/pages: a change of structure is seen in review.
//
// Exact, so that what is added is seen as what is taken away. When a change is wanted: the same command with
// `--update-snapshots`, then read the difference. Long repetitions are left out by depth, never by a mask.
import { type Locator, type Page } from "@playwright/test";
import { expect, measure, settled, test } from "./support";

/** The tree of these parts, one under the other. The address of the server and the weight of the site are all that changes by itself. */
async function expectTree(page: Page, name: string, parts: Locator[], depth?: number) {
  const trees: string[] = [];
  for (const part of parts) trees.push(await part.ariaSnapshot({ depth }));
  const base = new URL(page.url()).origin;
  const text = trees.join("\n").replaceAll(base, "https://exemple.fr").replaceAll(/\d+(,\d)?\sMo/g, "… Mo");
  expect(`${text}\n`).toMatchSnapshot(`${name}.yml`);
}

test("the frame of every page: skip link, header, footer", async ({ page }) => {
  await settled(page, "#/mesures");
  await expectTree(page, "cadre", [page.locator(".xp-skip").first(), page.locator("header"), page.locator("footer")]);
});

for (const [name, address, cards] of [
  ["liste", "#/mesures", [1, 2]],
  ["liste-filtree", "#/mesures?public=jeunes&acteur=cress&ecartees=oui", [9]],
] as const) {
  test(`« ${name} »: search, criteria, one facet, tools, first cards`, async ({ page }) => {
    await settled(page, address);
    const chips = await page.locator(".xp-chips").all();
    const parts = [page.getByRole("search"), ...chips, page.locator("details.xp-facet").first(), page.locator(".xp-bar")];
    await expectTree(page, name, [...parts, ...cards.map((number) => measure(page, number))]);
  });
}

for (const [name, address, depth] of [
  ["mesure", "#/mesures/17", 4],
  ["partenaires", "#/acteurs", 2],
  ["partenaire", "#/acteurs/cress", 3],
  ["graphiques", "#/graphiques", 3],
  ["graphique", "#/graphiques/sections?public=jeunes", 9],
  ["croisement", "#/graphiques/croisement", 3],
  ["objectifs", "#/objectifs", 3],
  ["comparer", "#/comparer/acteur/cress/france-active", 3],
  ["parcours", "#/parcours?profil=commune,foncier", 4],
  ["selection", "#/selection?choix=8,1,6", 9],
  ["feuille-vide", "#/feuille-de-route?choix=8", 9],
  ["fiche", "#/mesures/8/fiche?profil=commune", 9],
  ["donnees", "#/donnees?public=jeunes", 3],
  ["a-propos", "#/a-propos", 9],
  ["plan", "#/plan", 9],
  ["avis", "#/nulle-part?public=jeunes&acteur=inconnu", 3],
] as const) {
  test(`« ${name} »: the page as a screen reader is given it`, async ({ page }) => {
    await settled(page, address);
    const notice = page.getByRole("alert");
    await expectTree(page, name, [name === "avis" ? notice : page.locator("main")], depth);
  });
}
