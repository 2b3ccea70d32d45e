// `<select data-combobox>`, single or multiple, becomes a type-ahead that finds "Sở Nội vụ" by "so
// noi". The select stays in the form, hidden, as the truth: it is what is sent, and changes on it
// fire as ever. `data-more` names a datalist that many selects share: what is chosen from it
// becomes an option of the select, and so does a name that nobody knows, as it was typed.
import { announce } from "./live";
import { begins, fold, matches } from "./text";

const OPTIONS_SHOWN_MAX = 50;
let made = 0;

export function dressComboboxes(root: ParentNode): void {
  for (const select of root.querySelectorAll<HTMLSelectElement>(
    "select[data-combobox]:not([data-dressed])",
  )) {
    select.dataset["dressed"] = "";
    new Combobox(select);
  }
}

interface Candidate {
  value: string;
  text: string;
  /** What it is called once chosen, where the list says more. */
  label?: string;
}

class Combobox {
  private readonly select: HTMLSelectElement;
  private readonly input = document.createElement("input");
  private readonly list = document.createElement("ul");
  private readonly chosen = document.createElement("ul");
  private readonly left = document.createElement("p");
  private shown: Candidate[] = [];
  private active = -1;

  constructor(select: HTMLSelectElement) {
    this.select = select;
    made += 1;
    const id = `combobox-${made}`;
    const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(select.id)}"]`);
    const box = document.createElement("div");
    box.className = "combobox";

