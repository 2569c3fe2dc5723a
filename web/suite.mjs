// The suite: every page, as a second wasm. The first program fetches it when a view other than the list is asked for.
//
// `cargo xtask build` bundles this file into suite-<hash>.js; the alias is wasm-bindgen's glue of src/bin/suite.rs.
import init from "xp-suite-glue";

/** Fetches and compiles; nothing runs yet. */
export const compile = async (path) => {
  const answer = await fetch(new URL(path, document.baseURI));
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return WebAssembly.compile(await answer.arrayBuffer());
};

/** Runs the program, which takes the page over. */
export const start = (compiled) => init({ module_or_path: compiled });
