// Facts typed in, refused, answered and added up, as the officer and the coordinator see them: at
// 320 and at 1280 pixels.
import { axeFindings, expect, expectEqual, onPage, overflowPixels, sizes } from "./harness.mjs";
import { startProduct } from "./product-server.mjs";

export const start = startProduct;

const COORDINATOR = 0;
const OFFICER = 1;
const kept = {};
let factPath = "";

async function signedIn(house, role, steps) {
  return onPage(house.browser, house.baseUrl, {}, async (page) => {
    if (kept[role]) {
      await page.context().addCookies(kept[role]);
    } else {
      await page.goto(house.links[role]);
      await page.click("main form button");
      await page.waitForLoadState();
      kept[role] = await page.context().cookies();
    }
    await steps(page);
  });
}

async function isSound(page) {
  const findings = [];
  for (const size of [sizes.narrow, sizes.desk]) {
    await page.setViewportSize(size);
    const wide = await overflowPixels(page);
    if (wide > 0) findings.push(`${wide} pixels wider than ${size.width}`);
  }
  findings.push(...(await axeFindings(page)));
  expectEqual(findings, [], page.url());
}

export const tests = [
  [
    "an officer types a fact in, and its page tells what it counts for",
    (house) =>
      signedIn(house, OFFICER, async (page) => {
        await page.goto("/minh-chung/moi");
        await page.fill("[name=title]", "Ba cách nộp hồ sơ không phải đi lại");
        await page.selectOption("[name=product]", { index: 1 });
        await page.fill("[name=link]", "https://songlam.example/ba-cach");
        await page.click(`form[action="/minh-chung"] button`);
        await page.waitForURL(/minh-chung\/[0-9A-Z]+$/);
        factPath = new URL(page.url()).pathname;
        await isSound(page);
        await page.goto("/minh-chung");
        await isSound(page);
      }),
  ],
  [
    "a coordinator refuses it with a reason, which the officer reads and answers",
    async (house) => {
      await signedIn(house, COORDINATOR, async (page) => {
        await page.goto(factPath);
        await page.fill("[name=text]", "Trang không mở được.");
        await page.click(`form[action="${factPath}/tu-choi"] button`);
        await page.waitForLoadState();
        await isSound(page);
      });
      await signedIn(house, OFFICER, async (page) => {
        await page.goto(factPath);
        expect((await page.textContent("main")).includes("Trang không mở được."), "no reason");
        await page.fill("[name=answer]", "Trang đã mở lại.");
        await page.click(`form[action="${factPath}/tra-loi"] button`);
        await page.waitForLoadState();
        await isSound(page);
      });
    },
  ],
  [
    "a coordinator undoes one match with a reason, and the officer answers on the same page",
    async (house) => {
      let task = "";
      await signedIn(house, OFFICER, async (page) => {
        await page.goto("/viec?muc=sap-toi");
        await page.locator('main a[href$="#bao-ket-qua"]').first().click();
        await page.waitForURL(/\/viec\/[0-9A-Z]+#bao-ket-qua$/);
        task = new URL(page.url()).pathname;
        await page.fill("[name=title]", "Một cửa ở xã");
        await page.fill("[name=link]", "https://songlam.example/mot-cua");
        await page.click(`form[action="${task}/ket-qua"] button:not([formaction])`);
        await page.waitForURL((url) => url.hash === "" || url.search !== "");
      });
      await signedIn(house, COORDINATOR, async (page) => {
        await page.goto(task);
        await page.click("summary:has-text('Không tính một kết quả')");
        await isSound(page);
        const chosen = page.locator("[name=fact] option", { hasText: "Một cửa ở xã" });
        await page.selectOption("[name=fact]", await chosen.getAttribute("value"));
        await page.fill("[name=uncount_reason]", "Bài nói về việc khác.");
        await page.click(`form[action="${task}/khong-tinh"] button`);
        await page.waitForLoadState();
        expect((await page.textContent("main")).includes("Bài nói về việc khác."), "no reason");
        await isSound(page);
      });
      await signedIn(house, OFFICER, async (page) => {
        await page.goto(task);
        await page.fill("[name=uncount_answer]", "Phần hai của bài nói về việc này.");
        await page.click(`form[action="${task}/khong-tinh/tra-loi"] button`);
        await page.waitForLoadState();
        expect((await page.textContent("main")).includes("Phần hai của bài"), "no answer");
        await isSound(page);
      });
    },
  ],
  [
    "an inspection names whom it looked at, and its figure tells whom it has not",
    (house) =>
      signedIn(house, OFFICER, async (page) => {
        await page.goto("/minh-chung/moi");
        await page.fill("[name=title]", "Kiểm tra cải cách hành chính quý I");
        await page.selectOption("[name=product]", "inspection");
        await page.click("summary:has-text('Là cuộc kiểm tra')");
        await isSound(page);
        await page.evaluate(() => {
          const field = document.querySelector("select[name=about]");
          for (const slug of ["so-cong-thuong", "so-xay-dung"])
            field.querySelector(`option[value="${slug}"]`).selected = true;
        });
        await page.selectOption("[name=manner]", "unannounced");
        await page.fill("[name=link]", "https://songlam.example/ket-luan");
        await page.click('form[action="/minh-chung"] button:has-text("Ghi kết quả")');
        await page.waitForURL(/minh-chung\/[0-9A-Z]+$/);
        const told = await page.textContent("main");
        for (const words of ["Sở Công Thương", "Sở Xây dựng", "Đột xuất"])
          expect(told.includes(words), `no ${words}`);
        await isSound(page);
        await page.goto("/minh-chung/ve-co-quan");
        await isSound(page);
        await page.goto("/so-lieu/evidence.inspection.covered.departments");
        await isSound(page);
        await page.click('main table a[href*="/co-quan/"]');
        await page.waitForLoadState();
        expect((await page.textContent("main")).includes("Đã kiểm tra 2 trên"), "not two");
        await isSound(page);
      }),
  ],
  [
    "figures lead to the facts that they add up",
    (house) =>
      signedIn(house, COORDINATOR, async (page) => {
        await page.goto("/so-lieu");
        await page.click("main table a");
        await page.waitForLoadState();
        await isSound(page);
      }),
  ],
  [
    "a table is looked at, recorded and undone on pages that fit",
    (house) =>
      signedIn(house, OFFICER, async (page) => {
        await page.goto("/minh-chung/nhap");
        await isSound(page);
        const rows = [
          "Mã;Đã làm gì;Ngày làm xong;Số lượng;Địa chỉ trang đã đăng",
          "A1;Ba cách nộp hồ sơ;12/03/2026;2;https://songlam.example/a1",
          "A2;Một cửa ở xã;hôm qua;nhiều;https://songlam.example/a2",
        ];
        const bring = async (lines) => {
          await page.goto("/minh-chung/nhap");
          await page.setInputFiles("[name=file]", {
            name: "tin bài.csv",
            mimeType: "text/csv",
            buffer: Buffer.from(lines.join("\n")),
          });
          await page.click('form[action="/minh-chung/nhap"] button');
          await page.waitForURL(/nhap\/[0-9A-Z]+$/);
        };
        await bring(rows);
        await isSound(page);
        await bring(rows.slice(0, 2));
        await isSound(page);
        await page.click("text=Ghi vào sổ kết quả");
        await page.waitForSelector("text=Hoàn tác lần nhập này");
        await isSound(page);
        await page.click("text=Hoàn tác lần nhập này");
        await page.waitForSelector("text=Đã hoàn tác lần nhập");
        await isSound(page);
      }),
  ],
];
