// Starts the real binary on a fresh sample province, and ends it by its own pid.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const START_MS_MAX = 20_000;

/** The environment of a process whose clock begins at `start` (UTC) and goes on from there. */
function clockOf(start) {
  const library = readdirSync("/usr/lib")
    .map((folder) => `/usr/lib/${folder}/faketime/libfaketime.so.1`)
    .find((path) => existsSync(path));
  if (!library) throw new Error("No libfaketime found: install the package libfaketime.");
  return {
    TZ: "UTC",
    LD_PRELOAD: library,
    FAKETIME: `@${start}`,
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
  };
}

/**
 * Gives {baseUrl, links, stop}: `links` are the one-time sign-in paths in the order printed.
 * `settings` are as on the command line: ["mail.from=a@b.example"]; with a `clock` ("2026-11-24
 * 02:00:00", UTC) the house lives at another time.
 */
export async function startProduct(build, settings = [], clock = "") {
  const program = join(build, "caicach");
  const folder = mkdtempSync(join(tmpdir(), "caicach-browser-"));
  const data = join(folder, "data");
  execFileSync(program, ["demo", "--data", data], { stdio: "ignore" });
  const set = settings.flatMap((setting) => ["--set", setting]);
  const server = spawn(program, ["serve", "--data", data, "--port", "0", ...set], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, ...(clock ? clockOf(clock) : {}) },
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
