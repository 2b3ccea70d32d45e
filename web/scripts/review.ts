// The review page: choosing an item shows its lines and the other way round, and the keyboard alone
// suffices. Keys act only outside fields, and can be switched off (WCAG 2.1.4).
import { announce } from "./live";

const SWITCH_STORED = "caicach.review.keys";

export function startReview(): void {
  const root = document.querySelector<HTMLElement>("[data-review]");
  if (root) new Review(root);
}

class Review {
  private readonly root: HTMLElement;
  private chosen: HTMLElement | undefined;

  constructor(root: HTMLElement) {
    this.root = root;
    root.addEventListener("click", (event) => this.click(event));
    root.addEventListener("focusin", (event) => {
      const item =
        event.target instanceof Element ? event.target.closest<HTMLElement>("[data-item]") : null;
      if (item && item !== this.chosen) this.choose(item, "lines");
    });
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("htmx:afterSettle", (event) => this.settled(event));
    root.addEventListener("submit", (event) => this.confirming(event));
    document.addEventListener("caicach:saved", (event) => this.confirmed(event));
    this.startSwitch();
    this.chooseFromAddress();
    window.addEventListener("hashchange", () => this.chooseFromAddress());
  }

  private get items(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>("[data-item]")];
  }

  private line(number: number): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`[data-line="${number}"]`);
  }

  private click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const line = target?.closest<HTMLElement>("[data-line]");
    if (line) {
      const item = this.itemOf(Number(line.dataset["line"]));
      if (!item) return;
      event.preventDefault();
      this.choose(item, "item");
      item.focus({ preventScroll: true });
      return;
    }
    const link = target?.closest<HTMLElement>("[data-show-lines]");
    const item = link?.closest<HTMLElement>("[data-item]");
    if (item) {
      event.preventDefault();
      this.choose(item, "lines");
    }
  }

  private itemOf(line: number): HTMLElement | undefined {
    return this.items.find((item) => {
      const [from, to] = linesOf(item);
      return line >= from && line <= to;
    });
  }

  /** Marks the item and its lines; scrolls the other side, or the item itself, into sight. */
  private choose(item: HTMLElement, show: "lines" | "item"): void {
    this.chosen?.classList.remove("item-card--chosen");
    for (const line of this.root.querySelectorAll(".line--chosen"))
      line.classList.remove("line--chosen");
    this.chosen = item;
    item.classList.add("item-card--chosen");
    const [from, to] = linesOf(item);
    for (let number = from; number <= to; number += 1)
      this.line(number)?.classList.add("line--chosen");
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    // On one column the lines lie far below: going there is for the link alone.
    const sideBySide = matchMedia("(min-width: 64rem)").matches;
    if (show === "item") item.scrollIntoView({ block: "nearest", behavior });
    else if (sideBySide) scrollWithin(this.line(from), behavior);
    else if (document.activeElement?.matches("[data-show-lines]"))
      this.line(from)?.scrollIntoView({ block: "center" });
  }

  private chooseFromAddress(): void {
    const target =
      location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    if (target?.matches("[data-item]")) {
      this.choose(target, "lines");
      target.focus();
    }
  }

  private key(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (!target || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const inField = target.matches("input, textarea, select, [contenteditable]");
    if (inField && event.key === "Escape") {
      const item = target.closest<HTMLElement>("[data-item]");
      if (item) item.focus();
      return;
    }
    if (inField || this.root.dataset["keys"] === "off") return;
    const act = this.action(event.key, target);
    if (!act) return;
    event.preventDefault();
    act();
  }

  private action(key: string, target: HTMLElement): (() => void) | undefined {
    switch (key) {
      case "j":
        return () => this.step(1);
      case "k":
        return () => this.step(-1);
      case "n":
        return () => this.next();
      case "e":
        return () => this.edit();
      case "Enter":
        // Enter on a link or button keeps its own meaning.
        return target.matches("[data-item]") ? () => this.edit() : undefined;
      case "u":
        return () => this.press("[data-undo]", this.root);
      case "d":
        return () => this.press("[data-confirm-item]", this.chosen);
      default:
        return undefined;
    }
  }

  private step(direction: 1 | -1): void {
    const items = this.items;
    const start = this.chosen ? items.indexOf(this.chosen) : direction === 1 ? -1 : items.length;
    const item = items[start + direction];
    if (item) {
      this.go(item);
      return;
    }
    announce(direction === 1 ? "Đã hết mục ở phía dưới." : "Đã hết mục ở phía trên.");
  }

  /** The next that waits for a person; after the last the first again. */
  private next(): void {
    const todo = this.items.filter((item) => item.matches('[data-item]:has([data-state="todo"])'));
    const first = todo[0];
    if (!first) {
      announce("Không còn chỗ nào cần xem.");
      return;
    }
    const place = this.chosen ? this.items.indexOf(this.chosen) : -1;
    const after = todo.find((item) => this.items.indexOf(item) > place);
    this.go(after ?? first);
  }

  private go(item: HTMLElement): void {
    this.choose(item, "lines");
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  private edit(): void {
    const item = this.chosen;
    if (!item) return;
    const field = firstField(item);
    if (field) field.focus();
    else this.press("[data-edit]", item);
  }

  private press(selector: string, within: HTMLElement | undefined): void {
    within?.querySelector<HTMLElement>(selector)?.click();
  }

  /** An editor has arrived in a card: its first field takes the focus. */
  private settled(event: Event): void {
    const place =
      event.target instanceof HTMLElement
        ? event.target.closest<HTMLElement>("[data-editor]")
        : null;
    if (place) firstField(place)?.focus();
  }

  /** The button goes when its item is confirmed: the focus must not go with it. */
  private confirming(event: Event): void {
    const item = confirmedItem(event);
    if (!item) return;
    this.choose(item, "lines");
    item.focus({ preventScroll: true });
  }

  private confirmed(event: Event): void {
    const form: unknown = event instanceof CustomEvent ? event.detail : undefined;
    if (form instanceof HTMLFormElement && form.querySelector("[data-confirm-item]")) this.next();
  }

  private startSwitch(): void {
    const control = this.root.querySelector<HTMLInputElement>("input[data-keys-switch]");
    if (!control) return;
    try {
      control.checked = localStorage.getItem(SWITCH_STORED) !== "off";
    } catch {
      // Storage may be forbidden: the switch then lasts as long as the page.
    }
    const apply = (): void => {
      this.root.dataset["keys"] = control.checked ? "on" : "off";
    };
    control.addEventListener("change", () => {
      apply();
      try {
        localStorage.setItem(SWITCH_STORED, control.checked ? "on" : "off");
      } catch {
        // As above.
      }
    });
    apply();
  }
}

function confirmedItem(event: Event): HTMLElement | null {
  const form = event.target instanceof HTMLFormElement ? event.target : null;
  return form?.querySelector("[data-confirm-item]")
    ? form.closest<HTMLElement>("[data-item]")
    : null;
}

function linesOf(item: HTMLElement): [number, number] {
  const [from = "0", to = from] = (item.dataset["lines"] ?? "").split("-");
  return [Number(from), Number(to)];
}

function firstField(place: HTMLElement): HTMLElement | null {
  return place.querySelector<HTMLElement>(
    "[data-editor] :is(input:not([type=hidden]), textarea, select):not([hidden]), " +
      ":scope > form :is(input:not([type=hidden]), textarea, select):not([hidden])",
  );
}

/** Scrolls the pane around the line, never the page. */
function scrollWithin(line: HTMLElement | null, behavior: ScrollBehavior): void {
  const pane = line?.closest<HTMLElement>(".review__scroll");
  if (!line || !pane) return;
  const offset =
    line.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  pane.scrollBy({ top: offset, behavior });
}
