// The suite: every page, as a second wasm. The first program fetches it when a view other than the list is asked for.
//
// `cargo xtask build` bundles this file into suite-<hash>.js; the alias is wasm-bindgen's glue of src/bin/suite.rs.
import "./registre.mjs";
import init from "xp-suite-glue";

/** The styles of the suite's pages. Refused or cut off: the pages come as plain as they are, and can be read. */
const dress = (path) =>
  new Promise((done) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: path, onload: done, onerror: done });
    document.head.append(sheet);
  });

/** Fetches and compiles; nothing runs yet. */
export const compile = async (path) => {
  const styles = document.querySelector('meta[name="xp-suite-css"]').content;
  const dressed = document.querySelector(`link[href="${styles}"]`) ? undefined : dress(styles);
  try {
    const answer = await fetch(new URL(path, document.baseURI));
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    const compiled = await WebAssembly.compile(await answer.arrayBuffer());
    await dressed;
    return compiled;
  } catch (cause) {
    return gone(cause);
  }
};

/** An upgrade may have taken the file away, or put another in its place: see `secours.mjs`. */
const gone = async (cause) => {
  await window.xpRenouveler?.();
  throw cause;
};

/** Runs the program, which takes the page over. */
export const start = (compiled) => init({ module_or_path: compiled }).catch(gone);
