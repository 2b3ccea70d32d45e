// Every page of the house as those who may open it see it: at 320 and at 1280 pixels. A new route
// is looked at from its first day, without being named here: what its address needs ("{plan}") is
// found in the links of the pages looked at before.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import {
  axeFindings,
  expect,
  expectEqual,
  onPage,
  overflowPixels,
  root,
  sizes,
} from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

export const start = startProduct;

const FILES = /\.(csv|xlsx|docx|pdf|zip|js|json|ics|txt|bin|xml|atom|rss|webmanifest)$/;
const ROUTES = readFileSync(join(root, "app/routes.txt"), "utf8")
  .split("\n")
  .filter((line) => / GET /.test(line))
  .map((line) => line.split(" ")[0])
  .filter((path) => !FILES.test(path) && !path.startsWith("/api/") && !path.includes("/.well-"));
// What the head of every page takes in: no page of its own.
const FRAGMENTS = ["/thong-bao/so-moi"];
const PAGES = ROUTES.filter((path) => !path.includes("{") && !FRAGMENTS.includes(path));
// A file; whom an agency inspected, which evidence.spec records; links that only a letter or a
// slip holds, which accounts.spec and password_reset.spec look at; the account of an agency that
// ended, of which acting.spec makes one; a table of facts on its way in, which evidence.spec
// brings; obstacles, which obstacles.spec raises; own plans, which own_plans.spec sends; budget
// lines, which budget.spec writes; parts, which cascade.spec hands on and proposals.spec agrees on;
// series and documents, which outgoing.spec makes; links of letters, which reminders.spec follows;
// lists of late agencies, which boards.spec publishes; reports that are sent, compared and
// corrected, which report_flow.spec looks at, and brought back, as reports.spec does;
// articles, which newsroom.spec writes and publishes; issues of the newsletter, which
// newsletter.spec composes; screens and playlists, which screens.spec sets up; posters,
// which prints.spec designs; a gateway's own way in.
const LEFT_TO_OTHERS = [
  "/tep/{code}",
  "/minh-chung/nhap/{import}",
  "/so-lieu/{figure}/co-quan/{agency}",
  "/dang-nhap/{token}",
  "/loi-moi/{token}",
  "/quen-mat-khau/{token}",
  "/tai-khoan/{account}/chuyen",
  "/thong-bao/ngung/{token}",
  "/tin-nhan/{code}/{secret}",
  "/tra-loi/{token}",
  "/ke-hoach/{plan}/co-quan-cham",
  "/kinh-phi/{budget_line}",
  "/kinh-phi/moi/{plan}",
  "/viec/{task}/vuong-mac",
  "/viec/{task}/ke-hoach-rieng",
  "/viec/{task}/giao-tiep",
  "/viec/{task}/phan-giao",
  "/viec/{task}/phan-cong",
  "/phan-viec/{proposal}",
  "/ke-hoach-rieng/{own_plan}",
  "/vuong-mac/{obstacle}",
  "/so-van-ban/{series}",
  "/bao-cao/{report}/dieu-chinh",
  "/bao-cao/{report}/lan-gui/{number}",
  "/bao-cao/{report}/so-sanh",
  "/bao-cao/{report}/nhap/{brought}",
  "/bien-nhan/{receipt}",
  "/mau-bao-cao/{form}/soan/xem-thu",
  "/ban-tin/{so}",
  "/bao-chi/{press_request}",
  "/nhat-ky-dang-phat/{placement}",
  "/noi-dang-phat/{outlet}",
  "/soan-phat-thanh/{script}",
  "/truyen-thanh/chuong-trinh/{script}/am-thanh.mp3",
  "/nghe-lai/{script}",
  "/nghe-lai/{script}/am-thanh.mp3",
  "/soan-phat-thanh/{script}/am-thanh.mp3",
  "/soan-phat-thanh/{script}/am-thanh/tien-do",
  "/soan-phat-thanh/{script}/ban-doc",
  "/bang-dien-tu/{screen}",
  "/bang-dien-tu/chuong-trinh/{playlist}",
  "/man-hinh/tep/{sha256}",
  "/ban-tin/thoi-nhan/{token}",
  "/ban-tin/xac-nhan/{token}",
  "/do-hoa/{hinh}",
  "/do-hoa/{hinh}/do-hoa.png",
  "/do-hoa/{hinh}/do-hoa.svg",
  "/soan-do-hoa/{design}",
  "/soan-do-hoa/{design}/anh.png",
  "/soan-do-hoa/{design}/bo-in/tien-do",
  "/soan-do-hoa/{design}/xem-truoc.svg",
  "/soan-ban-tin/{issue}",
  "/soan-ban-tin/{issue}/xem-truoc",
  "/tin-bai/{slug}",
  "/tin-bai/tep/{sha256}",
  "/toa-soan/{article}",
  "/toa-soan/{article}/dinh-chinh",
  "/toa-soan/{article}/so-sanh",
  "/toa-soan/{article}/sua",
  "/van-ban-di/{document}",
  "/noi-nhan/{list}",
  "/mau-van-ban/{template}",
  "/van-ban-di/{document}/ky",
  "/van-ban-di/{document}/sua",
];
const PATTERNS = ROUTES.filter((path) => path.includes("{") && !LEFT_TO_OTHERS.includes(path));
// The links in the order printed: coordinator, officer, editor, overseer, administrator.
const ROLES = { coordinator: 0, overseer: 3, administrator: 4 };
const FEWEST = { coordinator: 15, overseer: 12, administrator: 18 };
// Leads to another site, or back to signing in, where nothing was begun.
const ELSEWHERE = ["/dang-nhap/dinh-danh", "/dang-nhap/dinh-danh/tro-ve", "/dang-nhap/buoc-hai"];
// Of one pattern so many addresses are tried: a plan that is in force has no page to discard it.
const TRIES_MAX = 12;

