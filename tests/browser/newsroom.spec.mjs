// Articles: an agency writes one on a telephone, the board returns and approves it, readers find it
// without diacritics, and the agency's quota counts it though nobody typed it in.
import { expect, expectEqual, expectSound, onPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;

// Two points by two.
const PHOTO = {
  name: "quầy.png",
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElE" +
      "QVR42mPgClgARAwQCgAZDgPpsNoq/AAAAABJRU5ErkJggg==",
    "base64",
  ),
};
const TITLE = "Bộ phận một cửa trả kết quả vào sáng thứ Bảy";
const SHOWS = "Bà con nhận kết quả sáng thứ Bảy";
const BODY = `Từ tháng này, người dân **không phải nghỉ làm** để nhận kết quả.

## Cách đăng ký

1. Nhắn tin cho cán bộ tiếp nhận
2. Đến trong khung giờ đã hẹn

| Buổi | Giờ |
|---|---|
| Sáng | 7 giờ 30 đến 11 giờ |
`;

const sessions = {};
async function signIn(page, house, who) {
  if (sessions[who]) return page.context().addCookies(sessions[who]);
  await signInByLink(page, house.links[who]);
  sessions[who] = await page.context().cookies();
}

const words = (page) => page.locator("main").innerText();
const click = (page, name) => page.getByRole("button", { name, exact: true }).click();
/** The field of the text itself, in whichever way it was written before. */
async function markdown(page) {
  await page.locator("button:visible", { hasText: /^Soạn/ }).first().waitFor();
  const plain = page.getByRole("button", { name: "Soạn bằng Markdown" });
  if (await plain.count()) await plain.click();
  return page.getByLabel("Nội dung");
}
let path = "";

