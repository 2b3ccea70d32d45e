// An own plan in the browser: an officer sends it for the work that asks for it, the coordinator
// accepts it and sees it in the register; every page on the way, on a desk and on a phone.
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

/** Opens the form of the work that asks the officer's agency for a plan of its own. */
async function openForm(page) {
  for (const box of ["den-han", "sap-toi"]) {
    await page.goto(`/viec?muc=${box}`);
    const tasks = await page.$$eval('main tbody a[href^="/viec/"]', (all) =>
      all.map((one) => one.pathname),
    );
    for (const task of tasks) {
      await page.goto(task);
      const offer = page.locator("main a", { hasText: "Gửi kế hoạch riêng" });
      if ((await offer.count()) === 0) continue;
      await expectSound(page, "the task");
      await offer.click();
      await page.waitForURL(/ke-hoach-rieng$/);
      return;
    }
  }
  expect(false, "nothing asks the officer's agency for a plan of its own");
}

async function send(page) {
  await openForm(page);
  await expectSound(page, "the form");
  await page.check("[name=form][value=embedded]");
  await page.fill("[name=title]", "Kế hoạch công tác năm, số 15/KH");
  await page.fill("[name=place]", "Mục II, Phụ lục 2");
  const buffer = Buffer.from("%PDF-1.7\nkế hoạch");
  await page.setInputFiles("[name=document]", {
    name: "ke-hoach.pdf",
    mimeType: "application/pdf",
    buffer,
  });
  const activity = page.locator('[name^="muc-"][name$="-activity"]').first();
  expect((await activity.count()) > 0, "the form asks what is done for each item");
  await activity.fill("Viết 02 tin, bài, phòng Tổ chức chủ trì");
  await page.click("main form button[type=submit], main form button:not([type])");
  await page.waitForURL(/\/ke-hoach-rieng\/[0-9A-Z]+$/);
  await expectSound(page, "the own plan, for who sent it");
  return new URL(page.url()).pathname;
}

async function accept(page, path) {
  await page.goto(path);
  await expectSound(page, "the own plan, for who judges it");
  await page.locator("main form[action$='/chap-nhan'] button").click();
  await page.locator("main li", { hasText: "Đã chấp nhận" }).waitFor();
}

async function lookUp(page) {
  await page.goto("/theo-doi");
  const boards = await page.$$eval('main a[href^="/theo-doi/"]', (all) =>
    all.map((one) => one.pathname),
  );
  for (const board of new Set(boards)) {
    if (!/^\/theo-doi\/[0-9A-Z]+$/.test(board)) continue;
    await page.goto(`${board}/ke-hoach-rieng?tinh-trang=accepted`);
    await expectSound(page, "the register");
    if (!(await page.content()).includes("số 15/KH")) continue;
    await page.click("main a[href$='/noi-dung']");
    await expectSound(page, "what own plans say");
    await page.locator("main tbody a[href*='?muc=']").first().click();
    await page.locator("main td", { hasText: "Viết 02 tin, bài" }).waitFor();
    await expectSound(page, "what own plans say of one item");
    return;
  }
  expect(false, "no register has the own plan");
}

export const tests = [
  [
    "an own plan is sent, accepted and registered on sound pages",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, OFFICER);
        const path = await send(page);
        await signIn(page, house, COORDINATOR);
        await accept(page, path);
        await lookUp(page);
      }),
  ],
];
