// What every browser spec needs: a browser, pages that watch themselves, and the checks that each
// page must pass.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
// The packages live with the assets: one package.json for all of the front end.
const require = createRequire(join(root, "web/package.json"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) =>
  existsSync(path),
);
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-dev-shm-usage",
];
const STEP_MS_MAX = 10_000;

export const sizes = {
  desk: { width: 1280, height: 900 },
  phone: { width: 360, height: 740 },
  narrow: { width: 320, height: 640 },
};

/** Starts Debian's Chromium without a window. */
export async function launchBrowser() {
  if (!CHROMIUM) throw new Error("No Chromium found: install the package chromium.");
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS, headless: true });
}

/**
 * A page in a context of its own. `page.faults` collects what must never happen: errors in the
 * console, uncaught exceptions, violations of the Content-Security-Policy, requests to elsewhere.
 */
export async function openPage(
  browser,
  baseUrl,
  { size = sizes.desk, script = true, ...more } = {},
) {
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: size,
    javaScriptEnabled: script,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
    // Our policy would stop what the tests inject; the server's own header is checked by its
    // console errors before.
    bypassCSP: false,
    ...more,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_MS_MAX);
  page.faults = [];
  page.on("console", (message) => {
    // A 409 or 422 is an answer to show, not a fault of the page, though Chromium logs it as an
    // error.
    const isAnswer = /status of (409|422)/.test(message.text());
    if (message.type() === "error" && !isAnswer) page.faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.faults.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== new URL(baseUrl).origin)
      page.faults.push(`request to elsewhere: ${url.origin}`);
  });
  return page;
}

/**
 * Serious and critical findings of axe, each as one line. The page needs script and must allow
 * evaluation by us.
 */
export async function axeFindings(page) {
  // addScriptTag would meet our policy; evaluate goes through the debugger and does not.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes
          .map((node) => node.target.join(" "))
          .slice(0, 3)
          .join(", ")}`,
    );
}

/** Nothing may stick out to the side: how many pixels the page is wider than the window. */
export async function overflowPixels(page) {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Bytes as transferred (headers left out) from a fresh start until the network is quiet. */
export async function transferredBytes(browser, baseUrl, path, options = {}) {
  const page = await openPage(browser, baseUrl, options);
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let total = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    total += encodedDataLength;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.context().close();
  return total;
}

/** Presses Tab until `selector` has the focus; the number of presses, or a failure after `most`. */
export async function tabTo(page, selector, most = 80) {
  for (let presses = 1; presses <= most; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
      return presses;
  }
  throw new Error(`${selector} cannot be reached by ${most} presses of Tab`);
}

/** Whether the element with the focus can be seen to have it. */
export async function focusIsVisible(page) {
  return page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
  });
}

export class Failure extends Error {}

export function expect(condition, sentence) {
  if (!condition) throw new Failure(sentence);
}

export function expectEqual(actual, wanted, sentence) {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(wanted)];
  if (a !== b) throw new Failure(`${sentence}: wanted ${b}, got ${a}`);
}

/** Runs `test` on a page of its own, and fails it too for faults that the page collected. */
export async function onPage(browser, baseUrl, options, test) {
  const page = await openPage(browser, baseUrl, options);
  try {
    await test(page);
    expectEqual(page.faults, [], "faults of the page");
  } finally {
    await page.context().close();
  }
}

/** What a page must pass as it stands open: on a phone and on a desk, in which size it stays. */
export async function expectSound(page, what) {
  for (const size of [sizes.narrow, sizes.desk]) {
    await page.setViewportSize(size);
    expectEqual(await overflowPixels(page), 0, `pixels too wide at ${size.width}: ${what}`);
  }
  expectEqual(await page.locator("h1").count(), 1, `number of h1: ${what}`);
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
}

/** What every page must pass: axe, no overflow at 320 px, one h1, a language, a title. */
export async function checkPage(browser, baseUrl, path, options = {}) {
  await onPage(browser, baseUrl, options, async (page) => {
    await page.goto(path, { waitUntil: "networkidle" });
    expectEqual(await axeFindings(page), [], "serious findings of axe");
    expectEqual(await page.locator("h1").count(), 1, "number of h1");
    expectEqual(await page.locator("html").getAttribute("lang"), "vi", "language");
    expect((await page.title()) !== "", "the page has a title");
    await page.setViewportSize(sizes.narrow);
    expectEqual(await overflowPixels(page), 0, "pixels wider than 320");
  });
}
