// Pictures for docs/: what a year of communication looks like, on a telephone and on a desk. Not a
// test; run by hand after a page has changed:
//
//     node tests/browser/pictures.mjs build/release docs/screenshots
import { join } from "node:path";

import { launchBrowser, openPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;

// As typed into the editor: a line, a paragraph.
const BODY = [
  "Từ đầu tháng, bộ phận một cửa của xã mở cửa cả sáng thứ Bảy.",
  "Người đi làm ăn xa về cuối tuần nộp hồ sơ, nhận kết quả mà không phải xin nghỉ.",
  "Khai sinh, kết hôn, chứng thực bản sao xong trong buổi. Hồ sơ đất đai có giấy hẹn ngày trả.",
  "Nhớ mang căn cước, hoặc mở VNeID ngay tại quầy.",
].join("\n");
const ARTICLES = [
  ["result", "Một cửa trả kết quả cả sáng thứ Bảy", "Người đi làm xa không phải xin nghỉ."],
  ["model", "Bưu tá đưa kết quả đến tận bản", "Mười hai bản vùng cao nhận giấy tờ tại nhà."],
  ["exemplar", "Chị cán bộ một cửa thuộc tên cả xóm", "Ba năm không một hồ sơ trễ hẹn."],
  ["guidance", "Nộp hồ sơ đất đai qua mạng, từng bước", "Chụp rõ bốn góc, gửi một lần là đủ."],
];

const [build = "build/release", folder = "docs/screenshots"] = process.argv.slice(2);
const browser = await launchBrowser();
const house = await startProduct(build);

const click = (page, name) => page.getByRole("button", { name, exact: true }).click();

// A printed link signs in once.
const sessions = [];
async function as(person, work) {
  const page = await openPage(browser, house.baseUrl, { size: sizes.desk });
  if (sessions[person]) await page.context().addCookies(sessions[person]);
  else if (person !== undefined) await signInByLink(page, house.links[person]);
  if (person !== undefined) sessions[person] = await page.context().cookies();
  await work(page);
  await page.context().close();
}

/** As it is at once in the window, not scrolled. */
async function shoot(page, name) {
  for (const [end, size] of [["", sizes.desk], ["_phone", sizes.phone]]) {
    await page.setViewportSize(size);
    await page.reload();
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: join(folder, `${name}${end}.png`) });
  }
  await page.setViewportSize(sizes.desk);
}

async function article(page, [section, title, summary]) {
  await page.goto("/toa-soan/moi");
  await page.getByLabel("Mục", { exact: true }).selectOption(section);
  await page.getByLabel("Tiêu đề").fill(title);
  await page.getByLabel("Tóm tắt").fill(summary);
  await page.getByLabel("Nội dung", { exact: true }).fill(BODY);
  await click(page, "Lưu bài");
  await page.getByText("Đã lưu bài").waitFor();
  await click(page, "Gửi ban biên tập");
  await page.getByText("Đã gửi ban biên tập").waitFor();
  return new URL(page.url()).pathname;
}

async function poster(page) {
  await page.goto("/soan-do-hoa");
  await page.getByRole("radio", { name: /Tờ rơi A5/ }).check();
  await page.getByLabel("Tiêu đề").fill("Khai sinh cho con ngay tại nhà");
  await page
    .getByLabel("Nội dung", { exact: true })
    .fill("Đăng nhập: bằng VNeID\nĐiền tờ khai: chụp giấy chứng sinh\nNhận: bưu tá đưa tới nhà");
  await page.getByLabel("Mã QR mở trang nào").fill("/tin-bai");
  await page.getByLabel("Lời cạnh mã QR").fill("Quét để xem từng bước");
  await click(page, "Lưu và xem trước");
  await click(page, "Gửi duyệt");
  return new URL(page.url()).pathname;
}

async function screen(page, code) {
  await page.goto("/bang-dien-tu");
  await page.getByLabel("Tên chương trình mới").fill("Cả ngày");
  await click(page, "Mở chương trình mới");
  await page.getByText("Thêm chữ, khẩu hiệu").first().click();
  await page.getByLabel("Dòng chính").fill("Nộp hồ sơ qua mạng: không phải đi lại");
  await page.locator("#text-seconds").fill("60");
  await click(page, "Thêm chữ, khẩu hiệu");
  await page.getByText("Đã thêm nội dung").waitFor();
  await page.goto("/bang-dien-tu");
  await page.getByLabel("Tên bảng").fill("Sảnh một cửa");
  await click(page, "Thêm bảng");
  await page.getByLabel("Mã trên màn hình").fill(code);
  await click(page, "Ghép");
  await page.getByText("Đã nhận mã").waitFor();
}

let paths = [];
let design = "";
await as(OFFICER, async (page) => {
  for (const one of ARTICLES) paths.push(await article(page, one));
  design = await poster(page);
  await page.goto(paths[0]);
  await shoot(page, "article");
});
await as(COORDINATOR, async (page) => {
  for (const path of paths) {
    await page.goto(path);
    await click(page, "Duyệt và đăng");
    await page.getByText("Đã duyệt bài").waitFor();
  }
  await page.goto(design);
  await click(page, "Duyệt và công bố");
  await page.goto("/do-hoa");
});
let issue = "";
await as(OFFICER, async (page) => {
  await page.goto("/soan-ban-tin");
  await page.getByLabel("Tên số bản tin").fill("Cải cách hành chính, tháng 11");
  await click(page, "Mở số mới");
  for (const [, title] of ARTICLES) {
    const row = page.getByRole("row", { name: new RegExp(title) });
    await row.getByRole("button", { name: "Thêm" }).click();
    await page.getByRole("heading", { name: title, level: 3 }).waitFor();
  }
  await click(page, "Gửi duyệt");
  issue = new URL(page.url()).pathname;
});
await as(COORDINATOR, async (page) => {
  await page.goto(issue);
  await page.getByRole("button", { name: /^Duyệt/ }).first().click();
});
const player = await openPage(browser, house.baseUrl, { size: sizes.desk });
await player.goto("/man-hinh");
await player.locator("#code").waitFor();
const code = await player.locator("#code").innerText();
await as(OFFICER, (page) => screen(page, code));
await player.getByText("Nộp hồ sơ qua mạng").first().waitFor({ timeout: 60_000 });
await shoot(player, "player");
await as(undefined, async (page) => {
  await page.goto("/");
  await shoot(page, "portal");
  await page.goto("/do-hoa");
  await page.getByRole("link", { name: /Khai sinh/ }).click();
  await page.getByText("Nội dung bằng chữ").waitFor();
  await shoot(page, "leaflet");
  await page.goto("/ban-tin");
  await page.locator("main").getByRole("link", { name: /tháng 11/ }).first().click();
  await page.waitForLoadState();
  await shoot(page, "newsletter");
});
await browser.close();
await house.stop();
