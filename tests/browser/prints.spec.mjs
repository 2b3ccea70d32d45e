// The poster desk: an officer types on a telephone and sees the sheet, the coordinator publishes
// it, and a reader has it as words and as pictures.
import { expect, expectEqual, expectSound, onPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;

const words = (page) => page.locator("main").innerText();
const click = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Status and kind of what lies at each of them. */
const fetched = (page, paths) =>
  page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (path) => {
          const answer = await fetch(path);
          return [answer.status, answer.headers.get("content-type")];
        }),
      ),
    paths,
  );

export const tests = [
  [
    "a poster is typed on a telephone, published by another, and read as words and pictures",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signInByLink(page, house.links[OFFICER]);
        await page.goto("/soan-do-hoa");
        await page.getByLabel("Tiêu đề").fill("Khai sinh tại nhà");
        await page.getByLabel("Nội dung", { exact: true }).fill("Đăng nhập: VNeID\nGửi\nNhận");
        await page.getByLabel("Mã QR mở trang nào").fill("javascript:alert(1)");
        await expectSound(page);
        await click(page, "Lưu và xem trước");
        await page.locator("[data-error-summary]").waitFor();
        const kept = await page.getByLabel("Tiêu đề").inputValue();
        expectEqual(kept, "Khai sinh tại nhà", "nothing typed is lost");
        await page.getByLabel("Mã QR mở trang nào").fill("/tin-bai");
        await click(page, "Lưu và xem trước");
        await page.getByRole("button", { name: "Gửi duyệt", exact: true }).waitFor();
        await expectSound(page);
        const path = new URL(page.url()).pathname;
        const sheets = await fetched(page, [`${path}/xem-truoc.svg`, `${path}/anh.png`]);
        const pictures = [[200, "image/svg+xml"], [200, "image/png"]];
        expectEqual(sheets, pictures, "the sheet, drawn");
        await click(page, "Gửi duyệt");
        await page.context().clearCookies();
        await signInByLink(page, house.links[COORDINATOR]);
        await page.goto("/soan-do-hoa/cho-duyet");
        await page.getByRole("link", { name: "Khai sinh tại nhà" }).click();
        await click(page, "Duyệt và công bố");
        await page.goto("/do-hoa");
        await page.getByRole("link", { name: "Khai sinh tại nhà" }).first().click();
        await page.getByText("Nội dung bằng chữ").waitFor();
        expect((await words(page)).includes("Đăng nhập"), "it can be read without seeing it");
        await expectSound(page);
        const there = new URL(page.url()).pathname;
        const public_ = await fetched(page, [`${there}/do-hoa.svg`, `${there}/do-hoa.png`]);
        expectEqual(public_, pictures, "the same for everybody");
        await page.goto(path);
        await page.getByLabel("Nhóm cơ quan").selectOption({ label: "Các sở, ban, ngành" });
        await expectSound(page);
        await click(page, "Lập bộ in");
        // Drawn by a job meanwhile; the page finds out by itself.
        await page.getByRole("link", { name: "Tải trọn bộ in (ZIP)" }).waitFor();
        await expectSound(page);
        const set = await fetched(page, [`${path}/bo-in.zip`]);
        expectEqual(set, [[200, "application/zip"]], "a sheet for each of them");
      }),
  ],
];
