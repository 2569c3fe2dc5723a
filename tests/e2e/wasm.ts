// A program that stops where a scenario wants: the one that is served, with one of its functions made to trap.

/** A number of a wasm file (LEB128, unsigned): its value, and where the next one starts. */
function number(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    const byte = bytes[at]!;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at + 1];
  }
}

/** Where the content of each section starts, by the number of the section. */
function sections(bytes: Uint8Array): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 8; at < bytes.length; ) {
    const [size, start] = number(bytes, at + 1);
    found.set(bytes[at]!, start);
    at = start + size;
  }
  return found;
}

const [IMPORT, EXPORT, CODE] = [2, 7, 10];

/** How many functions come from outside: they are numbered first. */
function imported(bytes: Uint8Array, at: number): number {
  let [count, next] = number(bytes, at);
  let functions = 0;
  for (; count > 0; count -= 1) {
    for (const _ of ["module", "name"]) {
      const [length, start] = number(bytes, next);
      next = start + length;
    }
    // wasm-bindgen imports functions only.
    if (bytes[next] !== 0) throw new Error("un import qui n’est pas une fonction");
    [, next] = number(bytes, next + 1);
    functions += 1;
  }
  return functions;
}

/** The number of an exported function. */
function exported(bytes: Uint8Array, at: number, wanted: string): number {
  let [count, next] = number(bytes, at);
  for (; count > 0; count -= 1) {
    const [length, start] = number(bytes, next);
    const name = new TextDecoder().decode(bytes.subarray(start, start + length));
    const kind = bytes[start + length];
    let index: number;
    [index, next] = number(bytes, start + length + 1);
    if (kind === 0 && name === wanted) return index;
  }
  throw new Error(`le programme n’exporte pas ${wanted}`);
}

/** The same program, whose exported function `name` stops as a panic does once its message is written: `unreachable`. */
export function trapping(program: Uint8Array, name: string): Buffer {
  const bytes = Buffer.from(program);
  const found = sections(bytes);
  const index = exported(bytes, found.get(EXPORT)!, name) - imported(bytes, found.get(IMPORT)!);
  let [, next] = number(bytes, found.get(CODE)!);
  for (let skipped = 0; skipped < index; skipped += 1) {
    const [size, start] = number(bytes, next);
    next = start + size;
  }
  let [size, body] = number(bytes, next);
  const end = body + size;
  // After the declarations of its variables, the first instruction; what follows is never reached, and stays valid.
  let [groups, at] = number(bytes, body);
  for (; groups > 0; groups -= 1) at = number(bytes, at)[1] + 1;
  bytes[at] = 0x00;
  // `unreachable` to the end: any stack will do after it.
  bytes.fill(0x00, at, end - 1);
  return bytes;
}
