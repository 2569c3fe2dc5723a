// No trace: a whole tour during which nothing was asked to be kept, then what is on the device, and what the server knows.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { choose, expect, fragment, measure, numbers, openData, ready, settled, test as base, VIEWS } from "./support";

/** A server of our own, with its journal: nobody else's visit is in it. */
interface Host {
  url: string;
  /** Its lines so far. */
  journal: () => Promise<string[]>;
}

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "explorateur-"));
    const path = join(folder, "journal.txt");
    const server = spawn("cargo", ["xtask", "serve", "--skip-build", "--port", "0", "--journal", path], {
      cwd: resolve(import.meta.dirname, "../.."),
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      const url = await said(server, /http:\/\/127\.0\.0\.1:\d+\//);
      await use({ url, journal: async () => (await readFile(path, "utf8")).trimEnd().split("\n") });
    } finally {
      server.kill();
      await rm(folder, { recursive: true });
    }
  },
  // Pages are opened by relative addresses.
  baseURL: async ({ host }, use) => use(host.url),
});

function said(process: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((done, failed) => {
    let text = "";
    const hear = (part: Buffer) => {
      text += part;
      const found = wanted.exec(text);
      if (found) done(found[0]);
    };
    process.stdout!.on("data", hear);
    process.stderr!.on("data", hear);
    process.on("error", failed);
    process.on("exit", () => failed(new Error(`le serveur s’est arrêté : ${text}`)));
  });
}

/** `GET /chemin 200 1234 -` */
const LINE = /^(GET|HEAD) (\S+) (200|304) \d+ (\S+)$/;
/** What is asked of us: the page, its files, its data; a frame's look is the host's own question. */
const PATHS = [/^\/$/, /^\/[a-z]+-[0-9a-f]{16}\.(js|wasm|css|bin)$/, /^\/data\/(schema\/)?[a-z0-9.-]+\.(json|csv|zip)$/, /^\/icone(\.svg|-\d+\.png)$/, /^\/hors-ligne\.json$/, /^\/manifest\.webmanifest$/];
const FRAME = /^\/\?seul(&(theme|masquer|figer|accent|accent-sombre)=[a-z0-9,]+)*$/;

/** Typed along the way: none of it may be found in the journal, in any spelling. */
const TYPED = ["foncier", "lycée", "0b5c4a", "jeunes", "cress", "urscop"];

test("a whole tour leaves nothing on the device, and tells the server which files only", async ({ page, context, host }) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const address of VIEWS) {
    await page.goto("about:blank");
    await settled(page, address);
  }
  await page.goto("./");
  await ready(page);
  await page.getByRole("searchbox").fill("foncier");
  await expect.poll(() => fragment(page)).toContain("foncier");
  await page.getByRole("button", { name: "Copier le lien" }).click();
  await expect(page.getByText("Lien copié")).toBeVisible();
  await page.getByRole("searchbox").fill("lycée");
  await choose(page, "public", "jeunes");
  await choose(page, "acteur", "cress");
  await page.getByRole("searchbox").fill("");
  await page.getByLabel("Graphique à côté").selectOption({ index: 1 });
  await settled(page, fragment(page));
  const [first] = await numbers(page);
  await measure(page, first!).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Mesure\u00a0${first}`);
  await settled(page, "#/graphiques/partenaires?acteur=cress,urscop");
  const figure = page.locator('figure[data-graphique="partenaires"]');
  await expect(figure).toHaveAttribute("data-etat", "pret");
  for (const kind of ["le graphique en SVG", "le graphique en PNG", "les valeurs en CSV"]) {
    const coming = page.waitForEvent("download");
    await figure.getByRole("button", { name: `Télécharger ${kind}` }).click();
    await coming;
  }
  await openData(page, "?public=jeunes");
  for (const name of ["Télécharger en CSV", "Télécharger en JSON", /^Tout télécharger/]) {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name }).or(page.getByRole("button", { name })).click();
    await coming;
  }
  await page.goto("./#/integrer/mesures?public=jeunes");
  await ready(page);
  await page.getByLabel("sombre", { exact: true }).check();
  await expect(page.frameLocator("iframe.xp-embed__frame").locator("article[data-mesure]").first()).toBeVisible();
  await page.getByRole("button", { name: /^Copier\s: Sans script/ }).click();
  await expect(page.getByText("Extrait copié")).toBeVisible();

  const left = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
  }));
  expect(left).toEqual({ local: {}, session: {}, caches: [], databases: [], workers: 0, cookie: "" });
  expect(await context.cookies()).toEqual([]);
  // What every origin left, the frames' included: the browser's own account of it.
  expect((await context.storageState({ indexedDB: true })).origins).toEqual([]);

  const lines = await host.journal();
  expect(lines.length, "a journal that tells").toBeGreaterThan(20);
  expect(lines.filter((line) => !LINE.test(line)), "refused, missing or unreadable").toEqual([]);
  const asked = lines.map((line) => LINE.exec(line)!);
  const strange = asked.map(([, , path]) => path!).filter((path) => ![...PATHS, FRAME].some((known) => known.test(path)));
  expect(strange).toEqual([]);
  expect(asked.map(([, , , , from]) => from).filter((from) => from !== "-"), "where the visitor comes from").toEqual([]);
  const told = decodeURIComponent(lines.join("\n")).toLowerCase();
  expect(TYPED.filter((word) => told.includes(word))).toEqual([]);
  for (const file of ["/data/donnees.zip", "/data/index.json"]) {
    expect(asked.some(([, , path]) => path === file), `${file} is in the journal`).toBe(true);
  }
  expect(asked.some(([, , path]) => FRAME.test(path!)), "the frame too").toBe(true);
});
