// A result is reported from a telephone, with a connection that comes and goes: what is typed is
// never lost, what was acknowledged is there, nothing is reported twice, on shared machines too.
import { axeFindings, expect, expectEqual, onPage, overflowPixels, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

// The small province whose plan asks for inspections, too.
const SHAPE = ["--years", "1", "--until", "2026-02-01", "--agencies", "31", "--officers", "20"];

export const start = (build) => startProduct(build, [], "", SHAPE);

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;
const AGAIN_MS_MAX = 20_000;

const sessions = {};
async function signIn(page, house, who) {
  await page.context().clearCookies();
  if (sessions[who]) return page.context().addCookies(sessions[who]);
  await signInByLink(page, house.links[who]);
  sessions[who] = await page.context().cookies();
}

const PHOTO = {
  name: "anh.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7\nmột tấm ảnh của lớp tập huấn"),
};
const FORM = "form[data-draft]";
const SEND = `${FORM} button:not([formaction], [type=button])`;

/** The first work with a form that a list has; where it moved to, once it is known. */
async function findLink(page, path = "/viec/") {
  for (const box of ["den-han", "sap-toi", "da-xong"]) {
    await page.goto(`/viec?muc=${box}`);
    const link = page.locator(`a[href^="${path}"][href$="#bao-ket-qua"]`).first();
    if ((await link.count()) > 0) return link;
  }
  throw new Error("the officer's agency has nothing to report");
}

/** The officer's work that is an inspection. */
async function openInspection(page) {
  for (const box of ["den-han", "sap-toi", "da-xong"]) {
    await page.goto(`/viec?muc=${box}`);
    const link = page.locator('main table a[href^="/viec/"]', { hasText: "Tự kiểm tra văn bản" });
    if ((await link.count()) === 0) continue;
    await link.first().click();
    await page.waitForURL(/\/viec\/[0-9A-Z]+$/);
    return new URL(page.url()).pathname;
  }
  throw new Error("the officer's agency owes no inspection");
}

const chips = (page) => page.locator(`${FORM} .chip`).allTextContents();

async function addInspected(page, typed, name) {
  const field = page.locator(`${FORM} #about`);
  await field.fill(typed);
  await page.locator(`${FORM} [role=option]`, { hasText: name }).first().click();
}

let known = "/viec/";
async function openForm(page) {
  const link = await findLink(page, known);
  await link.click();
  await page.waitForURL(/\/viec\/[0-9A-Z]+#bao-ket-qua$/);
  known = new URL(page.url()).pathname;
  return known;
}

async function results(page, path, title) {
  await page.goto(path);
  return page.locator('main table a[href^="/minh-chung/"]', { hasText: title }).count();
}

const kept = (page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("caicach.draft")));

/** Our policy lets no test evaluate within the page: asked from here, until it is so. */
async function until(page, isSo, what) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isSo()) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`never came: ${what}`);
}

const waitForKept = (page, count) =>
  until(page, async () => (await kept(page)).length === count, `${count} drafts in the browser`);

/** Typed while the server cannot be reached, so that this browser alone has it; then left. */
async function typeFarAway(page, title) {
  await page.context().route("**/nhap/chu", (route) => route.abort());
  await page.fill("[name=title]", title);
  await page.locator("[data-form-status]", { hasText: "giữ trên máy này" }).waitFor();
  await page.goto("about:blank");
  await page.context().unroute("**/nhap/chu");
}

/** A connection that is gone is told in the console, too. */
function forgiveLostConnection(page) {
  page.faults = page.faults.filter((fault) => !/ERR_(INTERNET|FAILED|CONNECTION)/.test(fault));
}

function asOfficer(test, size = sizes.phone) {
  return (house) =>
    onPage(house.browser, house.baseUrl, { size }, async (page) => {
      await signIn(page, house, OFFICER);
      await test(page, house);
      forgiveLostConnection(page);
    });
}

async function checkPage(page, what) {
  for (const size of [sizes.narrow, sizes.desk, sizes.phone]) {
    await page.setViewportSize(size);
    expectEqual(await overflowPixels(page), 0, `pixels too wide at ${size.width}: ${what}`);
  }
  expectEqual(await axeFindings(page), [], `serious findings of axe: ${what}`);
}