export const tests = [
  [
    "an officer writes an article on a telephone and sends it to the board",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, OFFICER);
        await page.goto("/toa-soan");
        await expectSound(page, "no articles");
        await page.getByRole("link", { name: "Viết bài", exact: true }).click();
        await expectSound(page, "a new article");
        await page.getByLabel("Mục", { exact: true }).selectOption("result");
        await page.getByLabel("Tiêu đề").fill(TITLE);
        await page.getByLabel("Tóm tắt").fill("Một cửa mở thêm sáng thứ Bảy để trả kết quả.");
        await (await markdown(page)).fill(BODY + "\n![](/anh/quay.jpg)");
        await click(page, "Lưu bài");
        await page.getByText("chưa có lời mô tả").first().waitFor();
        await (await markdown(page)).fill(BODY);
        await click(page, "Lưu bài");
        await page.getByText("Đã lưu bài").waitFor();
        await page.getByRole("link", { name: "Sửa bài" }).click();
        await page.setInputFiles("[name=file]", PHOTO);
        await click(page, "Lưu bài");
        await page.getByText("Hãy ghi ảnh cho thấy gì").first().waitFor();
        await page.setInputFiles("[name=file]", PHOTO);
        await page.getByLabel("Ảnh cho thấy gì").fill(SHOWS);
        await click(page, "Lưu bài");
        await page.getByText("Đã lưu bài và thêm ảnh").waitFor();
        await expectSound(page, "a form with a picture");
        const body = await markdown(page);
        await body.evaluate((field) => field.setSelectionRange(0, 0));
        await page.getByRole("button", { name: "Chèn vào bài" }).click();
        expect((await body.inputValue()).startsWith(`![${SHOWS}](anh-1)\n\nTừ`), "its line");
        await body.fill("Chữ ~gạch~ một nét");
        await click(page, "Soạn trực quan");
        await page.getByText("không giữ được nguyên vẹn").waitFor();
        expectEqual(await body.inputValue(), "Chữ ~gạch~ một nét", "what it cannot keep stays");
        await body.fill(`![${SHOWS}](anh-1)\n\n${BODY}`);
        await click(page, "Soạn trực quan");
        await page.getByRole("textbox", { name: "Nội dung" }).press("Control+Home");
        await expectSound(page, "the editor");
        const signs = page.getByText("Dòng trống ngăn các đoạn");
        expect(!(await signs.isVisible()), "how Markdown is written helps nobody here");
        await page.keyboard.type("Mở thêm ");
        await page.keyboard.press("Control+b");
        await page.keyboard.type("buổi sáng");
        await page.keyboard.press("Enter");
        expectEqual(
          await page.locator("textarea[name=body]").inputValue(),
          `Mở thêm **buổi sáng**\n\n![${SHOWS}](anh-1)\n\n${BODY.trimEnd()}`,
          "the rest, with its table, is as it was written",
        );
        await click(page, "Lưu bài");
        await page.getByText("Đã lưu bài").waitFor();
        await expectSound(page, "an article at the desk");
        await click(page, "Gửi ban biên tập");
        await page.getByText("Đã gửi ban biên tập").waitFor();
        path = new URL(page.url()).pathname;
      }),
  ],
  [
    "the board returns it with what is missing, and approves it when it comes again",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await page.goto("/toa-soan?ban-bien-tap=1");
        await page.getByRole("link", { name: TITLE }).click();
        await click(page, "Trả lại");
        await page.getByText("Hãy ghi lý do").first().waitFor();
        await page.getByLabel("Cần sửa gì").fill("Nêu rõ nhắn số nào.");
        await click(page, "Trả lại");
        await page.getByText("Đã trả bài lại").waitFor();
        await page.context().clearCookies();
        await signIn(page, house, OFFICER);
        await page.goto(path);
        expect((await words(page)).includes("Nêu rõ nhắn số nào."), "what is to be mended");
        await page.getByRole("link", { name: "Sửa bài" }).click();
        const body = await markdown(page);
        const text = await body.inputValue();
        await body.fill(text.replace("cán bộ", "cán bộ theo số 0912 345 678,"));
        await click(page, "Lưu bài");
        await click(page, "Gửi ban biên tập");
        await page.getByText("Đã gửi ban biên tập").waitFor();
        await page.context().clearCookies();
        await signIn(page, house, COORDINATOR);
        await page.goto(path);
        await page.getByLabel("Ý kiến", { exact: true }).fill("Đã gọi thử số này.");
        await click(page, "Ghi ý kiến");
        await page.getByText("Đã ghi ý kiến").waitFor();
        await expectSound(page, "an article before the board");
        await page.getByRole("link", { name: /^Xem chỗ sửa/ }).first().click();
        await expectSound(page, "what changed");
        const added = await page.locator("main ins").allInnerTexts();
        expect(added.join().includes("0912 345 678"), "the words that came");
        await page.goBack();
        await click(page, "Duyệt và đăng");
        await page.getByText("Đã duyệt bài").waitFor();
        expect((await words(page)).includes("đã tính vào kết quả"), "the article proves itself");
      }),
  ],
  [
    "readers find it without diacritics, on a telephone",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await page.goto("/tin-bai?tim=mot%20cua%20thu%20bay");
        await expectSound(page, "what a search found");
        await page.getByRole("link", { name: TITLE }).click();
        await expectSound(page, "an article");
        const text = await words(page);
        expect(text.includes("không phải nghỉ làm"), "its text");
        expect(!text.includes("**"), "no marks are left");
        expectEqual(await page.locator("main ol li").count(), 2, "its list");
        expectEqual(await page.locator("main .rich-text td").count(), 2, "its table");
        const picture = page.getByRole("img", { name: SHOWS });
        await picture.evaluate((image) => image.decode());
        expectEqual(await picture.evaluate((image) => image.naturalWidth), 2, "its picture");
      }),
  ],
  [
    "without script readers search and read the same",
    (house) =>
      onPage(house.browser, house.baseUrl, { script: false }, async (page) => {
        await page.goto("/tin-bai");
        await page.getByLabel("Tìm trong tin, bài").fill("TRA KET QUA");
        await click(page, "Tìm");
        await page.getByRole("link", { name: TITLE }).click();
        expect((await words(page)).includes("không phải nghỉ làm"), "its text");
      }),
  ],
  [
    "its agency has the result in its ledger, which nobody typed in",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, OFFICER);
        await page.goto("/minh-chung");
        expect((await words(page)).includes(TITLE), "the fact of the article");
      }),
  ],
  [
    "a correction is shown with its note, and a withdrawn article says why",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await page.goto(path);
        await page.getByRole("link", { name: "Đính chính" }).click();
        await expectSound(page, "a correction");
        await page.getByLabel("Đính chính điều gì").fill("Giờ mở cửa là 7 giờ 30.");
        await click(page, "Đăng bản đính chính");
        await page.getByText("Đã đăng bản đính chính").waitFor();
        await page.getByRole("link", { name: /^\/tin-bai\// }).click();
        expect((await words(page)).includes("Giờ mở cửa là 7 giờ 30."), "the note");
        const address = page.url();
        await page.goto(path);
        await page.getByLabel("Lý do gỡ, người đọc sẽ thấy").fill("Đã hết thời gian thí điểm.");
        await click(page, "Gỡ bài");
        await page.getByText("Đã gỡ bài").waitFor();
        const answer = await page.request.get(address);
        expectEqual(answer.status(), 410, "the address is gone");
        expect((await answer.text()).includes("Đã hết thời gian thí điểm."), "and says why");
      }),
  ],
];
