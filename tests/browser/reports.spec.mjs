// Reports of agencies: forms come into force, periods open by themselves and by hand, and an
// officer finds what the agency owes.
import { expect, expectSound, onPage, sizes, tabTo } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;
const QUARTERLY = "Báo cáo công tác cải cách hành chính";
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

const words = (page) => page.locator("main").innerText();

export const tests = [
  [
    "a period opens by itself when a form comes into force, and by hand with the keyboard",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.desk }, async (page) => {
        await signIn(page, house, COORDINATOR);
        await putInForce(page, QUARTERLY);
        await reportOf(page, QUARTERLY);
        await openForm(page, QUARTERLY);
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
];
