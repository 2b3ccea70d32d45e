// A quarter of a province, from facts to the signed report of all: two wards become one, numbers
// are there when a report is opened, one is filled in on a telephone without a connection, one in
// Excel; one is sent back and mended, the coordinator's report holds what all sent, becomes a
// document, is numbered, signed outside and packed; at last every number is worked out anew.
//
// With QUARTER_PICTURES=docs/screenshots the pages of the document are kept as pictures.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, expectEqual, expectSound, onPage, openPage, root, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

// The second day after the cut-off: agencies have begun to send.
const SHAPE = "--years 1 --until 2026-09-16 --seed 3 --agencies 31 --officers 20".split(" ");
export const start = (build) => startProduct(build, [], "2026-09-16 01:00:00", SHAPE);

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;
const ZONES_OFFICER = 2; // of the board of the economic zones
const HEIRS_OFFICER = 3; // of the ward that takes another over
const MERGEDS_OFFICER = 4;
const HEIR = "Ủy ban nhân dân phường Bến Nứa";
const MERGED = "Ủy ban nhân dân phường Cồn Vạc";
const OWNERS_OFFICER = 12; // of the department that the form belongs to
const PERIOD = "9 tháng năm 2026";
const TEXTS = {
  "chi_dao.tinh_hinh": "Đã ban hành đủ văn bản chỉ đạo, phân công từng phòng.",
  "danh_gia.vuong_mac": "Đường truyền ở hai xã vùng cao chưa ổn định.",
  "ky_toi.nhiem_vu": "Hoàn thành các lớp tập huấn còn lại.",
};
const NUMBERS = {
  "thu_tuc.tiep_nhan": "1.234",
  "thu_tuc.da_giai_quyet": "1.200",
  "thu_tuc.dung_han": "1.190",
  "thu_tuc.qua_han": "10",
};

const sessions = {};
async function signIn(page, house, who) {
  if (sessions[who]) return page.context().addCookies(sessions[who]);
  await signInByLink(page, house.links[who]);
  sessions[who] = await page.context().cookies();
}

const at = (house, who, size, test) =>
  onPage(house.browser, house.baseUrl, { size }, async (page) => {
    await signIn(page, house, who);
    await test(page);
  });

/** What one part of the journey leaves for the next. */
const found = {};

const click = (page, name) => page.getByRole("button", { name, exact: true }).click();
const words = (page) => page.locator("main").innerText();
const cell = (page, key) => page.locator(`[id="o-${key}-0"]`);

/** Each cell is kept by a request of its own; the next one waits for it. */
async function fillIn(page, values) {
  const isSaving = (answer) =>
    answer.request().method() === "POST" && /\/o\?/.test(answer.url());
  for (const [key, value] of Object.entries(values)) {
    const kept = page.waitForResponse(isSaving);
    await cell(page, key).fill(value);
    await cell(page, key).blur();
    await kept;
  }
}

async function send(page) {
  await page.getByLabel("Báo cáo không có nội dung bí mật nhà nước").check();
  await click(page, "Gửi báo cáo");
  await page.getByText("Đã gửi báo cáo").first().waitFor();
}

async function download(page, name) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).first().click(),
  ]);
  return readFileSync(await file.path());
}

/** The row of an indicator on the page of the aggregate. */
async function totalOf(page, text) {
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: text }) });
  return (await row.first().getByRole("cell").nth(1).innerText()).trim();
}

