// The published program that writes documents, run here on the samples of tests/documents: the bytes it gives a visitor are
// those that the native tests read.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const SITE = resolve(process.env.SRESS_SITE ?? resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../../dist"));
const SAMPLES = process.env.SRESS_ECHANTILLONS;
assert.ok(SAMPLES && existsSync(SAMPLES), "SRESS_ECHANTILLONS ne désigne aucun dossier : lancer cargo xtask test");
const published = (extension) => {
  const found = readdirSync(SITE).filter((name) => new RegExp(`^documents-[0-9a-f]+\\.${extension}$`).test(name));
  assert.equal(found.length, 1, `${found}`);
  return join(SITE, found[0]);
};

test("the program in the page writes the very files that were read back", async () => {
  const { ready, write } = await import(pathToFileURL(published("js")));
  await ready(readFileSync(published("wasm")));
  for (const name of ["echantillon.docx", "echantillon.xlsx"]) {
    const file = write(readFileSync(join(SAMPLES, `${name}.requete`)));
    assert.ok(Buffer.from(file).equals(readFileSync(join(SAMPLES, name))), name);
  }
  assert.throws(() => write(new Uint8Array([1, 2, 3])), (said) => said === "requête de document illisible");
});
