// The documents chunk: what writes Word and spreadsheet files, fetched when a visitor asks for one.
//
// `cargo xtask build` bundles this file into documents-<hash>.js; the alias is wasm-bindgen's glue of src/bin/documents.rs.
import start, * as documents from "xp-documents-glue";
import { once } from "./once.mjs";

/** Compiles documents.wasm once, however many files are asked for at the same time; a failure can be tried again. */
export const ready = once(start);

/** The bytes of the file, from those of a request (documents/request.rs). */
export const write = (request) => documents.write(request);
