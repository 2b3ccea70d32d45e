// Documents that leave an agency: a series of numbers is made, a number of paper entered.
import { expect, expectSound, onPage, sizes } from "./harness.mjs";
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
];
