// Where an address is typed for the words that are chosen.
import { toggleMark } from "prosemirror-commands";
import type { EditorView } from "prosemirror-view";
import { schema } from "./article_text";
import { announce } from "./live";
import { makeButton } from "./toolbar";

const NONE_CHOSEN = "Hãy chọn những chữ sẽ thành liên kết.";

export function makeLinker(view: EditorView, opener: HTMLButtonElement): HTMLElement {
  const { link } = schema.marks;
  const box = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const set = makeButton("Gắn liên kết");
  const drop = makeButton("Bỏ liên kết");
  const words = document.createElement("p");
  box.className = "editor__link";
  box.hidden = true;
  label.textContent = "Địa chỉ liên kết ";
  input.type = "text";
  input.className = "ds-input";
  input.inputMode = "url";
  words.className = "field__hint";
  label.append(input);
  box.append(label, set, drop, words);
  opener.setAttribute("aria-expanded", "false");

  const open = (isOpen: boolean): void => {
    box.hidden = !isOpen;
    opener.setAttribute("aria-expanded", String(isOpen));
    words.textContent = view.state.selection.empty ? NONE_CHOSEN : "";
    if (!isOpen) view.focus();
    else input.focus();
  };
  const put = (address: string): void => {
    const { from, to, empty } = view.state.selection;
    if (empty) {
      words.textContent = NONE_CHOSEN;
      announce(NONE_CHOSEN);
      return;
    }
    view.dispatch(view.state.tr.removeMark(from, to, link));
    if (address !== "") toggleMark(link, { href: address })(view.state, view.dispatch);
    open(false);
  };
  opener.addEventListener("click", () => open(box.hidden));
  set.addEventListener("click", () => put(input.value.trim()));
  drop.addEventListener("click", () => put(""));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
    // It stands in the article's form, which is not to be sent now.
    if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      put(input.value.trim());
    }
  });
  return box;
}
