// The way of a report: filled in, sent with a receipt, sent back with a remark, sent again,
// approved; and behind its lock day corrected, with what differs.
import { expect, expectEqual, expectSound, onPage, sizes, tabTo } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

// A week before the quarter's reports are due, and behind the day on which they are locked.
const DUE_SOON = "2026-12-10 02:00:00";
const LOCKED = "2027-01-20 02:00:00";
export const start = (build) => startProduct(build, [], DUE_SOON);

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;
const QUARTERLY = "Báo cáo công tác cải cách hành chính";

let sessions = {};
async function as(house, who, size, work) {
  await onPage(house.browser, house.baseUrl, { size }, async (page) => {
    if (sessions[who]) await page.context().addCookies(sessions[who]);
    else await signInByLink(page, house.links[who]);
    sessions[who] = await page.context().cookies();
    await work(page);
  });
}

let report = "";
const cell = (page, key) => page.locator(`[id="o-${key}-0"]`);
const words = (page) => page.locator("main").innerText();

/** Its form is in force in the sample; periods are opened by a job. */
async function findReport(page) {
  const row = page.getByRole("row").filter({ hasText: QUARTERLY });
  for (let tries = 0; tries < 40 && (await row.count()) === 0; ++tries) {
    await page.waitForTimeout(250);
    await page.goto("/bao-cao");
  }
  await row.first().getByRole("link").click();
  await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
  report = new URL(page.url()).pathname;
}

async function type(page, key, value) {
  const kept = page.waitForResponse((answer) => answer.url().includes("/o?phan="));
  await cell(page, key).fill(value);
  await cell(page, key).blur();
  expectEqual((await kept).status(), 200, `what becomes of ${key}`);
}

export const tests = [
  [
    "a report is filled in and sent with a receipt that anybody may hold against the file",
    async (house) => {
      await as(house, OFFICER, sizes.phone, async (page) => {
        await page.goto("/bao-cao");
        await findReport(page);
        await page.getByRole("button", { name: "Gửi báo cáo" }).click();
        await page.getByText("không có nội dung bí mật nhà nước").first().waitFor();
        await expectSound(page, "a sending that is refused");
        await type(page, "chi_dao.tinh_hinh", "Đã ban hành kế hoạch");
        await type(page, "thu_tuc.tiep_nhan", "120");
        await type(page, "thu_tuc.da_giai_quyet", "118");
        await type(page, "danh_gia.vuong_mac", "Thiếu người");
        await type(page, "ky_toi.nhiem_vu", "Rà soát thủ tục");
        await page.goto(report);
        await page.getByLabel("Báo cáo không có nội dung bí mật nhà nước").check();
        await page.getByRole("button", { name: "Gửi báo cáo" }).click();
        await page.getByText("Đã gửi báo cáo. Biên nhận").waitFor();
        await expectSound(page, "a report that is sent");
        const hash = await page.locator("code.hash").first().innerText();
        await page.locator('a[href^="/bien-nhan/"]').first().click();
        await page.waitForURL(/bien-nhan/);
        await expectSound(page, "a receipt");
        expect((await words(page)).includes(hash), "the receipt has the hash");
      });
    },
  ],
  [
    "its collector sends it back with a remark by keyboard, it is mended, sent again and approved",
    async (house) => {
      await as(house, COORDINATOR, sizes.desk, async (page) => {
        await page.goto(report);
        await expectSound(page, "a report to check");
        await page.getByText("Ý kiến theo từng chỉ tiêu, bảng, lời văn").click();
        await tabTo(page, '[name="y_kien-thu_tuc.tiep_nhan"]');
        await page.keyboard.type("Chưa tính hồ sơ của xã");
        await page.getByRole("button", { name: "Trả lại", exact: true }).click();
        await page.getByText("Đã trả lại báo cáo.").waitFor();
      });
      await as(house, OFFICER, sizes.phone, async (page) => {
        await page.goto("/thong-bao");
        await page.getByText("Trả lại báo cáo").first().waitFor();
        await page.goto(report);
        await page.getByText("Chưa tính hồ sơ của xã").first().waitFor();
        await expectSound(page, "a report that was sent back");
        await type(page, "thu_tuc.tiep_nhan", "150");
        await page.getByRole("button", { name: "Đã xong ý kiến 1" }).click();
        await page.getByText("Ý kiến đã xong (1)").waitFor();
        await page.getByLabel("Báo cáo không có nội dung bí mật nhà nước").check();
        await page.getByRole("button", { name: "Gửi báo cáo" }).click();
        await page.getByText("Đã gửi báo cáo. Biên nhận").waitFor();
        await page.getByRole("link", { name: "Xem chỗ khác của lần 2" }).click();
        await page.waitForURL(/so-sanh/);
        await expectSound(page, "two submissions");
        const shown = await words(page);
        expect(shown.includes("120") && shown.includes("150"), "both numbers are shown");
      });
      await as(house, COORDINATOR, sizes.phone, async (page) => {
        await page.goto(report);
        await page.getByRole("button", { name: "Kiểm tra xong" }).click();
        await page.getByText("Đã ghi là kiểm tra xong.").waitFor();
        await page.getByRole("button", { name: "Phê duyệt" }).click();
        await page.getByText("Đã phê duyệt báo cáo.").waitFor();
        expect((await words(page)).includes("Đã phê duyệt"), "it is approved");
      });
    },
  ],
  [
    "behind its lock day it is corrected with a reason, and both stay to be read",
    async (house) => {
      await house.kill();
      await house.again(LOCKED);
      sessions = {};
      const links = house.linksNow();
      const there = { ...house, links };
      await as(there, OFFICER, sizes.phone, async (page) => {
        await page.goto(report);
        await page.getByRole("link", { name: "Lập bản điều chỉnh" }).click();
        await page.waitForURL(/dieu-chinh$/);
        await expectSound(page, "a correction");
        await cell(page, "thu_tuc.tiep_nhan").fill("nhiều");
        await page.getByLabel("Lý do điều chỉnh").fill("Hai xã gửi muộn");
        await page.getByLabel("Báo cáo không có nội dung bí mật nhà nước").check();
        await page.getByRole("button", { name: "Gửi bản điều chỉnh" }).click();
        await page.getByText("Hãy ghi một số").first().waitFor();
        await expectSound(page, "a correction that is refused");
        await cell(page, "thu_tuc.tiep_nhan").fill("162");
        await page.getByLabel("Báo cáo không có nội dung bí mật nhà nước").check();
        await page.getByRole("button", { name: "Gửi bản điều chỉnh" }).click();
        await page.getByText("Đã gửi bản điều chỉnh.").waitFor();
        await page.getByRole("link", { name: "Lần 3", exact: true }).click();
        await page.waitForURL(/lan-gui\/3$/);
        await expectSound(page, "what was sent");
        expect((await words(page)).includes("Hai xã gửi muộn"), "its reason stands there");
      });
      await as(there, COORDINATOR, sizes.desk, async (page) => {
        await page.goto(`${report}/so-sanh`);
        const shown = await words(page);
        expect(shown.includes("150") && shown.includes("162"), "what the correction changed");
        await page.goto(report);
        await page.getByRole("button", { name: "Kiểm tra xong" }).click();
        await page.getByRole("button", { name: "Phê duyệt" }).click();
        await page.getByText("Đã phê duyệt báo cáo.").waitFor();
        expectEqual(await page.getByText("(điều chỉnh)").count(), 1, "corrections");
      });
    },
  ],
];
