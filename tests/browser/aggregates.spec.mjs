// Reports added up: who collects them sees who has sent, the totals, and one number agency by
// agency; the report that goes upward holds them.
import { expect, expectSound, onPage, sizes, tabTo } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

const COORDINATOR = 0;
const OWNER = "Sở Nội vụ";
const QUARTERLY = "Báo cáo công tác cải cách hành chính";

const sessions = {};
async function signIn(page, house, who) {
  if (sessions[who]) return page.context().addCookies(sessions[who]);
  await signInByLink(page, house.links[who]);
  sessions[who] = await page.context().cookies();
}

/** Its form is in force in the sample; periods are opened by a job. */
async function openLastPeriod(page) {
  const row = page.getByRole("row").filter({ hasText: QUARTERLY }).filter({ hasText: OWNER });
  for (let tries = 0; tries < 40; ++tries) {
    await page.goto("/tong-hop");
    if ((await row.count()) > 0) break;
    await page.waitForTimeout(250);
  }
  await row.first().getByRole("link").nth(1).click();
  await page.waitForURL(/\/tong-hop\/[0-9A-Z]+\/[0-9A-Z]+/);
}

const words = (page) => page.locator("main").innerText();

export const tests = [
  [
    "who collects sees who is missing and every total, on a telephone and at a desk",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openLastPeriod(page);
        const shown = await words(page);
        expect(shown.includes("Số cộng dưới đây còn thiếu"), "who is missing is named");
        for (const size of [sizes.desk, sizes.phone]) {
          await page.setViewportSize(size);
          await expectSound(page, "an aggregate");
        }
        await page.goto("/tong-hop");
        await expectSound(page, "the forms that are collected");
        await page.getByRole("link", { name: QUARTERLY }).first().click();
        await page.waitForURL(/\/tong-hop\/[0-9A-Z]+\?/);
        await expectSound(page, "the periods that are collected");
        for (const name of ["Một số qua các kỳ", "Theo cơ quan", "Theo lĩnh vực"]) {
          await page.getByRole("link", { name, exact: true }).click();
          await page.waitForURL(/theo=/);
          await expectSound(page, name);
        }
      }),
  ],
  [
    "those who owe their report are reminded, once a day, on a telephone",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openLastPeriod(page);
        await expectSound(page, "who owes a report");
        await page.getByRole("button", { name: /^Nhắc cả \d+ cơ quan chưa gửi$/ }).click();
        await page.getByText("Đã nhắc, trừ cơ quan chưa có").waitFor();
        expect((await words(page)).includes("đã nhắc hôm nay"), "who was reminded is marked");
        await expectSound(page, "some were reminded");
        await page.getByRole("button", { name: "Nhắc", exact: true }).first().click();
        await page.getByText("cơ quan chưa có cán bộ nào").first().waitFor();
        await expectSound(page, "nobody there can be reminded");
      }),
  ],
  [
    "as many periods as are asked for stand beside each other, and too many are refused",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openLastPeriod(page);
        await page.goto(page.url().replace(/\/[0-9A-Z]+\?.*$/, "?theo=co-quan&so-ky=61"));
        await page.getByText("Số kỳ phải là số nguyên từ 1 đến 60.").first().waitFor();
        await expectSound(page, "too many periods");
        await page.getByLabel("Số kỳ gần nhất").fill("24");
        await page.getByLabel("Số kỳ gần nhất").press("Tab");
        await page.waitForURL(/so-ky=24/);
        await expectSound(page, "periods beside each other");
      }),
  ],
  [
    "texts of those who report are gathered on a page of their own",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openLastPeriod(page);
        await page.getByRole("link", { name: "Lời văn, bảng kê các cơ quan gửi" }).click();
        await page.waitForURL(/loi-van/);
        await page.getByText("Chưa cơ quan nào gửi phần này").waitFor();
        await expectSound(page, "texts that are gathered");
      }),
  ],
  [
    "one number is looked at agency by agency, by keyboard",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openLastPeriod(page);
        await tabTo(page, "a[href*='chi-tieu=']");
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: /^Từng cơ quan/ }).waitFor();
        await page.getByRole("link", { name: "Theo cơ quan hiện nay" }).click();
        await page.waitForURL(/nhu=hien-nay/);
        await expectSound(page, "one number by those who answer today");
      }),
  ],
  [
    "the report that goes upward says whose numbers are in it",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await openLastPeriod(page);
        await page.getByRole("link", { name: /gửi lên$/ }).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        await expectSound(page, "a report of all");
        expect((await words(page)).includes("Báo cáo gồm số của cơ quan"), "what is in it is told");
      }),
  ],
];
