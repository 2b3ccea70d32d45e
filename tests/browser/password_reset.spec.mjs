// Somebody forgot their password: the question, the letter, the new one, at 320 pixels.
import { axeFindings, expect, expectEqual, onPage, overflowPixels, sizes } from "./harness.mjs";
import { BY_PASSWORD, invite, submit, typePassword } from "./invitation.mjs";
import { startMailbox } from "./mailbox.mjs";
import { startProduct } from "./product-server.mjs";

const USER_NAME = "bao@songlam.example";
const OLD = "chuồn chuồn bay thấp thì mưa";
const NEW = "lúa chín đầy đồng tháng năm";
const PERSON = {
  name: "Mạc Gia Bảo",
  userName: USER_NAME,
  agency: "SYT",
  role: "editor",
  password: OLD,
};
const SITE = "https://cchc.songlam.example";
const ADDRESS = /https:\/\/cchc\.songlam\.example(\/quen-mat-khau\/\S+)/;

export async function start(build) {
  const mailbox = await startMailbox();
  const product = await startProduct(build, [
    `mail.url=smtp://127.0.0.1:${mailbox.port}`,
    "mail.from=cchc@songlam.example",
    "mail.requires_tls=false",
    `province.site=${SITE}`,
    BY_PASSWORD,
  ]);
  return {
    ...product,
    mailbox,
    async stop() {
      await product.stop();
      await mailbox.stop();
    },
  };
}

async function checkPage(page, what) {
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
  expectEqual(await page.locator("h1").count(), 1, `number of h1: ${what}`);
  expectEqual(await overflowPixels(page), 0, `pixels too wide: ${what}`);
}

/** Their session is left behind. */
async function comes(page, house) {
  await invite(page, house, PERSON);
  await page.context().clearCookies();
}

async function signIn(page, password) {
  await page.goto("/tai-khoan/cua-toi");
  await page.fill("[name=user_name]", USER_NAME);
  await page.fill("[name=password]", password);
  await submit(page);
}

async function asks(page) {
  await page.goto("/dang-nhap");
  await checkPage(page, "signing in");
  await page.click("main a:has-text('Quên mật khẩu')");
  await page.waitForLoadState();
  await checkPage(page, "the question");
  await page.fill("[name=user_name]", "bao@songlam"); // no domain
  await submit(page);
  await checkPage(page, "the question with its fault");
  expectEqual(await page.inputValue("[name=user_name]"), "bao@songlam", "what was typed");
  await page.fill("[name=user_name]", USER_NAME);
  await submit(page);
  await page.waitForSelector("text=Đã nhận yêu cầu");
  await checkPage(page, "the answer");
}

async function renews(page, path) {
  await page.goto(path);
  await checkPage(page, "the address of the letter");
  await typePassword(page, "ngắn");
  await page.waitForSelector("[aria-invalid=true]");
  await checkPage(page, "a password that is too short");
  await typePassword(page, NEW);
  await page.waitForSelector("text=Đã đặt mật khẩu mới");
  await checkPage(page, "signing in anew");
  await signIn(page, OLD);
  await page.waitForSelector("[aria-invalid=true]");
  await signIn(page, NEW);
  expect(page.url().endsWith("/tai-khoan/cua-toi"), "the new password signs in");
  await page.goto(path);
  await checkPage(page, "the address once used");
  page.faults.length = 0; // the 404 itself
}

export const tests = [
  [
    "a forgotten password is asked for, renewed by letter and used, 320 px wide",
    async (house) => {
      const narrow = { size: sizes.narrow };
      await onPage(house.browser, house.baseUrl, narrow, (page) => comes(page, house));
      await onPage(house.browser, house.baseUrl, narrow, async (page) => {
        await asks(page);
        const text = await house.mailbox.letter(0);
        await renews(page, text.match(ADDRESS)[1]);
        const notice = await house.mailbox.letter(1);
        expect(notice.includes("vừa được đặt mới"), "the owner hears of it");
      });
    },
  ],
];
