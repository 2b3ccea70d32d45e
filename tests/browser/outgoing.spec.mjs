// Documents that leave an agency: a series of numbers is made, a number of paper entered; a
// document is written, numbered and printed.
import { readFileSync } from "node:fs";

import { expect, expectEqual, expectSound, onPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;

const sessions = {};
async function signIn(page, house, who) {
  if (sessions[who]) return page.context().addCookies(sessions[who]);
  await signInByLink(page, house.links[who]);
  sessions[who] = await page.context().cookies();
}

const words = (page) => page.locator("main").innerText();
const click = (page, name) => page.getByRole("button", { name, exact: true }).click();

export const tests = [
  [
    "a series of numbers is made with what stands in the form",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await page.goto("/so-van-ban");
        await expectSound(page, "no series");
        await click(page, "Lập sổ");
        await page.getByText("Đã lập sổ số").waitFor();
        expect((await words(page)).includes("01/BC-SNV"), "the form of its numbers");
        await expectSound(page, "the list of series");
      }),
  ],
  [
    "a number of paper is entered on a telephone, and voided with its reason",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await page.goto("/so-van-ban");
        await page.getByRole("link", { name: "Sổ văn bản đi" }).click();
        await page.getByLabel("Số", { exact: true }).fill("7");
        await page.getByLabel("Loại văn bản").selectOption("bao_cao");
        await page.getByLabel("Ngày văn bản").fill("05/01/2026");
        await page.getByLabel("Trích yếu").fill("Báo cáo trên giấy");
        await click(page, "Ghi số");
        await page.getByText("Đã ghi số").waitFor();
        await page.getByLabel("Số bị hủy").fill("7");
        await page.getByLabel("Lý do").fill("Ký nhầm thẩm quyền");
        await click(page, "Hủy số");
        await page.getByText("Ký nhầm thẩm quyền").waitFor();
        await expectSound(page, "a series");
      }),
  ],
  [
    "a list of recipients is made on a telephone",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await page.goto("/noi-nhan");
        await page.getByLabel("Tên danh sách").fill("Gửi báo cáo quý");
        await page.getByLabel("Nơi nhận").fill("Các sở, ban, ngành (t/h)\nBáo tỉnh");
        await click(page, "Lập danh sách");
        await page.getByText("Đã lập danh sách").waitFor();
        await expectSound(page, "the lists of an agency");
        await page.getByRole("link", { name: "Gửi báo cáo quý" }).click();
        await expectSound(page, "a list in its form");
      }),
  ],
  [
    "a document is written on a telephone, numbered and printed with its number",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await page.goto("/van-ban-di");
        await page.getByRole("link", { name: "Soạn văn bản" }).click();
        await expectSound(page, "an empty form");
        await page.getByLabel("Trích yếu").fill("Kết quả tuyên truyền quý I năm 2026");
        await page.getByLabel("Kính gửi").fill("Ủy ban nhân dân tỉnh");
        const body = "# 1. Kết quả\nĐã đăng 12 tin, bài.";
        await page.getByLabel("Nội dung", { exact: true }).fill(body);
        await click(page, "Lưu dự thảo");
        await page.getByText("Đã lưu dự thảo").waitFor();
        await expectSound(page, "a draft");
        await page.getByRole("link", { name: "Sửa dự thảo" }).click();
        await expectSound(page, "a draft in its form");
        await page.getByLabel("Trích yếu").fill("Kết quả tuyên truyền quý I");
        await click(page, "Lưu dự thảo");
        await page.getByText("Đã lưu dự thảo").waitFor();
        const draft = page.url().replace(/[?#].*/, "");
        await click(page, "Cấp số");
        await page.getByText("Chọn người ký. Không có tên thì").first().waitFor();
        await expectSound(page, "a draft without who signs it");
        await page.goto("/nguoi-ky");
        await page.check("[name=form][value=deputy]");
        await page.fill("[name=name]", "Lê Văn Tám");
        await page.fill("[name=head_title]", "Giám đốc");
        await page.fill("[name=own_title]", "Phó Giám đốc");
        await click(page, "Lưu");
        await page.getByText("Đã ghi người ký").waitFor();
        await page.goto(draft);
        await page.getByLabel("Người ký").selectOption({ index: 1 });
        await click(page, "Cấp số");
        await page.getByText("Đã cấp số.", { exact: true }).waitFor();
        expect((await words(page)).includes("01/BC-SNV"), "the number stands on the page");
        await expectSound(page, "a document with its number");
        const begun = page.waitForEvent("download");
        await page.getByRole("link", { name: "Tải bản in (PDF)" }).click();
        const print = readFileSync(await (await begun).path());
        expectEqual(print.subarray(0, 5).toString(), "%PDF-", "the first bytes of the file");
      }),
  ],
  [
    "a document with its number is sent to whom it addresses",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await page.goto("/van-ban-di");
        await page.getByRole("link", { name: "Kết quả tuyên truyền quý I" }).click();
        expect((await words(page)).includes("báo tin trong phần mềm"), "who reads it here");
        await click(page, "Gửi văn bản");
        await page.getByText("Đã gửi văn bản").waitFor();
        await expectSound(page, "a document that was sent");
      }),
  ],
  [
    "the register finds a document, and a replacement takes its place",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await page.goto("/van-ban-di?tim=tuyen+truyen");
        await expectSound(page, "the register");
        await page.getByRole("link", { name: "Kết quả tuyên truyền quý I" }).click();
        await click(page, "Lập văn bản thay thế");
        await page.getByText("Đã lập dự thảo thay thế").waitFor();
        await click(page, "Cấp số");
        await page.getByText("Đã cấp số.", { exact: true }).waitFor();
        await page.goto("/van-ban-di?tinh-trang=replaced");
        expect((await words(page)).includes("01/BC-SNV"), "the old one is replaced");
      }),
  ],
  [
    "an office's own Word file is looked at, put to use and filled, on a telephone",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await page.goto("/van-ban-di");
        await page.getByRole("link", { name: "Kết quả tuyên truyền quý I" }).first().click();
        const address = page.url();
        const begun = page.waitForEvent("download");
        await page.getByRole("link", { name: "Tải bản Word", exact: true }).click();
        const buffer = readFileSync(await (await begun).path());
        const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        await page.goto("/mau-van-ban");
        await page.getByLabel("Loại văn bản").selectOption({ label: "Báo cáo" });
        await page.getByLabel("Tên mẫu").fill("Mẫu của Sở");
        const choose = (file) => page.getByLabel("Tệp Word (.docx)").setInputFiles(file);
        await choose({ name: "mau.docx", mimeType, buffer: Buffer.from("không phải tệp Word") });
        await click(page, "Tải lên và kiểm");
        await page.getByText("Đây không phải tệp Word").first().waitFor();
        await expectSound(page, "a file that is no template");
        await choose({ name: "mau.docx", mimeType, buffer });
        await click(page, "Tải lên và kiểm");
        await page.getByText("Đã kiểm, chưa dùng").waitFor();
        await expectSound(page, "a template");
        await click(page, "Đưa vào dùng");
        await page.getByText("Đang dùng", { exact: true }).waitFor();
        await page.goto(address);
        await page.getByRole("link", { name: "Tải bản Word theo mẫu của cơ quan" }).waitFor();
      }),
  ],
];
