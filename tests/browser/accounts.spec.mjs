// Accounts in the browser: an administrator invites a person, who chooses a password, signs in and
// sees their sessions. Every page on the way, on a desk and on a phone.
import { createHmac } from "node:crypto";

import { axeFindings, expect, expectEqual, onPage, overflowPixels, sizes } from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

export const start = startProduct;

const PASSWORD = "chuồn chuồn bay thấp thì mưa";
const ADMINISTRATOR = 4; // the fifth of the printed links
const PEOPLE = [
  { size: sizes.desk, name: "Mạc Gia Bảo", userName: "bao@songlam.gov.vn" },
  { size: sizes.phone, name: "Vi Thảo Nhiên", userName: "nhien@songlam.gov.vn" },
];

async function checkPage(page, what) {
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
  expectEqual(await page.locator("h1").count(), 1, `number of h1: ${what}`);
  expectEqual(await overflowPixels(page), 0, `pixels too wide: ${what}`);
}

/** The session of the administrator: a link works once, so that its cookies are kept. */
let administrator;
async function signInByLink(page, house) {
  if (administrator) return page.context().addCookies(administrator);
  await page.goto(house.links[ADMINISTRATOR]);
  await page.click("main form button");
  await page.waitForLoadState();
  administrator = await page.context().cookies();
}

/** The select stays in the form behind its type-ahead: what it holds is what is sent. */
const choose = (page, name, value) =>
  page.locator(`select[name=${name}]`).evaluate((select, chosen) => {
    select.value = chosen;
  }, value);

/** Goes through the form of a new account; gives the address on the slip. */
async function invite(page, { name, userName }) {
  await page.goto("/tai-khoan");
  await checkPage(page, "the list of accounts");
  await page.goto("/tai-khoan/ma-truy-cap");
  await checkPage(page, "the tokens of all");
  await page.goto("/tai-khoan/them-moi");
  await checkPage(page, "the form of a new account");
  await page.click("main form button[type=submit], main form button:not([type])");
  await page.waitForLoadState();
  await checkPage(page, "the form with its faults");
  page.faults.length = 0; // the 422 itself
  await page.fill("[name=name]", name);
  await page.fill("[name=user_name]", userName);
  await choose(page, "agency", "SYT");
  await choose(page, "role", "editor");
  await page.click("main form button[type=submit], main form button:not([type])");
  await page.waitForSelector("main code");
  await checkPage(page, "the slip");
  const address = await page.textContent("main code");
  const account = await page.locator('nav a[href^="/tai-khoan/"]').last().getAttribute("href");
  await page.goto(`${account}/hai-buoc`);
  await checkPage(page, "taking a second factor away");
  await page.goto(`${account}/mo-lai`);
  await checkPage(page, "the question before an account is reopened");
  await page.goto(account);
  await checkPage(page, "the account");
  await page.click("text=Khóa tài khoản");
  await page.waitForLoadState();
  await checkPage(page, "the question before an account is disabled");
  return new URL(address).pathname;
}

