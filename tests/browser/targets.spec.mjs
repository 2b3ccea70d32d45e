// Targets in the browser: an officer states a number, the coordinator sees the whole, sets a value
// that stands elsewhere and brings a table; every page on the way, on a desk and on a phone.
import { expect, expectEqual, expectSound, onPage, tabTo } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

// The small province whose plan asks its departments and communes for numbers.
const SHAPE = ["--years", "1", "--until", "2026-02-01", "--agencies", "31", "--officers", "20"];

export const start = (build) => startProduct(build, [], "", SHAPE);

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;
const kept = {};

/** Links work once: who has signed in before comes back with the cookies of then. */
async function signIn(page, house, who) {
  const context = page.context();
  await context.clearCookies();
  if (kept[who]) {
    await context.addCookies(kept[who]);
    return;
  }
  await signInByLink(page, house.links[who]);
  kept[who] = await context.cookies();
}

/** To the form of the officer's own numbers, by the links that lead there. */
async function openOwnNumbers(page) {
  await page.goto("/chi-tieu");
  await expectSound(page, "the targets of an agency");
  const links = page.locator("main tbody a", { hasText: "Tối thiểu 85% hồ sơ" });
  await links.first().click();
  await page.waitForURL(/\/chi-tieu\/[^/]+\/[^/]+$/);
  await expectSound(page, "a target, for its agency");
  const target = new URL(page.url()).pathname;
  await page.locator("main tbody a", { hasText: "Sở Y tế" }).first().click();
  await page.waitForURL(/\/so-lieu\?/);
  await expectSound(page, "the form of a number");
  return target;
}

async function typeInto(page, field, text) {
  await tabTo(page, `[name=${field}]`);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** The line of the template for one target and agency, with what a person fills in. */
function filled(template, target, agency, numbers) {
  const line = template
    .split(/\r?\n/)
    .find((row) => row.startsWith(`${target}/`) && row.includes(`,${agency},`));
  expect(line, `the template has a line for ${agency}`);
  const code = line.split(",")[0];
  return `${code};${agency};${numbers};30/06/2026;Cổng dịch vụ công`;
}

async function bring(page, lines) {
  await page.setInputFiles("[name=file]", {
    name: "số liệu.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\n")),
  });
  await page.locator("main button", { hasText: "Tải lên và xem trước" }).click();
  await page.locator("h2", { hasText: "Xem trước" }).waitFor();
}

