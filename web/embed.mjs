// Turns what build.mjs made into two sources for the executable: an assembler file that takes the
// bytes in as they are (.incbin compiles in no time, where a byte table as text would take seconds)
// and the table that names them.
//
// usage: embed.mjs DIST ASSEMBLER_FILE TABLE_FILE
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [dist, assemblerFile, tableFile] = process.argv.slice(2);
const assets = JSON.parse(readFileSync(join(dist, "assets.json"), "utf8"));

const assembler = ["/* Made by web/embed.mjs; do not edit. */", '.section .rodata, "a", @progbits'];
const declarations = [];
const rows = [];

/** The bytes of one file under one symbol; returns how C++ names them. */
function embed(symbol, file, size) {
  assembler.push(`.balign 16`, `.global ${symbol}`, `${symbol}:`, `.incbin "${join(dist, file)}"`);
  declarations.push(`extern "C" const unsigned char ${symbol}[${size}];`);
  return symbol;
}

assets.forEach(({ name, file, type, hash, size, brotli, gzip }, at) => {
  const symbol = `caicach_asset_${at}`;
  const plain = embed(symbol, file, size);
  const br = brotli ? embed(`${symbol}_brotli`, `${file}.br`, brotli) : "{}";
  const gz = gzip ? embed(`${symbol}_gzip`, `${file}.gz`, gzip) : "{}";
  rows.push(
    `    Asset{"${name}", "/assets/${file}", "${type}", "\\"${hash}\\"",`,
    `          ${plain}, ${br}, ${gz}},`,
  );
});
assembler.push('.section .note.GNU-stack, "", @progbits', "");

writeFileSync(assemblerFile, assembler.join("\n"));
writeFileSync(
  tableFile,
  `// Made by web/embed.mjs; do not edit.
#include "web/assets.hpp"

#include <array>

${declarations.join("\n")}

namespace caicach::web
{

std::span<const Asset> assets()
{
    static const std::array<Asset, ${assets.length}> table{{
${rows.join("\n")}
    }};
    return table;
}

}  // namespace caicach::web
`,
);
