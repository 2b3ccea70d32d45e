// Forms of reports: a suggestion is put in force by keyboard; a changed copy comes back as a file,
// is looked at on a telephone, becomes a draft and takes its place.
import { readFileSync } from "node:fs";

import { expect, expectEqual, expectSound, onPage, sizes, tabTo } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;
const SEND = "main form button:not([formaction])";
// One of the suggestions that wait in the sample.
const TITLE = "Báo cáo tiến độ thực hiện chỉ tiêu cải cách hành chính";

const sessions = {};
async function signIn(page, house, who) {
  if (sessions[who]) return page.context().addCookies(sessions[who]);
  await signInByLink(page, house.links[who]);
  sessions[who] = await page.context().cookies();
}

async function openForm(page) {
  await page.goto("/mau-bao-cao");
  await page.getByRole("link", { name: TITLE, exact: true }).click();
  await page.waitForURL(/\/mau-bao-cao\/[0-9A-Z]+$/);
}

/** The last test before these changed its title. */
async function openDesigner(page) {
  await page.goto("/mau-bao-cao");
  await page.getByRole("link", { name: `${TITLE} (sửa)`, exact: true }).click();
  await page.getByRole("link", { name: "Soạn mẫu", exact: true }).click();
  await page.waitForURL(/\/soan$/);
}

async function downloadForm(page) {
  const begun = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải JSON" }).click();
  return JSON.parse(readFileSync(await (await begun).path(), "utf8"));
}

async function bring(page, form) {
  await page.goto("/mau-bao-cao/nhap");
  const buffer = Buffer.from(JSON.stringify(form));
  const file = { name: "mẫu.json", mimeType: "application/json", buffer };
  await page.setInputFiles("input[type=file]", file);
  await page.getByRole("button", { name: "Tải lên và xem trước" }).click();
  await page.waitForSelector("#xem-truoc");
}

const words = (page) => page.locator("main").innerText();

export const tests = [
  [
    "a suggested form of reports is put in force by keyboard",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openForm(page);
        await expectSound(page, "a suggestion");
        await tabTo(page, SEND);
        await page.keyboard.press("Enter");
        await page.getByText("Đang dùng từ").waitFor();
      }),
  ],
  [
    "an officer reads what a report asks for and when, and is offered no step",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, OFFICER);
        await openForm(page);
        await expectSound(page, "a form in force");
        expect((await words(page)).includes("Vì sao hạn ấy"), "each due day says why");
        expectEqual(await page.locator("main form").count(), 0, "forms on the officer's page");
      }),
  ],
  [
    "a file with faults is told where, one that changes a form becomes its draft",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openForm(page);
        const form = await downloadForm(page);
        await bring(page, { ...form, reporters: ["khong_co"] });
        await expectSound(page, "a file with faults");
        expect((await words(page)).includes("/reporters/0"), "the place of the fault is told");
        await bring(page, { ...form, title: `${TITLE} (sửa)` });
        await expectSound(page, "a file that changes the title");
        await page.getByRole("button", { name: "Lập bản nháp" }).click();
        await page.waitForURL(/\?ban=2$/);
        await expectSound(page, "a draft beside the version in force");
        expect((await words(page)).includes("Khác bản 1"), "what the draft changes is told");
        await page.click(SEND);
        await page.getByText("Đang dùng từ").waitFor();
        expectEqual(await page.locator("h1").innerText(), `${TITLE} (sửa)`, "the title");
      }),
  ],
  [
    "a form is changed piece by piece without script",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.narrow, script: false }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openDesigner(page);
        await page.getByRole("button", { name: "Lập bản nháp để sửa" }).click();
        await page.getByText("Mẫu đã đủ để ban hành").waitFor();
        await page.locator("summary", { hasText: "Tiến độ các chỉ tiêu" }).click();
        await page.getByRole("link", { name: "Thêm chỉ tiêu" }).first().click();
        await page.getByLabel("Tên chỉ tiêu").fill("Sáng kiến mới");
        await page.getByLabel("Số chữ số thập phân").fill("chín");
        await page.getByRole("button", { name: "Lưu", exact: true }).click();
        expectEqual(await page.getByLabel("Số chữ số thập phân").inputValue(), "chín", "typed");
        await page.getByLabel("Số chữ số thập phân").fill("0");
        await page.getByRole("button", { name: "Lưu", exact: true }).click();
        await page.getByText("Đã lưu vào bản nháp.").waitFor();
        expect((await words(page)).includes("Sáng kiến mới"), "the new number is there");
      }),
  ],
  [
    "every page of the designer is sound, and a number moves and goes by keyboard",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openDesigner(page);
        const designer = page.url();
        await expectSound(page, "a draft to work on");
        await page.getByRole("link", { name: "Mở tất cả" }).click();
        await page.waitForURL(/mo=tat-ca$/);
        await expectSound(page, "a draft with all that is in it");
        for (const [piece, what] of [
          ["muc=chung", "the head of a form"],
          ["muc=thoi-gian", "the days of a form"],
          ["muc=cac-buoc", "the steps of a form"],
          ["muc=phan&moi=1", "a new section"],
          ["muc=quy-tac&moi=1", "a new rule"],
          ["muc=chi-tieu&ma=sang_kien_moi", "a number of a form"],
        ]) {
          await page.goto(`${designer}?${piece}`);
          await expectSound(page, what);
        }
        await page.goto(`${designer}?mo=tat-ca`);
        await page.getByRole("link", { name: "Thêm bảng" }).first().click();
        await expectSound(page, "a new table");
        await page.goto(`${designer}/xem-thu`);
        await expectSound(page, "a form as it will be filled in");
        expect((await words(page)).includes("Sáng kiến mới"), "the new number is there");
        await page.goto(`${designer}?mo=tat-ca#chi-tieu-sang_kien_moi`);
        await tabTo(page, "button[name=len][value='chi-tieu:sang_kien_moi']");
        await page.keyboard.press("Enter");
        const row = page.getByRole("row").filter({ hasText: "Sáng kiến mới" });
        await row.locator("xpath=following-sibling::tr").first().waitFor();
        await tabTo(page, "a[href*='ma=sang_kien_moi&bo=1']");
        await page.keyboard.press("Enter");
        await page.getByText("Bỏ chỉ tiêu “Sáng kiến mới”?").waitFor();
        await expectSound(page, "a number before it goes");
        await page.getByRole("button", { name: "Bỏ", exact: true }).click();
        await page.getByText("Đã bỏ khỏi bản nháp.").waitFor();
      }),
  ],
];
