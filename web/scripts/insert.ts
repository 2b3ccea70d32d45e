// `<button data-insert="…" data-insert-into="body" hidden>`: puts its line into that field of the
// same form, where one was writing.
import { announce } from "./live";

export function dressInserts(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("button[data-insert][hidden]")) {
    button.hidden = false;
    button.addEventListener("click", () => insert(button));
  }
}

function insert(button: HTMLButtonElement): void {
  const name = button.dataset["insertInto"] ?? "";
  const field = button.form?.elements.namedItem(name);
  if (!(field instanceof HTMLTextAreaElement)) return;
  const line = button.dataset["insert"] ?? "";
  announce("Đã chèn vào bài.");
  // The editor, where it stands in the field's place, puts it in itself.
  const asked = new CustomEvent("caicach:insert", { detail: line, cancelable: true });
  if (!field.dispatchEvent(asked)) return;
  const before = field.value.slice(0, field.selectionEnd);
  const after = field.value.slice(field.selectionEnd);
  const isPicture = line.startsWith("!");
  const text = isPicture ? `${gap(before, /\n*$/)}${line}${gap(after, /^\n*/)}` : line;
  field.setRangeText(text, field.selectionEnd, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

/** A picture stands between empty lines: as many are put in as are missing there. */
function gap(text: string, breaks: RegExp): string {
  if (text === "") return "";
  return "\n".repeat(Math.max(0, 2 - (breaks.exec(text)?.[0].length ?? 0)));
}