/** What the app on a telephone shows for that secret (RFC 6238); 0: now, 1: half a minute later. */
function codeOf(secret, later) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"));
  const key = Buffer.from(bits.join("").match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const digest = createHmac("sha1", key).update(step).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** The page that sets a telephone up, then the recovery codes; gives the secret. */
async function setUpTelephone(page) {
  await page.waitForSelector("svg.qr-code");
  await checkPage(page, "setting a telephone up");
  const secret = (await page.textContent("main ol code")).replaceAll(" ", "");
  await page.fill("[name=code]", "000000");
  await page.click("main form button");
  await page.waitForSelector("[aria-invalid=true]");
  await checkPage(page, "a wrong first code");
  page.faults.length = 0; // the 422 itself
  await page.fill("[name=code]", codeOf(secret, 0));
  await page.click("main form button");
  await page.waitForSelector("ol.recovery-codes");
  await checkPage(page, "the recovery codes");
  expectEqual(await page.locator("ol.recovery-codes li").count(), 10, "ten of them");
  return secret;
}

async function chooseAndSignIn(page, path, userName) {
  await page.goto(path);
  await checkPage(page, "the invitation");
  await page.fill("[name=password]", PASSWORD);
  await page.fill("[name=password_again]", PASSWORD);
  await page.click("main form button");
  const secret = await setUpTelephone(page);
  await page.context().clearCookies();
  await page.goto("/tai-khoan/cua-toi");
  await checkPage(page, "signing in");
  await page.fill("[name=user_name]", userName);
  await page.fill("[name=password]", "sai");
  await page.click("main form button");
  await page.waitForSelector("[aria-invalid=true]");
  await checkPage(page, "signing in refused");
  page.faults.length = 0; // the 422 itself
  expectEqual(await page.inputValue("[name=user_name]"), userName, "what was typed is kept");
  expectEqual(await page.inputValue("[name=password]"), "", "but the password");
  await page.fill("[name=password]", PASSWORD);
  await page.click("main form button");
  await page.waitForURL("**/dang-nhap/buoc-hai");
  await checkPage(page, "the second step");
  await page.fill("[name=code]", "000000");
  await page.click("main form button");
  await page.waitForSelector("[aria-invalid=true]");
  await checkPage(page, "a wrong code");
  page.faults.length = 0; // the 422 itself
  await page.fill("[name=code]", codeOf(secret, 1));
  await page.click("main form button");
  await page.waitForURL("**/tai-khoan/cua-toi");
  await checkPage(page, "one's own account");
  await page.goto("/tai-khoan/cua-toi/hai-buoc");
  await checkPage(page, "one's own second factor");
  await page.goto("/tai-khoan/cua-toi");
  expect((await page.textContent("main")).includes("Phiên này"), "this session is marked");
}

const TOKENS = "/tai-khoan/cua-toi/ma-truy-cap";

/** Makes a token for a program, and ends it. */
async function makeToken(page) {
  await page.goto(TOKENS);
  await checkPage(page, "one's own tokens, none yet");
  const submit = `form[action="${TOKENS}"] button`;
  await page.click(submit);
  await page.waitForSelector("[aria-invalid=true]");
  await checkPage(page, "the form of a token with its fault");
  page.faults.length = 0; // the 422 itself
  await page.fill("[name=name]", "Kho dữ liệu của sở");
  await page.check("[name=scope]");
  await page.fill("[name=networks]", "203.0.113.0/26\n2001:db8:7::/48");
  await page.fill("[name=password]", PASSWORD);
  await page.click(submit);
  await page.waitForSelector("main code");
  await checkPage(page, "the token, this once");
  await page.goto(TOKENS);
  await checkPage(page, "one's own tokens");
}

/** How the store of files is: nothing to mend in a new house. */
const storeTest = (size) => [
  `an administrator sees how the store of files is, ${size.width} px wide`,
  (house) =>
    onPage(house.browser, house.baseUrl, { size }, async (page) => {
      await signInByLink(page, house);
      await page.goto("/kho-tep");
      await checkPage(page, "the store of files");
      expect((await page.textContent("main")).includes("Đang giữ"), "the store is told");
    }),
];

const personTests = PEOPLE.map((person) => [
  `an invited person chooses a password and signs in, ${person.size.width} px wide`,
  async (house) => {
    let path;
    await onPage(house.browser, house.baseUrl, { size: person.size }, async (page) => {
      await signInByLink(page, house);
      path = await invite(page, person);
    });
    await onPage(house.browser, house.baseUrl, { size: person.size }, async (page) => {
      await chooseAndSignIn(page, path, person.userName);
      await makeToken(page);
    });
    await onPage(house.browser, house.baseUrl, { size: person.size }, async (page) => {
      await signInByLink(page, house);
      await page.goto("/tai-khoan/ma-truy-cap");
      await checkPage(page, "the tokens of all, with one");
    });
  },
]);

export const tests = [...personTests, storeTest(sizes.narrow), storeTest(sizes.desk)];