const sessions = {};
async function signIn(page, house, role) {
  if (sessions[role]) return page.context().addCookies(sessions[role]);
  await page.goto(house.links[ROLES[role]]);
  await page.click("main form button");
  await page.waitForLoadState();
  sessions[role] = await page.context().cookies();
}

/** What each role was shown to lead on to, and which patterns somebody has looked at. */
const links = Object.fromEntries(Object.keys(ROLES).map((role) => [role, new Set()]));
const seen = new Set();

async function look(page, role, path, findings) {
  const answer = await page.goto(path);
  if (answer.status() !== 200) return false;
  for (const size of [sizes.narrow, sizes.desk]) {
    await page.setViewportSize(size);
    const wide = await overflowPixels(page);
    if (wide > 0) findings.push(`${path}: ${wide} pixels wider than ${size.width}`);
  }
  if ((await page.locator("h1").count()) !== 1) findings.push(`${path}: not one h1`);
  for (const finding of await axeFindings(page)) findings.push(`${path}: ${finding}`);
  for (const link of await page.$$eval("a[href]", (all) => all.map((one) => one.pathname)))
    links[role].add(link);
  return true;
}

/** The values of a pattern's places, by name, or nothing where the address is not of it. */
function valuesIn(pattern, path) {
  if (ROUTES.includes(path) || FILES.test(path)) return undefined;
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const found = path.match(new RegExp(`^${pattern.replace(/\{\w+\}/g, "([^/]+)")}$`));
  return found?.slice(1).map((value, at) => [names[at], value]);
}

/** Addresses of a pattern: those linked, then those made of what stands in other links. */
function addressesOf(pattern, known) {
  const linked = known.filter((path) => valuesIn(pattern, path));
  const values = {};
  for (const path of known)
    for (const other of PATTERNS)
      for (const [name, value] of valuesIn(other, path) ?? [])
        (values[name] ??= new Set()).add(value);
  let made = [pattern];
  for (const [place, name] of pattern.matchAll(/\{(\w+)\}/g))
    made = made.flatMap((path) =>
      [...(values[name] ?? [])].slice(0, TRIES_MAX).map((value) => path.replace(place, value)),
    );
  return [...new Set([...linked, ...made])].slice(0, TRIES_MAX);
}

