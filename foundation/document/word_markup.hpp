#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "document/official_sheet.hpp"

/// WordprocessingML (ECMA-376), as much of it as an official document takes.
namespace caicach::document
{

/// A document's body, written from top to bottom.
class WordMarkup final : public OfficialSheet
{
public:
    void begin_section(const SheetPage& page) override;
    void paragraph(const SheetParagraph& shape, std::span<const OfficialRun> runs) override;
    void rule(const SheetRule& rule) override;
    void box(const SheetBox& box) override;
    void gap(int height, SheetKeep keep) override;
    /// Nobody signs in a Word file.
    void mark(SignaturePlace /*place*/) override {}

    void begin_table(std::span<const int> widths, SheetLines lines) override;
    void begin_row(SheetRow kind) override;
    void begin_cell(int width) override;
    void end_cell() override { m_text += "</w:tc>"; }
    void end_row() override { m_text += "</w:tr>"; }
    void end_table() override { m_text += "</w:tbl>"; }

    /// The whole part.
    [[nodiscard]] std::string finish();

private:
    std::string m_text{};
    std::optional<SheetPage> m_page{};  ///< of the section that is written
};

/// For text between tags: NFC, without what XML cannot hold, `&`, `<` and `>` escaped.
[[nodiscard]] std::string xml_text(std::string_view text);

/// Of a paragraph or a style; nothing where it is left to the style.
[[nodiscard]] std::string alignment_tag(SheetAlignment alignment);

}  // namespace caicach::document
