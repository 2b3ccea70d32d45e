// Reports of agencies: forms come into force, periods open by themselves and by hand, and an
// officer finds what the agency owes, and fills it in: alone, beside a colleague, without a
// connection, without script, by keyboard.
import { readFileSync } from "node:fs";

import { expect, expectEqual, expectSound, onPage, openPage, sizes, tabTo } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;
// In force in the sample; the other two are suggestions.
const QUARTERLY = "Báo cáo công tác cải cách hành chính";
const MONTHLY = "Báo cáo tiến độ thực hiện chỉ tiêu cải cách hành chính";
const AD_HOC = "Báo cáo đột xuất, chuyên đề";

const sessions = {};
async function signIn(page, house, who) {
  if (sessions[who]) return page.context().addCookies(sessions[who]);
  await signInByLink(page, house.links[who]);
  sessions[who] = await page.context().cookies();
}

async function openForm(page, title) {
  await page.goto("/mau-bao-cao");
  await page.getByRole("link", { name: title, exact: true }).click();
  await page.waitForURL(/\/mau-bao-cao\/[0-9A-Z]+$/);
}

async function putInForce(page, title) {
  await openForm(page, title);
  await page.getByRole("button", { name: "Ban hành từ hôm nay" }).click();
  await page.getByText("Đang dùng từ").waitFor();
}

/** Periods are opened by a job. */
async function reportOf(page, title) {
  const row = page.getByRole("row").filter({ hasText: title });
  for (let tries = 0; tries < 40; ++tries) {
    await page.goto("/bao-cao");
    if ((await row.count()) > 0) return row.first().getByRole("link");
    await page.waitForTimeout(250);
  }
  throw new Error(`no report of “${title}” was opened`);
}

// The first of the numbers that people type.
const NUMBER = "main table input[inputmode=decimal]";

async function saved(page) {
  await page.locator("[data-save-status][data-state=saved]").first().waitFor();
}

const words = (page) => page.locator("main").innerText();

