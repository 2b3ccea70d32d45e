// A filter is kept under a name, opened again, begun with, renamed and removed; also after script
// alone has replaced the list.
import { expect, expectSound, onPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;

async function signIn(page, house, who) {
  await signInByLink(page, house.links[who]);
}

async function keep(page, name, beginsWithIt = false) {
  await page.click("summary:has-text('Bộ lọc đã lưu')");
  await page.fill("#bo-loc-ten", name);
  if (beginsWithIt) await page.check("#bo-loc-mo-san");
  await expectSound(page, "the form that keeps a filter");
  await page.click("text=Lưu bộ lọc");
  await page.locator("main .ds-alert", { hasText: "Đã lưu bộ lọc" }).waitFor();
}

async function openTasks(page) {
  await page.goto("/theo-doi");
  await page.locator('main a[href^="/theo-doi/"]').first().click();
  await page.click("text=Từng việc");
  await page.waitForURL(/\/theo-doi\/[0-9A-Z]+\/viec/);
  return new URL(page.url()).pathname;
}

export const tests = [
  [
    "a coordinator keeps the filter chosen by script, begins with it, and sees all again",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, COORDINATOR);
        const path = await openTasks(page);
        await page.selectOption("[name=tinh-trang]", "overdue");
        await page.waitForURL(/tinh-trang=overdue/);
        const query = page.locator("#bang input[name=query][value*=overdue]");
        await query.waitFor({ state: "attached" });
        await keep(page, "Việc quá hạn", true);
        await page.goto("/theo-doi");
        await page.goto(path);
        await page.waitForURL(/tinh-trang=overdue$/);
        await page.click("text=Bỏ lọc");
        await page.waitForURL(/tat-ca=1$/);
        await page.click("summary:has-text('Bộ lọc đã lưu')");
        await page.click("main li a:has-text('Việc quá hạn')");
        await page.waitForURL(/tinh-trang=overdue$/);
      }),
  ],
  [
    "an officer keeps a filter on a telephone, renames and removes it",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, OFFICER);
        await page.goto("/viec?muc=sap-toi&cua-toi=1");
        await keep(page, "Sắp tới của tôi");
        await page.click("summary:has-text('Bộ lọc đã lưu')");
        await page.click("text=Đổi tên, bỏ, chọn bộ lọc mở sẵn");
        await page.waitForURL(/\/bo-loc$/);
        await expectSound(page, "one's filters");
        await page.fill("main [name=name]", "Của tôi");
        await page.click("text=Đổi tên");
        await page.locator("main h3", { hasText: "Của tôi" }).waitFor();
        await page.click("main >> text=Bỏ bộ lọc");
        await page.locator("main", { hasText: "Chưa có bộ lọc nào" }).waitFor();
        expect(!(await page.content()).includes("Sắp tới của tôi"), "it is gone");
      }),
  ],
];
