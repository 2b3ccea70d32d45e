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
const TITLE = "Báo cáo công tác cải cách hành chính";

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
];
