// Starts the real binary on a fresh sample province, and ends it by its own pid.
import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

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

const samples = new Map();

/** A province is made once for each clock and shape; who asks for one gets a copy of his own. */
function sampleOf(program, clock, shape) {
  const key = JSON.stringify([program, clock, shape]);
  if (!samples.has(key)) samples.set(key, makeSample(program, clock, shape));
  return samples.get(key);
}

async function makeSample(program, clock, shape) {
  const folder = mkdtempSync(join(tmpdir(), "caicach-sample-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, "data");
  const env = { ...process.env, ...(clock && shape.length === 0 ? clockOf(clock) : {}) };
  await promisify(execFile)(program, ["demo", ...shape, "--data", data], { env });
  return data;
}

/**
 * Gives {baseUrl, data, links, kill, again, stop}: `data` is its folder, `links` are the one-time
 * sign-in paths in the order printed. `settings` are as on the command line:
 * ["mail.from=a@b.example"]; with a `clock` ("2026-11-24 02:00:00", UTC) the house lives at another
 * time from its making on. `shape`, which has its own days, goes to `caicach demo`:
 * ["--years", "1"] for a province with a past, and with targets of many agencies.
 */
export async function startProduct(build, settings = [], clock = "", shape = []) {
  const program = join(build, "caicach");
  const sample = await sampleOf(program, clock, shape);
  const folder = mkdtempSync(join(tmpdir(), "caicach-browser-"));
  const data = join(folder, "data");
  cpSync(sample, data, { recursive: true });
  const set = settings.flatMap((setting) => ["--set", setting]);
  const line = ["serve", "--data", data, ...set];
  let running = await serve(program, [...line, "--port", "0"], clock);
  const baseUrl = running.printed.match(ADDRESS)[0];
  return {
    baseUrl,
    data,
    /** Each start prints its own. */
    get links() {
      return running.printed.match(LINKS);
    },
    /** The same, where a test has copied this value. */
    linksNow: () => running.printed.match(LINKS),
    /** As a machine that loses its power. */
    async kill() {
      await running.end("SIGKILL");
    },
    /** On the same data, at the same address; at another time, if one is given. */
    async again(at = clock) {
      const { port } = new URL(baseUrl);
      running = await serve(program, [...line, "--port", port], at);
    },
    async stop() {
      await running.end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** By one of the printed links; it works once. */
export async function signInByLink(page, link) {
  await page.goto(link);
  await page.click("main form button");
  await page.waitForLoadState();
}

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;
const LINKS = /\/dang-nhap\/\S+/g;
const LINKS_PRINTED = 5;

/** A server that has printed its links. */
async function serve(program, options, clock) {
  const server = spawn(program, options, {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, ...(clock ? clockOf(clock) : {}) },
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const printed = await new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => reject(new Error(`no start: ${text}`)), START_MS_MAX);
    server.stdout.on("data", (piece) => {
      text += piece;
      if ((text.match(LINKS) ?? []).length < LINKS_PRINTED) return;
      clearTimeout(timer);
      resolve(text);
    });
  });
  return {
    printed,
    async end(signal) {
      server.kill(signal);
      await ended;
    },
  };
}
