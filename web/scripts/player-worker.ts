// Hands out the player's own page and its assets from their copy, and nothing else: no page of
// people, no answer with anybody's data is ever kept (docs/decisions/0027).
import { FetchLike, Lasting, worker } from "./worker";

async function copyOf(path: string, request: Request): Promise<Response> {
  const copy = await (await caches.open("man-hinh-trang")).match(path);
  return copy ?? fetch(request);
}

worker.addEventListener("install", (event: Lasting) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event: Lasting) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event: FetchLike) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  const isPage = request.mode === "navigate" && pathname === "/man-hinh";
  if (isPage || pathname.startsWith("/assets/")) event.respondWith(copyOf(pathname, request));
});
