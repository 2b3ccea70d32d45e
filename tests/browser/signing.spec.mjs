// Who signed a file: asked with files that a program of its own signs, with keys of its own.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, expectSound, onPage, root, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const COORDINATOR = 0;
const OFFICER = 1;

const sessions = {};
async function signIn(page, house, who) {
  if (sessions[who]) return page.context().addCookies(sessions[who]);
  await signInByLink(page, house.links[who]);
  sessions[who] = await page.context().cookies();
}

/** A page without a word, with the plain table of references. */
function emptyPdf() {
  let text = "%PDF-1.4\n";
  const offsets = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R >>",
    "<< /Length 4 >>\nstream\nq Q \nendstream",
  ].map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  text += `xref\n0 5\n0000000000 65535 f \n${entries.join("")}`;
  text += `trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** What a signing program of somebody makes of a file. */
function signedPdf(pdf = emptyPdf()) {
  const folder = mkdtempSync(join(tmpdir(), "caicach-signing-"));
  const run = (...words) =>
    execFileSync("/usr/bin/python3", [join(root, "tests/tools/sign_pdf.py"), ...words]);
  try {
    const [file, made] = [join(folder, "file.pdf"), join(folder, "made.pdf")];
    writeFileSync(file, pdf);
    run("authority", folder);
    run("person", folder, "Lê_Văn_Tám");
    run("whole", folder, "Lê_Văn_Tám", file, made);
    return readFileSync(made);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function ask(page, buffer) {
  await page
    .getByLabel("Tệp PDF")
    .setInputFiles({ name: "bao-cao.pdf", mimeType: "application/pdf", buffer });
  await page.getByRole("button", { name: "Kiểm chữ ký", exact: true }).click();
  await page.getByRole("heading", { name: "Kết quả: bao-cao.pdf" }).waitFor();
}

export const tests = [
  [
    "who signed a file is said, on a telephone and on a desk, and that it was changed",
    async (house) => {
      const signed = signedPdf();
      for (const size of [sizes.phone, sizes.desk])
        await onPage(house.browser, house.baseUrl, { size }, async (page) => {
          await signIn(page, house, OFFICER);
          await page.goto("/kiem-chu-ky");
          await expectSound(page, "before a file is chosen");
          await ask(page, emptyPdf());
          await page.getByText("Tệp không có chữ ký số nào").waitFor();
          await ask(page, signed);
          await page.getByRole("heading", { name: "Chữ ký 1: Lê Văn Tám" }).waitFor();
          expect(
            (await page.locator("main").innerText()).includes("Cả tệp"),
            "the file is whole",
          );
          await expectSound(page, "a file that is whole");
          const changed = Buffer.from(signed);
          changed[changed.indexOf("q Q")] = 0x51;
          await ask(page, changed);
          await page.getByText("Không tin được tệp").waitFor();
          await expectSound(page, "a file that was changed");
        });
    },
  ],
  [
    "a document with its number is signed by a program, and kept with who signed it",
    (house) =>
      onPage(house.browser, house.baseUrl, { size: sizes.phone }, async (page) => {
        await signIn(page, house, COORDINATOR);
        const click = (name) => page.getByRole("button", { name, exact: true }).click();
        await page.goto("/so-van-ban");
        await click("Lập sổ");
        await page.goto("/nguoi-ky");
        await page.check("[name=form][value=deputy]");
        await page.fill("[name=name]", "Lê Văn Tám");
        await page.fill("[name=head_title]", "Giám đốc");
        await page.fill("[name=own_title]", "Phó Giám đốc");
        await click("Lưu");
        await page.goto("/van-ban-di/moi");
        await page.getByLabel("Trích yếu").fill("Kết quả quý I");
        await page.getByLabel("Nội dung", { exact: true }).fill("Đã đăng 12 tin, bài.");
        await page.getByLabel("Người ký").selectOption({ index: 1 });
        await click("Lưu dự thảo");
        await click("Cấp số");
        await page.getByRole("link", { name: "Ký số" }).click();
        await expectSound(page, "nothing is prepared");
        await click("Chuẩn bị tệp để ký");
        await page.getByText("Đã chuẩn bị tệp để ký").waitFor();
        await expectSound(page, "a file waits for its signature");
        const [file] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("link", { name: "tải tệp PDF" }).click(),
        ]);
        const buffer = signedPdf(readFileSync(await file.path()));
        const choose = (bytes) =>
          page
            .getByLabel("Tệp PDF đã ký, hoặc chữ ký rời")
            .setInputFiles({ name: "da-ky.pdf", mimeType: "application/pdf", buffer: bytes });
        await choose(emptyPdf());
        await click("Nhận chữ ký");
        await page.getByText("Hãy tải lại tệp để ký").first().waitFor();
        await expectSound(page, "a file that is not ours");
        await choose(buffer);
        await click("Nhận chữ ký");
        await page.getByText("Đã nhận chữ ký").waitFor();
        await page.getByText("Lê Văn Tám").first().waitFor();
        await expectSound(page, "a document that is signed");
      }),
  ],
];
