// A part of an agency's work in the browser: proposed to one that cooperates, answered with another
// offer, agreed to, and nudged; every page on the way, on a desk and on a phone.
import { expect, expectEqual, expectSound, onPage } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

const NINE_ON_A_TUESDAY = "2026-11-24 02:00:00";
export const start = (build) => startProduct(build, [], NINE_ON_A_TUESDAY);

const [COORDINATOR, OFFICER, ADMINISTRATOR] = [0, 1, 4]; // of the printed links
const PARTNER = "SYT"; // where somebody works, who can be nudged
const PARTNERS_NAME = "Lục Văn Bách";

const button = (page, action) => page.locator(`main form[action$="${action}"] button`).last();

/** The officer of the partner becomes its head, too: nobody else answers for it. */
async function makeHead(page) {
  await page.goto("/tai-khoan");
  await page.click(`main table a:has-text("${PARTNERS_NAME}")`);
  await page.waitForLoadState();
  for (const [name, value] of Object.entries({ role: "agency_head", branch: PARTNER }))
    await page.locator(`main form[action$="/vai-tro"] [name=${name}]`).evaluate((field, chosen) => {
      field.value = chosen;
    }, value);
  await button(page, "/vai-tro").click();
  await page.waitForLoadState();
}

/** Opens the division of work that is owed still, in which the partner cooperates. */
async function openDivision(page) {
  await page.goto("/theo-doi");
  const boards = await page.$$eval('main a[href^="/theo-doi/"]', (all) =>
    all.map((one) => one.pathname),
  );
  for (const board of new Set(boards)) {
    if (!/^\/theo-doi\/[0-9A-Z]+$/.test(board)) continue;
    await page.goto(`${board}/viec?tinh-trang=due_soon`);
    const tasks = await page.$$eval('main tbody a[href^="/viec/"]', (all) =>
      all.map((one) => one.pathname),
    );
    for (const task of new Set(tasks)) {
      await page.goto(task);
      const offer = page.locator("main a", { hasText: "Chia phần với cơ quan phối hợp" });
      if ((await offer.count()) === 0) continue;
      await offer.click();
      await page.waitForURL(/phan-cong$/);
      if ((await page.locator(`main [name=agency] option[value=${PARTNER}]`).count()) > 0) return;
    }
  }
  expect(false, "nothing is owed that may be divided");
}

async function propose(page) {
  await expectSound(page, "who does what, nobody yet");
  await page.selectOption("[name=agency]", PARTNER);
  await page.fill("[name=content]", "Viết một phần báo cáo");
  await page.fill("[name=due_on]", "01/01/2030");
  await button(page, "/phan-cong").click();
  await page.waitForSelector("text=không được sau hạn");
  await expectSound(page, "a proposal, refused");
  await page.fill("[name=due_on]", "");
  await button(page, "/phan-cong").click();
  await page.waitForSelector("text=Đã gửi đề nghị");
  await expectSound(page, "who does what, one asked");
}

/** As it stands for who may for both agencies: it is not theirs to answer. */
async function lookAt(page) {
  await page.locator('main a[href^="/phan-viec/"]').first().click();
  await page.waitForURL(/\/phan-viec\/[0-9A-Z]+$/);
  await expectSound(page, "what was proposed, for who does not answer");
  expectEqual(await page.locator('main form[action$="/dong-y"]').count(), 0, "forms to agree");
}

async function counter(page) {
  await expectSound(page, "what was proposed");
  const form = 'main form[action$="/de-nghi-khac"]';
  await page.fill(`${form} [name=content]`, "Viết chương hai");
  await button(page, "/de-nghi-khac").click();
  await page.waitForSelector("text=Chưa có lý do");
  await expectSound(page, "another offer, refused");
  await page.fill(`${form} [name=reason]`, "Chương một không thuộc ngành");
  await button(page, "/de-nghi-khac").click();
  await page.waitForSelector("text=Đã trả lời cơ quan chủ trì");
  await expectSound(page, "another offer");
}

async function agree(page) {
  await page.reload();
  await button(page, "/dong-y").click();
  await page.waitForSelector("text=Đã thống nhất. Phần việc hiện");
  await expectSound(page, "what was agreed");
  expectEqual(await page.locator("main ol > li").count(), 3, "steps of the history");
}

/** One click; a page that was opened before is told that it was done today. */
async function nudge(page, division) {
  await page.goto(division);
  const twin = await page.context().newPage();
  await twin.goto(division);
  await page.locator("main .nudge__button").first().click();
  await page.waitForSelector("text=Đã nhắc. Chuông báo tới ngay");
  await expectSound(page, "who does what, nudged");
  expectEqual(await page.locator("main .nudge__button").count(), 0, "buttons to nudge again");
  await twin.locator("main .nudge__button").first().click();
  await twin.waitForSelector("text=Hôm nay đã nhắc rồi");
}

export const tests = [
  [
    "a part is proposed, countered, agreed to and nudged on sound pages",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signInByLink(page, house.links[COORDINATOR]);
        await openDivision(page);
        const division = new URL(page.url()).pathname;
        await propose(page);
        await lookAt(page);
        await onPage(house.browser, house.baseUrl, {}, async (administrators) => {
          await signInByLink(administrators, house.links[ADMINISTRATOR]);
          await makeHead(administrators);
        });
        await onPage(house.browser, house.baseUrl, {}, async (partners) => {
          await signInByLink(partners, house.links[OFFICER]);
          await partners.goto("/viec");
          await expectSound(partners, "the inbox of who is asked");
          await partners.goto(new URL(page.url()).pathname);
          await counter(partners);
        });
        await agree(page);
        await page.locator("main dd a[href^='/viec/']").last().click();
        await page.getByText("Phần việc đã thống nhất với cơ quan chủ trì").waitFor();
        await expectSound(page, "the part");
        await page.goto("/phan-viec?muc=da-gui");
        await expectSound(page, "what the agency proposed");
        await nudge(page, division);
      }),
  ],
];
