// What the editor knows of Markdown: the same that the server reads (foundation/document/markdown).
// A table is kept as it was written, word for word; what cannot be kept is refused.
import {
  defaultMarkdownParser,
  defaultMarkdownSerializer,
  MarkdownParser,
  MarkdownSerializer,
  schema as common,
} from "prosemirror-markdown";
import { type Node, Schema } from "prosemirror-model";

const KEPT_WORDS = "Bảng, giữ nguyên như đã viết. Sửa bảng ở chế độ Markdown.";

type NodeName =
  | "paragraph"
  | "blockquote"
  | "horizontal_rule"
  | "heading"
  | "code_block"
  | "ordered_list"
  | "bullet_list"
  | "list_item"
  | "text"
  | "image"
  | "hard_break"
  | "kept";
type MarkName = "em" | "strong" | "link" | "code" | "strike";

export const schema = new Schema<NodeName, MarkName>({
  nodes: common.spec.nodes
    .update("image", {
      inline: true,
      group: "inline",
      draggable: true,
      attrs: { src: {}, alt: { default: null }, title: { default: null } },
      // Those of other pages would not be shown: what is pasted brings none.
      parseDOM: [
        {
          tag: "img[data-address]",
          getAttrs: (dom) => ({ src: dom.dataset["address"], alt: dom.getAttribute("alt") }),
        },
      ],
      toDOM: ({ attrs }) => ["img", { "data-address": attrs["src"], alt: attrs["alt"] ?? "" }],
    })
    .append({
      kept: {
        group: "block",
        atom: true,
        attrs: { source: {} },
        parseDOM: [
          {
            tag: "div[data-kept]",
            getAttrs: (dom) => ({ source: dom.dataset["kept"] }),
          },
        ],
        toDOM: ({ attrs }) => [
          "div",
          { class: "editor__kept", "data-kept": attrs["source"] },
          ["p", KEPT_WORDS],
          ["pre", attrs["source"]],
        ],
      },
    }),
  marks: common.spec.marks.append({ strike: { parseDOM: [{ tag: "s" }], toDOM: () => ["s"] } }),
});

const tokenizer = defaultMarkdownParser.tokenizer;
tokenizer.set({ linkify: true }).enable(["table", "strikethrough", "linkify"]);
// As cmark: "example.vn" is text, "https://example.vn" a link.
tokenizer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
tokenizer.core.ruler.after("block", "kept", (state) => {
  const lines = state.src.split("\n");
  const tokens: typeof state.tokens = [];
  let end = -1;
  state.tokens.forEach((token, at) => {
    if (at <= end) return;
    // Within a list or a quotation its lines are not its own: there it is refused.
    if (token.type !== "table_open" || token.level > 0 || !token.map) {
      tokens.push(token);
      return;
    }
    end = state.tokens.findIndex((one, index) => index > at && one.type === "table_close");
    const kept = new state.Token("kept", "", 0);
    kept.content = lines
      .slice(...token.map)
      .join("\n")
      .trimEnd();
    tokens.push(kept);
  });
  state.tokens = tokens;
});

const parser = new MarkdownParser(schema, tokenizer, {
  ...defaultMarkdownParser.tokens,
  kept: { node: "kept", getAttrs: ({ content }) => ({ source: content }) },
  s: { mark: "strike" },
});

const serializer = new MarkdownSerializer(
  {
    ...defaultMarkdownSerializer.nodes,
    bullet_list(state, node) {
      state.renderList(node, "  ", () => "- ");
    },
    kept(state, node) {
      state.text(node.attrs["source"], false);
      state.closeBlock(node);
    },
  },
  {
    ...defaultMarkdownSerializer.marks,
    strike: { open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true },
  },
);

export function markdownOf(text: Node): string {
  return serializer.serialize(text);
}

/** Nothing where something of the text would be lost, now or when it is written again. */
export function readMarkdown(source: string): Node | null {
  // The server strikes out between single strokes as well.
  if (/(^|[^~\\])~(?!~)/m.test(source)) return null;
  try {
    const text = parser.parse(source);
    return parser.parse(markdownOf(text)).eq(text) ? text : null;
  } catch {
    return null;
  }
}

/** What is put into the text: a line of a picture or of a file. */
export function readLine(source: string): Node | null {
  return parser.parse(source).firstChild;
}
