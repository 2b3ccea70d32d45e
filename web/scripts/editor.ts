// The field of an article's text as a page that one writes on. What is stored, sent and kept as a
// draft is the field's Markdown: the editor only writes it. Where a text holds what the editor
// could not keep, the field stays and says so.
import { baseKeymap, chainCommands, exitCode, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, NodeSelection, type Plugin } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { markdownOf, readLine, readMarkdown, schema } from "./article_text";
import { makeLinker } from "./linker";
import { announce } from "./live";
import { makeButton, makeToolbar, type Toolbar } from "./toolbar";

const PLAIN_CHOSEN = "caicach.markdown";
const CANNOT =
  "Bài có chỗ mà cách soạn trực quan không giữ được nguyên vẹn, nên soạn bằng Markdown dưới đây.";

export function dressEditors(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLTextAreaElement>(
    "textarea[name=body]:not([data-dressed])",
  )) {
    field.dataset["dressed"] = "";
    dress(field);
  }
}

function dress(field: HTMLTextAreaElement): void {
  const open = makeButton("Soạn trực quan");
  const note = document.createElement("p");
  note.className = "field__hint";
  note.hidden = true;
  note.textContent = CANNOT;
  field.before(open, note);
  const start = (): boolean => {
    const text = readMarkdown(field.value);
    note.hidden = text !== null;
    open.hidden = text !== null;
    if (text) show(field, open);
    return text !== null;
  };
  open.addEventListener("click", () => {
    remember(false);
    if (!start()) announce(CANNOT);
  });
  if (!prefersPlain()) start();
}

/** In the place of the field, until Markdown is asked for. */
function show(field: HTMLTextAreaElement, open: HTMLElement): void {
  const { id } = field;
  const box = document.createElement("div");
  box.className = "editor";
  const plain = makeButton("Soạn bằng Markdown");
  const link = makeButton("Liên kết");
  const view: EditorView = new EditorView(null, {
    state: stateOf(field.value, () => toolbar.focus()),
    attributes: {
      ...describe(field),
      id,
      class: "ds-input editor__text rich-text",
      role: "textbox",
      "aria-multiline": "true",
    },
    nodeViews: { image: ({ attrs }) => ({ dom: pictureOf(attrs["src"], attrs["alt"]) }) },
    // A table that is chosen as a whole would go with the first letter typed.
    handleTextInput: ({ state: { selection } }) =>
      selection instanceof NodeSelection && selection.node.type === schema.nodes.kept,
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      toolbar.show(view.state);
      if (!change.docChanged) return;
      field.value = markdownOf(view.state.doc);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const toolbar: Toolbar = makeToolbar(() => view, [link, plain]);
  toolbar.show(view.state);
  const linker = makeLinker(view, link);
  box.append(toolbar.element, linker, view.dom);
  field.before(box);
  field.hidden = true;
  // How Markdown is written helps nobody who does not write it.
  const signs = document.getElementById(`goi-y-${id}`);
  if (signs) signs.hidden = true;
  // Faults lead to what is seen.
  field.id = `${id}-markdown`;
  const ends = new AbortController();
  const end = (): void => {
    ends.abort();
    view.destroy();
    box.remove();
    field.id = id;
    field.hidden = false;
    if (signs) signs.hidden = false;
  };
  plain.addEventListener("click", () => {
    remember(true);
    end();
    open.hidden = false;
    field.focus();
  });
  const { signal } = ends;
  labelOf(field)?.addEventListener("click", () => view.focus(), { signal });
  field.addEventListener("caicach:insert", (event) => insert(view, event), { signal });
  // A draft that was dropped: the field has what the page came with.
  const renew = (): void => {
    setTimeout(() => {
      end();
      if (readMarkdown(field.value)) show(field, open);
      else open.hidden = false;
    });
  };
  field.form?.addEventListener("reset", renew, { signal });
}

function stateOf(source: string, toToolbar: () => void): EditorState {
  const read = readMarkdown(source);
  // Behind a table at the end there is no place to write: an empty paragraph is one, and unwritten.
  const end = read?.lastChild?.type === schema.nodes.kept ? schema.nodes.paragraph.create() : null;
  const doc = end ? read?.copy(read.content.addToEnd(end)) : read;
  return EditorState.create({ schema, ...(doc ? { doc } : {}), plugins: plugins(toToolbar) });
}

function plugins(toToolbar: () => void): Plugin[] {
  const { strong, em } = schema.marks;
  const { list_item, hard_break, heading, bullet_list, ordered_list, blockquote } = schema.nodes;
  const breakLine = chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView());
    return true;
  });
  // Tab leads on: nobody is to be caught in here.
  return [
    inputRules({
      rules: [
        textblockTypeInputRule(/^(#{1,4})\s$/, heading, ([, marks]) => ({
          level: marks?.length ?? 1,
        })),
        wrappingInputRule(/^\s*([-*])\s$/, bullet_list, { tight: true }),
        wrappingInputRule(/^(\d+)\.\s$/, ordered_list, ([, number]) => ({
          order: Number(number),
          tight: true,
        })),
        wrappingInputRule(/^\s*>\s$/, blockquote),
      ],
    }),
    keymap({
      "Mod-b": toggleMark(strong),
      "Mod-i": toggleMark(em),
      "Mod-z": undo,
      "Mod-y": redo,
      "Shift-Mod-z": redo,
      "Mod-]": sinkListItem(list_item),
      "Mod-[": liftListItem(list_item),
      "Shift-Enter": breakLine,
      Enter: splitListItem(list_item),
      "Alt-F10": () => {
        toToolbar();
        return true;
      },
    }),
    keymap(baseKeymap),
    history(),
  ];
}

