// Personal data in the browser: a person asks, the person appointed answers. Every page on the way,
// on a desk and on a phone.
import { axeFindings, expect, expectEqual, onPage, overflowPixels, sizes } from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

export const start = startProduct;

const OFFICER = 1; // of the printed links
const ADMINISTRATOR = 4;
const cookies = new Map();

async function checkPage(page, what) {
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
  expectEqual(await page.locator("h1").count(), 1, `number of h1: ${what}`);
  expectEqual(await overflowPixels(page), 0, `pixels too wide: ${what}`);
}

/** A link works once, so that its cookies are kept. */
async function signIn(page, house, who) {
  await page.context().clearCookies();
  if (cookies.has(who)) return page.context().addCookies(cookies.get(who));
  await page.goto(house.links[who]);
  await page.click("main form button");
  await page.waitForLoadState();
  cookies.set(who, await page.context().cookies());
}

const submit = async (page, action) => {
  await page.click(`form[action$="${action}"] button`);
  await page.waitForLoadState();
};

const choose = (page, name, value) =>
  page.locator(`select[name=${name}]`).evaluate((select, chosen) => {
    select.value = chosen;
  }, value);

async function asks(page) {
  await page.goto("/tai-khoan/cua-toi/du-lieu");
  await checkPage(page, "one's own data");
  await submit(page, "/yeu-cau");
  await checkPage(page, "the form with its fault");
  page.faults.length = 0; // the 422 itself
  await choose(page, "kind", "deletion");
  await page.fill("[name=wish]", "Xóa số điện thoại cá nhân của tôi khỏi mọi nơi");
  await submit(page, "/yeu-cau");
  expect((await page.textContent("main")).includes("Mới nhận"), "the request is there");
  await page.click('form[action$="/dong-y"] button >> nth=0');
  await page.waitForLoadState();
  await checkPage(page, "one's own data with a request");
}

async function answers(page) {
  await page.goto("/du-lieu-ca-nhan");
  await checkPage(page, "the inbox");
  await page.click("main tbody a >> nth=-1");
  await page.waitForLoadState();
  await checkPage(page, "a request");
  await submit(page, "/xac-nhan");
  await submit(page, "/tra-loi");
  await checkPage(page, "an answer with its fault");
  page.faults.length = 0; // the 422 itself
  await page.check("[name=outcome][value=refused]");
  await page.fill("[name=answer]", "Số điện thoại công vụ phải giữ theo luật.");
  await submit(page, "/tra-loi");
  await checkPage(page, "an answered request");
  await page.goto("/du-lieu-ca-nhan?muc=da-tra-loi");
  await checkPage(page, "the answered requests");
  await page.goto("/du-lieu-ca-nhan/tiep-nhan");
  await checkPage(page, "a request on paper");
}

export const tests = [sizes.desk, sizes.phone].map((size) => [
  `a request about one's data is asked and answered, ${size.width} px wide`,
  (house) =>
    onPage(house.browser, house.baseUrl, { size }, async (page) => {
      await signIn(page, house, OFFICER);
      await asks(page);
      await signIn(page, house, ADMINISTRATOR);
      await answers(page);
    }),
]);
