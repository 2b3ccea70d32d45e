// A budget line in the browser: an officer estimates and spends, the coordinator appraises; every
// page on the way, on a desk and on a phone.
import { expectSound, onPage } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;

async function signIn(page, house, who) {
  await page.context().clearCookies();
  await signInByLink(page, house.links[who]);
}

async function estimate(page) {
  await page.goto("/kinh-phi");
  await page.click("main a[href*='/kinh-phi/moi/']");
  await page.waitForURL(/kinh-phi\/moi/);
  await expectSound(page, "the form of a line");
  await page.evaluate(() => {
    const item = document.querySelector("[name=item]");
    item.value = [...item.options].map((one) => one.value).filter(Boolean)[0];
  });
  await page.fill("[name=title]", "Đi kiểm tra ở xã");
  await page.selectOption("[name=norm]", "per_diem");
  await page.fill("[name=quantity]", "10");
  await page.fill("[name=unit_price]", "350.000");
  await page.fill("[name=total]", "3.500.000");
  await page.locator("main form:has([name=title]) button", { hasText: "Thêm dòng" }).click();
  await page.waitForURL(/\/kinh-phi\/[0-9A-Z]+$/);
  await page.locator("main", { hasText: "vượt định mức 300.000 đồng" }).waitFor();
  await expectSound(page, "the line, for its agency");
  return new URL(page.url()).pathname;
}

export const tests = [
  [
    "an officer estimates and spends, the coordinator appraises, and the sums say so",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, OFFICER);
        const line = await estimate(page);
        await page.fill("[name=spent]", "1.000.000");
        await page.fill("[name=voucher]", "Phiếu chi 12");
        await page.click("main form[action$='/chi'] button");
        await page.locator("main td", { hasText: "Phiếu chi 12" }).waitFor();
        await page.goto("/kinh-phi");
        await expectSound(page, "the lines of an agency");
        await signIn(page, house, COORDINATOR);
        await page.goto(line);
        await page.fill("[name=amount]", "3.000.000");
        await page.click("main form[action$='/tham-dinh'] button");
        await page.locator("main td", { hasText: "3.000.000" }).waitFor();
        await expectSound(page, "the line, for who appraises");
        await page.goto("/theo-doi");
        await page.click("main tbody a[href^='/theo-doi/']");
        await page.click("main a[href$='/kinh-phi']");
        await page.waitForURL(/\/kinh-phi$/);
        await page.locator("main td", { hasText: "1.000.000" }).first().waitFor();
        await expectSound(page, "all lines of a plan");
      }),
  ],
];
