#pragma once
#include <array>
#include <memory>
#include <span>
#include <string>

#include "document/official_pdf.hpp"
#include "document/official_sheet.hpp"

namespace caicach::document
{

/// Times New Roman, or the letters that are as wide as its own, so that lines end where they do in
/// Word.
inline constexpr std::array<const char*, 2> official_fonts{layout::font, "Liberation Serif"};

/// Pages of a PDF, drawn by Pango and Cairo. Each thread may draw its own.
class PdfPages final : public OfficialSheet
{
public:
    /// unavailable "document.font_missing" where the machine has none of these families.
    [[nodiscard]] static Result<std::unique_ptr<PdfPages>> create(
        std::span<const char* const> families = official_fonts);
    ~PdfPages() override;

    /// The letters that it draws with.
    [[nodiscard]] const std::string& family() const;

    void begin_section(const SheetPage& page) override;
    void paragraph(const SheetParagraph& shape, std::span<const OfficialRun> runs) override;
    void rule(const SheetRule& rule) override;
    void box(const SheetBox& box) override;
    void gap(int height, SheetKeep keep) override;
    void mark(SignaturePlace place) override;

    void begin_table(std::span<const int> widths, SheetLines lines) override;
    void begin_row(SheetRow kind) override;
    void begin_cell(int width) override;
    void end_cell() override;
    void end_row() override;
    void end_table() override;

    /// The whole file. `day` is what it says of when it was made: the same pages give the same
    /// bytes on any day.
    [[nodiscard]] Result<PrintedDocument> finish(const std::string& title, Date day);

private:
    struct Ink;
    explicit PdfPages(std::unique_ptr<Ink> ink);

    std::unique_ptr<Ink> m_ink;
};

}  // namespace caicach::document
