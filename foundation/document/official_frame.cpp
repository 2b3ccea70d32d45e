#include "document/official_frame.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "document/official_layout.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

constexpr std::string_view nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
constexpr std::string_view motto = "Độc lập - Tự do - Hạnh phúc";
constexpr auto centre = SheetAlignment::centre;

/// How wide the words are, or the column where they take more than one line.
int width_of(std::string_view words, int size, int letter_percent, int width_max)
{
    const auto letters = static_cast<int>(std::min<std::size_t>(text::length(words), 1'000));
    return std::min(width_max, letters * size * layout::points(1) / 2 * letter_percent / 100);
}

std::string date_line(const OfficialDocument& document)
{
    const auto day = document.date ? document.date->in_words()
                                   : std::string{"ngày       tháng       năm            "};
    return document.place.empty() ? day : document.place + ", " + day;
}

}  // namespace

void rule_below(OfficialSheet& out, std::string_view words, int size, int letter_percent, int width)
{
    const int length = width_of(words, size, letter_percent, width) * layout::rule_percent / 100;
    out.rule(width, length);
}

void write_head(OfficialSheet& out, const OfficialDocument& document)
{
    const std::array columns{layout::issuer_column, layout::nation_column};
    out.begin_table(columns, SheetLines::none);
    out.begin_row(SheetRow::plain);
    out.begin_cell(columns[0]);
    if (!document.parent.empty())
        out.paragraph({.alignment = centre, .size = layout::body_name_size},
                      text::upper(document.parent));
    const auto issuer = text::upper(document.issuer);
    out.paragraph({.alignment = centre, .size = layout::body_name_size, .is_bold = true}, issuer);
    rule_below(out, issuer, layout::body_name_size, layout::capital_width_percent, columns[0]);
    out.end_cell();
    out.begin_cell(columns[1]);
    out.paragraph({.alignment = centre, .size = layout::nation_size, .is_bold = true},
                  std::string(nation));
    out.paragraph({.alignment = centre, .size = layout::motto_size, .is_bold = true},
                  std::string(motto));
    out.rule(columns[1], layout::motto_rule);
    out.end_cell();
    out.end_row();
    out.begin_row(SheetRow::plain);
    out.begin_cell(columns[0]);
    const auto room = document.number.starts_with('/') ? "         " : "";
    out.paragraph(
        {.alignment = centre, .size = layout::number_size, .before = layout::paragraph_gap},
        std::string("Số: ") + room + document.number);
    if (document.kind.empty())
        out.paragraph({.alignment = centre,
                       .size = layout::letter_subject_size,
                       .before = layout::paragraph_gap},
                      "V/v " + document.subject);
    out.end_cell();
    out.begin_cell(columns[1]);
    out.paragraph({.alignment = centre,
                   .size = layout::place_size,
                   .is_italic = true,
                   .before = layout::paragraph_gap},
                  date_line(document));
    out.end_cell();
    out.end_row();
    out.end_table();
}

void write_foot(OfficialSheet& out, const OfficialDocument& document)
{
    const std::array columns{layout::recipients_column, layout::signature_column};
    out.begin_table(columns, SheetLines::none);
    out.begin_row(SheetRow::plain);
    out.begin_cell(columns[0]);
    out.paragraph({.size = layout::recipients_head_size,
                   .is_bold = true,
                   .is_italic = true,
                   .before = layout::paragraph_gap},
                  document.recipients.empty() ? "" : "Nơi nhận:");
    for (const auto& recipient : document.recipients) {
        const bool is_last = &recipient == &document.recipients.back();
        out.paragraph({.size = layout::recipients_size}, "- " + recipient + (is_last ? "." : ";"));
    }
    out.end_cell();
    out.begin_cell(columns[1]);
    int before = layout::paragraph_gap;
    for (const auto& line : document.signature.lines) {
        out.paragraph({.alignment = centre,
                       .size = layout::signature_size,
                       .is_bold = true,
                       .before = std::exchange(before, 0),
                       .keeps_with_next = true},
                      text::upper(line));
    }
    out.paragraph({.alignment = centre,
                   .size = layout::signature_size,
                   .is_bold = true,
                   .before = layout::signature_room},
                  document.signature.name);
    out.end_cell();
    out.end_row();
    out.end_table();
}

}  // namespace caicach::document
