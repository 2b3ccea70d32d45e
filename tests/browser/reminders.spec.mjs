// Who is late is reminded: by one click of the coordinator, in the bell and by a letter, which is
// answered from its link without signing in; letters are refused from theirs; days that work is due
// show in calendars of one's own. Every page on the way, on a phone and on a desk.
import {
  axeFindings,
  expect,
  expectEqual,
  onPage,
  overflowPixels,
  sizes,
  tabTo,
} from "./harness.mjs";
import { BY_PASSWORD, invite, submit } from "./invitation.mjs";
import { startMailbox } from "./mailbox.mjs";
import { startProduct } from "./product-server.mjs";

const COORDINATOR = 0; // the first of the printed links
const SITE = "https://cchc.songlam.example";
const NINE_ON_A_TUESDAY = "2026-11-24 02:00:00"; // in Vietnam: offices are open
const AGENCY = "Sở Y tế";
const OFFICER = {
  name: "Mạc Gia Bảo",
  userName: "bao@songlam.example",
  agency: "SYT",
  role: "agency_officer",
  password: "chuồn chuồn bay thấp thì mưa",
};
const ANSWER = "Đã viết hai bài, đang chờ duyệt";
const PDF = Buffer.from("%PDF-1.7\ndanh sách lớp tập huấn");

export async function start(build) {
  const mailbox = await startMailbox();
  const product = await startProduct(
    build,
    [
      `mail.url=smtp://127.0.0.1:${mailbox.port}`,
      "mail.from=cchc@songlam.example",
      "mail.requires_tls=false",
      `province.site=${SITE}`,
      BY_PASSWORD,
    ],
    NINE_ON_A_TUESDAY,
  );
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
  for (const size of [sizes.narrow, sizes.phone, sizes.desk]) {
    await page.setViewportSize(size);
    expectEqual(await overflowPixels(page), 0, `pixels too wide at ${size.width}: ${what}`);
  }
  expectEqual(await page.locator("h1").count(), 1, `number of h1: ${what}`);
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
}

/** Links and slips work once, so that their cookies are kept. */
const cookies = {};
const as = (who, enter, walk) => (house) =>
  onPage(house.browser, house.baseUrl, {}, async (page) => {
    if (cookies[who]) await page.context().addCookies(cookies[who]);
    else await enter(page, house);
    cookies[who] ??= await page.context().cookies();
    await walk(page, house);
  });

async function enterByLink(page, house) {
  await page.goto(house.links[COORDINATOR]);
  await submit(page);
}

const asCoordinator = (walk) => as("coordinator", enterByLink, walk);
const asOfficer = (walk) => as("officer", (page, house) => invite(page, house, OFFICER), walk);
const asNobody = (walk) => (house) =>
  onPage(house.browser, house.baseUrl, {}, (page) => walk(page, house));

/** The addresses that a letter names, below `beginning`. */
async function linksIn(house, beginning) {
  const letter = await house.mailbox.letter(0);
  return [...letter.matchAll(new RegExp(`${SITE}(${beginning}\\S+)`, "g"))].map(([, path]) => path);
}

async function nudges(page) {
  await page.goto("/theo-doi");
  await page.locator('main tbody th a[href^="/theo-doi/"]').first().click();
  await page.waitForURL(/theo-doi\/[0-9A-Z]+$/);
  const board = new URL(page.url()).pathname;
  await page.goto(`${board}/cham`);
  await checkPage(page, "the list of the late");
  expectEqual(await page.locator("main li.nudge").count(), 20, "agencies on the first page");
  await page.fill("[name=tim]", "so y te");
  await page.click("main form[role=search] button");
  await page.waitForURL(/tim=/);
  await page.click(`main button:has-text("Nhắc ${AGENCY}")`);
  await page.waitForSelector("text=Đã nhắc. Chuông báo tới ngay");
  await checkPage(page, "the list of the late after a nudge");
  const row = page.locator("main li.nudge", { hasText: AGENCY });
  expect((await row.textContent()).includes("Hôm nay đã nhắc"), "no second nudge is offered");
  expectEqual(await row.locator("button").count(), 0, "buttons to nudge again");
  await page.goto(`${board}/cham`);
  await choosesByKeyboard(page);
  await page.click("main a:has-text('Đã nhắc việc')");
  await page.waitForURL(/nhac-viec$/);
  await checkPage(page, "what was reminded of");
  const said = await page.textContent("main");
  expect(said.includes(OFFICER.name), "it says who was told");
  expect(said.includes("(Quý I/2026)") && said.includes("(Quý II/2026)"), "and of which quarter");
}

