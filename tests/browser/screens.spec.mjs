// Screens: an officer sets one up and pairs it; its player plays, goes on and starts again without
// a network, plays nothing that was changed on its machine, and tells what it showed afterwards.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, expectEqual, expectSound, onPage, openPage, root, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

const OFFICER = 1;
const SLOGAN = "Nộp hồ sơ tại nhà";
const shown = (player, text) =>
  player.locator("#slide").getByText(text).waitFor({ timeout: 20_000 });

/** Our policy forbids what waitForFunction does. */
async function until(page, holds, what) {
  for (let tries = 0; tries < 80; ++tries) {
    if (await page.evaluate(holds)) return;
    await page.waitForTimeout(250);
  }
  throw new Error(`never: ${what}`);
}

async function scheduleCode() {
  const { build } = createRequire(join(root, "web/package.json"))("esbuild");
  const made = await build({
    entryPoints: [join(root, "web/scripts/player/schedule.ts")],
    bundle: true,
    format: "esm",
    write: false,
  });
  const text = Buffer.from(made.outputFiles[0].text).toString("base64");
  return import(`data:text/javascript;base64,${text}`);
}

export const tests = [
  [
    "the player reckons as the house does",
    async () => {
      const { playing } = await scheduleCode();
      const path = join(root, "modules/channel/screen/test/cases.json");
      const { program, cases } = JSON.parse(readFileSync(path, "utf8"));
      for (const { why, at, zone, plays } of cases)
        expectEqual(playing(program, zone, Date.parse(at)), plays, why);
    },
  ],
  [
    "a screen is paired, plays without a network after a new start, and tells what it showed",
    async (house) => {
      const player = await openPage(house.browser, house.baseUrl, { size: sizes.desk });
      await player.goto("/man-hinh");
      expect(await player.locator("#default h1").isVisible(), "the greeting stands at once");
      await player.locator("#code").waitFor();
      const code = await player.locator("#code").innerText();
      let address = "";
      await onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signInByLink(page, house.links[OFFICER]);
        await page.goto("/bang-dien-tu");
        await expectSound(page, "no screens yet");
        await page.getByLabel("Tên chương trình mới").fill("Cả ngày");
        await page.getByRole("button", { name: "Mở chương trình mới" }).click();
        await page.getByText("Thêm chữ, khẩu hiệu").first().click();
        await page.getByLabel("Dòng chính").fill(SLOGAN);
        await page.locator("#text-seconds").fill("5");
        await page.getByRole("button", { name: "Thêm chữ, khẩu hiệu" }).click();
        await page.getByText("Đã thêm nội dung").waitFor();
        await expectSound(page, "a playlist");
        await page.goto("/bang-dien-tu");
        await page.getByLabel("Tên bảng").fill("Sảnh một cửa");
        await page.getByRole("button", { name: "Thêm bảng" }).click();
        await page.getByText("Đã thêm bảng").waitFor();
        address = new URL(page.url()).pathname;
        await page.getByLabel("Mã trên màn hình").fill(code);
        await page.getByRole("button", { name: "Ghép", exact: true }).click();
        await page.getByText("Đã nhận mã").waitFor();
        await shown(player, SLOGAN);
        await page.reload();
        await page.getByText("Đang chiếu").first().waitFor();
        await expectSound(page, "a screen");
      });

      await player.evaluate(() => navigator.serviceWorker.ready);
      const isKept = async () => Boolean(await caches.match("/man-hinh"));
      await until(player, isKept, "the player's own page is kept");
      await house.kill();
      await player.context().setOffline(true);
      await player.reload();
      await shown(player, SLOGAN);
      const isCounted = () => localStorage.getItem("man-hinh.shown") !== null;
      await until(player, isCounted, "what was shown is counted");
      // What somebody changed on the machine is not signed: the greeting stands instead.
      const kept = await player.evaluate(() => {
        const text = localStorage.getItem("man-hinh.manifest");
        localStorage.setItem("man-hinh.manifest", text.replace("tại nhà", "tại quán"));
        return text;
      });
      await player.reload();
      await player.locator("#default h1").waitFor();
      await player.waitForTimeout(2500);
      expect(await player.locator("#default h1").isVisible(), "nothing forged is played");
      expect(kept.includes(SLOGAN), "it had been kept");

      await house.again();
      await player.context().setOffline(false);
      await player.evaluate(() => window.dispatchEvent(new Event("online")));
      await shown(player, SLOGAN);
      await onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signInByLink(page, house.linksNow()[OFFICER]);
        await page.goto(address);
        await page.getByText("Đã chiếu trong 31 ngày qua").waitFor();
        const proof = await page.locator("#da-chieu ~ *").allInnerTexts();
        expect(proof.join(" ").includes(SLOGAN), "its proof");
      });
      const faults = player.faults.filter((one) => !/ERR_|Failed to fetch|status of/.test(one));
      expectEqual(faults, [], "faults of the player");
      await player.context().close();
    },
  ],
];
