/** `<details data-menu>`: a part of the menu closes when one looks elsewhere, or says Escape. */
export function startMenu(): void {
  const close = (except?: Node): void => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]")) {
      if (!except || !part.contains(except)) part.open = false;
    }
  };
  document.addEventListener("click", (event) => close(event.target as Node));
  document.addEventListener("focusin", (event) => close(event.target as Node));
  document.addEventListener("keydown", (event) => {
    const part = (event.target as Element).closest<HTMLDetailsElement>("details[data-menu][open]");
    if (event.key !== "Escape" || !part) return;
    part.open = false;
    part.querySelector("summary")?.focus();
  });
}
