// The charts chunk: the parts of ECharts in use, and charts.wasm, behind a few names.
//
// `cargo xtask build` bundles this file into graphiques-<hash>.js; the first view never loads it.
// To use another chart type, register it here: the budget of the chunk is checked by the build.
import { BarChart, GraphChart, SankeyChart, ScatterChart, SunburstChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendPlainComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import french from "echarts/lib/i18n/langFR.js";
import { SVGRenderer } from "echarts/renderers";
// The alias is set by xtask: wasm-bindgen's glue of src/bin/charts.rs.
import start, * as charts from "xp-charts-glue";
import { once } from "./once.mjs";

echarts.use([BarChart, SunburstChart, ScatterChart, GraphChart, SankeyChart]);
echarts.use([GridComponent, LegendPlainComponent, TooltipComponent, AriaComponent, SVGRenderer]);
echarts.registerLocale("FR", french);

/** Charts on the page; those that left are let go when another comes. */
const shown = new Set();

// What a chart says of a mark under the pointer goes away at Escape, wherever the focus is (RGAA 10.13).
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const chart of shown) {
    if (chart.isDisposed()) continue;
    // Else ECharts keeps it for as long as the pointer is in it.
    chart.getDom().querySelector(".xp-tip")?.dispatchEvent(new Event("mouseleave"));
    chart.dispatchAction({ type: "hideTip" });
  }
});

/** An ECharts instance in `element`, which draws nothing yet. */
export const init = (element) => {
  const chart = echarts.init(element, null, { renderer: "svg", locale: "FR" });
  for (const other of shown) if (other.isDisposed()) shown.delete(other);
  shown.add(chart);
  // Paper has another width than the screen it was drawn for: with a view box the picture shrinks whole.
  chart.on("rendered", () => {
    element.querySelector("svg")?.setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  });
  return chart;
};

/** The picture as an SVG document. */
export const svg = (chart) => chart.renderToSVGString();

/** The picture as the bytes of a PNG, twice as large as on the screen. */
export const png = async (chart) => {
  const url = URL.createObjectURL(new Blob([svg(chart)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * chart.getWidth();
    canvas.height = 2 * chart.getHeight();
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
};

/** Compiles charts.wasm once, however many charts ask at the same time; a failure can be tried again. */
export const ready = once(start);

/** The chart's option as JSON text, from what charts.rs asks (see its documentation). */
export const option = (bytes) => charts.option(bytes);
