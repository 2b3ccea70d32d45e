// Runs every *.spec.mjs of this folder, two at once, one line per test, and closes with "N passed,
// N failed".
//
// usage: node tests/browser/run.mjs [--build DIRECTORY] [NAME…]
// Names are those of specs, without .spec.mjs; none means all.
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launchBrowser, root } from "./harness.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const TEST_MS_MAX = 180_000; // against hanging alone: machines may be busy
const REASON_LINES_MAX = 12;
const AT_ONCE = 2; // a page and the server behind it leave much of a core to others

const values = process.argv.slice(2);
const at = values.indexOf("--build");
const build = at >= 0 ? values.splice(at, 2)[1] : join(root, "build/release");
const specs = readdirSync(here)
  .filter((file) => file.endsWith(".spec.mjs"))
  .filter((file) => values.length === 0 || values.includes(file.replace(".spec.mjs", "")))
  .sort();

let passed = 0;
let failed = 0;

async function within(promise, milliseconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`took longer than ${milliseconds / 1000} s`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

// A spec exports start(build), which gives {baseUrl, stop}, and tests: [sentence, ({browser,
// baseUrl}) => …].
async function runSpec(browser, file) {
  const { start, tests } = await import(pathToFileURL(join(here, file)).href);
  const server = await start(build);
  try {
    for (const [sentence, test] of tests) {
      try {
        await within(test({ browser, ...server }), TEST_MS_MAX);
        passed += 1;
        console.log(`ok    ${sentence}`);
      } catch (error) {
        failed += 1;
        const reason = String(error.message).split("\n").slice(0, REASON_LINES_MAX);
        console.log([`FAIL  ${sentence}`, ...reason].join("\n      "));
      }
    }
  } finally {
    await server.stop();
  }
}

async function runSpecs() {
  const browser = await launchBrowser();
  try {
    for (let file = specs.shift(); file; file = specs.shift()) await runSpec(browser, file);
  } finally {
    await browser.close();
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, runSpecs));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