    // The visible input takes the select's id, so that labels and links of the error summary keep
    // working.
    this.input.id = select.id;
    select.removeAttribute("id");
    this.input.type = "text";
    this.input.className = "ds-input";
    this.input.autocomplete = "off";
    this.input.placeholder = select.multiple ? "Gõ để tìm và thêm" : "Gõ để tìm";
    for (const name of ["aria-describedby", "aria-invalid"]) {
      const value = select.getAttribute(name);
      if (value !== null) this.input.setAttribute(name, value);
    }
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-expanded", "false");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", id);
    this.list.id = id;
    this.list.className = "combobox__list";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", label?.textContent?.trim() ?? "Lựa chọn");
    this.chosen.className = "combobox__chosen";
    this.chosen.setAttribute("aria-label", "Đã chọn");

    select.hidden = true;
    select.before(box);
    if (select.multiple) box.before(this.chosen);
    this.left.className = "combobox__left";
    this.left.hidden = true;
    box.append(this.input, this.list);
    box.after(this.left);
    this.listen(box);
    this.showChosen();
  }

  private listen(box: HTMLElement): void {
    this.input.addEventListener("input", () => this.open(this.input.value));
    this.input.addEventListener("click", () =>
      this.open(this.select.multiple ? this.input.value : ""),
    );
    this.input.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node) || !box.contains(event.relatedTarget)) {
        this.close();
        this.restoreInput();
      }
    });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const item =
        event.target instanceof Element ? event.target.closest<HTMLElement>("[data-at]") : null;
      if (item) this.choose(Number(item.dataset["at"]));
    });
    // The form changed elsewhere (reset, another script): say the truth again.
    this.select.form?.addEventListener("reset", () => setTimeout(() => this.showChosen()));
  }

  private key(event: KeyboardEvent): void {
    const isOpen = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) this.open(this.select.multiple ? this.input.value : "");
      else this.mark(this.active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      if (this.active >= 0) this.choose(this.active);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      this.close();
      this.restoreInput();
    } else if (event.key === "Backspace" && this.input.value === "" && this.select.multiple) {
      const last = [...this.select.selectedOptions].pop();
      if (last) this.remove(last);
    }
  }

  private open(query: string): void {
    this.left.hidden = true;
    const candidates = this.found(query);
    this.shown = candidates.slice(0, OPTIONS_SHOWN_MAX);
    const typed = this.asTyped(query);
    if (typed) this.shown.push(typed);
    this.list.replaceChildren(...this.shown.map((option, at) => this.item(option, at)));
    if (this.shown.length === 0) this.list.append(this.none());
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.list.scrollIntoView({ block: "nearest" });
    this.mark(query === "" ? -1 : 0);
    announce(this.shown.length === 0 ? "Không tìm thấy." : `${candidates.length} lựa chọn.`);
  }

  /** Those that begin as typed come first: "so t" is "Sở Tài chính" before any "tỉnh Sông Lam". */
  private found(query: string): Candidate[] {
    const all = this.candidates().filter(({ text }) => matches(text, query));
    return [
      ...all.filter(({ text }) => begins(text, query)),
      ...all.filter(({ text }) => !begins(text, query)),
    ];
  }

  /** A document may name somebody who is in no list: the name is taken as it is written there. */
  private asTyped(query: string): Candidate | undefined {
    const value = query.trim();
    if (value === "" || !this.select.multiple || !this.select.dataset["more"]) return undefined;
    if (this.candidates().some(({ text }) => fold(text) === fold(value))) return undefined;
    return { value, text: `Thêm đúng như gõ: “${value}”`, label: value };
  }

  private none(): HTMLLIElement {
    const none = document.createElement("li");
    none.className = "combobox__none";
    none.setAttribute("role", "option");
    none.setAttribute("aria-disabled", "true");
    none.setAttribute("aria-selected", "false");
    none.textContent = "Không tìm thấy. Hãy gõ ít chữ hơn.";
    return none;
  }

  private candidates(): Candidate[] {
    const own = [...this.select.options].filter(({ value }) => value !== "");
    const known = new Set(own.map(({ value }) => value));
    const more = document.getElementById(this.select.dataset["more"] ?? "");
    const others =
      more instanceof HTMLDataListElement
        ? [...more.options].filter(({ value }) => !known.has(value))
        : [];
    return [
      ...own
        .filter(({ selected }) => !(this.select.multiple && selected))
        .map(({ value, text }) => ({ value, text })),
      ...others.map(({ value }) => ({ value, text: value })),
    ];
  }

  private item(option: Candidate, at: number): HTMLLIElement {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${at}`;
    item.className = "combobox__option";
    item.dataset["at"] = String(at);
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.textContent = option.text;
    return item;
  }

  private mark(at: number): void {
    const count = this.shown.length;
    this.active = count === 0 ? -1 : at < 0 ? (at === -1 ? -1 : count - 1) : at % count;
    [...this.list.children].forEach((item, index) => {
      if (item.getAttribute("role") === "option")
        item.setAttribute("aria-selected", String(index === this.active));
    });
    const current = this.active >= 0 ? this.list.children[this.active] : undefined;
    if (current) {
      this.input.setAttribute("aria-activedescendant", current.id);
      current.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  private choose(at: number): void {
    const chosen = this.shown[at];
    if (!chosen) return;
    const option =
      [...this.select.options].find(({ value }) => value === chosen.value) ??
      this.select.appendChild(new Option(chosen.label ?? chosen.text, chosen.value));
    option.selected = true;
    this.input.value = "";
    this.close();
    this.changed();
    announce(`Đã chọn ${option.text}.`);
  }

  private remove(option: HTMLOptionElement): void {
    option.selected = false;
    this.changed();
    announce(`Đã bỏ ${option.text}.`);
    this.input.focus();
  }

  private changed(): void {
    this.showChosen();
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private close(): void {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /**
   * Of one answer, the box shows the one that counts. Of many, what was typed and not added stays,
   * and says that it does not count yet. The chips stay as they are: one of them may be under a
   * click just now.
   */
  private restoreInput(): void {
    if (this.select.multiple) {
      this.left.textContent = `Chưa thêm “${this.input.value}”: hãy chọn trong danh sách.`;
      this.left.hidden = this.input.value.trim() === "";
      return;
    }
    const option = this.select.selectedOptions[0];
    this.input.value = option && option.value !== "" ? option.text : "";
  }

  private showChosen(): void {
    this.restoreInput();
    if (!this.select.multiple) return;
    this.chosen.replaceChildren(
      ...[...this.select.selectedOptions].map((option) => this.chip(option)),
    );
  }

  private chip(option: HTMLOptionElement): HTMLLIElement {
    const chip = document.createElement("li");
    chip.className = "chip";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "×";
    button.setAttribute("aria-label", `Bỏ ${option.text}`);
    button.addEventListener("click", () => this.remove(option));
    chip.append(option.text, button);
    return chip;
  }
}