export const tests = [
  [
    "a period opens by itself when a form comes into force, and by hand with the keyboard",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await putInForce(page, MONTHLY);
        await reportOf(page, MONTHLY);
        await openForm(page, MONTHLY);
        await page.getByRole("link", { name: "Mở kỳ báo cáo" }).click();
        await page.waitForURL(/mo-ky$/);
        await expectSound(page, "periods to open by hand");
        await tabTo(page, "input[type=radio]");
        await page.keyboard.press("Space");
        await tabTo(page, "main form button");
        await page.keyboard.press("Enter");
        await page.getByText("Đã mở. Các cơ quan").waitFor();
      }),
  ],
  [
    "a report is asked for out of turn from a telephone",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await putInForce(page, AD_HOC);
        await page.getByRole("link", { name: "Giao báo cáo" }).click();
        await page.waitForURL(/mo-ky$/);
        await page.fill("#ten", "về phi địa giới hành chính");
        await page.fill("#tu", "01/01/2026");
        await page.fill("#den", "31/01/2026");
        await page.fill("#han", "01/01/2020");
        await page.getByRole("button", { name: "Giao báo cáo" }).click();
        await page.getByText("Hạn gửi đã qua").first().waitFor();
        await expectSound(page, "a request that is refused");
        await page.fill("#han", `31/12/${new Date().getFullYear()}`);
        await page.getByRole("button", { name: "Giao báo cáo" }).click();
        await page.getByText("Đã mở. Các cơ quan").waitFor();
      }),
  ],
  [
    "an officer finds what the agency owes, and why it is due then",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, OFFICER);
        const link = await reportOf(page, QUARTERLY);
        await expectSound(page, "the reports of an agency");
        await link.click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        await expectSound(page, "a report");
        const shown = await words(page);
        expect(shown.includes("Chậm nhất ngày"), "why it is due then is told");
        expect(shown.includes("Khóa sau ngày"), "when it locks is told");
      }),
  ],
  [
    "a report is filled in by keyboard, each cell saves itself, and a secret is kept nowhere",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, OFFICER);
        await (await reportOf(page, QUARTERLY)).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        await tabTo(page, NUMBER);
        await page.keyboard.type("12");
        await page.keyboard.press("Tab");
        await saved(page);
        await tabTo(page, "textarea");
        const field = await page.evaluate(() => document.activeElement.id);
        await page.keyboard.type("Đã chỉ đạo kịp thời");
        await page.keyboard.press("Tab");
        await saved(page);
        await page.reload();
        expectEqual(await page.locator(NUMBER).first().inputValue(), "12", "the number");
        const text = page.locator(`[id="${field}"]`);
        expectEqual(await text.inputValue(), "Đã chỉ đạo kịp thời", "the text");
        await text.fill("Độ mật: TỐI MẬT");
        await page.locator(NUMBER).first().focus();
        await page.getByText("không được lưu").first().waitFor();
        await expectSound(page, "a refused cell");
        const kept = await page.evaluate(() => JSON.stringify(Object.values(localStorage)));
        expect(!kept.includes("TỐI MẬT"), "a secret stays in no copy of the browser");
        await text.fill("Đã chỉ đạo kịp thời");
        await page.locator(NUMBER).first().focus();
        await saved(page);
        expect(!(await words(page)).includes("không được lưu"), "the fault goes when it is mended");
      }),
  ],
  [
    "of two windows that change one cell the later one is shown both values",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, OFFICER);
        await (await reportOf(page, QUARTERLY)).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        const other = await page.context().newPage();
        await other.goto(page.url());
        await other.locator("textarea").first().fill("Bản của đồng nghiệp");
        await other.locator(NUMBER).first().focus();
        await saved(other);
        await page.locator("textarea").first().fill("Bản của tôi");
        await page.locator(NUMBER).first().focus();
        const panel = page.locator("[data-conflict-panel]");
        await panel.waitFor();
        await expectSound(page, "two who changed one cell");
        expect((await panel.innerText()).includes("Bản của đồng nghiệp"), "theirs is shown");
        await panel.getByRole("button", { name: "Lưu bản của tôi" }).click();
        await page.getByText("Đã lưu.").first().waitFor();
        expectEqual(await page.locator("textarea").first().inputValue(), "Bản của tôi", "the text");
      }),
  ],
  [
    "what is typed without a connection is there after it, though the page was closed",
    async (house) => {
      const page = await openPage(house.browser, house.baseUrl, { size: sizes.phone });
      try {
        await signIn(page, house, OFFICER);
        await (await reportOf(page, QUARTERLY)).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        const path = page.url();
        await page.context().setOffline(true);
        await page.locator("textarea").nth(1).fill("Gõ lúc mất mạng");
        await page.locator(NUMBER).first().focus();
        await page.getByText("Chưa lưu được, sẽ tự thử lại").first().waitFor();
        await page.close({ runBeforeUnload: false });
        const context = page.context();
        await context.setOffline(false);
        const again = await context.newPage();
        await again.goto(path);
        expectEqual(await again.locator("textarea").nth(1).inputValue(), "Gõ lúc mất mạng", "text");
        await saved(again);
        await again.reload();
        expectEqual(await again.locator("textarea").nth(1).inputValue(), "Gõ lúc mất mạng", "kept");
        expectEqual(await again.locator("[data-draft-notice]").count(), 0, "drafts still there");
      } finally {
        await page.context().close();
      }
    },
  ],
  [
    "a report is filled in without script, rows and a file with it",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone, script: false }, async (page) => {
        await signIn(page, house, OFFICER);
        await (await reportOf(page, AD_HOC)).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        await page.locator("textarea").first().fill("Đã thực hiện");
        await page.getByRole("button", { name: "Lưu", exact: true }).first().click();
        await page.getByText("Đã lưu.").first().waitFor();
        await page.getByRole("button", { name: "Thêm dòng" }).click();
        await page.getByLabel("Nội dung, dòng 1").fill("Thủ tục đã cắt giảm");
        await page.getByLabel("Số lượng, dòng 1").fill("mười");
        await page.getByRole("button", { name: "Lưu", exact: true }).nth(1).click();
        await page.getByText("Hãy ghi một số").first().waitFor();
        await page.getByLabel("Số lượng, dòng 1").fill("10");
        await page.getByRole("button", { name: "Lưu", exact: true }).nth(1).click();
        await page.getByText("Đã lưu.").first().waitFor();
        const file = { name: "phụ lục.txt", mimeType: "text/plain", buffer: Buffer.from("Bảng") };
        const adding = page.getByRole("button", { name: "Tải lên" });
        const files = page.locator("form").filter({ has: adding });
        await files.locator("input[type=file]").setInputFiles(file);
        await adding.click();
        await page.getByText("Đã thêm tệp").first().waitFor();
        expectEqual(await page.getByLabel("Số lượng, dòng 1").inputValue(), "10", "the number");
      }),
  ],
  [
    "rows are pasted from a spreadsheet without script, and looked at before they are written",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.narrow, script: false }, async (page) => {
        await signIn(page, house, OFFICER);
        await (await reportOf(page, AD_HOC)).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        await page.getByText("Dán từ Excel vào bảng").first().click();
        const place = page.getByLabel("Dán các ô chép từ Excel").first();
        await place.fill("Nội dung\tSố lượng\nTập huấn\tba");
        await page.getByRole("button", { name: "Xem trước", exact: true }).first().click();
        await page.getByText("Chưa ghi được. Hãy sửa").waitFor();
        await page.getByLabel("Dán các ô chép từ Excel").fill("Số lượng\tNội dung\n3\tTập huấn");
        await page.getByRole("button", { name: "Xem trước lại" }).click();
        await page.getByText("Sẽ ghi vào chỗ trống").first().waitFor();
        await page.getByRole("button", { name: "Ghi vào báo cáo" }).click();
        await page.getByText("Đã ghi vào báo cáo.").first().waitFor();
        expectEqual(await page.getByLabel("Nội dung, dòng 2").inputValue(), "Tập huấn", "the row");
      }),
  ],
  [
    "a report goes out as a workbook, and says when it is brought back that nothing is new",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, OFFICER);
        await (await reportOf(page, AD_HOC)).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        await expectSound(page, "a report with its table");
        const begun = page.waitForEvent("download");
        await page.getByRole("link", { name: "Tải bảng để điền (Excel)" }).click();
        const download = await begun;
        expect(download.suggestedFilename().endsWith(".xlsx"), "its file is for Excel");
        await page.setInputFiles("input[name=sheet]", {
          name: download.suggestedFilename(),
          mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          buffer: readFileSync(await download.path()),
        });
        await page.getByRole("button", { name: "Đọc tệp và xem trước" }).click();
        await page.getByText("không có gì để ghi").waitFor();
        await expectSound(page, "a workbook that says what stands there");
      }),
  ],
  [
    "a number opens what it counts",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, OFFICER);
        await (await reportOf(page, QUARTERLY)).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        await page.locator("main table a").first().click();
        await page.waitForURL(/\/so\//);
        await expectSound(page, "a number");
        expect((await words(page)).includes("Những ngày được tính"), "its days are told");
      }),
  ],
  [
    "a report that is sent becomes a document in the layout of the decree",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, OFFICER);
        await (await reportOf(page, AD_HOC)).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        const address = page.url();
        await page.getByLabel("Báo cáo không có nội dung bí mật nhà nước").check();
        await page.getByRole("button", { name: "Gửi báo cáo", exact: true }).click();
        await page.getByText("Đã gửi báo cáo").first().waitFor();
        await expectSound(page, "a report that was sent");
        await page.getByRole("button", { name: "Lập văn bản", exact: true }).click();
        await page.getByText("Đã lập dự thảo văn bản").waitFor();
        const shown = await words(page);
        expect(shown.includes("Thủ tục đã cắt giảm"), "its tables stand in the document");
        expect(shown.includes("phụ lục.txt"), "its files are named");
        await expectSound(page, "the document of a report");
        await page.goto(address);
        expect((await words(page)).includes("Dự thảo, chưa có số"), "the report names it");
        const begun = page.waitForEvent("download");
        await page.getByRole("link", { name: "Word", exact: true }).click();
        const name = (await begun).suggestedFilename();
        expect(name.endsWith(".docx"), `its file is for Word, not “${name}”`);
      }),
  ],
];
