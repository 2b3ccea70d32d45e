// A plan is uploaded, reviewed by keyboard and put in force, by the real program.
import { checkPage, expect, expectEqual, onPage, openPage, sizes, tabTo } from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

const TABS_MAX = 200;
const TRIES_MAX = 100;
const TRY_MS = 50;
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

/** Presses Tab until one of `selector` that begins with `text` has the focus. */
async function tabToText(page, selector, text) {
  for (let presses = 0; presses < TABS_MAX; presses += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(
      ([wanted, words]) =>
        document.activeElement.matches(wanted) &&
        document.activeElement.textContent.trim().startsWith(words),
      [selector, text],
    );
    if (there) return;
  }
  throw new Error(`“${text}” cannot be reached by ${TABS_MAX} presses of Tab`);
}

/** Asks until the answer is `wanted`, also across the loading of pages. */
async function eventually(ask, wanted, what) {
  let answer;
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    answer = await ask().catch(() => undefined);
    if (answer === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, TRY_MS));
  }
  expectEqual(answer, wanted, what);
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
  signedIn("a name in no list is added as typed, and none is lost silently", async (page) => {
    const card = await openEditor(page);
    const box = page.locator(`#${card}-support`);
    await box.fill("Hội Người Mới");
    await page.keyboard.press("Enter");
    await saved(page);
    expect((await page.textContent(`#${card}-tom-tat`)).includes("Hội Người Mới"), "the card");
    await box.fill("abc");
    await page.keyboard.press("Tab");
    expectEqual(await box.inputValue(), "abc", "what was typed");
    const left = await page.textContent(`#${card} .combobox__left:visible`);
    expect(left.includes("Chưa thêm “abc”"), "that it does not count yet");
    const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
    await page.click(`#${card} button[aria-label^="Bỏ Hội Người Mới"]`);
    expectEqual((await answered).status(), 200, "taking it away");
  }),
  signedIn("splitting without a second half keeps what was typed", async (page) => {
    await page.goto(draft);
    const card = await page.locator("article[data-item]").first().getAttribute("data-item");
    await page.goto(`${draft}/muc/${card}/tach`);
    await page.fill("#first", "Nửa đầu đã sửa");
    await page.click("main form button");
    expectEqual(await page.inputValue("#first"), "Nửa đầu đã sửa", "the first half");
    expect((await page.textContent("#loi-second")) !== "", "the fault beside the second");
  }),
  signedIn("the keyboard alone splits, merges, removes and takes back", async (page) => {
    await page.goto(draft, { waitUntil: "networkidle" });
    const cards = () => page.locator("article[data-item]").count();
    const before = await cards();
    const press = async (text) => {
      await page.keyboard.press("j");
      const card = await focused(page);
      await page.keyboard.press("e");
      await page.waitForSelector(`#${card} form textarea`);
      await tabToText(page, `#${card}-viec :is(button, a)`, text);
      await page.keyboard.press("Enter");
    };
    await press("Tách theo câu");
    await page.waitForURL(/tach$/);
    await tabTo(page, "#second");
    await page.keyboard.type("Phần thứ hai của mục");
    await tabTo(page, "main form button");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#muc-/);
    expectEqual(await cards(), before + 1, "cards after splitting");
    await page.waitForSelector("article:focus");
    await press("Gộp vào mục trên");
    await eventually(cards, before, "cards");
    await page.keyboard.press("u");
    await eventually(cards, before + 1, "cards after taking back");
    await page.keyboard.press("u");
    await eventually(cards, before, "cards");
  }),
  signedIn("each change to the document's facts is saved at once, and undone", async (page) => {
    await page.goto(`${draft}/van-ban`);
    await page.fill("#number", "78/KH-UBND");
    await page.keyboard.press("Tab");
    await saved(page);
    await page.fill("#issued_on", "31/2/2026");
    await page.keyboard.press("Tab");
    await page.waitForSelector('[data-save-status][data-state="failed"]');
    expect((await page.textContent("#loi-issued_on")) !== "", "the fault stands beside the day");
    await page.fill("#issued_on", "11/2/2026");
    await page.keyboard.press("Tab");
    await saved(page);
    for (const left of ["78/KH-UBND", "77/KH-UBND"]) {
      await tabTo(page, "[data-undo]", TABS_MAX);
      const loaded = page.waitForEvent("load");
      await page.keyboard.press("Enter");
      await loaded;
      await eventually(() => page.inputValue("#number"), left, "the number as it was");
    }
    expectEqual(await page.inputValue("#issued_on"), "10/02/2026", "the day as it was read");
  }),
  signedIn("by keys alone what is left is settled, and the plan is put in force", async (page) => {
    const follow = async (selector, address) => {
      await tabTo(page, selector, TABS_MAX);
      await page.keyboard.press("Enter");
      await page.waitForURL(address);
    };
    await page.goto(`${draft}/can-xu-ly`);
    await follow('main a[href*="ten-goi"]', /ten-goi/);
    await tabTo(page, "#meaning");
    await page.keyboard.type("so van hoa");
    await page.keyboard.press("Enter");
    await follow('button[value="here"]', /can-xu-ly/);
    await follow(`main a[href="${draft}"]`, (url) => url.pathname === draft);
    await page.waitForLoadState("networkidle");
    const todo = page.locator('[data-item]:has([data-state="todo"])');
    for (let left = await todo.count(); left > 0; left = await todo.count()) {
      await page.keyboard.press("n");
      await page.keyboard.press("d");
      await page.waitForFunction(
        (before) => document.querySelectorAll('[data-item] [data-state="todo"]').length < before,
        left,
      );
    }
    await follow(`a[href="${draft}/thuc-hien"]`, /thuc-hien/);
    await follow(`form[action="${draft}/thuc-hien"] button`, /\/ke-hoach\//);
    expect((await page.textContent("main")).includes("đã được đưa vào thực hiện"), "the message");
    expect((await page.textContent("main")).includes("77/KH-UBND"), "the plan is public");
  }),
];