/** Looks at one page of each pattern that nobody has looked at, as long as links lead on. */
async function lookAround(page, role, findings) {
  const tried = new Set();
  for (let known = 0; known < links[role].size; ) {
    known = links[role].size;
    for (const pattern of PATTERNS.filter((one) => !seen.has(one))) {
      for (const path of addressesOf(pattern, [...links[role]])) {
        if (tried.has(path)) continue;
        tried.add(path);
        if (!(await look(page, role, path, findings))) continue;
        seen.add(pattern);
        break;
      }
    }
  }
}

/** A report that is owed: its period is opened by a job. */
async function awaitReport(page) {
  const report = page.locator("main a[href^='/bao-cao/']").first();
  for (let tries = 0; tries < 40; ++tries) {
    await page.goto("/bao-cao");
    if ((await report.count()) > 0)
      return new URL(await report.getAttribute("href"), page.url()).pathname;
    await page.waitForTimeout(250);
  }
  throw new Error("no report was opened");
}

/** A table of agencies that waits to be taken over. */
async function proposeImport(page) {
  await page.goto("/co-quan/nhap");
  await page.setInputFiles("input[type=file]", {
    name: "co-quan.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Mã;Tên;Loại\nSDL;Sở Du lịch;department\n"),
  });
  await page.click("main form button[type=submit], main form button:not([type])");
  await page.waitForURL(/nhap\/[0-9A-Z]+$/);
  return new URL(page.url()).pathname;
}

/** The board of a plan, for everybody to see. */
async function publishBoard(page) {
  await page.goto("/theo-doi");
  await page.click("main a[href^='/theo-doi/']");
  await page.waitForLoadState();
  await page.click("main a[href$='/cong-khai']");
  await page.check("[name=phan][value=muc]");
  await page.click("text=Xem mọi người sẽ thấy gì");
  await page.click("text=Công khai đúng như trên");
  await page.waitForURL(/cong-khai$/);
  return new URL(page.url()).pathname;
}

/** A request about personal data, written down from paper. */
async function fileRequest(page) {
  await page.goto("/du-lieu-ca-nhan/tiep-nhan");
  await page.fill("[name=asker]", "Lò Thị Mận");
  await page.fill("[name=contact]", "bản Nà Sản");
  await page.selectOption("[name=kind]", "access");
  await page.click("main form button[type=submit], main form button:not([type])");
  await page.waitForURL(/du-lieu-ca-nhan\/(?!tiep-nhan)[0-9A-Z]+/);
  return new URL(page.url()).pathname;
}

const PREPARED = {
  coordinator: [awaitReport, proposeImport, publishBoard],
  overseer: [],
  administrator: [fileRequest],
};

function asRole(role, test) {
  return (house) =>
    onPage(house.browser, house.baseUrl, {}, async (page) => {
      await signIn(page, house, role);
      const findings = [];
      await test(page, findings);
      expectEqual(findings, [], "findings");
      page.faults = page.faults.filter((fault) => !/status of 40[34]/.test(fault));
    });
}

export const tests = [
  ...Object.keys(ROLES).map((role) => [
    `every page open to the ${role} is sound and fits 320 px`,
    asRole(role, async (page, findings) => {
      let opened = 0;
      for (const path of PAGES.filter((one) => !ELSEWHERE.includes(one)))
        if (await look(page, role, path, findings)) opened += 1;
      expect(opened >= FEWEST[role], `only ${opened} pages were opened`);
    }),
  ]),
  ...Object.keys(ROLES).map((role) => [
    `pages about one thing that the ${role} comes to are sound and fit 320 px`,
    asRole(role, async (page, findings) => {
      for (const prepare of PREPARED[role]) links[role].add(await prepare(page));
      await lookAround(page, role, findings);
    }),
  ]),
  [
    "no page about one thing was left out",
    async () => {
      const missing = PATTERNS.filter((one) => !seen.has(one));
      expectEqual(missing, [], "patterns of app/routes.txt that nobody has looked at");
    },
  ],
];
