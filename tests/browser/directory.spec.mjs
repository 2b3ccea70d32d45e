// The directory in the browser: list, tree, groups; a table is uploaded, looked at, taken over and
// taken back. Every page on the way, on a desk and on a phone, and the public ones without script.
import { axeFindings, expect, expectEqual, onPage, overflowPixels, sizes } from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

export const start = startProduct;

const COORDINATOR = 0; // the first of the printed links
const table = (rows) => ({
  name: "cơ quan.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(rows.join("\n"), "utf-8"),
});

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
  await page.goto(house.links[COORDINATOR]);
  await page.click("main form button");
  await page.waitForLoadState();
  cookies = await page.context().cookies();
}

async function upload(page, rows) {
  await page.goto("/co-quan/nhap");
  await page.setInputFiles("[name=file]", table(rows));
  await page.click("text=Tải lên và xem trước");
  await page.waitForURL(/nhap\/[0-9A-Z]+$/);
}

async function walk(page) {
  for (const [path, what] of [
    ["/co-quan", "the list"],
    ["/co-quan?ngay=01/06/2024", "the list of a day"],
    ["/co-quan/cay", "the top of the tree"],
    ["/co-quan/nhom", "the groups"],
    ["/co-quan/nhom/departments?ngay=2024-06-01", "a group on a day"],
  ]) {
    await page.goto(path);
    await checkPage(page, what);
  }
  await page.goto("/co-quan/cay");
  await page.locator('main a[href*="goc="]').first().click();
  await page.waitForURL(/goc=/);
  await checkPage(page, "a branch of the tree");
  expect((await page.locator("main details[open]").count()) > 0, "kinds of the branch are open");
}

async function takesOver(page, code) {
  await page.goto("/co-quan/nhap");
  await checkPage(page, "the form of an import");
  await upload(page, ["Mã,Tên,Loại", `${code},,lạ`]);
  await checkPage(page, "a table with conflicts");
  expectEqual(await page.locator("text=Nhập vào danh mục").count(), 0, "nothing can be confirmed");
  await page.click("text=Bỏ tệp này");
  await page.waitForURL(/nhap$/);
  await upload(page, ["Mã,Tên,Loại,Mã cấp trên", `${code},Sở Du lịch ${code},department,UBND`]);
  await checkPage(page, "what a table would do");
  await page.click("text=Nhập vào danh mục");
  await page.waitForSelector("text=Hoàn tác lần nhập này");
  await checkPage(page, "what an import did");
  await page.click("text=Hoàn tác lần nhập này");
  await page.waitForSelector("text=Đã hoàn tác");
  await checkPage(page, "an import that was undone");
  await page.goto("/co-quan/nhom/departments");
  await checkPage(page, "a group with its forms");
}

async function makesGroup(page, name) {
  await page.goto("/co-quan/nhom/them-moi");
  await checkPage(page, "the form of a new group");
  await page.fill("[name=name]", name);
  await page.check("[name=kinds][value=press]");
  await page.click("text=Xem nhóm gồm những ai");
  await page.waitForSelector("text=Vào nhóm");
  await checkPage(page, "what a new group would hold");
  await page.click("text=Lưu thay đổi");
  await page.waitForURL(/nhom\/[a-z0-9-]+$/);
  await page.fill("[name=alias]", `${name} của tỉnh`);
  await page.click("button:text-is(\"Thêm tên gọi\")");
  await page.waitForSelector(`text=${name} của tỉnh`, { state: "attached" });
  await checkPage(page, "a group with another name");
}

const walks = [
  [sizes.desk, true],
  [sizes.narrow, true],
  [sizes.phone, false],
].map(([size, script]) => [
  `list, tree and groups, ${size.width} px wide${script ? "" : ", without script"}`,
  ({ browser, baseUrl }) =>
    onPage(browser, baseUrl, { size, script }, (page) => {
      page.isWithoutScript = !script;
      return walk(page);
    }),
]);

const imports = [sizes.desk, sizes.narrow].map((size) => [
  `a table of agencies is taken over and taken back, ${size.width} px wide`,
  (house) =>
    onPage(house.browser, house.baseUrl, { size }, async (page) => {
      await signIn(page, house);
      await takesOver(page, `SDL${size.width}`);
    }),
]);

const newGroups = [sizes.desk, sizes.phone].map((size) => [
  `a group is looked at before it is made, ${size.width} px wide`,
  (house) =>
    onPage(house.browser, house.baseUrl, { size }, async (page) => {
      await signIn(page, house);
      await makesGroup(page, `Khối báo chí ${size.width}`);
    }),
]);

export const tests = [...walks, ...imports, ...newGroups];
