// Takes pictures of the style guide's pages, for looking at them.
//
// usage: node tests/browser/screenshots.mjs DIRECTORY [--build DIRECTORY] [PAGE…]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser, openPage, root, sizes } from "./harness.mjs";
import { startStyleguide } from "./styleguide-server.mjs";

const [folder, ...values] = process.argv.slice(2);
const at = values.indexOf("--build");
const build = at >= 0 ? values.splice(at, 2)[1] : join(root, "build/release");
mkdirSync(folder, { recursive: true });

const server = await startStyleguide(build, {
  "GET /muc/18/sua": (_, page) => ({ text: page("editor") }),
});
const browser = await launchBrowser();
for (const name of server.names) {
  if (name === "editor" || (values.length > 0 && !values.includes(name))) continue;
  for (const size of ["desk", "phone"]) {
    const page = await openPage(browser, server.baseUrl, { size: sizes[size] });
    await page.goto(`/${name}`, { waitUntil: "networkidle" });
    await page.screenshot({ path: join(folder, `${name}-${size}.png`), fullPage: true });
    for (const fault of page.faults) console.log(`${name}: ${fault}`);
    await page.context().close();
  }
}
await browser.close();
await server.stop();
