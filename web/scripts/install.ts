// The portal can be installed and read without a network (decision 28). Only for who is nobody
// here: where somebody is signed in, what others kept on this machine stays, and no more comes.
export function offerInstalling(): void {
  const isSignedIn = document.querySelector("form[action='/dang-xuat']") !== null;
  if (!("serviceWorker" in navigator) || isSignedIn) return;
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = "/manifest.webmanifest";
  document.head.append(link);
  // Behind everything that the page itself needs. Where it is refused, the page is as it was.
  addEventListener("load", () => {
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  });
}