export const tests = [
  [
    "an officer states a number by keyboard; a part beyond its whole is refused, and stays typed",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, OFFICER);
        await openOwnNumbers(page);
        await typeInto(page, "numerator", "1.001");
        await typeInto(page, "denominator", "1.000");
        await typeInto(page, "source", "Cổng dịch vụ công");
        await page.keyboard.press("Enter");
        await page.locator("#loi-numerator").waitFor();
        expectEqual(await page.inputValue("[name=numerator]"), "1.001", "what was typed stays");
        expectEqual(await page.inputValue("[name=source]"), "Cổng dịch vụ công", "all of it");
        await expectSound(page, "a refused number");
        await typeInto(page, "numerator", "850");
        await page.keyboard.press("Enter");
        await page.locator("main td", { hasText: "850 / 1.000 = 85%" }).waitFor();
        await expectSound(page, "the numbers of an agency");
      }),
  ],
  [
    "the coordinator sees the whole, and sets a value that stands elsewhere",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, OFFICER);
        const target = await openOwnNumbers(page);
        await signIn(page, house, COORDINATOR);
        await page.goto(`/theo-doi/${target.split("/")[2]}/chi-tieu`);
        await page.locator("main tr", { hasText: "mỗi cơ quan" }).waitFor();
        await page.locator("main tr", { hasText: "1/31 cơ quan" }).waitFor();
        await expectSound(page, "all targets of a plan");
        await page.goto(target);
        await page.locator("main td", { hasText: "850 / 1.000 = 85%" }).waitFor();
        await expectSound(page, "a target, for who coordinates");
        await page.click("main a[href$='/cach-do']");
        await page.waitForURL(/cach-do$/);
        await expectSound(page, "how a target is measured");
        await page.selectOption("[name=scope]", "each");
        await page.locator("main button", { hasText: "Lưu cách đo" }).click();
        await page.locator("[role=status]", { hasText: "Đã lưu cách đo" }).waitFor();
        await page.fill("[name=subject]", "hồ sơ thanh toán trực tuyến");
        await page.selectOption("[name=op]", ">=");
        await page.fill("[name=value]", "60");
        await page.fill("[name=unit]", "%");
        await page.fill("[name=source]", "Kế hoạch số 5/KH-UBND");
        await page.fill("[name=source_on]", "05/01/2026");
        await page.locator("main button", { hasText: "Thêm mức" }).click();
        await page.locator("main h2", { hasText: "hồ sơ thanh toán trực tuyến" }).waitFor();
        await expectSound(page, "a value that stands elsewhere");
        await page.goto(target);
        await page.locator("main dd", { hasText: "1/31 cơ quan đạt" }).waitFor();
        await page.locator("main dd", { hasText: "Kế hoạch số 5/KH-UBND" }).waitFor();
        await expectSound(page, "a target with two values");
      }),
  ],
  [
    "a table of numbers is looked at first, then kept",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, OFFICER);
        const target = await openOwnNumbers(page);
        const [, , plan, code] = target.split("/");
        await signIn(page, house, COORDINATOR);
        await page.goto(`/chi-tieu/${plan}/nhap`);
        await expectSound(page, "where a table is brought");
        const template = await page.evaluate(
          (path) => fetch(path).then((answer) => answer.text()),
          `/chi-tieu/${plan}/nhap/mau.csv`,
        );
        const head = "Mã chỉ tiêu;Cơ quan;Tử số;Mẫu số;Số liệu đến ngày;Nguồn";
        await bring(page, [head, filled(template, code, "STP", "9;5")]);
        await page.locator("main", { hasText: "Chưa nhập được" }).waitFor();
        await expectSound(page, "a table with a fault");
        await bring(page, [head, filled(template, code, "STP", "9;10")]);
        await page.locator("main td", { hasText: "9 / 10 = 90%" }).waitFor();
        await expectSound(page, "a table to be kept");
        await page.locator("main button", { hasText: "Ghi các số liệu này" }).click();
        await page.waitForURL(/\/theo-doi\/[^/]+\/chi-tieu$/);
        await page.locator("main tr", { hasText: "2/31 cơ quan" }).waitFor();
      }),
  ],
  [
    "the coordinator sets how often numbers are asked for; who lacks them sees it in the inbox",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, OFFICER);
        const target = await openOwnNumbers(page);
        await signIn(page, house, COORDINATOR);
        await page.goto(`/theo-doi/${target.split("/")[2]}/chi-tieu`);
        await page.click("main a[href$='/nhip']");
        await expectSound(page, "how often numbers are asked for");
        await page.selectOption("[name=rhythm]", "month");
        await page.fill("[name=days]", "99");
        await page.locator("main button", { hasText: "Lưu nhịp" }).click();
        await page.locator("#loi-days").waitFor();
        await page.fill("[name=days]", "15");
        await page.locator("main button", { hasText: "Lưu nhịp" }).click();
        await page.locator("[role=status]", { hasText: "Đã lưu nhịp" }).waitFor();
        await expectSound(page, "the rhythm of each target");
        await page.goto(target);
        await expectSound(page, "a target whose numbers are asked for");
        await signIn(page, house, OFFICER);
        await page.goto("/viec");
        await page.locator("main a", { hasText: "Còn thiếu số liệu" }).click();
        await page.waitForURL(/chi-tieu#con-thieu$/);
        await expectSound(page, "the numbers that an agency lacks");
      }),
  ],
  [
    "an agency says that a target does not apply to it, and the coordinator confirms",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await signIn(page, house, OFFICER);
        const target = await openOwnNumbers(page);
        await page.click("main a[href$='/khong-thuoc-dien']");
        await expectSound(page, "where an agency says that it is not concerned");
        await page.fill("[name=reason]", " ");
        await page.locator("main button", { hasText: "Gửi cơ quan điều phối" }).click();
        await page.locator("#loi-reason").waitFor();
        await page.fill("[name=reason]", "Không có hồ sơ trực tuyến");
        await page.locator("main button", { hasText: "Gửi cơ quan điều phối" }).click();
        await page.locator("main", { hasText: "Chờ xác nhận" }).waitFor();
        await expectSound(page, "what waits, for its agency");
        await signIn(page, house, COORDINATOR);
        await page.goto(`${target}/khong-thuoc-dien`);
        await expectSound(page, "what waits, for who decides");
        await page.locator("main button", { hasText: "Xác nhận không thuộc diện" }).click();
        await page.locator("[role=status]", { hasText: "Đã trả lời" }).waitFor();
        await page.goto(target);
        await page.locator("main summary", { hasText: "Không thuộc diện (1)" }).first().click();
        await page.locator("main li", { hasText: "Không có hồ sơ trực tuyến" }).first().waitFor();
        await expectSound(page, "a target that does not apply to all");
      }),
  ],
];
