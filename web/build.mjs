// Builds web/dist: one style sheet, one script, htmx, the fonts and scripts of single pages, each
// under a name that holds its hash, with brotli and gzip beside it, and assets.json that says what
// there is. Node's own modules and esbuild; nothing is downloaded.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.argv[2] ?? join(here, "dist");
// What a first visit may weigh as transferred; the page itself comes on top and has the rest of 100
// KB.
const FIRST_LOAD_BYTES_MAX = 95_000;
// Pages that ask for them are worked in, not come upon.
const ON_SOME_PAGES = ["editing.js", "recorder.js", "player.js", "player-worker.js", "player.css"];
// The player of screens runs on television boxes.
const PLAYER_BYTES_MAX = 10_000;

const MIT_INSIDE = [
  "/* MIT licence: ProseMirror (C) 2015 Marijn Haverbeke and others; markdown-it (C) 2014 Vitaly",
  "Puzyrev, Alex Kocharin; linkify-it (C) 2015 Vitaly Puzyrev. */",
].join(" ");

const CONTENT_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".woff2": "font/woff2",
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const assets = [];

/** Writes one asset under its hashed name, with its compressed twins where they are smaller. */
function emit(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const extension = extname(name);
  const file = `${basename(name, extension)}.${hash}${extension}`;
  const asset = { name, file, type: CONTENT_TYPES[extension], hash, size: bytes.length };
  writeFileSync(join(dist, file), bytes);
  // Fonts are compressed inside already.
  if (extension !== ".woff2") {
    const brotli = brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
    const gzip = gzipSync(bytes, { level: 9 });
    writeFileSync(join(dist, `${file}.br`), brotli);
    writeFileSync(join(dist, `${file}.gz`), gzip);
    asset.brotli = brotli.length;
    asset.gzip = gzip.length;
  }
  assets.push(asset);
  return file;
}

const options = {
  bundle: true,
  minify: true,
  write: false,
  absWorkingDir: here,
  legalComments: "none",
  logLevel: "warning",
};

const fonts = ["be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2"];
const fontFiles = new Map(
  fonts.map((font) => [font, emit(font, readFileSync(join(here, "fonts", font)))]),
);

for (const name of ["app", "player"]) {
  const styles = await build({
    ...options,
    entryPoints: [`theme/${name}.css`],
    target: ["chrome109", "firefox115", "safari16"],
    plugins: [
      {
        // The style sheets name the fonts as the server serves them: beside themselves.
        name: "hashed-fonts",
        setup({ onResolve }) {
          onResolve({ filter: /\.woff2$/ }, ({ path }) => ({
            path: `./${fontFiles.get(basename(path))}`,
            external: true,
          }));
        },
      },
    ],
  });
  emit(`${name}.css`, Buffer.from(styles.outputFiles[0].contents));
}

for (const name of ["app", "editing", "recorder", "player", "player-worker", "portal-worker"]) {
  const script = await build({
    ...options,
    entryPoints: [`scripts/${name}.ts`],
    format: "iife",
    target: name.startsWith("player") ? "es2018" : "es2020",
    ...(name === "editing" ? { banner: { js: MIT_INSIDE } } : {}),
  });
  emit(`${name}.js`, Buffer.from(script.outputFiles[0].contents));
}
emit("htmx.js", readFileSync(join(here, "node_modules/htmx.org/dist/htmx.min.js")));
emit("mark.svg", readFileSync(join(here, "theme/mark.svg")));

writeFileSync(join(dist, "assets.json"), `${JSON.stringify(assets, null, 2)}\n`);

let total = 0;
for (const { name, size, brotli } of assets) {
  if (!ON_SOME_PAGES.includes(name)) total += brotli ?? size;
  const sent = String(brotli ?? size).padStart(6);
  console.log(`${name.padEnd(26)} ${String(size).padStart(7)} bytes, ${sent} as transferred`);
}
console.log(
  `first load of all assets: ${total} bytes as transferred (at most ${FIRST_LOAD_BYTES_MAX})`,
);
for (const { name, size } of assets) {
  if (!name.startsWith("player") || size <= PLAYER_BYTES_MAX) continue;
  console.error(`${name} has ${size} bytes: screens take at most ${PLAYER_BYTES_MAX}.`);
  process.exit(1);
}
if (total > FIRST_LOAD_BYTES_MAX) {
  console.error(
    "The assets are too heavy for a first visit: drop something, or load it only where needed.",
  );
  process.exit(1);
}
