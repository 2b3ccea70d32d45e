// Pictures under their SHA-256: fetched once, checked, kept, and shown from the copy.
const PICTURES = "man-hinh-anh";
const addressOf = (sha256: string): string => `/man-hinh/tep/${sha256}`;
const here = new Map<string, Blob>();

export async function sha256(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const store = (): Promise<Cache> | null => ("caches" in window ? caches.open(PICTURES) : null);

async function kept(hash: string): Promise<Blob | undefined> {
  const copy = await (await store())?.match(addressOf(hash));
  return copy ? copy.blob() : here.get(hash);
}

async function fetchOne(hash: string, token: string): Promise<void> {
  if (await kept(hash)) return;
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch(addressOf(hash), { headers, credentials: "omit" });
  if (!answer.ok) return;
  const bytes = await answer.arrayBuffer();
  // Anything else under its name is not what was signed.
  if ((await sha256(bytes)) !== hash) return;
  const type = answer.headers.get("content-type") ?? "image/jpeg";
  const cache = await store();
  const copy = new Blob([bytes], { type });
  if (cache) await cache.put(addressOf(hash), new Response(copy));
  else here.set(hash, copy);
}

/** Those that are wanted come, one after the other; all others go. */
export async function havePictures(wanted: string[], token: string): Promise<void> {
  for (const hash of wanted) await fetchOne(hash, token).catch(() => undefined);
  const cache = await store();
  if (!cache) return;
  for (const request of await cache.keys())
    if (!wanted.some((hash) => request.url.endsWith(hash))) await cache.delete(request);
}

/** For an <img>: our policy shows pictures of this place and data alone. */
export async function pictureOf(hash: string): Promise<string> {
  const blob = await kept(hash);
  if (!blob) return "";
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve("");
    reader.readAsDataURL(blob);
  });
}
