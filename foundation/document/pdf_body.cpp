#include "document/pdf_body.hpp"

#include <algorithm>
#include <utility>

namespace caicach::document
{

namespace
{

void cut_into_pieces(PdfBlock& block, int height)
{
    std::ranges::sort(block.marks, {}, &PdfMark::top);
    block.tops = {0};
    int end = 0;
    for (const auto& mark : block.marks) {
        if (mark.top >= end && mark.top > block.tops.back()) block.tops.push_back(mark.top);
        end = std::max(end, mark.top + mark.height);
    }
    block.tops.push_back(std::max(height, end));
    block.flow.pieces.clear();
    for (std::size_t at = 1; at < block.tops.size(); ++at)
        block.flow.pieces.push_back(block.tops[at] - block.tops[at - 1]);
}

}  // namespace

PdfBlock block_of(PdfPiece piece)
{
    PdfBlock block{.flow = {.before = piece.before,
                            .after = piece.after,
                            .keeps_with_next = piece.keeps_with_next},
                   .marks = std::move(piece.marks)};
    cut_into_pieces(block, piece.height);
    return block;
}

int PdfSection::width() const
{
    return page.is_landscape ? layout::page_height : layout::page_width;
}
int PdfSection::height() const
{
    return page.is_landscape ? layout::page_width : layout::page_height;
}
int PdfSection::text_width() const
{
    return page.is_landscape ? layout::text_width_landscape : layout::text_width;
}
int PdfSection::text_height() const
{
    return height() - layout::margin_top - layout::margin_bottom;
}

int PdfBody::width() const
{
    return m_in_table ? m_table.right() - m_table.left() : m_sections.back().text_width();
}

void PdfBody::stand(PdfPiece piece)
{
    if (!m_in_table) {
        m_sections.back().blocks.push_back(block_of(std::move(piece)));
        return;
    }
    const int top = m_table.used + std::max(m_table.after, piece.before);
    for (auto& mark : piece.marks) {
        mark.top += top;
        mark.left += m_table.left();
        m_table.row.marks.push_back(mark);
    }
    m_table.used = top + piece.height;
    m_table.after = piece.after;
    m_table.keeps_with_next = piece.keeps_with_next;
}

void PdfBody::begin_table(std::span<const int> widths, SheetLines lines)
{
    Table table{.edges = {0}, .lines = lines, .number = ++m_tables};
    for (const int width : widths) table.edges.push_back(table.edges.back() + width);
    m_table = std::move(table);
    m_in_table = true;
}

void PdfBody::begin_row(SheetRow kind)
{
    const bool is_head = kind == SheetRow::head;
    m_table.row = {.flow = {.kind = is_head ? FlowKind::head : FlowKind::row,
                            .table = m_table.number,
                            .keeps_with_next = is_head}};
    if (m_table.lines == SheetLines::all) m_table.row.edges = m_table.edges;
    m_table.cell = 0;
    m_table.height = 0;
}

void PdfBody::begin_cell()
{
    m_table.used = m_table.lines == SheetLines::all ? cell_line : 0;
    m_table.after = 0;
    m_table.keeps_with_next = false;
}

void PdfBody::end_cell()
{
    // As Word has it: a row keeps with the next where its last words do.
    if (m_table.keeps_with_next) m_table.row.flow.keeps_with_next = true;
    m_table.height = std::max(m_table.height, m_table.used + m_table.after);
    ++m_table.cell;
}

void PdfBody::end_row()
{
    cut_into_pieces(m_table.row, m_table.height);
    m_sections.back().blocks.push_back(std::move(m_table.row));
}

void PdfBody::end_table()
{
    auto& blocks = m_sections.back().blocks;
    // Each row has the line above it; the last one that below it too.
    if (m_table.lines == SheetLines::all && !blocks.empty()) {
        blocks.back().tops.back() += cell_line;
        blocks.back().flow.pieces.back() += cell_line;
    }
    m_in_table = false;
}

}  // namespace caicach::document