function describe(field: HTMLTextAreaElement): Record<string, string> {
  const said: Record<string, string> = { "aria-label": labelOf(field)?.textContent ?? "" };
  const invalid = field.getAttribute("aria-invalid");
  if (invalid !== null) said["aria-invalid"] = invalid;
  // What is hidden would be read out all the same.
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
  const rest = described.filter((name) => name && name !== `goi-y-${field.id}`);
  if (rest.length > 0) said["aria-describedby"] = rest.join(" ");
  return said;
}

function labelOf(field: HTMLTextAreaElement): HTMLLabelElement | null {
  return field.closest(".field")?.querySelector("label") ?? null;
}

/** What came with the article stands below the field, where this page shows it. */
function pictureOf(address: string, words: string | null): HTMLElement {
  const picture = document.createElement("img");
  picture.alt = words ?? "";
  picture.dataset["address"] = address;
  const line = document.querySelector(`[data-insert$="](${CSS.escape(address)})"]`);
  const known = line?.closest("li")?.querySelector("img");
  if (known) picture.src = known.src;
  return picture;
}

function insert(view: EditorView, event: Event): void {
  event.preventDefault();
  const block = readLine((event as CustomEvent<string>).detail);
  if (!block) return;
  const { $to, from, to } = view.state.selection;
  const change = view.state.tr;
  // A picture stands for itself, a link among the words.
  if (block.firstChild?.type === schema.nodes.image)
    change.insert($to.depth > 0 ? $to.after(1) : $to.pos, block);
  else change.replaceWith(from, to, block.content);
  view.dispatch(change.scrollIntoView());
  view.focus();
}

function prefersPlain(): boolean {
  try {
    return localStorage.getItem(PLAIN_CHOSEN) !== null;
  } catch {
    return false;
  }
}

function remember(isPlain: boolean): void {
  try {
    if (isPlain) localStorage.setItem(PLAIN_CHOSEN, "1");
    else localStorage.removeItem(PLAIN_CHOSEN);
  } catch {
    // Without storage the next page begins as this one did.
  }
}
