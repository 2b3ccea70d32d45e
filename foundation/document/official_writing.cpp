#include "document/official_writing.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "document/limits.hpp"
#include "document/list_label.hpp"
#include "document/official_frame.hpp"
#include "document/official_layout.hpp"
#include "document/official_outline.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

constexpr auto centre = SheetAlignment::centre;

/// Khoản 5: the kind in capitals with what it is about below; a letter has neither.
void write_title(OfficialSheet& out, const OfficialDocument& document)
{
    if (document.kind.empty()) return;
    out.paragraph({.style = SheetStyle::title,
                   .size = layout::kind_size,
                   .before = 2 * layout::paragraph_gap,
                   .keeps_with_next = true},
                  text::upper(document.kind));
    if (!document.subject.empty()) {
        out.paragraph({.alignment = centre, .size = layout::kind_size, .is_bold = true},
                      document.subject);
        rule_below(out, document.subject, layout::kind_size, layout::small_letter_width_percent,
                   width_of(document));
    }
    out.gap(layout::paragraph_gap, SheetKeep::alone);
}

/// Khoản 9, điểm a: one on the line of the words, several below one another.
void write_addressees(OfficialSheet& out, const std::vector<std::string>& addressees)
{
    if (addressees.empty()) return;
    constexpr int gap = 2 * layout::paragraph_gap;
    if (addressees.size() == 1) {
        out.paragraph({.alignment = centre, .size = layout::text_size, .before = gap, .after = gap},
                      "Kính gửi: " + addressees.front());
        return;
    }
    out.paragraph({.size = layout::text_size, .before = gap, .left = layout::millimetres(30)},
                  "Kính gửi:");
    for (const auto& one : addressees) {
        const bool is_last = &one == &addressees.back();
        out.paragraph({.size = layout::text_size,
                       .after = is_last ? gap : 0,
                       .left = layout::millimetres(45)},
                      "- " + one + (is_last ? "." : ";"));
    }
}

SheetStyle style_of(OfficialParagraphKind kind)
{
    switch (kind) {
        case OfficialParagraphKind::basis:
            return SheetStyle::basis;
        case OfficialParagraphKind::heading:
        case OfficialParagraphKind::article:
            return SheetStyle::heading;
        case OfficialParagraphKind::title:
        case OfficialParagraphKind::part:
        case OfficialParagraphKind::chapter:
        case OfficialParagraphKind::section:
            return SheetStyle::title;
        case OfficialParagraphKind::body:
        case OfficialParagraphKind::clause:
        case OfficialParagraphKind::point:
            break;
    }
    return SheetStyle::body;
}

SheetAlignment alignment_of(OfficialAlignment alignment)
{
    switch (alignment) {
        case OfficialAlignment::centre:
            return centre;
        case OfficialAlignment::right:
            return SheetAlignment::right;
        case OfficialAlignment::left:
            break;
    }
    return SheetAlignment::of_style;
}

void write_table(OfficialSheet& out, const OfficialTable& table, int width, SheetKeep keep)
{
    VERIFY(!table.columns.empty() && table.columns.size() <= limits::official_columns_max);
    int shares = 0;
    for (const auto& column : table.columns) shares += column.share;
    VERIFY(shares > 0);
    std::vector<int> widths;
    widths.reserve(table.columns.size());
    for (const auto& column : table.columns) widths.push_back(width * column.share / shares);
    out.begin_table(widths, SheetLines::all);
    out.begin_row(SheetRow::head);
    for (std::size_t at = 0; at < widths.size(); ++at) {
        out.begin_cell(widths[at]);
        out.paragraph({.style = SheetStyle::cell, .alignment = centre, .is_bold = true},
                      table.columns[at].title);
        out.end_cell();
    }
    out.end_row();
    const bool keeps_last = keep == SheetKeep::with_next;
    for (const auto& row : table.rows) {
        VERIFY(row.cells.size() == widths.size());
        out.begin_row(SheetRow::plain);
        for (std::size_t at = 0; at < widths.size(); ++at) {
            out.begin_cell(widths[at]);
            out.paragraph({.style = SheetStyle::cell,
                           .alignment = alignment_of(table.columns[at].alignment),
                           .is_bold = row.is_bold,
                           .keeps_with_next = keeps_last && &row == &table.rows.back()},
                          row.cells[at]);
            out.end_cell();
        }
        out.end_row();
    }
    out.end_table();
    // Two tables that touch would be one.
    out.gap(layout::paragraph_gap, keep);
}

/// Its words after its number, or below it where the number has a line of its own.
std::vector<OfficialRun> numbered(const OfficialParagraph& paragraph, OutlineNumbers& numbers)
{
    const auto label = numbers.next(paragraph.kind);
    if (label.empty()) return paragraph.runs;
    const bool stands_alone = style_of(paragraph.kind) == SheetStyle::title;
    std::vector<OfficialRun> runs;
    runs.reserve(paragraph.runs.size() + 1);
    runs.push_back({.text = label + (stands_alone ? "\n" : " ")});
    for (auto run : paragraph.runs) {
        if (stands_alone) run.text = text::upper(run.text);
        runs.push_back(std::move(run));
    }
    return runs;
}

