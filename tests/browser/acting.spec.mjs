// For whom people act: posts and the switcher, delegation, signers, numbers of people, and accounts
// that a reorganisation left behind. Every page, on a desk and on a phone.
import {
  axeFindings,
  expect,
  expectEqual,
  focusIsVisible,
  onPage,
  overflowPixels,
  sizes,
  tabTo,
} from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

export const start = startProduct;

const [COORDINATOR, OFFICER, ADMINISTRATOR] = [0, 1, 4]; // of the printed links
const OFFICERS_NAME = "Lục Văn Bách";

async function checkShape(page, what) {
  expectEqual(await page.locator("h1").count(), 1, `number of h1: ${what}`);
  expectEqual(await overflowPixels(page), 0, `pixels too wide: ${what}`);
}

/** Where script runs, as axe needs it. */
async function checkPage(page, what) {
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
  await checkShape(page, what);
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

/** To another person on a phone than on a desk; the list then offers the paper. */
async function delegates(page) {
  await page.click("main a:has-text('Ủy quyền mới')");
  await page.waitForLoadState();
  const person = page.viewportSize().width < sizes.desk.width ? 2 : 1;
  for (const [name, index] of Object.entries({ delegate: person, role: 1, branch: 1 }))
    await page.locator(`main select[name=${name}]`).evaluate((select, at) => {
      select.selectedIndex = at;
    }, index);
  await page.fill("[name=to]", await today(page));
  await page.fill("[name=document]", "Quyết định số 12/QĐ-SNV");
  await page.click("main form button:has-text('Ủy quyền')");
  await page.waitForSelector("text=Giấy ủy quyền (Word)");
  await checkPage(page, "a delegation");
  const paper = page.locator("a:has-text('Giấy ủy quyền (Word)')").first();
  const [download] = await Promise.all([page.waitForEvent("download"), paper.click()]);
  expect(download.suggestedFilename().endsWith(".docx"), "the paper comes as a Word file");
}

async function pagesOfAdministrator(page) {
  await page.goto("/tai-khoan/sap-xep");
  await checkPage(page, "accounts left behind");
  await page.goto("/tai-khoan");
  await page.click(`main table a:has-text("${OFFICERS_NAME}")`);
  await page.waitForLoadState();
  const account = page.url();
  await page.click("main a:has-text('Ủy quyền')");
  await page.waitForLoadState();
  await checkPage(page, "delegations of somebody");
  await delegates(page);
  await page.goto(account);
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

/** Goes on with Tab until the element is reached that has these words. */
async function tabToWords(page, selector, words) {
  for (let found = 0; found < 80; found += 1) {
    await tabTo(page, selector);
    if ((await page.locator(":focus").textContent()).includes(words)) return;
  }
  throw new Error(`${selector} with “${words}” cannot be reached by Tab`);
}

async function pressHere(page) {
  expect(await focusIsVisible(page), "the focus can be seen");
  await page.keyboard.press("Enter");
}

async function switchAgencyByKeyboard(page) {
  await page.goto("/tai-khoan/cua-toi");
  const before = await page.textContent(".site-capacity summary");
  await tabTo(page, ".site-capacity summary");
  expect(await focusIsVisible(page), "the focus of the switcher can be seen");
  await page.keyboard.press("Enter");
  expect(await page.locator(".site-capacity[open]").count(), "the switcher opens");
  await checkShape(page, "the switcher without script");
  await tabTo(page, ".site-capacity button:not([aria-current])");
  await pressHere(page);
  await page.waitForSelector("text=Từ giờ bạn làm việc");
  const after = await page.textContent(".site-capacity summary");
  expect(before !== after, "another agency stands in the header");
}

/** The department of the officer ends today, and its heir is another. */
async function dissolve(page) {
  await page.goto("/co-quan/sap-xep/moi?loai=dissolve");
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" });
  await page.fill("[name=document]", "Nghị quyết số 9/NQ-HĐND của HĐND tỉnh");
  await page.fill("[name=day]", day.format(new Date()));
  await page.fill("[name=subject]", "Sở Y tế");
  await page.fill("[name=heir_1]", "Sở Nội vụ");
  await page.fill("[name=share_1]", "100");
  await page.locator("[name=share_1]").press("Enter");
  await page.click("button[name=save]");
  await page.waitForURL("**/co-quan/sap-xep");
}

async function lookAtLeftBehind(page) {
  await page.goto("/tai-khoan/sap-xep");
  await checkPage(page, "the list of those left behind");
  await page.click("main table a:has-text('Chuyển')");
  await page.waitForLoadState();
  await checkPage(page, "the form of one");
}

async function resettleByKeyboard(page) {
  await page.goto("/tai-khoan/sap-xep");
  expect((await page.textContent("main table")).includes(OFFICERS_NAME), "the officer is listed");
  await tabToWords(page, "main table a", "Chuyển");
  await pressHere(page);
  await page.waitForURL("**/chuyen");
  await checkShape(page, "the form without script");
  const heir = await page.inputValue("select[name=home]");
  expectEqual(heir, "SNV", "the sole heir is proposed");
  await tabTo(page, "select[name=home]");
  // Another with that first letter, and back: arrows are all it takes.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  expectEqual(await page.inputValue("select[name=home]"), "SNV", "arrows choose");
  await tabToWords(page, "main form button", "Chuyển");
  await pressHere(page);
  await page.waitForSelector("text=Đã chuyển");
  await checkShape(page, "the list, one shorter");
  expect(!(await page.textContent("main")).includes(OFFICERS_NAME), "the officer has moved");
}

const byKeyboard = { script: false, size: sizes.narrow };

const flows = [sizes.desk, sizes.phone].flatMap((size) => [
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

// These come last: the second one ends an agency.
export const tests = [
  ...flows,
  [
    "without script the keyboard alone switches the agency, 320 px wide",
    async (house) => {
      await onPage(house.browser, house.baseUrl, byKeyboard, async (page) => {
        await signInByLink(page, house, OFFICER);
        await switchAgencyByKeyboard(page);
      });
    },
  ],
  [
    "without script the keyboard alone moves who was left behind, 320 px wide",
    async (house) => {
      await onPage(house.browser, house.baseUrl, { script: false }, async (page) => {
        await signInByLink(page, house, COORDINATOR);
        await dissolve(page);
      });
      await onPage(house.browser, house.baseUrl, { size: sizes.narrow }, async (page) => {
        await signInByLink(page, house, ADMINISTRATOR);
        await lookAtLeftBehind(page);
      });
      await onPage(house.browser, house.baseUrl, byKeyboard, async (page) => {
        await signInByLink(page, house, ADMINISTRATOR);
        await resettleByKeyboard(page);
      });
    },
  ],
];
