// The components by themselves: every page of the style guide, and what the scripts do on them.
import {
  checkPage,
  expect,
  expectEqual,
  focusIsVisible,
  onPage,
  overflowPixels,
  sizes,
  tabTo,
  transferredBytes,
} from "./harness.mjs";
import { startStyleguide } from "./styleguide-server.mjs";

const FIRST_LOAD_BYTES_MAX = 100_000;
const PAGES = [
  "components",
  "form",
  "form-refused",
  "confirm",
  "plan",
  "plan-empty",
  "review",
  "review-conflict",
];

const saved =
  '<p id="con-lai" class="review__left" data-part>Còn 1 chỗ cần xem, trong 3 mục</p>' +
  '<input type="hidden" name="version" id="muc-18-phien-ban" data-part value="5">';
const refused =
  '<p class="ds-validation-message" id="loi-muc-18-count" data-part>Nhập số từ 1 đến 366.</p>';
let brokenOnce = false;

export const start = (build) =>
  startStyleguide(build, {
    "GET /muc/18/sua": (_, page) => ({ text: page("editor") }),
    "GET /ke-hoach/tuyen-truyen-2024": (_, page) => ({ text: page("plan-empty") }),
    "POST /tai-len": (_, page) => ({ status: 422, text: page("form-refused"), delay: 200 }),
    "POST /muc/18": (body, page) => {
      const form = new URLSearchParams(body);
      if (form.get("count") === "409") {
        const conflict = page("review-conflict").match(
          /<div class="conflict".*?<\/section><\/div><\/div>/s,
        )[0];
        return { status: 409, text: conflict };
      }
      if (form.get("count") === "422")
        return {
          status: 422,
          text: refused,
        };
      if (form.get("count") === "503" && !brokenOnce) {
        brokenOnce = true;
        return { status: 503 };
      }
      return { text: saved };
    },
  });

/** A test with a page of its own. */
const test = (sentence, options, run) => [
  sentence,
  ({ browser, baseUrl, received }) =>
    onPage(browser, baseUrl, options, (page) => run(page, received)),
];

const active = (page) => page.evaluate(() => document.activeElement?.id ?? "");

async function openEditor(page) {
  await page.goto("/review");
  await page.click("#muc-18 [data-edit]");
  await page.waitForSelector("#muc-18-title");
}

