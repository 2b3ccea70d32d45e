// The player of a screen (/man-hinh): plays what it has, for ever, and asks every half minute
// whether there is something else. Runs on television boxes of 2018; see docs/decisions/0027.
import { adopt, current, drop, reawaken } from "./player/manifest";
import { batch, forget, keep, recall } from "./player/memory";
import { havePictures, sha256 } from "./player/pictures";
import { changeTo, startShell } from "./player/shell";
import { showing, tick } from "./player/stage";

const ASK_MS = 30_000;
const ASK_UNPAIRED_MS = 5_000;
const ANSWER_MS = 20_000;
const CODE_MS = 15 * 60_000;

interface Answer {
  state: string;
  code?: string;
  time: number;
  taken?: number;
  version: string;
  manifest?: string;
  signature?: string;
  key?: string;
}

const now = (): number => Date.now() + Number(recall("offset"));
const element = (id: string): HTMLElement | null => document.getElementById(id);

/** A new one each quarter of an hour, until somebody typed in the code that it shows. */
function token(): string {
  const age = Date.now() - Number(recall("token-made"));
  const isPaired = recall("key") !== "";
  if (recall("token") && (isPaired || (age >= 0 && age < CODE_MS))) return recall("token");
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_");
  keep("token", text.replace(/=+$/, ""));
  keep("token-made", String(Date.now()));
  forget("sequence", "batch", "shown");
  return recall("token");
}

function showCode(code: string): void {
  const place = element("pairing");
  const text = element("code");
  if (place) place.hidden = code === "";
  if (text) text.textContent = code.replace(/^(.{4})(.{3})(.*)$/, "$1-$2-$3");
}

let fault = "";

async function hear(answer: Answer, told: string): Promise<void> {
  keep("offset", String(answer.time - Date.now()));
  if (answer.code) {
    // Somebody took this screen away from us: nothing of the house stays here.
    if (recall("key")) {
      drop();
      forget("token");
      void havePictures([], "");
    }
    showCode(recall("token") === told ? answer.code : "");
    return;
  }
  showCode("");
  const taken = answer.taken ?? 0;
  if (recall("batch") && taken >= Number(recall("sequence"))) forget("batch");
  if (taken > Number(recall("sequence"))) keep("sequence", String(taken));
  if (answer.manifest && answer.signature && answer.key)
    fault = (await adopt(answer.manifest, answer.signature, answer.key)) ? "" : "signature";
  const slides = Object.values(current()?.slides ?? {});
  await havePictures(
    slides.map(({ picture }) => picture ?? "").filter((hash) => hash !== ""),
    told,
  );
  await changeTo(answer.version);
}

async function ask(): Promise<void> {
  const told = token();
  const { sequence, shown } = batch();
  const text = recall("manifest");
  const known = text ? await sha256(new TextEncoder().encode(text)) : "";
  const body = new URLSearchParams({ known, showing: showing(), fault, shown });
  body.set("sequence", String(sequence));
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_MS);
  try {
    const answer = await fetch("/man-hinh/dong-bo", {
      method: "POST",
      headers: { Authorization: `Bearer ${told}` },
      body,
      credentials: "omit",
      signal: patience.signal,
    });
    // What cannot have been is not told again.
    if (answer.status === 422) forget("batch");
    if (answer.ok) await hear((await answer.json()) as Answer, told);
  } finally {
    clearTimeout(timer);
  }
}

let isAsking = false;
let timer = 0;
async function askOn(): Promise<void> {
  if (isAsking) return;
  isAsking = true;
  clearTimeout(timer);
  try {
    await ask();
  } catch {
    // No network: it plays on.
  }
  isAsking = false;
  timer = window.setTimeout(() => void askOn(), current() ? ASK_MS : ASK_UNPAIRED_MS);
}

async function start(): Promise<void> {
  setInterval(() => tick(now()), 1000);
  if (!window.isSecureContext || !crypto.subtle) {
    element("unsafe")?.removeAttribute("hidden");
    return;
  }
  await reawaken().catch(() => undefined);
  tick(now());
  window.addEventListener("online", () => void askOn());
  void askOn();
  void startShell();
  const { wakeLock } = navigator;
  if (wakeLock) wakeLock.request("screen").catch(() => undefined);
}
void start();
