// A plan is uploaded, reviewed by keyboard and put in force, by the real program.
import { checkPage, expect, expectEqual, onPage, openPage, sizes } from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

const DRAFTS = "/soan-ke-hoach";
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
Số: 77/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Lam, ngày 10 tháng 02 năm 2026
KẾ HOẠCH
Tuyên truyền cải cách hành chính tỉnh Sông Lam năm 2026
I. NHIỆM VỤ
1. Mở chuyên mục cải cách hành chính trên cổng thông tin điện tử của tỉnh
- Cơ quan chủ trì: Sở Nội vụ.
- Thời gian thực hiện: Trước ngày 30/6/2026.
2. Tổ chức hội thi tìm hiểu về cải cách hành chính
- Cơ quan chủ trì: Trung tâm Lạ Hoắc.
- Thời gian thực hiện: Quý III năm 2026.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này.
`;

/** The session of the coordinator, whose link is the first, and the draft made of PLAN. */
let storageState;
let draft;

async function begin(browser, baseUrl, links) {
  if (storageState) return;
  const page = await openPage(browser, baseUrl);
  await page.goto(links[0]);
  await page.click("main button");
  await page.waitForURL((url) => !url.pathname.startsWith("/dang-nhap"));
  storageState = await page.context().storageState();
  await page.context().close();
}

/** A test on a page of somebody signed in. */
const signedIn = (sentence, test, options = {}) => [
  sentence,
  async ({ browser, baseUrl, links }) => {
    await begin(browser, baseUrl, links);
    await onPage(browser, baseUrl, { storageState, ...options }, (page) =>
      test(page, { browser, baseUrl }),
    );
  },
];

const saved = (page) => page.waitForSelector('[data-save-status][data-state="saved"]');
const focused = (page) => page.evaluate(() => document.activeElement.id);

async function openEditor(page) {
  await page.goto(draft, { waitUntil: "networkidle" });
  await page.keyboard.press("n");
  const card = await focused(page);
  await page.keyboard.press("e");
  await page.waitForSelector(`#${card} form textarea`);
  return card;
}

export const start = startProduct;

export const tests = [
  signedIn("a file goes up and opens for review when it is read", async (page) => {
    await page.goto(DRAFTS);
    await page.setInputFiles("#file", {
      name: "ke-hoach.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(PLAN),
    });
    await page.click('main form[enctype="multipart/form-data"] button');
    await page.waitForSelector("[data-review]", { timeout: 30_000 });
    draft = new URL(page.url()).pathname;
    expect((await page.locator("[data-item]").count()) >= 3, "items were read");
  }),
  ...["", "/can-xu-ly", "/van-ban", "/lich-su", "/thuc-hien", "/bo", "/muc-moi"].map((part) => [
    `the draft's page "${part}" is accessible and fits 320 px`,
    ({ browser, baseUrl }) => checkPage(browser, baseUrl, draft + part, { storageState }),
  ]),
  signedIn("the keyboard alone edits an item, and each change is saved at once", async (page) => {
    const card = await openEditor(page);
    await page.locator(`#${card} textarea[name=title]`).fill("Tổ chức hội thi trên mạng");
    await page.keyboard.press("Tab");
    await saved(page);
    expectEqual(await page.textContent(`#${card} h3`), "Tổ chức hội thi trên mạng", "the card");
    expect((await page.textContent("#hoan-tac")).includes("Hoàn tác"), "undo is offered");
    await page.selectOption(`#${card} select[name=schedule]`, "deadline");
    await page.waitForSelector('[data-save-status][data-state="failed"]');
    expect((await page.textContent(`[id="loi-${card}-due"]`)).includes("thời hạn"), "the fault");
    await page.fill(`#${card} [name=due]`, "30/9/2026");
    await page.keyboard.press("Tab");
    await saved(page);
    expectEqual(
      (await page.textContent(`#${card}-hieu-thoi-gian`)).trim(),
      "Hiểu là: Trước ngày 30/09/2026",
      "what was understood",
    );
  }),
  signedIn("an agency is found without diacritics", async (page) => {
    const card = await openEditor(page);
    await page.fill(`#${card}-support`, "so y");
    await page.keyboard.press("Enter");
    await saved(page);
    expect((await page.textContent(`#${card}-tom-tat`)).includes("Sở Y tế"), "the card names it");
  }),
  signedIn("of two reviewers the second sees both versions", async (page, { browser, baseUrl }) => {
    const card = await openEditor(page);
    const other = await openPage(browser, baseUrl, { storageState });
    await other.goto(`${draft}/muc/${card.slice("muc-".length)}`);
    await other.fill("textarea[name=title]", "Bản của người kia");
    await other.click("form[data-autosave] .form__actions button");
    await saved(other);
    await other.context().close();
    await page.locator(`#${card} textarea[name=title]`).fill("Bản của tôi");
    await page.keyboard.press("Tab");
    const panel = await page.waitForSelector("[data-conflict-panel]");
    const text = await panel.textContent();
    expect(text.includes("Bản của người kia") && text.includes("Bản của tôi"), "both versions");
    await page.click("[data-conflict-panel] form button");
    await page.waitForURL(/#muc-/);
    expectEqual(await page.textContent(`#${card} h3`), "Bản của tôi", "the version kept");
  }),
  signedIn("u takes the last step back", async (page) => {
    await page.goto(draft, { waitUntil: "networkidle" });
    await page.keyboard.press("u");
    await page.waitForURL(/#muc-/);
    const titles = await page.locator(".item-card__title").allTextContents();
    expect(titles.includes("Bản của người kia"), "the version before");
  }),
  signedIn(
    "without script a fault comes back with what was typed",
    async (page) => {
      await page.goto(draft);
      await page.locator("[data-item]:has([data-state=todo]) a[data-edit]").first().click();
      await page.fill("textarea[name=title]", "");
      await page.click("form[data-autosave] .form__actions button");
      expect((await page.textContent("[data-error-summary]")).includes("nội dung"), "the summary");
    },
    { script: false, size: sizes.phone },
  ),
  signedIn("what is left is settled, and the plan is put in force", async (page) => {
    await page.goto(`${draft}/can-xu-ly`);
    await page.click('main a[href*="ten-goi"]');
    await page.fill("#meaning", "so van hoa");
    await page.keyboard.press("Enter");
    await page.click('button[value="here"]');
    await page.waitForURL(/can-xu-ly/);
    await page.goto(draft, { waitUntil: "networkidle" });
    const todo = page.locator('[data-item]:has([data-state="todo"])');
    for (let left = await todo.count(); left > 0; left = await todo.count()) {
      await todo.locator("[data-confirm-item], [data-confirm-item]").first().click();
      await page.waitForFunction(
        (before) => document.querySelectorAll('[data-item] [data-state="todo"]').length < before,
        left,
      );
    }
    await page.goto(`${draft}/thuc-hien`);
    await page.click(`form[action="${draft}/thuc-hien"] button`);
    await page.waitForURL(/\/ke-hoach\//);
    expect((await page.textContent("main")).includes("đã được đưa vào thực hiện"), "the message");
    expect((await page.textContent("main")).includes("77/KH-UBND"), "the plan is public");
  }),
];
