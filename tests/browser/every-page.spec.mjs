// Every page of the house that needs nothing in its address, as those who may open it see it: at
// 320 and at 1280 pixels. A new route is looked at from its first day, without being named here.
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

const FILES = /\.(csv|xlsx|docx|zip|json|ics|txt)$/;
const PAGES = readFileSync(join(root, "app/routes.txt"), "utf8")
  .split("\n")
  .filter((line) => / GET /.test(line) && !line.includes("{"))
  .map((line) => line.split(" ")[0])
  .filter((path) => !FILES.test(path) && !path.startsWith("/api/") && !path.includes("/.well-"));
// The links in the order printed: coordinator, officer, editor, overseer, administrator.
const ROLES = { coordinator: 0, overseer: 3, administrator: 4 };
const FEWEST = { coordinator: 15, overseer: 12, administrator: 18 };
// Leads to another site, or back to signing in, where nothing was begun.
const ELSEWHERE = ["/dang-nhap/dinh-danh", "/dang-nhap/dinh-danh/tro-ve", "/dang-nhap/buoc-hai"];

const sessions = {};
async function signIn(page, house, role) {
  if (sessions[role]) return page.context().addCookies(sessions[role]);
  await page.goto(house.links[ROLES[role]]);
  await page.click("main form button");
  await page.waitForLoadState();
  sessions[role] = await page.context().cookies();
}

async function look(page, path, findings) {
  const answer = await page.goto(path);
  if (answer.status() !== 200) return false;
  for (const size of [sizes.narrow, sizes.desk]) {
    await page.setViewportSize(size);
    const wide = await overflowPixels(page);
    if (wide > 0) findings.push(`${path}: ${wide} pixels wider than ${size.width}`);
  }
  if ((await page.locator("h1").count()) !== 1) findings.push(`${path}: not one h1`);
  for (const finding of await axeFindings(page)) findings.push(`${path}: ${finding}`);
  return true;
}

export const tests = Object.keys(ROLES).map((role) => [
  `every page open to the ${role} is sound and fits 320 px`,
  (house) =>
    onPage(house.browser, house.baseUrl, {}, async (page) => {
      await signIn(page, house, role);
      const findings = [];
      let opened = 0;
      for (const path of PAGES.filter((one) => !ELSEWHERE.includes(one)))
        if (await look(page, path, findings)) opened += 1;
      expectEqual(findings, [], "findings");
      expect(opened >= FEWEST[role], `only ${opened} pages were opened`);
      page.faults = page.faults.filter((fault) => !/status of 40[34]/.test(fault));
    }),
]);