/** Nobody chosen is said beside the list; a box, or all of the page, by keyboard alone. */
async function choosesByKeyboard(page) {
  await page.setViewportSize(sizes.phone);
  await tabTo(page, ".nudges__bar button");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Chưa chọn ai để nhắc");
  await checkPage(page, "a nudge of nobody");
  await tabTo(page, "[data-check-all] input");
  await page.keyboard.press("Space");
  const boxes = page.locator("main [name=agency]");
  const chosen = await boxes.evaluateAll((all) => all.every((box) => box.checked));
  expect((await boxes.count()) > 1 && chosen, "every box of the page is chosen");
  await page.keyboard.press("Space");
  await page.locator("main li.nudge").last().scrollIntoViewIfNeeded();
  const button = await page.locator("main button:has-text('Nhắc đã chọn')").boundingBox();
  expect(button.y >= 0 && button.y < sizes.phone.height, "the button stays in sight");
}

async function hearsTheBell(page) {
  await page.goto("/viec");
  const count = page.locator(".site-bell__count").first();
  await count.waitFor();
  expectEqual((await count.textContent()).trim(), "1 chưa đọc", "what the bell counts");
  await page.setViewportSize(sizes.phone);
  const { width, height } = await count.boundingBox();
  expect(width * 1.2 > height, `the count is round on a phone: ${width} × ${height}`);
  await page.goto("/thong-bao");
  await checkPage(page, "the bell's page");
  await page.click("main table button:has-text('Mở')");
  await page.waitForURL(/\/viec$/);
  await page.goto("/thong-bao/cach-nhan");
  await checkPage(page, "how to be told");
}

/** A scanner opens each address of a letter, before the person and as often as it likes. */
async function looksTwice(page, house) {
  const [path] = await linksIn(house, "/tra-loi/");
  for (const time of ["first", "second"]) {
    expectEqual((await page.goto(path)).status(), 200, `looking for the ${time} time`);
    expectEqual(await page.locator("main form").count(), 2, "forms, as nothing is answered");
    await page.context().clearCookies();
  }
}

/** A refused result keeps its words and its file; the form of the other answer stays as it was. */
async function sendsAFile(page) {
  await page.fill("[name=title]", "Lớp tập huấn một cửa");
  await page.fill("[name=happened_on]", "25/11/2026"); // tomorrow
  await page.fill("[name=quantity]", "1");
  const file = { name: "danh-sach.pdf", mimeType: "application/pdf", buffer: PDF };
  await page.setInputFiles("[name=proof]", file);
  await page.click("main button:has-text('Báo đã làm xong')");
  await page.waitForSelector("text=Tệp đã nhận: danh-sach.pdf");
  expectEqual(await page.inputValue("[name=title]"), "Lớp tập huấn một cửa", "the title");
  await checkPage(page, "a refused result with its file");
}

