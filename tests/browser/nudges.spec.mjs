// Buttons that nudge: one click reminds and is logged, a second one on the same day is refused;
// their pages on a desk and on a phone.
import { expect, expectEqual, expectSound, onPage } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

// Offices are open, and what a month asks for is due within a week.
const NINE_ON_A_TUESDAY = "2026-11-24 02:00:00";
export const start = (build) => startProduct(build, [], NINE_ON_A_TUESDAY);

const COORDINATOR = 0; // the first of the printed links

/** A link works once, so that its cookies are kept. */
let cookies;
async function signIn(page, house) {
  if (cookies) return page.context().addCookies(cookies);
  await signInByLink(page, house.links[COORDINATOR]);
  cookies = await page.context().cookies();
}

async function boardsOf(page) {
  await page.goto("/theo-doi");
  const all = await page.$$eval('main tbody a[href^="/theo-doi/"]', (links) =>
    links.map((one) => one.pathname),
  );
  return [...new Set(all)].filter((path) => /^\/theo-doi\/[0-9A-Z]+$/.test(path));
}

/** Nudges the first agency that may be nudged, also from a page that was opened before that. */
async function nudgesOnce(page, path) {
  await page.goto(path);
  await expectSound(page, path);
  const buttons = page.locator("main .nudge__button");
  const agency = await buttons.first().getAttribute("value");
  const name = (await buttons.first().textContent()).replace("Nhắc", "").trim();
  const twin = await page.context().newPage();
  await twin.goto(path);
  await page.locator(`main .nudge__button[value="${agency}"]`).click();
  await page.waitForSelector("text=Đã nhắc. Chuông báo tới ngay");
  await expectSound(page, `${path}, nudged`);
  const again = page.locator(`main .nudge__button[value="${agency}"]`);
  expectEqual(await again.count(), 0, "buttons to nudge the same agency again");
  await twin.locator(`main .nudge__button[value="${agency}"]`).click();
  await twin.waitForSelector("text=Hôm nay đã nhắc rồi");
  await twin.close();
  return name;
}

async function onBoard(page, below) {
  for (const board of await boardsOf(page)) {
    await page.goto(board + below);
    if ((await page.locator("main .nudge__button").count()) === 0) continue;
    const name = await nudgesOnce(page, board + below);
    await page.goto(`${board}/nhac-viec`);
    await expectSound(page, "what was nudged");
    expect((await page.textContent("main")).includes(name), `${name} stands in the log`);
    return;
  }
  expect(false, `nobody may be nudged on ${below}`);
}

/** What others owe by an item that one's agency leads, directs or oversees. */
async function onFollowed(page) {
  await page.goto("/viec/theo-doi");
  await expectSound(page, "what is followed");
  const items = await page.$$eval('main tbody a[href^="/viec/theo-doi/"]', (links) =>
    links.map((one) => one.pathname),
  );
  for (const item of new Set(items)) {
    await page.goto(item);
    await expectSound(page, item);
    if ((await page.locator("main .nudge__button").count()) === 0) continue;
    await nudgesOnce(page, item);
    return;
  }
}

const asCoordinator = (walk) => (house) =>
  onPage(house.browser, house.baseUrl, {}, async (page) => {
    await signIn(page, house);
    await walk(page);
  });

export const tests = [
  [
    "who is late is nudged once a day, and the log says so",
    asCoordinator((page) => onBoard(page, "/cham")),
  ],
  [
    "who has work due soon is nudged once a day, and the log says so",
    asCoordinator((page) => onBoard(page, "/sap-den-han")),
  ],
  ["what one's agency follows stands on sound pages", asCoordinator(onFollowed)],
];
