// The inventory and the licences published with the site, held to what cargo and esbuild say by another way.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir, hostname, userInfo } from "node:os";
import { resolve } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";

const ROOT = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const SITE = resolve(ROOT, "dist");
const published = (name) => readFileSync(resolve(SITE, name), "utf8");
assert.ok(existsSync(resolve(SITE, "sbom.cdx.json")), "construire d'abord : cargo xtask build");
const inventory = JSON.parse(published("sbom.cdx.json"));
const notices = published("LICENCES.txt");
const named = (kind) => inventory.components.filter(({ purl }) => purl.startsWith(`pkg:${kind}/`)).map(({ name, version }) => `${name}@${version}`).sort();

test("each member is as CycloneDX 1.5 wants it, each package has its address, licence and hash", () => {
  assert.deepEqual([inventory.bomFormat, inventory.specVersion, inventory.version], ["CycloneDX", "1.5", 1]);
  assert.equal(inventory.metadata.component.type, "application");
  const own = /\[package\]\nname = "([^"]+)"\nversion = "([^"]+)"/.exec(readFileSync(resolve(ROOT, "Cargo.toml"), "utf8"));
  assert.deepEqual([inventory.metadata.component.name, inventory.metadata.component.version], own.slice(1));
  const members = ["type", "bom-ref", "name", "version", "hashes", "licenses", "purl", "properties"];
  const lengths = { "SHA-256": 64, "SHA-512": 128 };
  const files = readdirSync(SITE);
  for (const one of inventory.components) {
    assert.deepEqual(Object.keys(one), members.filter((name) => name !== "hashes" || !one.purl.startsWith("pkg:generic/")), one.name);
    const { name, version, purl } = one;
    assert.match(purl, /^pkg:(cargo|npm|generic)\/(%40[a-z0-9.-]+\/)?[A-Za-z0-9._-]+@\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(%2B[0-9A-Za-z.-]+)?$/);
    assert.ok(decodeURIComponent(purl).endsWith(`/${name}@${version}`), purl);
    assert.equal(one["bom-ref"], purl);
    assert.match(one.licenses[0].expression, /^\(?[A-Za-z0-9.-]+\)?( (OR|AND) \(?[A-Za-z0-9.-]+\)?)*$/, purl);
    for (const { alg, content } of one.hashes ?? []) assert.match(content, new RegExp(`^[0-9a-f]{${lengths[alg]}}$`), purl);
    // The files it says to be in are there.
    for (const program of one.properties[0].value.split(" ")) assert.ok(files.some((file) => file.startsWith(`${program}-`)), `${purl} : ${program}`);
  }
  const refs = inventory.components.map((one) => one["bom-ref"]);
  assert.equal(new Set(refs).size, refs.length);
});

/** Crates that the compiler was given for the browser, by what cargo says it made: fresh since the site was built. */
const crates = (bin, features) => {
  const args = ["build", "--locked", "--release", "--target", "wasm32-unknown-unknown", "--bin", bin, "--no-default-features", "--features", features];
  const messages = execFileSync("cargo", [...args, "--message-format", "json"], { cwd: ROOT, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  const made = String(messages).split("\n").filter(Boolean).map((line) => JSON.parse(line)).filter(({ reason }) => reason === "compiler-artifact");
  const shipped = made.filter(({ package_id: id, filenames }) => id.startsWith("registry+") && filenames.some((path) => path.includes("wasm32-unknown-unknown")));
  return shipped.map(({ package_id: id }) => id.slice(id.indexOf("#") + 1));
};

test("every crate compiled for the browser is there, and no other", () => {
  const programs = [["explorateur-sress", "hydrate"], ["suite", "hydrate,pages"], ["charts", "chunk"], ["documents", "documents"]];
  const wanted = new Set(programs.flatMap(([bin, features]) => crates(bin, features)));
  assert.ok(wanted.size > 30);
  assert.deepEqual(named("cargo"), [...wanted].sort());
  const lock = readFileSync(resolve(ROOT, "Cargo.lock"), "utf8");
  for (const { name, hashes, purl } of inventory.components.filter((one) => one.purl.startsWith("pkg:cargo/"))) {
    assert.ok(lock.includes(`checksum = "${hashes[0].content}"`), `${purl} ${name}`);
  }
});

test("every npm package that esbuild puts in a script is there, with the hash of the lock file", async () => {
  const scripts = readdirSync(resolve(ROOT, "web")).filter((name) => name.endsWith(".mjs"));
  const { metafile } = await build({
    entryPoints: scripts.map((name) => resolve(ROOT, "web", name)),
    bundle: true, write: false, metafile: true, format: "esm", outdir: "rien", logLevel: "error",
    external: ["xp-*"], define: { XP_WASM: '""' }, absWorkingDir: ROOT,
  });
  const packages = Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean);
  const lock = JSON.parse(readFileSync(resolve(ROOT, "package-lock.json"), "utf8")).packages;
  const wanted = [...new Set(packages)].map((name) => `${name}@${lock[`node_modules/${name}`].version}`).sort();
  assert.ok(wanted.some((name) => name.startsWith("echarts@")));
  assert.deepEqual(named("npm"), wanted);
  for (const { name, hashes } of inventory.components.filter((one) => one.purl.startsWith("pkg:npm/"))) {
    assert.equal(`sha512-${Buffer.from(hashes[0].content, "hex").toString("base64")}`, lock[`node_modules/${name}`].integrity);
  }
});

test("each component has its notice, and the words its licence asks for are there", () => {
  for (const { name, version, licenses } of inventory.components) {
    assert.ok(notices.includes(`\n${name} ${version} (${licenses[0].expression})\n`), name);
  }
  for (const words of ["Permission is hereby granted, free of charge", "Apache License", "Redistributions in binary form must reproduce", "UNICODE LICENSE V3", "zlib", "Apache ECharts\nCopyright"]) {
    assert.ok(notices.toLowerCase().includes(words.toLowerCase()), words);
  }
  // A notice is a title then a text: none is empty.
  const texts = notices.split(/\n={80}\n/).slice(2).filter((_, at) => at % 2 === 0);
  assert.ok(texts.length > 5 && texts.every((text) => text.trim().length > 150), `${texts.length}`);
});

test("nothing of the machine it was made on is told", () => {
  const ours = [ROOT, homedir(), "/.cargo/", "/registry/src", "node_modules", hostname()].filter((word) => word.length > 3);
  const user = userInfo().username;
  for (const [name, text] of [["sbom.cdx.json", published("sbom.cdx.json")], ["LICENCES.txt", notices]]) {
    for (const word of [...ours, ...(user.length > 4 ? [user] : [])]) assert.ok(!text.includes(word), `${name} : ${word}`);
  }
  assert.ok(!/\d{4}-\d\d-\d\dT/.test(JSON.stringify(inventory)), "une date");
});
