// The log of newspapers, stations and networks: an officer logs a column from a telephone,
// and is told when it was logged before; then notes what a newspaper asks.
import { expect, expectSound, onPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;
const LINK = "https://dai.example.vn/chuyen-muc/thu-bay";

const words = (page) => page.locator("main").innerText();
const click = (page, name) => page.getByRole("button", { name, exact: true }).click();

async function fill(page) {
  await page.getByRole("link", { name: "Ghi lần đăng, phát" }).click();
  await page.getByLabel("Loại").selectOption({ label: "Chuyên mục truyền hình" });
  await page.getByLabel("Báo, đài, trang đăng", { exact: true }).fill("Đài Sông Lam");
  await page.getByLabel("Tên bài, chương trình").fill("Một cửa sáng thứ Bảy");
  await page.getByLabel("Thời lượng").fill("10");
  await page.getByLabel("Liên kết đến bài, chương trình").fill(LINK);
  await click(page, "Ghi vào nhật ký");
}

export const tests = [
  [
    "an officer logs a column on a telephone, and only once",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signInByLink(page, house.links[OFFICER]);
        await page.goto("/nhat-ky-dang-phat");
        await fill(page);
        await page.getByText("Chưa có tên này").first().waitFor();
        await expectSound(page);
        await page.getByLabel("Thêm tên này vào danh mục").check();
        await click(page, "Ghi vào nhật ký");
        await page.getByText("Đã ghi vào nhật ký").waitFor();
        expect((await words(page)).includes("Đã tính vào kết quả"), "it counts at once");
        await expectSound(page);
        await page.goto("/nhat-ky-dang-phat");
        await expectSound(page);
        await fill(page);
        await page.getByText("đã có trong nhật ký").first().waitFor();
        expect((await page.getByLabel("Tên bài").inputValue()) !== "", "nothing is lost");
        await page.goto("/bao-chi");
        await page.getByLabel("Báo, đài hỏi").fill("Đài Sông Lam");
        await page.getByLabel("Nhà báo và cách liên lạc").fill("Lê Văn Hỏi, 0900 000 000");
        await page.getByLabel("Hỏi về việc gì").fill("Thuốc ở trạm y tế");
        await expectSound(page);
        await click(page, "Ghi yêu cầu");
        await page.getByLabel("Nội dung đã trả lời").fill("Thuốc đã về.");
        await expectSound(page);
        await click(page, "Ghi đã trả lời");
        await page.getByText("Đã trả lời và đã tính").waitFor();
        expect(!(await words(page)).includes("0900 000 000"), "who asked is forgotten");
        await page.context().clearCookies();
        await signInByLink(page, house.links[COORDINATOR]);
        await page.goto("/noi-dang-phat");
        await page.getByRole("link", { name: "Đài Sông Lam" }).first().click();
        await expectSound(page);
      }),
  ],
];
