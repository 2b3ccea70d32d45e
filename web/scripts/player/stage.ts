// What viewers see. The default stands in the page itself and is shown whenever nothing else is.
import { type Manifest, type Slide, current } from "./manifest";
import { count } from "./memory";
import { pictureOf } from "./pictures";
import { dayOf, playing } from "./schedule";

const part = (id: string): HTMLElement | null => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";

function element(name: string, text: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function codeOf({ size, path }: { size: number; path: string }): Element {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("class", "player-qr");
  const ink = document.createElementNS(SVG, "path");
  ink.setAttribute("d", path);
  svg.append(ink);
  return svg;
}

function clear(place: HTMLElement): void {
  while (place.firstChild) place.removeChild(place.firstChild);
}

/** Text only ever becomes text: nothing that a manifest says is markup. */
async function draw(place: HTMLElement, slide: Slide): Promise<void> {
  place.className = `player-slide player-slide--${slide.kind}`;
  clear(place);
  const turn = String(performance.now());
  place.dataset["turn"] = turn;
  const picture = slide.picture ? await pictureOf(slide.picture) : "";
  // Meanwhile it may be another one's turn.
  if (place.dataset["turn"] !== turn) return;
  if (picture) {
    const image = document.createElement("img");
    image.alt = slide.title;
    image.src = picture;
    place.append(image);
    return;
  }
  const words = element("div", "", "player-words");
  words.append(element("h2", slide.title));
  for (const line of slide.body.split("\n")) if (line) words.append(element("p", line));
  place.append(words);
  if (!slide.qr) return;
  const reading = element("div", "", "player-reading");
  reading.append(codeOf(slide.qr), element("p", "Quét mã để đọc"));
  place.append(reading);
}

let shown = "";
let since = 0;
let drawn: Slide | undefined;
export const showing = (): string => shown;

function end(now: number): void {
  const slide = drawn;
  const stood = Math.round((performance.now() - since) / 1000);
  // A machine that slept showed nothing meanwhile.
  const seconds = slide ? Math.min(stood, slide.seconds + 2) : 0;
  if (shown && seconds >= 1) count(shown, dayOf(now), seconds);
  shown = "";
  drawn = undefined;
}

function begin(code: string, slide: Slide): void {
  const place = part("slide");
  if (!place) return;
  shown = code;
  drawn = slide;
  since = performance.now();
  void draw(place, slide);
}

function main(manifest: Manifest, now: number): boolean {
  const codes = playing(manifest, "main", now).filter((code) => manifest.slides[code]);
  const isOver = drawn ? performance.now() - since >= drawn.seconds * 1000 : true;
  if (shown && codes.includes(shown) && !isOver) return true;
  const next = codes[(codes.indexOf(shown) + 1) % codes.length];
  end(now);
  const slide = next ? manifest.slides[next] : undefined;
  if (!next || !slide) return false;
  begin(next, slide);
  return true;
}

const drawnAt: Record<string, string> = {};
/** Beside the main part: one after the other, by the clock. */
function aside(manifest: Manifest, now: number): boolean {
  const place = part("side");
  const codes = manifest.side ? playing(manifest, "side", now) : [];
  const turn = Math.floor(now / 15_000);
  const slide = manifest.slides[codes[turn % (codes.length || 1)] ?? ""];
  if (!place || !slide) return false;
  if (drawnAt["side"] !== slide.title + turn) void draw(place, slide);
  drawnAt["side"] = slide.title + turn;
  return true;
}

function line(manifest: Manifest, now: number): boolean {
  const place = part("ticker");
  const codes = manifest.ticker ? playing(manifest, "ticker", now) : [];
  const text = codes.map((code) => manifest.slides[code]?.title ?? "").join("   •   ");
  if (place && drawnAt["ticker"] !== text) {
    clear(place);
    place.append(element("span", text));
  }
  drawnAt["ticker"] = text;
  return text !== "";
}

function show(id: string, isShown: boolean): void {
  const found = part(id);
  if (found) found.hidden = !isShown;
}

function clock(now: number): void {
  const moment = new Date(now + 7 * 3_600_000).toISOString();
  const hour = part("hour");
  const [year, month, day] = moment.slice(0, 10).split("-");
  if (hour) hour.textContent = `${moment.slice(11, 16)}, ngày ${day}/${month}/${year}`;
}

/** Each second. Whatever goes wrong, the default stands. */
export function tick(now: number): void {
  let plays = false;
  try {
    clock(now);
    const manifest = current();
    plays = manifest !== null && main(manifest, now);
    if (!manifest && shown) end(now);
    document.body.classList.toggle("player--portrait", manifest?.portrait ?? false);
    show("side", manifest !== null && aside(manifest, now));
    show("ticker", manifest !== null && line(manifest, now));
  } finally {
    show("slide", plays);
    show("default", !plays);
  }
}