export const tests = [
  [
    "two clicks and a file report a result on a telephone",
    asOfficer(async (page) => {
      const link = await findLink(page);
      await checkPage(page, "the list");
      await link.click();
      await page.setInputFiles("[name=proof]", PHOTO);
      await page.click(SEND);
      await page.locator("main .ds-alert", { hasText: "Đã ghi nhận kết quả" }).waitFor();
      await page.locator("main table", { hasText: "anh.pdf" }).waitFor();
      expectEqual(await kept(page), [], "drafts in the browser");
    }),
  ],
  [
    "typing is saved by itself, for colleagues on the list, and this browser keeps no copy",
    asOfficer(async (page) => {
      const path = await openForm(page);
      await page.fill("[name=title]", "Lớp tập huấn đang viết");
      await waitForKept(page, 1);
      await page.locator("[data-form-status]", { hasText: "Đã lưu nháp lúc" }).waitFor();
      await waitForKept(page, 0);
      await findLink(page, path);
      await page.locator("main", { hasText: "có bản nháp" }).waitFor();
      await page.goto(path);
      expectEqual(await page.inputValue("[name=title]"), "Lớp tập huấn đang viết", "the title");
      await page.setInputFiles("[name=proof]", PHOTO);
      await page.click("text=Lưu nháp");
      await page.locator("main", { hasText: "Tệp trong bản nháp" }).waitFor();
      await checkPage(page, "the form with a draft");
      await page.click(SEND);
      await page.locator("main .ds-alert", { hasText: "Đã ghi nhận" }).waitFor();
      expectEqual(await results(page, path, "đang viết"), 1, "results");
      expectEqual(await page.locator("text=Bỏ bản nháp").count(), 0, "drafts left");
    }),
  ],
  [
    "without a connection the form stays as it is, and goes once when the connection is back",
    asOfficer(async (page) => {
      const path = await openForm(page);
      await page.fill("[name=title]", "Gửi khi mất mạng");
      await page.setInputFiles("[name=proof]", PHOTO);
      await page.context().setOffline(true);
      await page.click(SEND);
      await page.locator("[data-form-status]", { hasText: "Chưa gửi được" }).waitFor();
      await checkPage(page, "the form without a connection");
      expectEqual(await page.inputValue("[name=title]"), "Gửi khi mất mạng", "the title");
      await page.click(SEND);
      await page.locator("[data-form-status]", { hasText: "Chưa gửi được" }).waitFor();
      await page.context().setOffline(false);
      const said = page.locator("main .ds-alert", { hasText: "Đã ghi nhận kết quả" });
      await said.waitFor({ timeout: AGAIN_MS_MAX });
      expectEqual(await results(page, path, "Gửi khi mất mạng"), 1, "results");
      expectEqual(await kept(page), [], "drafts in the browser");
    }),
  ],
  [
    "a server that ends between taking a result and answering reports it once",
    asOfficer(async (page, house) => {
      const path = await openForm(page);
      await page.fill("[name=title]", "Máy chủ mất điện");
      await page.setInputFiles("[name=proof]", PHOTO);
      let lost = 0;
      await page.route("**/ket-qua", async (route) => {
        lost += 1;
        await route.fetch({ maxRedirects: 0 });
        await house.kill();
        await route.abort();
      });
      await page.click(SEND);
      await page.locator("[data-form-status]", { hasText: "Chưa gửi được" }).waitFor();
      await page.unroute("**/ket-qua");
      await house.again();
      const said = page.locator("main .ds-alert", { hasText: "Đã ghi nhận kết quả" });
      await said.waitFor({ timeout: AGAIN_MS_MAX });
      expectEqual(lost, 1, "answers lost");
      expectEqual(await results(page, path, "Máy chủ mất điện"), 1, "results");
    }),
  ],
  [
    "a page that is opened again after its answer was lost knows that the result was taken",
    asOfficer(async (page) => {
      const path = await openForm(page);
      await page.fill("[name=title]", "Trả lời bị mất");
      await page.setInputFiles("[name=proof]", PHOTO);
      await page.route("**/ket-qua", async (route) => {
        await route.fetch({ maxRedirects: 0 });
        await route.abort();
      });
      await page.click(SEND);
      await page.locator("[data-form-status]", { hasText: "Chưa gửi được" }).waitFor();
      expectEqual((await kept(page)).length, 1, "drafts in the browser");
      await page.unroute("**/ket-qua");
      page.on("dialog", (dialog) => dialog.accept());
      expectEqual(await results(page, path, "Trả lời bị mất"), 1, "results");
      expectEqual(await page.locator("[data-draft-notice]").count(), 0, "notices of a draft");
      expectEqual(await kept(page), [], "drafts in the browser");
    }),
  ],
  [
    "words typed without a connection are there when the page is opened again, and can be dropped",
    asOfficer(async (page) => {
      const path = await openForm(page);
      const before = await page.inputValue("[name=title]");
      await typeFarAway(page, "Viết ở bản xa");
      await page.goto(path);
      expectEqual(await page.inputValue("[name=title]"), "Viết ở bản xa", "the title");
      const notice = page.locator("[data-draft-notice]");
      expect(/lưu lúc \d\d:\d\d ngày/.test(await notice.textContent()), "when it was kept");
      await checkPage(page, "the form with a draft of this machine");
      await notice.locator("button").click();
      expectEqual(await page.inputValue("[name=title]"), before, "the title, dropped");
      expectEqual(await kept(page), [], "drafts in the browser");
    }),
  ],
  [
    "two people at once see both drafts, and what one of them chooses stays",
    asOfficer(async (page, house) => {
      const path = await openForm(page);
      await onPage(house.browser, house.baseUrl, {}, async (other) => {
        await signIn(other, house, OFFICER);
        await other.goto(path);
        await other.fill("[name=title]", "Bản của người kia");
        await other.click("text=Lưu nháp");
        await other.locator("main", { hasText: "Đã lưu bản nháp" }).waitFor();
      });
      await page.fill("[name=title]", "Bản của tôi");
      const panel = page.locator("[data-conflict-panel]");
      await panel.waitFor();
      const words = await panel.textContent();
      for (const title of ["Bản của người kia", "Bản của tôi"])
        expect(words.includes(title), `${title} is shown`);
      await checkPage(page, "both drafts");
      await panel.locator("text=Lưu bản của tôi").click();
      await page.locator("[data-form-status]", { hasText: "Đã lưu nháp lúc" }).waitFor();
      await page.goto(path);
      expectEqual(await page.inputValue("[name=title]"), "Bản của tôi", "the title");
    }, sizes.desk),
  ],
  [
    "an inspection asks whom it looked at, keeps it with the draft, and its task tells it",
    asOfficer(async (page) => {
      const path = await openInspection(page);
      await addInspected(page, "so cong", "Sở Công Thương");
      await page.selectOption("[name=manner]", "unannounced");
      await page.locator("[data-form-status]", { hasText: "Đã lưu nháp lúc" }).waitFor();
      await waitForKept(page, 0);
      await page.goto(path);
      expectEqual(await chips(page), ["Sở Công Thương×"], "chosen, from the server");
      await checkPage(page, "the form of an inspection");
      await page.context().route("**/nhap/chu", (route) => route.abort());
      await addInspected(page, "so xay", "Sở Xây dựng");
      await page.locator("[data-form-status]", { hasText: "giữ trên máy này" }).waitFor();
      await page.goto("about:blank");
      await page.context().unroute("**/nhap/chu");
      await page.goto(path);
      const both = ["Sở Công Thương×", "Sở Xây dựng×"];
      expectEqual(await chips(page), both, "chosen, from this machine");
      await page.fill("[name=happened_on]", "1/1/2999");
      await page.fill("[name=link]", "https://songlam.example/ket-luan");
      await page.click(SEND);
      await page.locator("[data-error-summary]").waitFor();
      expectEqual(await chips(page), both, "chosen, refused");
      await page.fill("[name=happened_on]", "");
      await page.click(SEND);
      const told = "Được kiểm tra: Sở Công Thương; Sở Xây dựng (đột xuất)";
      await page.locator("main table", { hasText: told }).waitFor();
      await checkPage(page, "the task that tells whom");
    }),
  ],
  [
    "without script an inspection asks the same",
    (house) =>
      onPage(house.browser, house.baseUrl, { script: false, size: sizes.phone }, async (page) => {
        await signIn(page, house, OFFICER);
        await openInspection(page);
        await page.selectOption("select[name=about]", ["so-cong-thuong", "so-xay-dung"]);
        await page.selectOption("[name=manner]", "planned");
        await page.fill("[name=link]", "https://songlam.example/ket-luan-2");
        await page.click(SEND);
        const told = "Được kiểm tra: Sở Công Thương; Sở Xây dựng (theo kế hoạch)";
        await page.locator("main table", { hasText: told }).waitFor();
      }),
  ],
  [
    "drafts of this machine are shown to nobody else, and go when their person signs out",
    asOfficer(async (page, house) => {
      const path = await openForm(page);
      await typeFarAway(page, "Chưa gửi, của cán bộ");
      // Another person's under the same form.
      await page.goto("/viec");
      const [name] = await kept(page);
      await page.evaluate(
        ([own]) => {
          const other = own.replace(/draft\.[0-9a-f]+ /, "draft.0123456789abcdef ");
          localStorage.setItem(other, localStorage.getItem(own).replace("cán bộ", "người khác"));
        },
        [name],
      );
      await signIn(page, house, COORDINATOR);
      await page.goto("/viec");
      expectEqual((await kept(page)).length, 2, "drafts that wait for their persons");
      expect(!(await page.content()).includes("Chưa gửi, của"), "no word of them is shown");
      await signIn(page, house, OFFICER);
      await page.goto(path);
      expectEqual(await page.inputValue("[name=title]"), "Chưa gửi, của cán bộ", "the title");
      await page.click("text=Đăng xuất");
      await page.waitForURL(/dang-nhap|\/$/);
      delete sessions[OFFICER];
      // The server asks the browser to forget all of this site: other persons' copies, too.
      await waitForKept(page, 0);
    }),
  ],
];
