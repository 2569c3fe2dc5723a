// Starts the wasm of a chunk.

/** What starts it from its address, however often it is asked; a failure can be tried again. */
export const once = (start) => {
  let started;
  return async (url) => {
    started ??= start({ module_or_path: url });
    try {
      await started;
    } catch (cause) {
      started = undefined;
      // An upgrade may have taken it away: see `secours.mjs`.
      await window.xpRenouveler?.();
      throw cause;
    }
  };
};
