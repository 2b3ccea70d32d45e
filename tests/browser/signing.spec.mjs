// Who signed a file: asked with files that a program of its own signs, with keys of its own.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, expectSound, onPage, root, sizes } from "./harness.mjs";
import { signInByLink, startProduct } from "./product-server.mjs";

export const start = startProduct;

// In the order of the printed links.
const OFFICER = 1;

let cookies;
async function signIn(page, house) {
  if (cookies) return page.context().addCookies(cookies);
  await signInByLink(page, house.links[OFFICER]);
  cookies = await page.context().cookies();
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

/** What a signing program of somebody makes of it. */
function signedPdf() {
  const folder = mkdtempSync(join(tmpdir(), "caicach-signing-"));
  const run = (...words) =>
    execFileSync("/usr/bin/python3", [join(root, "tests/tools/sign_pdf.py"), ...words]);
  try {
    const [file, made] = [join(folder, "file.pdf"), join(folder, "made.pdf")];
    writeFileSync(file, emptyPdf());
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
          await signIn(page, house);
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
];
