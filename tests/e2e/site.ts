// A site of our own for one scenario, under the headers of the real server: it can be published again, lose a file, be stopped.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative, resolve } from "node:path";

export const DIST = resolve(import.meta.dirname, "../../dist");

export type Files = Map<string, Buffer>;

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
const HASHED = /-[0-9a-f]{16}\.[a-z]+$/;

/** What `cargo xtask build` left, without its compressed twins. */
export async function built(): Promise<Files> {
  const entries = (await readdir(DIST, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(DIST, join(entry.parentPath, entry.name))).filter((path) => !/\.(br|gz)$/.test(path));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(DIST, path))] as const)));
}

/** Names of another version, none in common but those of data; twice other is the same again. */
export const other = (text: string) => text.replace(/-[0-9a-f]{16}\.(?!bin)/g, (name) => `-${[...name.slice(1, -1)].reverse().join("")}.`);

/** The first line of the worker: what its version is made of. */
export function list(files: Files): { version: string; fichiers: Record<string, string> } {
  const [line] = files.get("hors-ligne.js")!.toString().split("\n");
  return JSON.parse(line!.slice("self.XP_HORS_LIGNE=".length, -1));
}

const integrity = (bytes: Buffer) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** The same site built again: other names for programs and styles, a line more in a file that keeps its name. */
export function rebuilt(files: Files): Files {
  const text = (path: string) => [".html", ".js"].includes(extname(path)) && path !== "hors-ligne.js";
  const next: Files = new Map([...files].map(([path, bytes]) => [other(path), text(path) ? Buffer.from(other(bytes.toString())) : bytes]));
  next.set("data/mesures.csv", Buffer.concat([next.get("data/mesures.csv")!, Buffer.from("version suivante\r\n")]));
  const { version, fichiers } = list(files);
  const paths = Object.keys(fichiers).map(other);
  const hashes = Object.fromEntries(paths.map((path) => [path, integrity(next.get(path === "./" ? "index.html" : path)!)]));
  const [, ...code] = files.get("hors-ligne.js")!.toString().split("\n");
  const first = `self.XP_HORS_LIGNE=${JSON.stringify({ version: [...version].reverse().join(""), fichiers: hashes })};`;
  next.set("hors-ligne.js", Buffer.from([first, ...code].join("\n")));
  return next;
}

export class Site {
  /** Paths asked for, in order. */
  readonly asked: string[] = [];
  /** Files that are not there any more. */
  missing = /^$/;
  private readonly server: Server;

  constructor(
    public files: Files,
    headers: Record<string, string>,
  ) {
    this.server = createServer(({ url = "/" }, answer) => {
      const path = decodeURIComponent(url.split("?")[0]!.slice(1)) || "index.html";
      this.asked.push(path);
      const bytes = this.missing.test(path) ? undefined : this.files.get(path);
      const cache = HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
      answer.writeHead(bytes ? 200 : 404, { ...headers, "content-type": TYPES[extname(path)] ?? "text/plain; charset=utf-8", "cache-control": cache });
      answer.end(bytes);
    });
  }

  /** Its address. */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Nobody answers any more, not even on a line that was open. */
  async stop() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

/** The headers every answer of the real server carries. */
export async function security(served: string): Promise<Record<string, string>> {
  const { headers } = await fetch(served);
  const names = ["content-security-policy", "access-control-allow-origin", "x-content-type-options", "referrer-policy", "permissions-policy"];
  return Object.fromEntries(names.map((name) => [name, headers.get(name) ?? ""]));
}
