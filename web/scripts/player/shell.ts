// The player's own page with all that it needs, for the worker to hand out without a network.
const SHELL = "man-hinh-trang";
const PAGE = "/man-hinh";

const assetsIn = (text: string): string[] => [
  ...new Set(text.match(/\/assets\/[\w.-]+\.(?:js|css|woff2|svg)/g) ?? []),
];

/** All or nothing: a page never comes without its script. Gives the page. */
async function renew(): Promise<string> {
  const answer = await fetch(PAGE, { cache: "no-store", credentials: "omit" });
  if (!answer.ok) throw new Error(String(answer.status));
  const text = await answer.clone().text();
  const shell = await caches.open(SHELL);
  const assets = assetsIn(text);
  await Promise.all(
    assets.map(async (path) => {
      if (!(await shell.match(path))) await shell.add(path);
    }),
  );
  await shell.put(PAGE, answer);
  for (const request of await shell.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== PAGE && !assets.includes(pathname)) await shell.delete(request);
  }
  return text;
}

export async function startShell(): Promise<void> {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  try {
    await navigator.serviceWorker.register("/man-hinh/tho-chieu.js", { scope: PAGE });
    await renew();
    if (navigator.storage && navigator.storage.persist) await navigator.storage.persist();
  } catch {
    // Without it the open page plays on; only a reload needs the network.
  }
}

const RELOAD_MS = 600_000;
let tried = 0;

/** A newer player is out: its page is fetched whole, and begins. */
export async function changeTo(version: string): Promise<void> {
  if (version === document.body.dataset["version"] || Date.now() - tried < RELOAD_MS) return;
  tried = Date.now();
  if ((await renew()).includes(version)) location.reload();
}
