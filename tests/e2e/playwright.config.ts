// Browser scenarios, run by `cargo xtask test` on the built site (`dist/`), under exactly the headers of our own server.
//
// By hand: `npx playwright test --config tests/e2e/playwright.config.ts`, after `cargo xtask build`.
// CHROMIUM names the browser; SRESS_URL an explorer already served (then no server is started).
import { defineConfig } from "@playwright/test";

const PORT = 8193;
const served = process.env.SRESS_URL;

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A scenario that passes the second time only is a defect, of it or of the page.
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  // Pages as a screen reader is given them (aria.spec.ts), beside the other goldens.
  snapshotPathTemplate: "{testDir}/../golden/pages/{arg}{ext}",
  reporter: "list",
  use: {
    baseURL: served ?? `http://127.0.0.1:${PORT}/`,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // TRACE=1 records each step (three times slower): test-results/…/trace.zip.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: served
    ? undefined
    : {
        command: `cargo xtask serve --skip-build --port ${PORT}`,
        cwd: "../..",
        url: `http://127.0.0.1:${PORT}/`,
        reuseExistingServer: false,
        // Compiling xtask, where nothing did it before.
        timeout: 180_000,
      },
});
