// The newsletter: an officer composes an issue of published articles by the keyboard alone, another
// one approves it, readers have it on the web without script, on a telephone, and on paper.
import { expect, expectEqual, expectSound, onPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;

const FIRST = "Một cửa trả kết quả sáng thứ Bảy";
const SECOND = "Xã bớt ba loại giấy tờ";
const NAME = "Bản tin cải cách hành chính";

const sessions = {};
async function signIn(page, house, who) {
  if (sessions[who]) return page.context().addCookies(sessions[who]);
  await signInByLink(page, house.links[who]);
  sessions[who] = await page.context().cookies();
}

const words = (page) => page.locator("main").innerText();
const click = (page, name) => page.getByRole("button", { name, exact: true }).click();
/** The last button of that name, by the keyboard. */
async function press(page, name) {
  const button = page.getByRole("button", { name, exact: true }).last();
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForLoadState();
}
async function as(page, house, who) {
  await page.context().clearCookies();
  await signIn(page, house, who);
}
async function publish(page, house, title) {
  await as(page, house, OFFICER);
  await page.goto("/toa-soan/moi");
  await page.getByLabel("Tiêu đề").fill(title);
  await page.getByLabel("Tóm tắt").fill("Người dân không phải đi lại.");
  await page.getByLabel("Nội dung", { exact: true }).fill("Từ tháng này, mọi xã đều làm.");
  await click(page, "Lưu bài");
  await click(page, "Gửi ban biên tập");
  await page.getByText("Đã gửi ban biên tập").waitFor();
  const path = new URL(page.url()).pathname;
  await as(page, house, COORDINATOR);
  await page.goto(path);
  await click(page, "Duyệt và đăng");
  await page.getByText("Đã duyệt bài").waitFor();
}
let path = "";

export const tests = [
  [
    "an officer composes an issue on a telephone, with the keyboard alone, without script",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone, script: false }, async (page) => {
        await signIn(page, house, OFFICER);
        await page.goto("/soan-ban-tin");
        await press(page, "Mở số mới");
        await page.getByText("Đã mở số mới").waitFor();
        path = new URL(page.url()).pathname;
        await press(page, "Gửi duyệt");
        await page.getByText("Số này chưa có bài nào").first().waitFor();
      }),
  ],
  [
    "articles are put into an issue and change their places",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await publish(page, house, FIRST);
        await publish(page, house, SECOND);
        await as(page, house, OFFICER);
        await page.goto(path);
        await expectSound(page, "an issue without articles");
        const candidate = (title) => page.getByRole("row", { name: new RegExp(title) });
        await candidate(SECOND).getByRole("button", { name: "Thêm" }).click();
        await candidate(FIRST).getByRole("button", { name: "Thêm" }).click();
        await press(page, "Lên");
        await page.getByRole("heading", { name: FIRST, level: 3 }).waitFor();
        const heads = await page.locator("main ol h3").allInnerTexts();
        expectEqual(heads.join("|"), `${FIRST}|${SECOND}`, "the order");
        await page.getByText("Tiêu đề riêng").last().click();
        await page.locator("#headline-2").fill("Bớt giấy tờ ở xã");
        await page.getByRole("button", { name: "Lưu tiêu đề" }).last().click();
        await page.getByLabel("Lời mở đầu").fill("Tháng này **nhanh hơn** cho bà con.");
        await click(page, "Lưu");
        await page.getByText("Đã lưu").waitFor();
        await expectSound(page, "an issue with articles");
        await page.getByRole("link", { name: "Xem trước" }).click();
        await expectSound(page, "the preview");
        expect((await words(page)).includes("Bớt giấy tờ ở xã"), "the own headline");
        await page.goto(path);
        await click(page, "Gửi duyệt");
        await page.getByText("Đã gửi duyệt").waitFor();
      }),
  ],
  [
    "somebody else approves it, and readers have it on a telephone, and its PDF",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await as(page, house, COORDINATOR);
        await page.goto("/soan-ban-tin/cho-duyet");
        await page.getByRole("link", { name: NAME }).click();
        await expectSound(page, "an issue before whoever approves");
        await click(page, "Duyệt và phát hành");
        await page.getByText("Đã duyệt số bản tin").waitFor();
        await page.context().clearCookies();
        await page.goto("/ban-tin");
        await expectSound(page, "the archive");
        await page.getByRole("link", { name: /^Số 1\/2026/ }).click();
        await expectSound(page, "an issue");
        expect((await words(page)).includes(FIRST), "its articles");
        const paper = await page.request.get(`${page.url()}/ban-tin.pdf`);
        expectEqual(paper.status(), 200, "the PDF");
        expect((await paper.body()).subarray(0, 5).toString() === "%PDF-", "is one");
      }),
  ],
];
