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

struct Framed {
    std::string_view words{};
    int width{};
};
Framed framed(OfficialUrgency urgency)
{
    switch (urgency) {
        case OfficialUrgency::urgent:
            return {"KHẨN", layout::urgent_width};
        case OfficialUrgency::very_urgent:
            return {"THƯỢNG KHẨN", layout::very_urgent_width};
        case OfficialUrgency::express:
            return {"HỎA TỐC", layout::express_width};
        case OfficialUrgency::none:
            break;
    }
    return {};
}
Framed framed(OfficialCirculation circulation)
{
    switch (circulation) {
        case OfficialCirculation::to_be_returned:
            return {"XEM XONG TRẢ LẠI", layout::circulation_width};
        case OfficialCirculation::internal:
            return {"LƯU HÀNH NỘI BỘ", layout::circulation_width};
        case OfficialCirculation::open:
            break;
    }
    return {};
}
void write_box(OfficialSheet& out, const Framed& box, int width)
{
    if (box.words.empty()) return;
    out.box({.words = std::string(box.words),
             .size = layout::box_size,
             .frame_width = box.width,
             .frame_height = layout::box_height,
             .width = width});
}

}  // namespace

int width_of(const OfficialDocument& document)
{
    return document.is_landscape ? layout::text_width_landscape : layout::text_width;
}

void rule_below(OfficialSheet& out, std::string_view words, int size, int letter_percent, int width)
{
    const int length = width_of(words, size, letter_percent, width) * layout::rule_percent / 100;
    out.rule({.words = std::string(words),
              .size = size,
              .percent = layout::rule_percent,
              .width = width,
              .length = length});
}

void write_head(OfficialSheet& out, const OfficialDocument& document)
{
    const std::array columns{layout::issuer_column, width_of(document) - layout::issuer_column};
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
    out.rule({.words = std::string(motto),
              .size = layout::motto_size,
              .percent = 100,
              .width = columns[1],
              .length = layout::motto_rule});
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
    write_box(out, framed(document.urgency), columns[0]);
    out.end_cell();
    out.begin_cell(columns[1]);
    out.paragraph({.alignment = centre,
                   .size = layout::place_size,
                   .is_italic = true,
                   .before = layout::paragraph_gap},
                  date_line(document));
    write_box(out, framed(document.circulation), columns[1]);
    out.end_cell();
    out.end_row();
    out.end_table();
}

void write_foot(OfficialSheet& out, const OfficialDocument& document)
{
    const std::array columns{layout::recipients_column,
                             width_of(document) - layout::recipients_column};
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
    // Khoản 12: "LVT.(15)"
    auto drafter = text::upper(document.drafter);
    if (!drafter.empty() && document.copies > 0) drafter += ".";
    if (document.copies > 0) drafter += "(" + std::to_string(document.copies) + ")";
    if (!drafter.empty())
        out.paragraph({.size = layout::drafter_size, .before = layout::paragraph_gap}, drafter);
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
    out.mark(SignaturePlace::signer);
    out.mark(SignaturePlace::agency);
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