function inFolder(test) {
  const folder = mkdtempSync(join(tmpdir(), "caicach-quarter-"));
  try {
    return test(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the signing program of somebody makes of a file. */
const signed = (pdf) =>
  inFolder((folder) => {
    const run = (...line) =>
      execFileSync("/usr/bin/python3", [join(root, "tests/tools/sign_pdf.py"), ...line]);
    const [file, made] = [join(folder, "file.pdf"), join(folder, "made.pdf")];
    writeFileSync(file, pdf);
    run("authority", folder);
    run("person", folder, "Lê_Văn_Tám");
    run("whole", folder, "Lê_Văn_Tám", file, made);
    return readFileSync(made);
  });

/** The pages of a file as pictures, of a Word file as LibreOffice prints it. */
const pictures = (name, bytes) =>
  inFolder((folder) => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    if (name.endsWith(".docx"))
      execFileSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/office`,
          ...["--headless", "--convert-to", "pdf", "--outdir", folder, file],
        ],
        { stdio: "ignore" },
      );
    const pdf = join(folder, name.replace(/\.docx$/, ".pdf"));
    execFileSync("pdftoppm", ["-r", "60", "-png", pdf, join(folder, "page")]);
    return readdirSync(folder)
      .filter((one) => one.startsWith("page"))
      .sort()
      .map((one) => readFileSync(join(folder, one)));
  });

const textOf = (pdf) =>
  inFolder((folder) => {
    const file = join(folder, "file.pdf");
    writeFileSync(file, pdf);
    return execFileSync("pdftotext", ["-layout", file, "-"]).toString();
  });

/** An agency's report of the quarter. */
async function openReport(page) {
  await page.goto("/bao-cao");
  await page.getByRole("row").filter({ hasText: PERIOD }).getByRole("link").first().click();
  await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
}

/** What the program counts of an indicator. */
async function computed(page, text) {
  const link = page.getByRole("link", { name: text, exact: true });
  const row = page.getByRole("row").filter({ has: link });
  const shown = await row.first().locator("td").nth(1).innerText();
  return Number(shown.replaceAll(".", "").match(/\d+/)[0]);
}

/** What somebody makes of a workbook in Excel. */
const typedInto = (workbook, values) =>
  inFolder((folder) => {
    const [file, made] = [join(folder, "bao-cao.xlsx"), join(folder, "da-nhap.xlsx")];
    writeFileSync(file, workbook);
    const pairs = Object.entries(values).map(([key, value]) => `${key}=${value}`);
    execFileSync("/usr/bin/python3", [
      join(root, "tests/browser/fill_sheet.py"),
      ...[file, made, ...pairs],
    ]);
    return readFileSync(made);
  });

const openOwn = async (page) => {
  await page.goto("/tong-hop");
  await page.getByRole("row").filter({ hasText: "Sở Nội vụ" }).getByRole("link").first().click();
  await page.waitForURL(/\/tong-hop\/[0-9A-Z]+\?/);
  await page.getByRole("link", { name: PERIOD }).first().click();
  await page.waitForURL(/\/tong-hop\/[0-9A-Z]+\/[0-9A-Z]+/);
};

export const tests = [
  [
    "two wards become one within the quarter, and the heir reports what both did",
    async (house) => {
      const ARTICLES = "Tin, bài";
      const before = {};
      for (const who of [MERGEDS_OFFICER, HEIRS_OFFICER])
        await at(house, who, sizes.desk, async (page) => {
          await openReport(page);
          before[who] = await computed(page, ARTICLES);
        });
      expect(before[MERGEDS_OFFICER] > 0, "the ward that ends did something");
      await at(house, COORDINATOR, sizes.desk, async (page) => {
        await page.goto("/co-quan/sap-xep/moi?loai=merge");
        const fields = {
          csrf: await page.locator("main form [name=csrf]").first().inputValue(),
          loai: "merge",
          document: "Nghị quyết số 52/NQ-HĐND ngày 01/09/2026",
          day: "10/09/2026",
          subject: HEIR,
          merged: MERGED,
          name: "",
          short_name: "",
          save: "1",
        };
        await page.evaluate(async (sent) => {
          await fetch("/co-quan/sap-xep", { method: "POST", body: new URLSearchParams(sent) });
        }, fields);
        await page.goto("/co-quan/sap-xep");
        expect((await words(page)).includes("52/NQ-HĐND"), "the decision stands");
      });
      await at(house, HEIRS_OFFICER, sizes.desk, async (page) => {
        await openReport(page);
        const both = before[HEIRS_OFFICER] + before[MERGEDS_OFFICER];
        expectEqual(await computed(page, ARTICLES), both, "articles of both");
      });
    },
  ],
  [
    "the heir's report begins with what was written the last time, and goes on offline",
    async (house) => {
      const page = await openPage(house.browser, house.baseUrl, { size: sizes.phone });
      try {
        await signIn(page, house, HEIRS_OFFICER);
        await openReport(page);
        await page.getByRole("button", { name: /^Chép từ kỳ trước/ }).click();
        await page.getByText("chép từ kỳ trước", { exact: true }).first().waitFor();
        const copied = await cell(page, "danh_gia.vuong_mac").inputValue();
        expect(copied !== "", "what hindered the last time is there");
        const path = page.url();
        await page.context().setOffline(true);
        await cell(page, "thu_tuc.tiep_nhan").fill("1.300");
        await cell(page, "danh_gia.vuong_mac").fill("Đường truyền còn yếu.");
        await cell(page, "thu_tuc.tiep_nhan").focus();
        await page.getByText("Chưa lưu được, sẽ tự thử lại").first().waitFor();
        await page.close({ runBeforeUnload: false });
        const context = page.context();
        await context.setOffline(false);
        const again = await context.newPage();
        await again.goto(path);
        const keys = {
          "thu_tuc.tiep_nhan": "1.300",
          "danh_gia.vuong_mac": "Đường truyền còn yếu.",
        };
        for (const [key, value] of Object.entries(keys))
          expectEqual(await cell(again, key).inputValue(), value, `${key} behind the tunnel`);
        await again.locator("[data-draft-notice]").first().waitFor({ state: "detached" });
        await again.reload();
        for (const [key, value] of Object.entries(keys))
          expectEqual(await cell(again, key).inputValue(), value, `${key}, kept`);
        await fillIn(again, { ...NUMBERS, ...TEXTS });
        await send(again);
      } finally {
        await page.context().close();
      }
    },
  ],
  [
    "an officer fills the report in with Excel, and looks at what it would write before it does",
    (house) =>
      at(house, ZONES_OFFICER, sizes.desk, async (page) => {
        await openReport(page);
        // Rows that the program draws are no one's to type in until they are taken over.
        await click(page, "Lấy vào bảng để sửa");
        const path = page.url().replace(/#.*/, "");
        const workbook = await download(page, "Tải bảng để điền (Excel)");
        const values = {
          "thu_tuc.tiep_nhan": 310,
          "thu_tuc.da_giai_quyet": 305,
          "thu_tuc.dung_han": 300,
          "thu_tuc.qua_han": 5,
        };
        await page.setInputFiles("input[name=sheet]", {
          name: "da-nhap.xlsx",
          mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          buffer: typedInto(workbook, values),
        });
        await click(page, "Đọc tệp và xem trước");
        await page.getByText("Sẽ ghi vào chỗ trống").first().waitFor();
        await expectSound(page, "what a workbook would write");
        const proposal = page.url();
        await page.goto(path);
        expectEqual(await cell(page, "thu_tuc.tiep_nhan").inputValue(), "", "nothing is written");
        await page.goto(proposal);
        await click(page, "Ghi vào báo cáo");
        await page.getByText("Đã ghi vào báo cáo.").first().waitFor();
        expectEqual(await cell(page, "thu_tuc.tiep_nhan").inputValue(), "310", "what was typed");
        await fillIn(page, TEXTS);
        await send(page);
      }),
  ],
  [
    "an officer opens the quarter's report on a telephone: numbers are there, the rest is typed",
    (house) =>
      at(house, OFFICER, sizes.phone, async (page) => {
        await openReport(page);
        found.report = page.url();
        const shown = await words(page);
        expect(shown.includes("15/06/2026") && shown.includes("14/09/2026"), "its days are told");
        await fillIn(page, { ...NUMBERS, ...TEXTS });
        await page.reload();
        expectEqual(await cell(page, "thu_tuc.tiep_nhan").inputValue(), "1.234", "what was typed");
        await send(page);
        await expectSound(page, "a report that was sent");
        found.receipt = await page.locator("a[href*='/bien-nhan/']").first().innerText();
      }),
  ],
  [
    "anybody who has the receipt sees what was sent when, and no more",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await page.goto(`/bien-nhan/${found.receipt}`);
        const shown = await words(page);
        expect(/[0-9a-f]{64}/.test(shown), "the hash is shown");
        expect(!shown.includes("Đường truyền"), "no content is shown");
      }),
  ],
  [
    "the coordinator sends it back with a remark, the officer mends it, and it is approved",
    async (house) => {
      await at(house, COORDINATOR, sizes.desk, async (page) => {
        await page.goto(found.report);
        await page.getByText("Ý kiến theo từng chỉ tiêu").click();
        await page.locator('[name="y_kien-danh_gia.vuong_mac"]').fill("Nêu tên hai xã.");
        await click(page, "Trả lại");
        await page.getByText("Bị trả lại").first().waitFor();
      });
      await at(house, OFFICER, sizes.phone, async (page) => {
        await page.goto(found.report);
        expect((await words(page)).includes("Nêu tên hai xã."), "the remark is shown");
        await fillIn(page, {
          "danh_gia.vuong_mac": "Đường truyền ở xã Mường Lát, xã Nậm Cần chưa ổn định.",
        });
        await send(page);
      });
      await at(house, COORDINATOR, sizes.desk, async (page) => {
        await page.goto(found.report);
        await click(page, "Kiểm tra xong");
        await click(page, "Phê duyệt");
        await page.getByText("Đã phê duyệt").first().waitFor();
      });
    },
  ],
  [
    "the totals hold what was sent, and name who is missing",
    (house) =>
      at(house, COORDINATOR, sizes.desk, async (page) => {
        await openOwn(page);
        const shown = await words(page);
        expect(shown.includes("Số cộng dưới đây còn thiếu"), "who is missing is named");
        expect(!shown.includes(MERGED), "of who is no more nothing is missing");
        found.total = await totalOf(page, "Hồ sơ phải giải quyết");
        await expectSound(page, "the totals of a quarter");
      }),
  ],
  [
    "the report of all holds the totals, and is sent upward",
    (house) =>
      at(house, OWNERS_OFFICER, sizes.desk, async (page) => {
        await openOwn(page);
        await page.getByRole("link", { name: /gửi lên$/ }).click();
        await page.waitForURL(/\/bao-cao\/[0-9A-Z]+$/);
        found.own = page.url();
        await fillIn(page, { ...NUMBERS, ...TEXTS });
        await send(page);
        await page.getByText("Báo cáo gồm số của cơ quan").waitFor();
      }),
  ],
  [
    "it becomes a document with the first number of the year, and is looked at page by page",
    async (house) => {
      await at(house, COORDINATOR, sizes.desk, async (page) => {
        await page.goto("/so-van-ban");
        await click(page, "Lập sổ");
        await page.goto("/nguoi-ky");
        await page.check("[name=form][value=deputy]");
        await page.fill("[name=name]", "Lê Văn Tám");
        await page.fill("[name=head_title]", "Giám đốc");
        await page.fill("[name=own_title]", "Phó Giám đốc");
        await click(page, "Lưu");
        await page.getByText("Đã ghi người ký").waitFor();
      });
      await at(house, OWNERS_OFFICER, sizes.desk, async (page) => {
        await page.goto(found.own);
        await page.getByLabel("Người ký").selectOption({ index: 1 });
        await click(page, "Lập văn bản");
        await page.getByText("Đã lập dự thảo văn bản").waitFor();
        found.document = page.url().replace(/[?#].*/, "");
        await click(page, "Cấp số");
        await page.getByText("01/BC-SNV").first().waitFor();
        found.pdf = await download(page, "Tải bản in (PDF)");
        const word = await download(page, "Tải bản Word");
        const text = textOf(found.pdf);
        const head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        for (const needed of [head, "Số: 01/BC-SNV", "KT. GIÁM ĐỐC"])
          expect(text.includes(needed), `“${needed}” stands on paper`);
        const [print, office] = [pictures("in.pdf", found.pdf), pictures("van-ban.docx", word)];
        expect(print.length > 2, "it has several pages");
        expectEqual(office.length, print.length, "pages of Word and of print");
        const folder = process.env.QUARTER_PICTURES;
        if (folder)
          print.forEach((picture, number) =>
            writeFileSync(join(folder, `report_page_${number + 1}.png`), picture),
          );
      });
    },
  ],
  [
    "it is signed by a program of the signer's, checked, sent and packed with its hashes",
    (house) =>
      at(house, COORDINATOR, sizes.desk, async (page) => {
        await page.goto(found.document);
        await page.getByRole("link", { name: "Ký số" }).click();
        await click(page, "Chuẩn bị tệp để ký");
        await page.getByText("Đã chuẩn bị tệp để ký").waitFor();
        const buffer = signed(await download(page, "tải tệp PDF"));
        await page
          .getByLabel("Tệp PDF đã ký, hoặc chữ ký rời")
          .setInputFiles({ name: "da-ky.pdf", mimeType: "application/pdf", buffer });
        await click(page, "Nhận chữ ký");
        await page.getByText("Đã nhận chữ ký").waitFor();
        await page.getByText("Lê Văn Tám").first().waitFor();
        await page.goto(found.document);
        await click(page, "Gửi văn bản");
        await page.getByText("Đã gửi").first().waitFor();
        const zip = await download(page, "Tải gói (ZIP)");
        inFolder((folder) => {
          const file = join(folder, "goi.zip");
          writeFileSync(file, zip);
          const names = execFileSync("unzip", ["-Z1", file]).toString();
          for (const needed of [".pdf", ".docx", ".json", ".xlsx"])
            expect(names.includes(needed), `the package holds a ${needed}`);
          execFileSync("unzip", ["-q", file, "-d", folder]);
          const [name] = readdirSync(folder).filter((one) => one.endsWith(".pdf"));
          const packed = readFileSync(join(folder, name));
          expect(packed.equals(buffer), "the package holds what was signed");
        });
      }),
  ],
  [
    "a program that shares nothing with ours works every number out anew, and agrees",
    async (house) => {
      const tool = join(root, "tools/recompute_reports.py");
      const told = execFileSync("/usr/bin/python3", [tool, house.data, "--totals"]).toString();
      const all = JSON.parse(told).find(
        (one) => one.period === "nd09:2026Q3" && one.collector === "SNV",
      );
      const { value } = all.indicators["thu_tuc.tiep_nhan"];
      const total = new Intl.NumberFormat("vi-VN").format(value);
      expect(found.total.startsWith(total), `the total that was shown is ${total}`);
    },
  ],
];