async function answers(page, house) {
  const [path] = await linksIn(house, "/tra-loi/");
  await page.goto(path);
  await checkPage(page, "the link of the letter");
  const tab = await page.context().newPage(); // left open meanwhile
  await tab.goto(path);
  await page.click("main button:has-text('Trả lời đang làm')");
  await page.waitForSelector("[aria-invalid=true]");
  await checkPage(page, "an answer that says nothing");
  await sendsAFile(page);
  await page.fill("[name=text]", ANSWER);
  await page.fill("[name=expected_on]", "23/11/2026"); // yesterday
  await page.click("main button:has-text('Trả lời đang làm')");
  await page.waitForSelector("text=Ngày dự kiến xong đã qua");
  expectEqual(await page.inputValue("[name=text]"), ANSWER, "what was typed");
  await page.fill("[name=expected_on]", "27/11/2026");
  await page.click("main button:has-text('Trả lời đang làm')");
  await page.waitForSelector("text=Mỗi đường dẫn trả lời một lần");
  await checkPage(page, "the answer");
  expectEqual(await page.locator("main form").count(), 0, "forms after the answer");
  await tab.fill("[name=text]", "Câu trả lời thứ hai");
  await tab.click("main button:has-text('Trả lời đang làm')");
  await tab.waitForSelector("text=Đường dẫn này đã được trả lời");
  await checkPage(tab, "a second answer");
}

async function readsTheAnswer(page) {
  await page.goto("/theo-doi");
  const board = await page
    .locator('main tbody th a[href^="/theo-doi/"]')
    .first()
    .getAttribute("href");
  await page.goto(`${board}/nhac-viec`);
  const said = await page.textContent("main");
  expect(said.includes(`Đang làm, dự kiến xong 27/11/2026: ${ANSWER}`), "the answer is listed");
  expect(!said.includes("Câu trả lời thứ hai"), "the second answer is not kept");
}

async function refusesLetters(page, house) {
  const [path] = await linksIn(house, "/thong-bao/ngung/");
  for (const time of ["first", "second"]) {
    expectEqual((await page.goto(path)).status(), 200, `looking for the ${time} time`);
    expectEqual(await page.locator("button:has-text('Thôi nhận')").count(), 1, "not refused yet");
  }
  await checkPage(page, "refusing letters");
  await page.click("main button:has-text('Thôi nhận')");
  await page.waitForSelector("text=Từ nay không gửi loại tin này");
  await checkPage(page, "letters refused");
  await page.click("main button:has-text('Nhận lại')");
  await page.waitForSelector("main button:has-text('Thôi nhận')");
}

/** The status of an address asked for as a calendar does, without a session. */
async function fetched(house, path) {
  const answer = await fetch(house.baseUrl + path);
  return {
    status: answer.status,
    kind: answer.headers.get("content-type"),
    text: await answer.text(),
  };
}

async function keepsCalendar(page, house) {
  await page.goto("/lich-cua-toi");
  await checkPage(page, "calendars before there is one");
  await page.selectOption("[name=whose]", { label: "Việc của cả cơ quan" });
  await page.click("main button:has-text('Tạo địa chỉ lịch')");
  await page.waitForSelector("main code");
  await checkPage(page, "the address of a new calendar");
  const address = (await page.textContent("main code")).trim();
  expect(address.startsWith(SITE), "the address is that of the site");
  const path = address.slice(SITE.length);
  const feed = await fetched(house, path);
  expectEqual([feed.status, feed.kind], [200, "text/calendar; charset=utf-8"], "the calendar");
  expect(feed.text.startsWith("BEGIN:VCALENDAR") && feed.text.includes("SUMMARY"), "its days");
  await page.click("main a:has-text('Về Lịch của tôi')");
  await page.waitForSelector("main table");
  await checkPage(page, "a calendar in use");
  await page.click("main button:has-text('Thu hồi')");
  await page.waitForSelector("text=Đã thu hồi");
  expectEqual((await fetched(house, path)).status, 404, "the calendar after it was revoked");
}

export const tests = [
  ["an officer with a mailbox comes in", asOfficer(async () => {})],
  ["a late agency is nudged by one click, once a day", asCoordinator(nudges)],
  ["the bell tells the officer at once, and leads to the work", asOfficer(hearsTheBell)],
  ["looking at the link of a letter answers nothing", asNobody(looksTwice)],
  ["a letter is answered from its link, without signing in, once", asNobody(answers)],
  ["the coordinator reads the answer", asCoordinator(readsTheAnswer)],
  ["letters of a kind are refused from their link, and wanted again", asNobody(refusesLetters)],
  ["a calendar of one's own can be read until it is revoked", asOfficer(keepsCalendar)],
];
