// The boards in the browser: from the plans to one plan, its items, a number's obligations and the
// list of the late; every page on the way, on a desk and on a phone; then what everyone may see.
import { expect, expectEqual, expectSound, onPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

const COORDINATOR = 0; // the first of the printed links

/** A link works once, so that its cookies are kept. */
let cookies;
async function signIn(page, house) {
  if (cookies) return page.context().addCookies(cookies);
  await signInByLink(page, house.links[COORDINATOR]);
  cookies = await page.context().cookies();
}

async function openBoard(page) {
  await page.goto("/theo-doi");
  await page.locator('main tbody th a[href^="/theo-doi/"]').first().click();
  await page.waitForURL(/theo-doi\/[0-9A-Z]+$/);
  return new URL(page.url()).pathname;
}

async function walk(page) {
  const board = await openBoard(page);
  await expectSound(page, "the board");
  for (const below of [
    "/theo-muc", "/viec", "/viec?tinh-trang=overdue", "/viec?tinh-trang=due_soon",
    "/mien?tinh-trang=overdue", "/cham", "/cham-thang"]) {
    await page.goto(board + below);
    await expectSound(page, below);
  }
}

/** Numbers that lead somewhere lead to as many obligations as they say. */
async function drills(page) {
  const board = await openBoard(page);
  const number = page.locator('main a[href*="tinh-trang=overdue"][href*="co-quan="]').first();
  const told = Number((await number.textContent()).replaceAll(".", ""));
  await number.click();
  await page.waitForURL(/tinh-trang=overdue/);
  expectEqual(await page.locator("main tbody tr").count(), told, "obligations listed");
  expect(board.length > 0, "the board has an address");
  await page.locator('main a[href^="/viec/"]').first().click();
  await page.waitForURL(/\/viec\//);
}

/** The names of agencies stay in sight while a matrix is pushed sideways. */
async function keepsNames(page) {
  const board = await openBoard(page);
  await page.goto(`${board}/theo-muc`);
  await page.setViewportSize(sizes.narrow);
  const name = page.locator(".ds-table--wide tbody th").first();
  const before = (await name.boundingBox()).x;
  await page.locator(".table-scroll:has(.ds-table--wide)").evaluate((frame) => {
    frame.scrollLeft = 200;
  });
  expectEqual((await name.boundingBox()).x, before, "where the name of an agency stands");
}

/** Parts are chosen, looked at and only then everyone's; what was not chosen is not there. */
async function publishes(page) {
  const board = await openBoard(page);
  await page.click("text=Chọn phần công khai");
  await expectSound(page, "what may be public");
  await page.check("[name=phan][value=linh-vuc]");
  await page.check("[name=phan][value=muc]");
  await page.locator("[name=chi-tieu]").first().check();
  await page.click("text=Xem mọi người sẽ thấy gì");
  await expectSound(page, "what would be public");
  await page.click("text=Công khai đúng như trên");
  await page.waitForURL(`**${board}/cong-khai`);
  await page.click("text=Trang công khai");
  await page.waitForURL(/thuc-hien$/);
  await expectSound(page, "the public board");
  const tables = ["Theo lĩnh vực cải cách", "Theo mục của kế hoạch", "Chỉ tiêu của kế hoạch"];
  for (const title of tables)
    expectEqual(await page.locator(`main :text-is("${title}")`).count(), 1, title);
  const address = new URL(page.url()).pathname;
  await page.goto(`${board}/cong-khai`);
  await page.uncheck("[name=phan][value=muc]");
  await page.click("text=Xem mọi người sẽ thấy gì");
  await page.click("text=Công khai đúng như trên");
  await page.waitForURL(`**${board}/cong-khai`);
  await page.context().clearCookies();
  expectEqual((await page.goto(address)).status(), 200, "status for everyone");
  expectEqual(await page.locator(`main :text-is("${tables[1]}")`).count(), 0, tables[1]);
}

/** A month in which somebody is late: looked at, published, and everyone's. */
async function publishesLate(page) {
  const board = await openBoard(page);
  const late = await page.locator('main a[href*="tinh-trang=overdue"][href*="thang="]').first();
  const month = new URL(await late.getAttribute("href"), page.url()).searchParams.get("thang");
  await page.goto(`${board}/cham-thang?thang=${month}`);
  await page.click("text=Công bố danh sách này");
  await page.waitForLoadState();
  await expectSound(page, "the month that is published");
  const shown = page.url();
  await page.goto(board);
  await page.click("text=Mở kế hoạch");
  await page.click("text=Cơ quan chậm từng tháng");
  await page.waitForURL(/co-quan-cham$/);
  await expectSound(page, "late agencies for everyone");
  const address = new URL(page.url()).pathname;
  await page.context().clearCookies();
  expectEqual((await page.goto(address)).status(), 200, "status for everyone");
  expect(shown.includes(month), "the page stays at its month");
}

const asCoordinator = (walkPages) => (house) =>
  onPage(house.browser, house.baseUrl, {}, async (page) => {
    await signIn(page, house);
    await walkPages(page);
  });

export const tests = [
  ["every page of a board is sound and fits a phone", asCoordinator(walk)],
  ["a number of a board leads to the obligations it counts", asCoordinator(drills)],
  ["a matrix keeps the names of agencies in sight", asCoordinator(keepsNames)],
  ["a published list of late agencies is everyone's", asCoordinator(publishesLate)],
  ["a published board is everyone's", asCoordinator(publishes)],
];
