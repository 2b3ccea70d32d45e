// The manifest: taken when its signature is that of the house, and kept with it.
import type { Program } from "./schedule";
import { forget, keep, recall } from "./memory";

export interface Slide {
  kind: string;
  title: string;
  body: string;
  seconds: number;
  picture?: string;
  qr?: { size: number; path: string };
}
export interface Manifest extends Program {
  name: string;
  agency: string;
  portrait: boolean;
  side: boolean;
  ticker: boolean;
  slides: Record<string, Slide>;
}

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** Browsers before 2025 do not know Ed25519: they rely on TLS. */
async function isSigned(text: string, signature: string, key: string): Promise<boolean> {
  let known: CryptoKey;
  try {
    known = await crypto.subtle.importKey("raw", bytesOf(key), "Ed25519", false, ["verify"]);
  } catch {
    return true;
  }
  const bytes = new TextEncoder().encode(text);
  return crypto.subtle.verify("Ed25519", known, bytesOf(signature), bytes).catch(() => false);
}

let now: Manifest | null = null;
export const current = (): Manifest | null => now;

/** The first key that comes is the house's, until the screen is paired anew. */
export async function adopt(text: string, signature: string, key: string): Promise<boolean> {
  const trusted = recall("key") || key;
  if (trusted !== key || !(await isSigned(text, signature, key))) return false;
  now = JSON.parse(text) as Manifest;
  keep("key", key);
  keep("manifest", text);
  keep("signature", signature);
  return true;
}

/** From the last time; what was changed on this machine is not played. */
export async function reawaken(): Promise<void> {
  const text = recall("manifest");
  if (!text) return;
  const isSound = await adopt(text, recall("signature"), recall("key")).catch(() => false);
  if (!isSound) forget("manifest", "signature");
}

export function drop(): void {
  now = null;
  forget("manifest", "signature", "key");
}
