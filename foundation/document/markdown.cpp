#include "document/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/owned.hpp"
#include "document/limits.hpp"

namespace caicach::document
{

namespace
{

using Kind = MarkdownKind;
using Parser = Owned<cmark_parser, cmark_parser_free>;
using Tree = Owned<cmark_node, cmark_node_free>;
using Walk = Owned<cmark_iter, cmark_iter_free>;

struct KindName {
    std::string_view name{};  ///< as cmark calls it
    Kind kind{};
};
constexpr std::array names{KindName{"paragraph", Kind::paragraph},
                           KindName{"heading", Kind::heading},
                           KindName{"list", Kind::list},
                           KindName{"item", Kind::list_item},
                           KindName{"block_quote", Kind::quote},
                           KindName{"code_block", Kind::code_block},
                           KindName{"html_block", Kind::code_block},
                           KindName{"thematic_break", Kind::rule},
                           KindName{"table", Kind::table},
                           KindName{"table_header", Kind::table_head},
                           KindName{"table_row", Kind::table_row},
                           KindName{"table_cell", Kind::table_cell},
                           KindName{"text", Kind::text},
                           KindName{"html_inline", Kind::text},
                           KindName{"emph", Kind::emphasis},
                           KindName{"strong", Kind::strong},
                           KindName{"strikethrough", Kind::struck},
                           KindName{"link", Kind::link},
                           KindName{"image", Kind::picture},
                           KindName{"code", Kind::code},
                           KindName{"linebreak", Kind::line_break}};

bool holds_nothing(Kind kind) { return kind >= Kind::text; }

std::string text_from(const char* text) { return text == nullptr ? std::string{} : text; }

MarkdownStep step_from(cmark_node* node)
{
    const auto found = std::ranges::find(names, cmark_node_get_type_string(node), &KindName::name);
    // A break of lines in the source is a blank, and so is what nobody knows.
    if (found == names.end()) return {.kind = Kind::text, .text = " "};
    MarkdownStep step{.kind = found->kind, .text = text_from(cmark_node_get_literal(node))};
    if (step.kind == Kind::heading) step.number = cmark_node_get_heading_level(node);
    if (step.kind == Kind::link || step.kind == Kind::picture)
        step.address = text_from(cmark_node_get_url(node));
    if (step.kind == Kind::list && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
        step.kind = Kind::numbered_list;
        step.number = cmark_node_get_list_start(node);
    }
    return step;
}

/// Words that follow one another are one text.
void put(Markdown& steps, MarkdownStep step)
{
    const bool joins = step.kind == Kind::text && !steps.empty() && steps.back().kind == Kind::text;
    if (joins)
        steps.back().text += step.text;
    else
        steps.push_back(std::move(step));
}

tl::unexpected<Error> too_large()
{
    return failure(Failure::too_large, "document.limit.markdown", {},
                   {std::to_string(limits::markdown_bytes_max >> 10U)});
}

Result<Markdown> steps_from(cmark_node* root)
{
    const Walk walk{cmark_iter_new(root)};
    Markdown steps;
    std::size_t depth = 0;
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
        auto* const node = cmark_iter_get_node(walk.get());
        if (node == root) continue;
        auto step = step_from(node);
        const bool is_leaf = holds_nothing(step.kind);
        step.is_end = is_leaf || event == CMARK_EVENT_EXIT;
        if (!is_leaf && step.is_end) --depth;
        if (!step.is_end && ++depth > limits::markdown_depth_max) return too_large();
        put(steps, std::move(step));
    }
    return steps;
}

bool ends_line(Kind kind)
{
    constexpr std::array lines{Kind::paragraph, Kind::heading,    Kind::code_block,
                               Kind::table_row, Kind::table_head, Kind::rule};
    return std::ranges::find(lines, kind) != lines.end();
}

}  // namespace

Result<Markdown> read_markdown(std::string_view text)
{
    if (text.size() > limits::markdown_bytes_max) return too_large();
    cmark_gfm_core_extensions_ensure_registered();
    const Parser parser{cmark_parser_new(CMARK_OPT_DEFAULT)};
    for (const auto* name : {"table", "strikethrough", "autolink"}) {
        auto* const extension = cmark_find_syntax_extension(name);
        if (extension != nullptr) cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    cmark_parser_feed(parser.get(), text.data(), text.size());
    const Tree tree{cmark_parser_finish(parser.get())};
    if (!tree) return internal_failure("cmark made no tree");
    return steps_from(tree.get());
}

std::string plain_text(std::span<const MarkdownStep> steps)
{
    std::string text;
    for (const auto& step : steps) {
        text += step.text;
        if (!step.is_end) continue;
        if (step.kind == Kind::line_break || step.kind == Kind::table_cell) text += ' ';
        if (ends_line(step.kind) && !text.empty() && text.back() != '\n') text += '\n';
    }
    return text;
}

std::span<const MarkdownStep> part_at(std::span<const MarkdownStep> steps, std::size_t at)
{
    std::size_t open = 0;
    std::size_t end = at;
    do {
        const auto& step = steps[end];
        ++end;
        if (holds_nothing(step.kind)) continue;
        step.is_end ? --open : ++open;
    } while (open != 0 && end < steps.size());
    return steps.subspan(at, end - at);
}

std::vector<MarkdownPicture> pictures_of(const Markdown& markdown)
{
    std::vector<MarkdownPicture> found;
    for (std::size_t at = 0; at < markdown.size(); ++at) {
        const auto& step = markdown[at];
        if (step.kind != Kind::picture || step.is_end) continue;
        found.push_back({.address = step.address, .shows = plain_text(part_at(markdown, at))});
    }
    return found;
}

}  // namespace caicach::document
