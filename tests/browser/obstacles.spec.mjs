// An obstacle in the browser: an officer raises it about a piece of work, the coordinator answers
// it and counts it; every page on the way, on a desk and on a phone.
import { expect, expectSound, onPage } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;

async function signIn(page, house, who) {
  await page.context().clearCookies();
  await signInByLink(page, house.links[who]);
}

/** Work that the officer's agency owes still. */
async function openTask(page) {
  for (const box of ["den-han", "sap-toi"]) {
    await page.goto(`/viec?muc=${box}`);
    const task = page.locator('main tbody a[href^="/viec/"]').first();
    if ((await task.count()) === 0) continue;
    await task.click();
    await page.waitForURL(/\/viec\/[0-9A-Z]+$/);
    return;
  }
  expect(false, "the officer's agency owes nothing");
}

async function raise(page) {
  await openTask(page);
  await expectSound(page, "the task");
  await page.click("text=Nêu khó khăn, vướng mắc");
  await page.waitForURL(/vuong-mac$/);
  await expectSound(page, "the form");
  await page.selectOption("[name=kind]", "money");
  await page.fill("[name=problem]", "Chưa có kinh phí in tờ gấp");
  await page.click("main form button[type=submit], main form button:not([type])");
  await page.waitForURL(/\/vuong-mac\/[0-9A-Z]+$/);
  await expectSound(page, "the obstacle, for who raised it");
  return new URL(page.url()).pathname;
}

async function answer(page, path) {
  await page.goto("/vuong-mac?muc=cho-tra-loi");
  await expectSound(page, "what waits");
  await page.goto(path);
  await expectSound(page, "the obstacle, for who answers");
  await page.fill("[name=text]", "Đã bố trí từ nguồn chi thường xuyên");
  await page.locator("main form[action$='/tra-loi'] button").click();
  await page.locator("main li", { hasText: "Đã bố trí từ nguồn" }).waitFor();
}

async function count(page) {
  await page.goto("/theo-doi");
  for (const board of await page.$$eval('main a[href^="/theo-doi/"]', (all) =>
    all.map((one) => one.pathname),
  )) {
    if (!/^\/theo-doi\/[0-9A-Z]+$/.test(board)) continue;
    await page.goto(`${board}/vuong-mac`);
    await expectSound(page, "the obstacles of a plan");
    const number = page.locator('main a[href*="tinh-trang=answered"]').first();
    if ((await number.count()) === 0) continue;
    await number.click();
    await page.waitForURL(/tinh-trang=answered/);
    await page.locator("#danh-sach td, #danh-sach th", { hasText: "Chưa có kinh phí" }).waitFor();
    return;
  }
  expect(false, "no plan counts the obstacle");
}

export const tests = [
  [
    "an obstacle is raised, answered and counted on sound pages",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, OFFICER);
        const path = await raise(page);
        await signIn(page, house, COORDINATOR);
        await answer(page, path);
        await count(page);
      }),
  ],
];
