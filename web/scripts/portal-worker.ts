// Keeps public pages for when the network is away (decision 28). It keeps only what the server says
// is for everybody: whoever has a cookie is answered "private" or "no-store", and none of that is
// kept. Nothing but reading passes here: forms go to the network alone.
import { FetchLike, Lasting, worker } from "./worker";

const PAGES = "caicach-pages-1";
const ASSETS = "caicach-assets-1";
const OFFLINE = "/ngoai-tuyen";
const PAGES_MAX = 30;
const ASSETS_MAX = 30;

const isForEverybody = (answer: Response): boolean =>
  answer.ok &&
  !answer.redirected &&
  (answer.headers.get("Cache-Control") ?? "").startsWith("public");

/** What was kept first goes first. */
async function keep(name: string, most: number, request: RequestInfo, answer: Response) {
  const cache = await caches.open(name);
  await cache.delete(request, { ignoreVary: true });
  await cache.put(request, answer);
  const kept = await cache.keys();
  const old = kept.filter(({ url }) => new URL(url).pathname !== OFFLINE).slice(0, -most);
  await Promise.all(old.map((one) => cache.delete(one, { ignoreVary: true })));
}

/** The page for when nothing is there, with what it is dressed in, asked for by nobody. */
async function prepare(): Promise<void> {
  const answer = await fetch(OFFLINE, { credentials: "omit", cache: "no-store" });
  if (!isForEverybody(answer)) throw new Error("no page for when the network is away");
  const text = await answer.clone().text();
  await keep(PAGES, PAGES_MAX, OFFLINE, answer);
  const assets = new Set<string>();
  for (const [, path] of text.matchAll(/"(\/assets\/[^"]+)"/g)) if (path) assets.add(path);
  await (await caches.open(ASSETS)).addAll([...assets]);
}

async function page(event: FetchLike): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    if (isForEverybody(answer))
      event.waitUntil(keep(PAGES, PAGES_MAX, event.request, answer.clone()));
    return answer;
  } catch (error) {
    const cache = await caches.open(PAGES);
    const kept = await cache.match(event.request, { ignoreVary: true });
    const instead = kept ?? (await cache.match(OFFLINE, { ignoreVary: true }));
    if (!instead) throw error;
    return instead;
  }
}

/** Their names hold their hashes: what is kept is what there is. */
async function asset(event: FetchLike): Promise<Response> {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(event.request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (isForEverybody(answer))
    event.waitUntil(keep(ASSETS, ASSETS_MAX, event.request, answer.clone()));
  return answer;
}

/** Those of a worker before this one. */
async function forget(): Promise<void> {
  const others = (name: string) => name.startsWith("caicach-") && ![PAGES, ASSETS].includes(name);
  await Promise.all((await caches.keys()).filter(others).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

worker.addEventListener("install", (event: Lasting) =>
  event.waitUntil(prepare().then(() => worker.skipWaiting())),
);
worker.addEventListener("activate", (event: Lasting) => event.waitUntil(forget()));
worker.addEventListener("fetch", (event: FetchLike) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(asset(event));
  else if (request.mode === "navigate") event.respondWith(page(event));
});
