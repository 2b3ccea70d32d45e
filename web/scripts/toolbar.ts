// The buttons over the editor. One of them is in the order of Tab; arrows lead to the others.
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { MarkType, NodeType } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { schema } from "./article_text";

interface Tool {
  text: string;
  command: Command;
  isOn?: (state: EditorState) => boolean;
}

function isMarked(state: EditorState, mark: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, mark);
}

function isWithin(state: EditorState, type: NodeType, level = 0): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === type && (level === 0 || node.attrs["level"] === level)) return true;
  }
  return false;
}

function marking(text: string, name: "strong" | "em" | "strike"): Tool {
  const mark = schema.marks[name];
  return { text, command: toggleMark(mark), isOn: (state) => isMarked(state, mark) };
}

function heading(text: string, level: number): Tool {
  const { heading: type, paragraph } = schema.nodes;
  const isOn = (state: EditorState): boolean => isWithin(state, type, level);
  const command: Command = (state, dispatch) =>
    (isOn(state) ? setBlockType(paragraph) : setBlockType(type, { level }))(state, dispatch);
  return { text, command, isOn };
}

function wrapping(text: string, type: NodeType, wrap: Command, unwrap: Command): Tool {
  const isOn = (state: EditorState): boolean => isWithin(state, type);
  return {
    text,
    command: (state, dispatch) => (isOn(state) ? unwrap : wrap)(state, dispatch),
    isOn,
  };
}

const { bullet_list, ordered_list, list_item, blockquote } = schema.nodes;
const outOfList = liftListItem(list_item);
const tight = { tight: true };
const tools: Tool[] = [
  marking("Đậm", "strong"),
  marking("Nghiêng", "em"),
  marking("Gạch bỏ", "strike"),
  heading("Đề mục", 2),
  heading("Đề mục nhỏ", 3),
  wrapping("Gạch đầu dòng", bullet_list, wrapInList(bullet_list, tight), outOfList),
  wrapping("Đánh số", ordered_list, wrapInList(ordered_list, tight), outOfList),
  wrapping("Trích dẫn", blockquote, wrapIn(blockquote), lift),
  { text: "Hoàn tác", command: undo },
  { text: "Làm lại", command: redo },
];

export interface Toolbar {
  element: HTMLElement;
  /** Says which are on, and which may be used now. */
  show(state: EditorState): void;
  focus(): void;
}

/** `more` stand behind the others: they do something else than to change the text. */
export function makeToolbar(view: () => EditorView, more: HTMLButtonElement[]): Toolbar {
  const element = document.createElement("div");
  element.className = "editor__tools";
  element.setAttribute("role", "toolbar");
  element.setAttribute("aria-label", "Định dạng nội dung");
  const own = tools.map(({ text, command }) => {
    const button = makeButton(text);
    button.addEventListener("click", () => {
      command(view().state, view().dispatch, view());
      view().focus();
    });
    return button;
  });
  const all = [...own, ...more];
  element.append(...all);
  let current = 0;
  const moveTo = (at: number): void => {
    current = (at + all.length) % all.length;
    all.forEach((button, index) => (button.tabIndex = index === current ? 0 : -1));
  };
  moveTo(0);
  element.addEventListener("keydown", (event) => {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moveTo(current + step);
    all[current]?.focus();
  });
  element.addEventListener("focusin", ({ target }) => {
    const at = all.findIndex((button) => button === target);
    if (at >= 0) moveTo(at);
  });
  return {
    element,
    show: (state) =>
      tools.forEach(({ command, isOn }, at) => {
        const button = own[at];
        if (isOn) button?.setAttribute("aria-pressed", String(isOn(state)));
        // Disabled ones would lose the focus: they say so and do nothing.
        button?.setAttribute("aria-disabled", String(!command(state)));
      }),
    focus: () => all[current]?.focus(),
  };
}

export function makeButton(text: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button button-small";
  button.dataset["variant"] = "tertiary";
  button.textContent = text;
  return button;
}
