// The calendar in the browser: the year is read and asked without script, and an administrator adds
// a day, sees what would move, saves it and takes it out again.
import { axeFindings, expect, expectEqual, onPage, overflowPixels, sizes } from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

export const start = startProduct;

const ADMINISTRATOR = 4; // the last of the printed links

async function checkPage(page, what) {
  expectEqual(await page.locator("h1").count(), 1, `number of h1: ${what}`);
  if (page.isWithoutScript) return; // axe and the measure are scripts
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
  expectEqual(await overflowPixels(page), 0, `pixels too wide: ${what}`);
}

/** A link works once, so that its cookies are kept. */
let cookies;
async function signIn(page, house) {
  if (cookies) return page.context().addCookies(cookies);
  await page.goto(house.links[ADMINISTRATOR]);
  await page.click("main form button");
  await page.waitForLoadState();
  cookies = await page.context().cookies();
}

async function asks(page) {
  await page.goto("/lich-lam-viec");
  await page.fill("[name=tu]", "24/4/2026");
  await page.fill("[name=so]", "4");
  await page.click("main form button:has-text('Tính')");
  await page.locator("#tra-loi :text('Đến hạn: hết thứ Ba 05/05/2026.')").waitFor();
  await checkPage(page, "the answer");
}

async function changes(page, day) {
  await page.goto("/lich-lam-viec/ngay");
  await page.fill("[name=from]", day);
  await page.selectOption("[name=kind]", "local_off");
  await page.fill("[name=name]", "Nghỉ tránh bão");
  await page.fill("[name=source]", "Công điện số 3");
  await page.click("text=Xem hạn nào dời");
  await page.locator("text=Nếu lưu thì").waitFor();
  await checkPage(page, "what would move");
  await page.click("main form button:has-text('Lưu')");
  await page.waitForURL(/lich-lam-viec\?nam=/);
  await checkPage(page, "the year with the day");
  await page.locator("tr", { hasText: "Nghỉ tránh bão" }).locator("a").click();
  await page.waitForURL(/sua=/);
  await page.click("text=Bỏ khỏi lịch");
  await page.click("main form button:has-text('Lưu')");
  await page.waitForURL(/lich-lam-viec\?nam=/);
  expectEqual(await page.locator("tr", { hasText: "Nghỉ tránh bão" }).count(), 0, "taken out");
}

export const tests = [
  [
    "anybody asks which day is due, without script",
    (house) =>
      onPage(house.browser, house.baseUrl, { script: false }, async (page) => {
        page.isWithoutScript = true;
        await asks(page);
      }),
  ],
  ...[
    ["desk", sizes.desk, "1/7/2026"],
    ["phone", sizes.narrow, "2/7/2026"],
  ].map(([name, size, day]) => [
    `an administrator adds a day and takes it out, on a ${name}`,
    (house) =>
      onPage(house.browser, house.baseUrl, { size }, async (page) => {
        await signIn(page, house);
        await asks(page);
        await changes(page, day);
        expect(page.url().includes("/lich-lam-viec"), "back at the calendar");
      }),
  ]),
];
