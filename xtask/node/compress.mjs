// Writes file.br and file.gz beside the file given, or each compressible one of the folder, when they are smaller.
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TEXT = new Set([".html", ".css", ".js", ".mjs", ".json", ".csv", ".svg", ".txt", ".xml", ".webmanifest"]);
const BINARY = new Set([".wasm", ".bin", ".ico"]);

const brotli = (bytes, text) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_MODE]: text ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
    },
  });

const compress = async (path) => {
  const text = TEXT.has(extname(path));
  if (!text && !BINARY.has(extname(path))) return;
  const bytes = await readFile(path);
  const [br, gz] = await Promise.all([brotli(bytes, text), promisify(gzip)(bytes, { level: 9 })]);
  if (br.length < bytes.length) await writeFile(`${path}.br`, br);
  if (gz.length < bytes.length) await writeFile(`${path}.gz`, gz);
};

const [, , given] = process.argv;
const below = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
};
const files = (await stat(given)).isDirectory() ? await below(given) : [given];
await Promise.all(files.map(compress));
