// The portal as everybody meets it: front page, sections, agencies; small, on a telephone, with and
// without script.
import { expect, expectEqual, expectSound, onPage, openPage, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = (build) =>
  startProduct(build, ["province.site=https://cchc.songlam.example"]);

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;
const FIRST_LOAD_BYTES_MAX = 100_000;
const REQUESTS_MAX = 10;

const ARTICLES = [
  ["result", "Một cửa trả kết quả vào sáng thứ Bảy"],
  ["model", "Bưu tá mang kết quả <đến tận nhà> & thu phí"],
  ["exemplar", "Chị cán bộ một cửa thuộc tên cả xóm"],
];

const words = (page) => page.locator("main").innerText();
const click = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** Written by an agency, published by the board. */
async function publishAll(house) {
  const paths = [];
  await onPage(house.browser, house.baseUrl, {}, async (page) => {
    await signInByLink(page, house.links[OFFICER]);
    for (const [section, title] of ARTICLES) {
      await page.goto("/toa-soan/moi");
      await page.getByLabel("Mục", { exact: true }).selectOption(section);
      await page.getByLabel("Tiêu đề").fill(title);
      await page.getByLabel("Tóm tắt").fill(`Tóm tắt: ${title}`);
      await page.getByLabel("Nội dung", { exact: true }).fill("Người dân không phải nghỉ làm.");
      await click(page, "Lưu bài");
      await page.getByText("Đã lưu bài").waitFor();
      await click(page, "Gửi ban biên tập");
      await page.getByText("Đã gửi ban biên tập").waitFor();
      paths.push(new URL(page.url()).pathname);
    }
  });
  await onPage(house.browser, house.baseUrl, {}, async (page) => {
    await signInByLink(page, house.links[COORDINATOR]);
    for (const path of paths) {
      await page.goto(path);
      await click(page, "Duyệt và đăng");
      await page.getByText("Đã duyệt bài").waitFor();
    }
  });
}

/** How much a first visit moves, and in how many requests. */
async function firstLoad(house, path) {
  const page = await openPage(house.browser, house.baseUrl, { size: sizes.phone });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const load = { bytes: 0, requests: 0 };
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    load.bytes += encodedDataLength;
    load.requests += 1;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.context().close();
  return load;
}

export const tests = [
  [
    "the front page leads readers on a telephone to what is new and what is worth copying",
    async (house) => {
      await publishAll(house);
      await onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await page.goto("/");
        await expectSound(page, "the front page");
        const text = await words(page);
        for (const [, title] of ARTICLES) expect(text.includes(title), title);
        expectEqual(await page.locator(".front-examples h2").count(), 2, "models and exemplars");
        expect((await page.locator(".front-pages a").count()) >= 3, "plans and the directory");
        expectEqual((await page.context().cookies()).length, 0, "cookies");
        await page.getByRole("link", { name: "Mô hình, cách làm hay" }).first().click();
        await expectSound(page, "a section");
        await page.getByRole("link", { name: ARTICLES[1][1] }).click();
        await expectSound(page, "an article");
        await page.locator(".news-note a").click();
        await expectSound(page, "the articles of an agency");
        await page.goto("/tin-bai/co-quan");
        await expectSound(page, "agencies that have articles");
      });
    },
  ],
  [
    "a first visit moves less than 100 KB in at most ten requests",
    async (house) => {
      for (const path of ["/", "/tin-bai"]) {
        const load = await firstLoad(house, path);
        expect(load.bytes < FIRST_LOAD_BYTES_MAX, `${path}: ${load.bytes} bytes`);
        expect(load.requests <= REQUESTS_MAX, `${path}: ${load.requests} requests`);
      }
    },
  ],
  [
    "feeds, sitemap and the data of an article are what programs can read",
    (house) =>
      onPage(house.browser, house.baseUrl, {}, async (page) => {
        await page.goto("/tin-bai");
        const feeds = await page.$$eval("main a[href*='/bang-tin.']", (all) =>
          all.map((one) => one.pathname),
        );
        expectEqual(feeds, ["/tin-bai/bang-tin.atom", "/tin-bai/bang-tin.rss"], "feeds");
        const month = new Date().toISOString().slice(0, 7);
        const maps = ["/sitemap.xml", "/sitemap/trang.xml", `/sitemap/${month}/bai.xml`];
        for (const path of [...feeds, ...maps]) {
          const fault = await page.evaluate(async (address) => {
            const text = await (await fetch(address)).text();
            const xml = new DOMParser().parseFromString(text, "application/xml");
            return xml.querySelector("parsererror")?.textContent ?? "";
          }, path);
          expectEqual(fault, "", `${path} is well-formed`);
        }
        await page.getByRole("link", { name: ARTICLES[1][1] }).click();
        const data = await page.locator("script[type='application/ld+json']").textContent();
        expectEqual(JSON.parse(data).headline, ARTICLES[1][1], "the headline, letter for letter");
      }),
  ],
  [
    "without script the front page finds an article, and its reader says that it helped",
    (house) =>
      onPage(house.browser, house.baseUrl, { script: false }, async (page) => {
        await page.goto("/");
        await page.getByLabel("Tìm trong tin, bài").fill("BUU TA");
        await click(page, "Tìm");
        await page.getByRole("link", { name: ARTICLES[1][1] }).click();
        expect((await words(page)).includes("không phải"), "its text");
        await click(page, "Có");
        await page.getByText("Cảm ơn bạn đã trả lời").waitFor();
        expectEqual((await page.context().cookies()).length, 0, "cookies after an answer");
      }),
  ],
];
