// The portal where the network is away: the server is killed, as a browser's own switch leaves the
// worker's requests alone.
import { expect, expectEqual, expectSound, onPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = (build) => startProduct(build);

const COORDINATOR = 0;
const heading = (page) => page.locator("h1").first().innerText();
const kept = (page) =>
  page.evaluate(async () => {
    const paths = [];
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      paths.push(...requests.map(({ url }) => new URL(url).pathname));
    }
    return paths;
  });

/** Reads `path` once with the worker in charge, so that it is kept. */
async function read(page, path) {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
  });
  await page.goto(path, { waitUntil: "networkidle" });
}

async function cut(house, page) {
  await house.kill();
  await page.context().setOffline(true);
}
async function mend(house, page) {
  await house.again();
  await page.context().setOffline(false);
}

/** Until the worker has put it away: it does so behind the answer. */
async function untilKept(page, path) {
  const deadline = Date.now() + 10_000;
  while (!(await kept(page)).includes(path)) {
    expect(Date.now() < deadline, `${path} was not kept`);
    await page.waitForTimeout(100);
  }
}

export const tests = [
  [
    "what was read opens again without a network, and what was not says so",
    async (house) => {
      await onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await read(page, "/");
        const first = await heading(page);
        await page.goto("/ke-hoach", { waitUntil: "networkidle" });
        const plans = await heading(page);
        await untilKept(page, "/ke-hoach");
        await cut(house, page);
        await page.goto("/ke-hoach");
        expectEqual(await heading(page), plans, "a page that was read");
        await page.goto("/");
        expectEqual(await heading(page), first, "the front page");
        await page.goto("/tin-bai");
        expectEqual(await heading(page), "Không có mạng", "a page that never was");
        await expectSound(page, "the page without a network");
        const family = await page.evaluate(
          () => getComputedStyle(document.querySelector("h1")).fontFamily,
        );
        expect(family.includes("Vietnam"), `dressed like the others: ${family}`);
        await mend(house, page);
        await page.goto("/tin-bai");
        expect((await heading(page)) !== "Không có mạng", "back with the network");
      });
    },
  ],
  [
    "nothing of a person who is signed in stays on the machine",
    async (house) => {
      await onPage(house.browser, house.baseUrl, {}, async (page) => {
        await read(page, "/ke-hoach");
        await untilKept(page, "/ke-hoach");
        await signInByLink(page, house.links[COORDINATOR]);
        for (const path of ["/viec", "/toa-soan", "/ke-hoach"])
          await page.goto(path, { waitUntil: "networkidle" });
        const paths = await kept(page);
        expect(!paths.includes("/viec") && !paths.includes("/toa-soan"), `kept: ${paths}`);
        await cut(house, page);
        await page.goto("/viec");
        expectEqual(await heading(page), "Không có mạng", "instead of a page that is one person's");
        await mend(house, page);
        await page.goto("/viec");
        await page.getByRole("button", { name: "Đăng xuất", exact: true }).click();
        await page.waitForLoadState("networkidle");
        const left = await kept(page);
        expect(!left.includes("/ke-hoach"), `signing out forgets what was read before: ${left}`);
      });
    },
  ],
  [
    "the portal tells a browser how it is installed",
    async (house) => {
      await onPage(house.browser, house.baseUrl, {}, async (page) => {
        await page.goto("/", { waitUntil: "networkidle" });
        const session = await page.context().newCDPSession(page);
        const { errors, data } = await session.send("Page.getAppManifest");
        expectEqual(errors.length, 0, `faults of the manifest: ${JSON.stringify(errors)}`);
        const manifest = JSON.parse(data);
        expectEqual(manifest.display, "standalone", "how it opens");
        const icon = await page.request.get(manifest.icons[0].src);
        expectEqual(icon.status(), 200, "its picture");
      });
    },
  ],
];
