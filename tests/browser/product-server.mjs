// Starts the real binary on a fresh sample province, and ends it by its own pid.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START_MS_MAX = 20_000;

/**
 * Gives {baseUrl, links, stop}: `links` are the one-time sign-in paths in the order printed.
 * `settings` are as on the command line: ["mail.from=a@b.example"].
 */
export async function startProduct(build, settings = []) {
  const program = join(build, "caicach");
  const folder = mkdtempSync(join(tmpdir(), "caicach-browser-"));
  const data = join(folder, "data");
  execFileSync(program, ["demo", "--data", data], { stdio: "ignore" });
  const set = settings.flatMap((setting) => ["--set", setting]);
  const server = spawn(program, ["serve", "--data", data, "--port", "0", ...set], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const printed = await new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => reject(new Error(`no start: ${text}`)), START_MS_MAX);
    server.stdout.on("data", (piece) => {
      text += piece;
      if ((text.match(/\/dang-nhap\/\S+/g) ?? []).length < 5) return;
      clearTimeout(timer);
      resolve(text);
    });
  });
  return {
    baseUrl: printed.match(/http:\/\/127\.0\.0\.1:\d+/)[0],
    links: printed.match(/\/dang-nhap\/\S+/g),
    async stop() {
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
