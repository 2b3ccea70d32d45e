// The product in the browser: the pages of the real binary, and the main job by hand.
import { join } from "node:path";
import {
  axeFindings,
  expect,
  expectEqual,
  onPage,
  overflowPixels,
  root,
  sizes,
  transferredBytes,
} from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

const FIRST_LOAD_BYTES_MAX = 100_000;
const PUBLIC_PAGES = ["/ke-hoach", "/co-quan", "/dang-nhap", "/khong-co-trang-nay"];
const STAFF_PARTS = ["", "/can-xu-ly", "/van-ban", "/lich-su", "/thuc-hien", "/muc-moi", "/bo"];
const SAMPLE_FILE = join(root, "data/sample/plan_2026.odt");

export const start = startProduct;

const test = (sentence, options, run) => [
  sentence,
  (house) => onPage(house.browser, house.baseUrl, options, (page) => run(page, house)),
];

/** What every page must pass as it is shown now. */
async function checkPage(page) {
  expectEqual(await axeFindings(page), [], "serious findings of axe");
  expectEqual(await page.locator("h1").count(), 1, "number of h1");
  await page.setViewportSize(sizes.narrow);
  expectEqual(await overflowPixels(page), 0, "pixels wider than 320");
}

/** The session of the coordinator: a link works once, so that its cookies are kept. */
let coordinator;
async function signIn(page, house) {
  if (coordinator) return page.context().addCookies(coordinator);
  await page.goto(house.links[0]);
  await page.click("main form button");
  await page.waitForLoadState();
  coordinator = await page.context().cookies();
}

const firstPlan = async (page) => {
  await page.goto("/ke-hoach");
  return page.locator("main table a").first().getAttribute("href");
};
const firstDraft = async (page) => {
  await page.goto("/soan-ke-hoach");
  return page.locator('main a[href^="/soan-ke-hoach/"]').first().getAttribute("href");
};

/** Types into a field of a form that saves itself, and waits until it has. */
async function save(page, name, value) {
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.fill(`[name=${name}]`, value);
  await page.locator(`[name=${name}]`).press("Tab");
  expectEqual((await answered).status(), 200, `saving ${name}`);
  await page.waitForSelector("[data-save-status][data-state=saved]", { state: "attached" });
}

