#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "document/official_sheet.hpp"
#include "document/pdf_flow.hpp"

/// What stands on the pages of a PDF, before it is known on which: measured, not drawn. Pure.
/// Lengths as in official_layout.hpp.
namespace caicach::document
{

enum class PdfMarkKind { words, rule, frame, place };

/// A line of words, a rule, a frame or the place of a signature, where it stands below the top of
/// its block.
struct PdfMark {
    PdfMarkKind kind{PdfMarkKind::words};
    int top{};
    int height{};
    int left{};
    int length{};        ///< of a rule, a frame or a place
    std::size_t line{};  ///< of words: its number among the lines of who draws them
    int baseline{};      ///< below `top`
    bool is_red{};
    SignaturePlace place{};  ///< of such a mark
};

/// What is put on a page from side to side, or into a cell.
struct PdfPiece {
    std::vector<PdfMark> marks{};
    int height{};
    int before{};
    int after{};
    bool keeps_with_next{};
};

/// A paragraph or a row; marks that stand beside one another are one of its pieces.
struct PdfBlock {
    FlowBlock flow{};
    std::vector<PdfMark> marks{};
    std::vector<int> tops{};   ///< of its pieces; one more: its end
    std::vector<int> edges{};  ///< of cells with lines around them
};
[[nodiscard]] PdfBlock block_of(PdfPiece piece);

struct PdfSection {
    SheetPage page{};
    std::vector<PdfBlock> blocks{};

    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    [[nodiscard]] int text_width() const;
    [[nodiscard]] int text_height() const;
};

/// Sections, one after the other, and the table that is open.
class PdfBody
{
public:
    /// As wide as the lines of a table are drawn.
    static constexpr int cell_line = layout::points(1) / 2;

    void begin_section(const SheetPage& page) { m_sections.push_back({.page = page}); }
    /// Below what stands already, in the cell that is open or on the page.
    void stand(PdfPiece piece);
    /// Of the cell that is open, or of the page.
    [[nodiscard]] int width() const;

    void begin_table(std::span<const int> widths, SheetLines lines);
    void begin_row(SheetRow kind);
    void begin_cell();
    void end_cell();
    void end_row();
    void end_table();

    [[nodiscard]] const std::vector<PdfSection>& sections() const { return m_sections; }

private:
    /// The table, its row and its cell.
    struct Table {
        std::vector<int> edges{};
        SheetLines lines{};
        int number{};
        PdfBlock row{};
        int height{};  ///< of the row's highest cell so far
        std::size_t cell{};
        int used{};   ///< of the cell's height
        int after{};  ///< room below its last paragraph
        bool keeps_with_next{};

        [[nodiscard]] int room() const { return lines == SheetLines::all ? layout::cell_room : 0; }
        [[nodiscard]] int left() const { return edges[cell] + room(); }
        [[nodiscard]] int right() const { return edges[cell + 1] - room(); }
    };

    std::vector<PdfSection> m_sections{};
    Table m_table{};
    bool m_in_table{};
    int m_tables{};
};

}  // namespace caicach::document
