// Work handed on in the browser: the coordinator gives parts of what an agency owes to its units,
// sees the sums, changes a part and withdraws it; every page on the way, on desk and phone.
import { axeFindings, expect, expectEqual, onPage, overflowPixels, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
// It has units, and owes what plans ask of all departments.
const GIVER = "VPUB";

async function checkPage(page, what) {
  for (const size of [sizes.desk, sizes.narrow]) {
    await page.setViewportSize(size);
    expectEqual(await overflowPixels(page), 0, `pixels too wide at ${size.width}: ${what}`);
  }
  expectEqual(await page.locator("h1").count(), 1, `number of h1: ${what}`);
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
}

async function signIn(page, house, who) {
  await signInByLink(page, house.links[who]);
}

/** Opens work of the giver that may be handed on. */
async function openWork(page) {
  await page.goto("/theo-doi");
  const boards = await page.$$eval('main a[href^="/theo-doi/"]', (all) =>
    all.map((one) => one.pathname),
  );
  for (const board of new Set(boards)) {
    if (!/^\/theo-doi\/[0-9A-Z]+$/.test(board)) continue;
    await page.goto(`${board}/viec?co-quan=${GIVER}`);
    const tasks = await page.$$eval('main tbody a[href^="/viec/"]', (all) =>
      all.map((one) => one.pathname),
    );
    for (const task of tasks.reverse()) {
      await page.goto(task);
      const offer = page.locator("main a", { hasText: "Giao cho đơn vị trực thuộc" });
      if ((await offer.count()) === 0) continue;
      await checkPage(page, "the work");
      await offer.click();
      await page.waitForURL(/giao-tiep$/);
      return task;
    }
  }
  expect(false, "the giver owes nothing that may be handed on");
}

/** On a phone from here on: checkPage leaves the narrow size. */
async function handOn(page) {
  const task = await openWork(page);
  await checkPage(page, "the form");
  await page.click("main form button:not([type]), main form button[type=submit]");
  await page.waitForLoadState();
  await checkPage(page, "the form, refused");
  expect((await page.content()).includes("Chưa chọn đơn vị nào"), "says that no unit is chosen");
  await page.check("[name=who][value=all]");
  await page.fill("[name=needed]", "1");
  await page.fill("[name=note]", "Gửi kèm ảnh");
  await page.click("main form button:not([type]), main form button[type=submit]");
  await page.waitForURL((url) => url.pathname === task);
  await checkPage(page, "the work with its parts");
  return task;
}

async function changeAndWithdraw(page) {
  await page.locator('main tbody a[href^="/viec/"]').first().click();
  await page.getByText("Việc này do cơ quan cấp trên giao").waitFor();
  await checkPage(page, "the part");
  await page.locator("main a", { hasText: "Sửa, thu hồi phần này" }).click();
  await page.waitForURL(/phan-giao$/);
  await checkPage(page, "the form of the part");
  await page.fill("[name=needed]", "2");
  await page.locator("main form[action$='/phan-giao'] button").last().click();
  await page.waitForURL(/\/viec\/[0-9A-Z]+$/);
  await page.locator("main a", { hasText: "Sửa, thu hồi phần này" }).click();
  await page.fill("[name=reason]", "Cơ quan tự làm");
  await page.locator("main form[action$='/thu-hoi'] button").last().click();
  await page.waitForURL(/\/viec\/[0-9A-Z]+$/);
  await checkPage(page, "the part, withdrawn");
  expect((await page.content()).includes("Cơ quan tự làm"), "says why it was withdrawn");
}

export const tests = [
  [
    "work is handed on to units, changed and withdrawn on sound pages",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, COORDINATOR);
        const task = await handOn(page);
        await page.locator("main a", { hasText: "Mọi việc cơ quan đã giao" }).click();
        await page.waitForURL(/da-giao\?/);
        await checkPage(page, "what was handed on");
        await page.locator("main tbody a", { hasText: "Cổng Thông tin" }).first().click();
        await page.waitForURL(/don-vi=/);
        await checkPage(page, "what was handed on to one unit");
        await page.goto(task);
        await changeAndWithdraw(page);
      }),
  ],
];
