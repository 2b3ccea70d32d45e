// Programmes for loudspeakers: an officer writes a script on a telephone and sees how long it takes
// to read; the head approves; the draft voice reads it, and the page plays what came of it.
import { expect, expectEqual, expectSound, onPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;

const words = (page) => page.locator("main").innerText();
const click = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Goes away from the page before the next person sits down: nothing of it asks in his name. */
async function leave(page) {
  await page.goto("about:blank");
  await page.context().clearCookies();
}

export const tests = [
  [
    "a script is written on a telephone, approved by another, and read by the draft voice",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signInByLink(page, house.links[OFFICER]);
        const officer = await page.context().cookies();
        await page.goto("/soan-phat-thanh");
        await page.getByLabel("Tên chương trình").fill("Một cửa tuần này");
        await expectSound(page);
        await click(page, "Mở kịch bản mới");
        const path = new URL(page.url()).pathname;
        await page.getByLabel("Tên đoạn").first().fill("Lời chào");
        await page.getByLabel("Lời đọc").first().fill("Kính thưa bà con trong xã.");
        await page.getByLabel("Lời đọc").first().press("Tab");
        await page.keyboard.press("Enter");
        await page.getByText("Ngắn hơn khung").first().waitFor();
        expect(!(await words(page)).includes("chưa gửi"), "what was sent is no draft any more");
        await expectSound(page);
        await page.goto(`${path}/ban-doc`);
        expect((await words(page)).includes("Kính thưa bà con"), "the sheet to read from");
        await expectSound(page);
        await page.goto(path);
        await click(page, "Gửi duyệt");
        await leave(page);
        await signInByLink(page, house.links[COORDINATOR]);
        await page.goto(path);
        await click(page, "Duyệt kịch bản");
        await click(page, "Máy đọc thử");
        await page.getByRole("link", { name: "Tải tệp MP3" }).waitFor();
        await expectSound(page);
        const asked = await page.evaluate(async (script) => {
          const sound = await fetch(`${script}/am-thanh.mp3`);
          const progress = await fetch(`${script}/am-thanh/tien-do`);
          return [sound.status, sound.headers.get("content-type"), progress.ok];
        }, path);
        expectEqual(asked, [200, "audio/mpeg", true], "the sound, and how far it is");
        await click(page, "Nhận giọng máy để phát");
        const plan = await page.getByRole("link", { name: "Xếp lịch phát" }).getAttribute("href");
        await leave(page);
        await page.context().addCookies(officer);
        await page.goto(plan);
        await expectSound(page);
        await page.getByLabel("Giờ phát riêng").fill("0:00");
        await click(page, "Xếp vào lịch");
        expect((await words(page)).includes("Một cửa tuần này"), "it stands in the plan");
        await expectSound(page);
        await page.goto("/truyen-thanh");
        await expectSound(page);
        await page.getByLabel("Khác dự kiến điều gì").first().fill("Thử loa");
        await click(page, "Ký: đã phát");
        expect((await words(page)).includes("Đã phát, đã ký"), "the log has it");
        await leave(page);
        await page.goto("/nghe-lai");
        await expectSound(page);
        await page.getByRole("link", { name: "Một cửa tuần này" }).click();
        await expectSound(page);
        expect((await words(page)).includes("Kính thưa bà con"), "its words");
        const jumped = await page.locator("audio").evaluate(async (sound) => {
          const part = await fetch(sound.src, { headers: { Range: "bytes=100-199" } });
          const bytes = await part.arrayBuffer();
          return [part.status, bytes.byteLength];
        });
        expectEqual(jumped, [206, 100], "a part of the sound");
      }),
  ],
];