export const tests = [
  ...PAGES.map((name) => [
    `${name}: nothing serious from axe, fits 320 px, has one h1`,
    ({ browser, baseUrl }) => checkPage(browser, baseUrl, `/${name}`),
  ]),

  ...PAGES.map((name) =>
    test(
      `${name}: works without script, and fits 320 px`,
      { script: false, size: sizes.narrow },
      async (page) => {
        await page.goto(`/${name}`);
        expectEqual(await overflowPixels(page), 0, "pixels wider than 320");
        expectEqual(
          await page.locator("[data-print]:visible").count(),
          0,
          "print buttons that cannot work",
        );
        const folded = page.locator("details:not([open]):has(form)");
        while ((await folded.count()) > 0)
          await folded.first().locator("> summary").click();
        for (const form of await page.locator("form").all())
          expect(
            (await form.locator("button:visible").count()) > 0,
            "every form has a button to send it",
          );
      },
    ),
  ),

  [
    "a public page's first load stays under 100 KB as transferred",
    async ({ browser, baseUrl }) => {
      const bytes = await transferredBytes(browser, baseUrl, "/plan");
      expect(bytes > 10_000 && bytes < FIRST_LOAD_BYTES_MAX, `it is ${bytes} bytes`);
    },
  ],

  test(
    "the skip link is the first stop of the keyboard and leads to the content",
    {},
    async (page) => {
      await page.goto("/plan");
      expectEqual(await tabTo(page, ".skip-link"), 1, "presses of Tab");
      expect(await focusIsVisible(page), "the focus can be seen");
      await page.keyboard.press("Enter");
      expectEqual(await active(page), "noi-dung", "the focus");
    },
  ),

  test("all letters come from the two font files", {}, async (page) => {
    await page.goto("/components", { waitUntil: "networkidle" });
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument");
    const { nodeId } = await session.send("DOM.querySelector", {
      nodeId: root.nodeId,
      selector: "main",
    });
    const { nodeIds } = await session.send("DOM.querySelectorAll", {
      nodeId,
      selector: "h1, h2, p, td, th, a, time, strong",
    });
    for (const id of nodeIds) {
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId: id });
      for (const font of fonts) expect(font.isCustomFont, `${font.familyName} is not ours`);
    }
  }),

  test(
    "after a refusal the summary has the focus and its links lead to the fields",
    {},
    async (page) => {
      await page.goto("/form-refused");
      expect(
        await page.evaluate(() => document.activeElement.hasAttribute("data-error-summary")),
        "summary focused",
      );
      await page.click('.error-summary a[href="#ngay"]');
      expectEqual(await active(page), "ngay", "the focus");
    },
  ),

  test(
    "an agency is found by typing without diacritics, and chosen by keyboard",
    {},
    async (page) => {
      await page.goto("/form");
      await page.fill("#chu-tri", "so thong");
      expectEqual(
        await page.locator(".combobox__option:visible").allTextContents(),
        ["Sở Thông tin và Truyền thông"],
        "found",
      );
      await page.keyboard.press("Enter");
      expectEqual(await page.locator("select[name=chu-tri]").inputValue(), "3", "the select");
      expectEqual(await page.inputValue("#chu-tri"), "Sở Thông tin và Truyền thông", "the box");
    },
  ),

  test("several agencies are added and taken away as chips", {}, async (page) => {
    await page.goto("/form");
    await page.fill("#phoi-hop", "dai phat");
    await page.keyboard.press("Enter");
    const chosen = () =>
      page
        .locator("select[name=phoi-hop]")
        .evaluate((select) => [...select.selectedOptions].map((option) => option.value));
    expectEqual(await chosen(), ["1", "4"], "after adding");
    await page.click('button[aria-label="Bỏ Sở Nội vụ"]');
    expectEqual(await chosen(), ["4"], "after taking away");
    await page.focus("#phoi-hop");
    await page.keyboard.press("Backspace");
    expectEqual(await chosen(), [], "after Backspace");
  }),

  test(
    "an upload shows progress, and a refusal comes back as the page with its faults",
    {},
    async (page) => {
      await page.goto("/form");
      await page.setInputFiles("#tep", {
        name: "ke-hoach.txt",
        mimeType: "text/plain",
        buffer: Buffer.alloc(50_000, 97),
      });
      await page.click("main button:has-text('Tải lên')");
      await page.waitForSelector("[data-upload-progress]:visible");
      await page.waitForSelector("[data-error-summary]");
      expect(
        await page.evaluate(() => document.activeElement.hasAttribute("data-error-summary")),
        "summary focused",
      );
    },
  ),

  test("choosing a filter replaces the list alone and the address holds it", {}, async (page) => {
    await page.goto("/plan");
    await page.selectOption("select[name=loai]", "target");
    await page.waitForSelector("#cac-muc .empty-state");
    expect(page.url().includes("loai=target"), `the address is ${page.url()}`);
    expectEqual(await page.locator("h1").count(), 1, "number of h1");
  }),

  test("j, k and n go through the items and show their lines", {}, async (page) => {
    await page.goto("/review");
    await page.keyboard.press("j");
    expectEqual(await active(page), "muc-17", "after j");
    const lines = () =>
      page.locator(".line--chosen").evaluateAll((all) => all.map((line) => line.dataset.line));
    expectEqual(await lines(), ["6", "7", "8", "9"], "lines of the first item");
    await page.keyboard.press("n");
    expectEqual(await active(page), "muc-18", "after n");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expectEqual(await active(page), "muc-18", "after j and k");
    expectEqual(await lines(), ["10", "11"], "lines of the second item");
  }),

  test("choosing a line shows its item", {}, async (page) => {
    await page.goto("/review");
    await page.click("#dong-8");
    expectEqual(await active(page), "muc-17", "the focus");
    await page.click("#dong-13 a");
    expectEqual(await active(page), "muc-19", "the focus");
  }),

  test("shortcuts can be switched off, and stay so", {}, async (page) => {
    await page.goto("/review");
    await page.click("text=Phím tắt");
    await page.uncheck("#phim-tat");
    await page.reload();
    await page.keyboard.press("j");
    expectEqual(await page.locator(".item-card--chosen").count(), 0, "chosen items");
  }),

  test(
    "Enter opens the editor, its first field takes the focus, Escape goes back",
    {},
    async (page) => {
      await page.goto("/review");
      await page.keyboard.press("n");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#muc-18-title");
      await page.waitForFunction(() => document.activeElement.id === "muc-18-title");
      await page.keyboard.type("jjj");
      expect(
        (await page.inputValue("#muc-18-title")).includes("jjj"),
        "letters in a field are letters",
      );
      await page.keyboard.press("Escape");
      expectEqual(await active(page), "muc-18", "the focus");
    },
  ),

  test(
    "a change is saved by itself, and the answer's parts take their places",
    {},
    async (page, received) => {
      await openEditor(page);
      const before = received.length;
      await page.fill("#muc-18-count", "3");
      await page.keyboard.press("Tab");
      await page.waitForSelector("[data-save-status][data-state=saved]");
      expect(
        /^Đã lưu lúc \d\d:\d\d$/.test(await page.textContent("[data-save-status]")),
        "it says when",
      );
      expectEqual(received.length - before, 1, "requests");
      const sent = new URLSearchParams(received.at(-1).body);
      expectEqual(
        [sent.get("count"), sent.get("version"), sent.get("csrf")],
        ["3", "4", "x"],
        "what was sent",
      );
      expect((await page.textContent("#con-lai")).includes("Còn 1 chỗ"), "the count to go");
      expectEqual(
        await page.locator("#muc-18-phien-ban").first().inputValue(),
        "5",
        "the next version",
      );
    },
  ),

  test("a change that another person made first brings both versions", {}, async (page) => {
    await openEditor(page);
    await page.fill("#muc-18-count", "409");
    await page.keyboard.press("Tab");
    await page.waitForSelector("[data-conflict-panel]");
    expect(
      await page.evaluate(() => document.activeElement.matches("[data-conflict-panel]")),
      "it has the focus",
    );
    expectEqual(await page.locator("[data-conflict-panel] section").count(), 2, "versions");
  }),

  test("a refused change says so beside its field", {}, async (page) => {
    await openEditor(page);
    await page.fill("#muc-18-count", "422");
    await page.keyboard.press("Tab");
    await page.waitForSelector("[data-save-status][data-state=failed]");
    expectEqual(await page.textContent("#loi-muc-18-count"), "Nhập số từ 1 đến 366.", "the fault");
    const described = () => page.getAttribute("#muc-18-count", "aria-describedby");
    expectEqual(
      [await page.getAttribute("#muc-18-count", "aria-invalid"), await described()],
      ["true", "loi-muc-18-count"],
      "the field",
    );
    await page.fill("#muc-18-count", "4");
    await page.keyboard.press("Tab");
    await page.waitForSelector("[data-save-status][data-state=saved]");
    expectEqual(
      [await page.getAttribute("#muc-18-count", "aria-invalid"), await described()],
      [null, null],
      "the field, mended",
    );
  }),

  [
    "a change that met a busy server is sent again by itself",
    ({ browser, baseUrl }) =>
      onPage(browser, baseUrl, {}, async (page) => {
        await openEditor(page);
        await page.fill("#muc-18-count", "503");
        await page.keyboard.press("Tab");
        await page.waitForSelector("[data-save-status][data-state=failed]");
        await page.waitForSelector("[data-save-status][data-state=saved]");
        page.faults = page.faults.filter((fault) => !fault.includes("503"));
      }),
  ],

  test("the page prints its content without menus and filters", {}, async (page) => {
    await page.goto("/plan");
    await page.emulateMedia({ media: "print" });
    for (const gone of [".site-nav", ".filters", ".pagination"])
      expect(!(await page.isVisible(gone)), `${gone} is not printed`);
    expect(await page.isVisible(".plan-item"), "items are printed");
    expect((await page.pdf()).length > 1000, "a PDF comes out");
  }),
];
