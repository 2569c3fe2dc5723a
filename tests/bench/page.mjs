// A page as the bench sees it: a machine (desktop or mobile), what the browser says of its loading, what it fetches.

/** Chromium's own levers; a mobile is a quarter of this machine on a 3G line (1.6 Mb/s, 150 ms). */
export const MACHINES = {
  bureau: { viewport: { width: 1280, height: 800 } },
  mobile: { viewport: { width: 390, height: 844 }, cpu: 4, network: { latency: 150, throughput: (1.6e6 / 8) | 0 } },
};

/** Runs in the page before anything else: notes what happens, from the start of the navigation, in milliseconds. */
function record() {
  const bench = { paint: {}, lcp: 0, shift: 0, shifts: [], long: [], events: [], marks: {}, memories: [] };
  window.bench = bench;
  const observe = (type, read, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(read)).observe({ type, buffered: true, ...more });
  observe("paint", (e) => (bench.paint[e.name] = e.startTime));
  observe("largest-contentful-paint", (e) => (bench.lcp = e.startTime));
  observe("layout-shift", (e) => {
    if (e.hadRecentInput) return;
    bench.shift += e.value;
    const named = (n) => (n?.localName ? `${n.localName}.${[...n.classList].join(".")}` : (n?.nodeName ?? "?"));
    bench.shifts.push({ at: e.startTime, value: e.value, what: e.sources.map((s) => named(s.node)) });
  });
  observe("longtask", (e) => bench.long.push({ at: e.startTime, duration: e.duration }));
  observe("event", (e) => bench.events.push({ name: e.name, duration: e.duration }), { durationThreshold: 16 });

  const mark = (name, seen) => {
    if (!(name in bench.marks) && seen) bench.marks[name] = performance.now();
  };
  new MutationObserver(() => {
    mark("pret", document.documentElement?.dataset.etat === "pret");
    mark("graphique", document.querySelector('figure[data-graphique][data-etat="pret"]'));
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-etat"] });

  // A program's memory is no JavaScript heap: only its own export tells it.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const made = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...args) => {
      const result = await made(...args);
      const memory = (result.instance ?? result).exports?.memory;
      if (memory) bench.memories.push(memory);
      return result;
    };
  }

  // From the input to the first task after the frame that shows it; the frame is asked for in the capture phase. Then to
  // the last thing that changes on the page: what is out of sight follows.
  bench.inputs = [];
  bench.last = { input: 0, change: 0 };
  const ofThePage = ({ target }) => document.body?.contains(target);
  new MutationObserver((all) => {
    if (all.some(ofThePage)) bench.last.change = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => bench.inputs.push(performance.now() - data);
  for (const name of ["click", "input"]) {
    window.addEventListener(
      name,
      (event) => {
        if (name === "click" && event.target instanceof HTMLInputElement && event.target.type === "search") return;
        // A click on a label clicks its box too: the box is the one that changes something.
        if (name === "input" && event.target.type === "checkbox") return;
        bench.last.input = event.timeStamp;
        requestAnimationFrame(() => port2.postMessage(event.timeStamp));
      },
      { capture: true },
    );
  }
}

/** A new visitor, cache empty, on one of the machines; `requests` grows as the page fetches. */
export async function visitor(browser, machine) {
  const context = await browser.newContext({ viewport: machine.viewport, locale: "fr-FR", reducedMotion: "no-preference" });
  const page = await context.newPage();
  await page.addInitScript(record);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Performance.enable");
  const requests = [];
  const known = new Map();
  cdp.on("Network.responseReceived", ({ requestId, response }) => known.set(requestId, response));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const response = known.get(requestId);
    if (response && !response.fromDiskCache && response.url.startsWith("http")) {
      requests.push({ name: name(response.url), kind: kind(response.url), bytes: encodedDataLength });
    }
  });
  if (machine.cpu) await cdp.send("Emulation.setCPUThrottlingRate", { rate: machine.cpu });
  if (machine.network) {
    const { latency, throughput } = machine.network;
    const line = { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput };
    await cdp.send("Network.emulateNetworkConditions", line);
  }
  return { page, cdp, requests, close: () => context.close() };
}

const name = (url) => new URL(url).pathname.split("/").pop() || "index.html";

/** As the table of weights names them. */
export function kind(url) {
  const found = { html: "HTML", css: "CSS", js: "JS", wasm: "wasm", bin: "données", json: "données" };
  return found[/\.(\w+)$/.exec(name(url))?.[1]] ?? "autre";
}

export const until = (page, mark) => page.waitForFunction((m) => m in window.bench.marks, mark, { timeout: 60_000 });

/** Until the browser has fetched nothing for a while, so that what it does ahead of a visitor is over. */
export async function quiet({ page, requests }, pause = 1500) {
  for (let seen = -1; seen !== requests.length; ) {
    seen = requests.length;
    await page.waitForTimeout(pause);
  }
}

/** p50, p95 and greatest of a list of durations. */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return { nombre: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}
