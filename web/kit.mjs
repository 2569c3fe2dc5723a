// The explorer in one file: what its page runs in the place of the starter, from a disk, with no network at all.
//
// Browsers give a page of the disk no file beside it, neither module nor data. So each file travels in the page, compressed, and
// this script answers in its place what the site's server would: `fetch`, addresses of modules, links to files. The programs
// are the site's own and know nothing of it. Deliberately absent: the first program, since the suite has every page.
import { bring, fail, root } from "./page.mjs";

/** Each file of the page by its path in the site: `<script type="text/plain" data-fichier=… data-type=… data-gz>`, in base64. */
const files = new Map([...document.querySelectorAll("script[data-fichier]")].map((one) => [one.dataset.fichier, one]));

/** A file as it was before it was packed. */
const unpack = async (file) => {
  const { type, gz } = file.dataset;
  const text = file.textContent;
  const bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const packed = new Blob([bytes], { type });
  if (gz === undefined) return packed;
  const stream = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "Content-Type": type } }).blob();
};

const folder = new URL(".", document.baseURI).href;
/** The file an address names beside the page. */
const named = (address) => {
  const { href } = new URL(address, document.baseURI);
  return href.startsWith(folder) ? files.get(href.slice(folder.length).split(/[?#]/)[0]) : undefined;
};

// No address is ever asked: what is not in the page is not there.
window.fetch = async (asked) => {
  const file = named(asked.url ?? asked);
  if (!file) throw new TypeError(`absent du fichier unique : ${asked.url ?? asked}`);
  return new Response(await unpack(file));
};

// A link to a file gives it, under its name.
addEventListener("click", async (heard) => {
  const link = heard.target.closest?.("a[href]");
  const file = link && !link.getAttribute("href").startsWith("#") && named(link.href);
  if (!file) return;
  heard.preventDefault();
  const href = URL.createObjectURL(await unpack(file));
  Object.assign(document.createElement("a"), { href, download: link.download || file.dataset.fichier.split("/").pop() }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
});

const start = async () => {
  for (const meta of document.querySelectorAll('meta[name^="xp-"]')) {
    const file = named(meta.content);
    if (file?.dataset.type.startsWith("text/javascript")) meta.content = URL.createObjectURL(await unpack(file));
  }
  const address = (name) => document.querySelector(`meta[name="${name}"]`).content;
  const suite = await import(address("xp-suite"));
  const compiled = await WebAssembly.compile(await (await fetch(address("xp-suite-wasm"))).arrayBuffer());
  // It tells the suite which view another program was showing: there was none.
  document.querySelector(".xp-footer__whole")?.remove();
  if (location.search) bring("xp-cadre");
  await suite.start(compiled);
};

root.dataset.kit = "";
start().finally(() => bring("xp-secours")).catch(fail);
