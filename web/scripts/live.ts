// One polite live region for all that happens without a page load.
let region: HTMLElement | undefined;

export function startLive(): void {
  region = document.createElement("div");
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  document.body.append(region);
}

export function announce(text: string): void {
  if (!region) return;
  // The same words twice would not be read twice: empty the region first.
  region.textContent = "";
  const target = region;
  setTimeout(() => {
    target.textContent = text;
  }, 50);
}
