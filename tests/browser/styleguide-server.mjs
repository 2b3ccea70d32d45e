// Serves the pages of the styleguide program with the headers of the real server, so that the
// components are tested under the strict policy they will live with. Answers to changes are played
// by hand.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

// img-src data: for the icons inside Designsystemet's style sheet.
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; " +
  "img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const TYPES = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

// The head of every page asks how many notices are new.
const OF_THE_HEAD = { "GET /thong-bao/so-moi": () => ({}) };

/** `answers`: {"POST /muc/18": (body) => ({status, text})} for what the pages send. */
export async function startStyleguide(build, answers = {}) {
  const program = join(build, "tests/browser/styleguide");
  const page = (name) => execFileSync(program, [name], { encoding: "utf8" });
  const names = page("--list").trim().split("\n");
  const folder = mkdtempSync(join(tmpdir(), "styleguide-"));
  execFileSync(program, ["--assets", folder]);
  const files = new Set(readdirSync(folder));
  const received = [];
  const played = { ...OF_THE_HEAD, ...answers };

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const send = (status, type, body, more = {}) => {
      response.writeHead(status, {
        "Content-Type": type,
        "Content-Security-Policy": policy,
        ...more,
      });
      response.end(body);
    };
    let body = "";
    for await (const chunk of request) if (body.length < 100_000) body += chunk.toString("latin1");
    const answer = played[`${request.method} ${pathname}`];
    const name = pathname.slice(1);
    if (request.method === "POST") received.push({ path: pathname, body });
    if (answer) {
      const { status = 200, text = "", delay = 0 } = answer(body, page);
      setTimeout(() => send(status, "text/html; charset=utf-8", text), delay);
    } else if (pathname === "/sw.js") {
      send(200, "text/javascript", ""); // nothing is kept of these pages
    } else if (names.includes(name)) {
      send(200, "text/html; charset=utf-8", page(name));
    } else if (pathname.startsWith("/assets/")) {
      const file = pathname.slice("/assets/".length);
      if (!files.has(file)) return send(404, "text/plain", "");
      const compressed = files.has(`${file}.br`);
      const headers = { "Cache-Control": "public, max-age=31536000, immutable" };
      if (compressed) headers["Content-Encoding"] = "br";
      send(
        200,
        TYPES[extname(file)],
        readFileSync(join(folder, compressed ? `${file}.br` : file)),
        headers,
      );
    } else {
      send(
        404,
        "text/html; charset=utf-8",
        "<!doctype html><html lang=vi><title>Không có</title><h1>Không có trang này</h1>",
      );
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${server.address().port}`,
    names,
    received,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
