// What a service worker is to TypeScript, which knows pages alone here.
export interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
export interface FetchLike extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
export const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: string, listener: (event: never) => void): void;
};