void write_blocks(OfficialSheet& out, std::span<const OfficialBlock> blocks, int width,
                  OutlineNumbers& numbers)
{
    for (const auto& block : blocks) {
        if (const auto* table = std::get_if<OfficialTable>(&block)) {
            write_table(out, *table, width, SheetKeep::alone);
            continue;
        }
        const auto& paragraph = std::get<OfficialParagraph>(block);
        out.paragraph({.style = style_of(paragraph.kind)}, numbered(paragraph, numbers));
    }
}

/// "./." says where the text ends (the samples of Phụ lục III). What ends it stays on one page with
/// the signature, which must not stand on a page alone.
void write_body(OfficialSheet& out, const OfficialDocument& document)
{
    const std::span<const OfficialBlock> blocks{document.body};
    if (blocks.empty()) return;
    OutlineNumbers numbers;
    const int width = width_of(document);
    write_blocks(out, blocks.first(blocks.size() - 1), width, numbers);
    if (const auto* table = std::get_if<OfficialTable>(&blocks.back())) {
        write_table(out, *table, width, SheetKeep::with_next);
        return;
    }
    const auto& last = std::get<OfficialParagraph>(blocks.back());
    auto runs = numbered(last, numbers);
    if (!last.runs.empty()) {
        auto& words = runs.back().text;
        words = std::string(text::trim(words));
        words += words.ends_with('.') ? "/." : "./.";
    }
    out.paragraph({.style = style_of(last.kind), .keeps_with_next = true}, runs);
}

void write_annex(OfficialSheet& out, const OfficialAnnex& annex, std::string_view label)
{
    out.paragraph({.style = SheetStyle::title, .size = layout::annex_size}, std::string(label));
    if (!annex.title.empty())
        out.paragraph({.alignment = centre, .size = layout::annex_size, .is_bold = true},
                      text::upper(annex.title));
    if (!annex.note.empty())
        out.paragraph({.alignment = centre,
                       .size = layout::annex_size,
                       .is_italic = true,
                       .after = layout::paragraph_gap},
                      annex.note);
    OutlineNumbers numbers;
    write_blocks(out, annex.blocks,
                 annex.is_landscape ? layout::text_width_landscape : layout::text_width, numbers);
}

/// What is written: paragraphs and cells, and the bytes in them.
struct Size {
    std::size_t pieces{};
    std::size_t bytes{};

    void add(std::string_view text)
    {
        ++pieces;
        bytes += text.size();
    }
    void add(const std::vector<std::string>& texts)
    {
        for (const auto& text : texts) add(text);
    }
    void add(const std::vector<OfficialBlock>& blocks)
    {
        for (const auto& block : blocks) {
            if (const auto* table = std::get_if<OfficialTable>(&block)) {
                for (const auto& row : table->rows) add(row.cells);
                continue;
            }
            for (const auto& run : std::get<OfficialParagraph>(block).runs) add(run.text);
        }
    }
};

Result<void> check(const OfficialDocument& document, std::string key, const Size& most)
{
    Size size;
    size.add(document.subject);
    size.add(document.addressees);
    size.add(document.body);
    size.add(document.recipients);
    for (const auto& annex : document.annexes) size.add(annex.blocks);
    if (size.pieces > most.pieces || size.bytes > most.bytes)
        return failure(Failure::too_large, std::move(key), "",
                       {std::to_string(most.pieces), std::to_string(most.bytes >> 20U)});
    // Phần I, mục I, khoản 1: upright, unless there are tables that are no annex.
    const bool has_table = std::ranges::any_of(document.body, [](const auto& block) {
        return std::holds_alternative<OfficialTable>(block);
    });
    if (document.is_landscape && !has_table) return failure(Failure::invalid, "document.landscape");
    return {};
}

}  // namespace

Result<void> check_document(const OfficialDocument& document)
{
    return check(document, "document.limit.official",
                 {limits::official_pieces_max, limits::official_text_bytes_max});
}

Result<void> check_printed(const OfficialDocument& document)
{
    return check(document, "document.limit.printed",
                 {limits::printed_pieces_max, limits::printed_text_bytes_max});
}

void write_on(OfficialSheet& out, const OfficialDocument& document)
{
    out.begin_section({.is_landscape = document.is_landscape});
    out.mark(SignaturePlace::attachment);
    write_head(out, document);
    write_title(out, document);
    write_addressees(out, document.addressees);
    write_body(out, document);
    write_foot(out, document);
    int number = 0;
    for (const auto& annex : document.annexes) {
        out.begin_section({.is_landscape = annex.is_landscape});
        const auto label = document.annexes.size() == 1
                               ? std::string("Phụ lục")
                               : "Phụ lục " + format_number(++number, NumberFormat::upper_roman);
        write_annex(out, annex, label);
    }
}

std::string title_of(const OfficialDocument& document)
{
    if (document.kind.empty()) return "V/v " + document.subject;
    return document.subject.empty() ? document.kind : document.kind + " " + document.subject;
}

}  // namespace caicach::document
