// The samples of tests/documents, opened by LibreOffice: what a reader finds in them, page by page and cell by cell.
//
// `cargo xtask test` leaves the samples in a folder and names it. Deliberately absent: how it looks, which nobody reads here.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

const SAMPLES = process.env.SRESS_ECHANTILLONS;
assert.ok(SAMPLES && existsSync(SAMPLES), "SRESS_ECHANTILLONS ne désigne aucun dossier : lancer cargo xtask test");
const folder = mkdtempSync(join(tmpdir(), "sress-office-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of settings of its own: another LibreOffice that is open would answer in its place. */
const convert = (sample, format) => {
  const profile = `-env:UserInstallation=file://${join(folder, "profil")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", folder, resolve(SAMPLES, sample)], { stdio: "pipe", timeout: 180_000 });
};

test("a document has its title, its official text with its page, its table on several pages and their numbers", () => {
  convert("echantillon.docx", "pdf");
  const pdf = join(folder, "echantillon.pdf");
  const pages = String(execFileSync("pdftotext", ["-layout", pdf, "-"])).split("\f").slice(0, -1);
  const text = pages.join("\n").replace(/\s+/g, " ");
  assert.match(pages[0], /Contribution de l’été & d’ailleurs <2025>/);
  assert.ok(text.includes("« Développer l’économie sociale et solidaire dans les bassins de vie » p. 18"), text.slice(0, 1500));
  for (const words of ["Orientation 1 — Agir près des gens", "• Première idée", "<script>alert(1)</script>", "_x0041_ &amp; &#65;", "MERGEFIELD { PAGE } ${nom}", "œuvre, Noël"]) {
    assert.ok(text.includes(words), words);
  }
  assert.ok(pages.length > 3, `${pages.length} pages`);
  pages.forEach((page, at) => {
    assert.match(page, new RegExp(`Stratégie régionale adoptée, texte officiel\\s+page ${at + 1} sur ${pages.length}\\s*$`));
  });
  // The header comes again wherever rows do.
  const filled = pages.filter((page) => /Mesure n° \d/.test(page));
  assert.ok(filled.length > 1);
  for (const page of filled) assert.match(page, /Mesure\s+État\s+Qui/);
  const title = String(execFileSync("pdfinfo", [pdf]));
  assert.match(title, /Title:\s+Contribution de l’été & d’ailleurs <2025>/);
  assert.match(title, /Page size:.*A4/);
});

test("headings are an outline, in French", () => {
  convert("echantillon.docx", "fodt");
  const text = readFileSync(join(folder, "echantillon.fodt"), "utf8");
  assert.match(text, /<text:h [^>]*text:outline-level="1"[^>]*>.*Orientation 1/);
  assert.match(text, /<text:h [^>]*text:outline-level="2"[^>]*>.*Ce que nous retenons/);
  assert.match(text, /<style:default-style style:family="paragraph">(?:(?!<\/style:default-style>).)*fo:language="fr" fo:country="FR"/s);
  assert.match(text, /style:display-name="Texte officiel"/);
  assert.match(text, /<table:table-header-rows>/);
});

test("a workbook has its sheets, its texts as typed, its numbers and dates", () => {
  // Comma, quotes, UTF-8, from the first row; values as shown; every sheet in a file of its own.
  convert("echantillon.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".csv")).sort();
  assert.deepEqual(sheets, ["Été suivi bilan 2026 (2)", "Été suivi bilan 2026", "Lisez-moi (2)", "Lisez-moi"].map((name) => `echantillon-${name}.csv`).sort());
  const text = readFileSync(join(folder, "echantillon-Été suivi bilan 2026.csv"), "utf8");
  for (const line of ["Ce qui est dit,Nombre,Date", "=1+1,1,2026-11-23", "+33 2 00 00 00 00,1,2026-11-23", "@SUM(A1:A9),1,2026-11-23", "_x0041_ &amp; &#65;,1,2026-11-23", "<r><t>texte riche</t></r> ,1,2026-11-23", "-2.5,2024-02-29"]) {
    assert.ok(text.includes(line), `${line}\n---\n${text.slice(0, 1200)}`);
  }
  assert.ok(text.includes('"deux\nlignes"'));
  const about = readFileSync(join(folder, "echantillon-Lisez-moi (2).csv"), "utf8");
  assert.match(about, /Feuille,Colonne,Ce qu’elle contient\nÉté suivi bilan 2026,Ce qui est dit,"?Les mots du visiteur, comme il les a tapés\./);
});

/** ECMA-376 lets a document do without these parts (Part 1, §11.3.5 and §14.2.7: « at most one »); the program wants them. */
const OPTIONAL = /^A required relationship type '[^']*\/(fontTable|theme)' is missing\.$/;

test("both hold to the schemas of Office Open XML", () => {
  for (const sample of ["echantillon.docx", "echantillon.xlsx"]) {
    const args = ["--policy", "strict", "--format", "microsoft365", "--max-errors", "0", "--output", "json", resolve(SAMPLES, sample)];
    const { stdout, stderr } = spawnSync(process.env.OPENXML_AUDIT, args, { encoding: "utf8" });
    assert.ok(stdout?.startsWith("["), `${sample} : ${stdout} ${stderr}`);
    const [{ errors }] = JSON.parse(stdout);
    assert.deepEqual(errors.filter(({ description }) => !OPTIONAL.test(description)), [], sample);
  }
});
