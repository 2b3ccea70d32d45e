// For whom people act: posts and the switcher, delegation, signers, numbers of people, and accounts
// that a reorganisation left behind. Every page, on a desk and on a phone.
import { axeFindings, expect, expectEqual, onPage, overflowPixels, sizes } from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

export const start = startProduct;

const [COORDINATOR, OFFICER, ADMINISTRATOR] = [0, 1, 4]; // of the printed links
const OFFICERS_NAME = "Lục Văn Bách";

async function checkPage(page, what) {
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
  expectEqual(await page.locator("h1").count(), 1, `number of h1: ${what}`);
  expectEqual(await overflowPixels(page), 0, `pixels too wide: ${what}`);
}

/** A link works once, so that its cookies are kept. */
const cookies = new Map();
async function signInByLink(page, house, person) {
  if (cookies.has(person)) return page.context().addCookies(cookies.get(person));
  await page.goto(house.links[person]);
  await page.click("main form button");
  await page.waitForLoadState();
  cookies.set(person, await page.context().cookies());
}

/** The select stays in the form behind its type-ahead: what it holds is what is sent. */
const choose = (page, name, value) =>
  page.locator(`select[name=${name}]`).evaluate((select, chosen) => {
    select.value = chosen;
  }, value);

/** The number that the form asks for is the day on which the house lives. */
const today = (page) => page.inputValue("[name=from]");

async function pagesOfAdministrator(page) {
  await page.goto("/tai-khoan/sap-xep");
  await checkPage(page, "accounts left behind");
  await page.goto("/tai-khoan");
  await page.click(`main table a:has-text("${OFFICERS_NAME}")`);
  await page.waitForLoadState();
  await page.click("main a:has-text('Ủy quyền')");
  await page.waitForLoadState();
  await checkPage(page, "delegations of somebody");
  await page.goBack();
  await page.click("main a:has-text('Chức vụ')");
  await page.waitForLoadState();
  await checkPage(page, "posts");
  await choose(page, "agency", "STC");
  await page.fill("[name=title]", "Tổ trưởng tổ giúp việc");
  await page.click("main form button:has-text('Thêm chức vụ')");
  await page.waitForSelector("text=Đã thêm chức vụ");
  await checkPage(page, "posts with another");
}

async function switchAgency(page) {
  await page.goto("/tai-khoan/cua-toi");
  const before = await page.textContent(".site-capacity summary");
  await page.click(".site-capacity summary");
  await checkPage(page, "the switcher, open");
  const other = page.locator(".site-capacity button:not([aria-current])").first();
  const wanted = await other.textContent();
  await other.click();
  await page.waitForSelector("text=Từ giờ bạn làm việc");
  const after = await page.textContent(".site-capacity summary");
  expect(before !== after, "another agency stands in the header");
  expect(wanted.startsWith(after.split(":")[0]), `${after} is what was chosen: ${wanted}`);
  expect(page.url().endsWith("/tai-khoan/cua-toi"), "one stays where one was");
}

async function pagesOfCoordinator(page) {
  await page.goto("/uy-quyen");
  await checkPage(page, "own delegations");
  await page.goto("/uy-quyen/moi");
  await checkPage(page, "the form of a delegation");
  await page.click("main form button:has-text('Ủy quyền')");
  await page.waitForLoadState();
  await checkPage(page, "the form with its faults");
  page.faults.length = 0; // the 422 itself
  await page.goto("/nguoi-ky");
  await page.check("[name=form][value=deputy]");
  await page.fill("[name=name]", "Lê Văn Tám");
  await page.fill("[name=head_title]", "Giám đốc");
  await page.fill("[name=own_title]", "Phó Giám đốc");
  await page.click("main form button:has-text('Xem trước')");
  await page.waitForSelector("text=KT. GIÁM ĐỐC");
  await checkPage(page, "the preview of a signature");
  await page.click("main form button:has-text('Lưu')");
  await page.waitForSelector("text=Đã ghi người ký");
  await checkPage(page, "signers");
  await page.goto("/so-nguoi-lam-viec");
  const line = `SYT;Công chức;${await today(page)};120;Báo cáo`;
  await page.fill("[name=table]", line);
  await page.click("main form button:has-text('Ghi cả bảng')");
  await page.waitForSelector("text=Đã ghi cả bảng");
  await checkPage(page, "numbers of people");
}

export const tests = [sizes.desk, sizes.phone].flatMap((size) => [
  [
    `an administrator gives a post and its holder switches, ${size.width} px wide`,
    async (house) => {
      await onPage(house.browser, house.baseUrl, { size }, async (page) => {
        await signInByLink(page, house, ADMINISTRATOR);
        await pagesOfAdministrator(page);
      });
      await onPage(house.browser, house.baseUrl, { size }, async (page) => {
        await signInByLink(page, house, OFFICER);
        await switchAgency(page);
      });
    },
  ],
  [
    `a coordinator delegates, names signers and numbers, ${size.width} px wide`,
    async (house) => {
      await onPage(house.browser, house.baseUrl, { size }, async (page) => {
        await signInByLink(page, house, COORDINATOR);
        await pagesOfCoordinator(page);
      });
    },
  ],
]);