export const tests = [
  ...PUBLIC_PAGES.map((path) =>
    test(`${path}: no serious finding of axe`, {}, async (page) => {
      await page.goto(path);
      await checkPage(page);
      if (path === "/khong-co-trang-nay") page.faults.length = 0; // the 404 itself
    }),
  ),

  test("a plan in force: no serious finding, and its items can be found", {}, async (page) => {
    await page.goto(await firstPlan(page));
    await checkPage(page);
    const all = await page.locator("#cac-muc > ol > li").count();
    await page.fill("#tim", "ban tin");
    await page.waitForURL(/tim=/);
    await page.waitForLoadState("networkidle");
    const found = await page.locator("#cac-muc > ol > li").count();
    expect(found > 0 && found < all, `${found} of ${all} items`);
  }),

  test(
    "a plan in force works without script and fits 320 px",
    { script: false, size: sizes.narrow },
    async (page) => {
      await page.goto(await firstPlan(page));
      expectEqual(await overflowPixels(page), 0, "pixels wider than 320");
      await page.click('form[role="search"] summary');
      await page.selectOption("#loai", "target");
      await page.click('form[role="search"] button');
      expect((await page.locator("#cac-muc li").count()) > 0, "targets are listed");
    },
  ),

  [
    "the first visit of a plan stays under 100 KB as transferred",
    async ({ browser, baseUrl }) => {
      let path;
      await onPage(browser, baseUrl, {}, async (page) => {
        path = await firstPlan(page);
      });
      const bytes = await transferredBytes(browser, baseUrl, path);
      expect(bytes > 10_000 && bytes < FIRST_LOAD_BYTES_MAX, `it is ${bytes} bytes`);
    },
  ],

  test("the coordinator signs in by the printed link", {}, async (page, house) => {
    await signIn(page, house);
    await page.goto("/soan-ke-hoach");
    expect((await page.textContent("header")).includes("Đăng xuất"), "signed in");
  }),

  test("a link used before says so, and who is signed in", {}, async (page, house) => {
    await signIn(page, house);
    await page.goto(house.links[0]);
    expectEqual(await page.textContent("h1"), "Chưa đăng nhập được", "title");
    expect((await page.textContent("main")).includes("vẫn đang đăng nhập"), "the person");
    page.faults.length = 0; // the 404 itself
  }),

  test("the trail: no serious finding, and the overseer finds lines", {}, async (page, house) => {
    await page.goto(house.links[3]);
    await page.click("main form button");
    await page.waitForLoadState();
    await page.goto("/nhat-ky");
    await checkPage(page);
    await page.setViewportSize(sizes.phone);
    await checkPage(page);
    await page.selectOption("#viec", "identity.session.created");
    await page.waitForURL(/viec=/);
    await page.waitForLoadState("networkidle");
    const rows = await page.locator("main tbody tr").count();
    expect(rows >= 1 && rows < 50, `${rows} lines of signing in`);
    await page.goto("/nhat-ky?tu=31/02/2026");
    await checkPage(page);
    page.faults.length = 0; // the 422 itself
  }),

  test("a file that is too large is told before it is sent", {}, async (page, house) => {
    await signIn(page, house);
    await page.goto("/soan-ke-hoach");
    await page.locator("#file").evaluate((input) => (input.dataset.bytesMax = "1000"));
    await page.setInputFiles("#file", SAMPLE_FILE);
    expect((await page.textContent("#loi-file")).includes("nhỏ hơn"), "the fault");
    await page.locator("form:has(#file) button").click();
    expectEqual(new URL(page.url()).pathname, "/soan-ke-hoach", "nothing was sent");
    await checkPage(page);
  }),

  ...STAFF_PARTS.map((part) =>
    test(`review${part}: no serious finding, and it fits 320 px`, {}, async (page, house) => {
      await signIn(page, house);
      await page.goto((await firstDraft(page)) + part);
      await checkPage(page);
    }),
  ),

  test("a file is uploaded and read, and its items stand beside it", {}, async (page, house) => {
    await signIn(page, house);
    await page.goto("/soan-ke-hoach");
    await page.setInputFiles("input[type=file]", SAMPLE_FILE);
    await page.locator("form:has(input[type=file]) button").last().click();
    await page.waitForSelector("[id^=muc-]", { timeout: 30_000 });
    const draft = new URL(page.url()).pathname;
    const items = await page.locator("article.item-card").count();
    expect(items > 20, `${items} items beside the document`);
    await page.goto(`${draft}/thuc-hien`);
    await checkPage(page);
  }),

  test("two windows on one item keep both edits", {}, async (first, house) => {
    await signIn(first, house);
    const draft = await firstDraft(first);
    const second = await first.context().newPage();
    await first.goto(draft);
    const editor = await first.locator("a[data-edit]").first().getAttribute("href");
    await first.goto(editor);
    await second.goto(editor);
    await save(first, "title", "Tên do người thứ nhất sửa");
    await save(second, "product", "Sản phẩm do người thứ hai thêm");
    expectEqual(await second.inputValue("[name=title]"), "Tên do người thứ nhất sửa", "title");
    await save(second, "budget", "Ngân sách tỉnh");
    await first.reload();
    for (const [name, value] of [
      ["title", "Tên do người thứ nhất sửa"],
      ["product", "Sản phẩm do người thứ hai thêm"],
      ["budget", "Ngân sách tỉnh"],
    ])
      expectEqual(await first.inputValue(`[name=${name}]`), value, name);
    await save(first, "budget", "Nguồn xã hội hóa");
    await second.fill("[name=budget]", "Không dùng ngân sách");
    await second.locator("[name=budget]").press("Tab");
    await second.waitForSelector("[data-conflict-panel]");
    const panel = await second.textContent("[data-conflict-panel]");
    expect(panel.includes("Nguồn xã hội hóa"), "their budget is shown");
    expect(!panel.includes("người thứ nhất"), "the title is not asked about");
    await second.getByRole("button", { name: "Lưu bản của tôi" }).click();
    await second.waitForLoadState();
    await first.reload();
    expectEqual(await first.inputValue("[name=budget]"), "Không dùng ngân sách", "budget");
    first.faults.length = 0; // the 409 itself
  }),

  test("two windows on what the document says keep both edits", {}, async (first, house) => {
    await signIn(first, house);
    const path = `${await firstDraft(first)}/van-ban`;
    const second = await first.context().newPage();
    await first.goto(path);
    await second.goto(path);
    await save(first, "signer_name", "Lê Văn Thử");
    await save(second, "signer_title", "Quyền Chủ tịch");
    expectEqual(await second.inputValue("[name=signer_name]"), "Lê Văn Thử", "signer");
    await first.reload();
    expectEqual(await first.inputValue("[name=signer_name]"), "Lê Văn Thử", "signer");
    expectEqual(await first.inputValue("[name=signer_title]"), "Quyền Chủ tịch", "office");
  }),
];
