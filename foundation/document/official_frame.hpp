#pragma once
#include <string_view>

#include "document/official_sheet.hpp"

/// What stands around the text of an official document, in two columns without lines.
namespace caicach::document
{

/// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 to 4: nation, issuer, number, place
/// and date.
void write_head(OfficialSheet& out, const OfficialDocument& document);
/// Khoản 7 and khoản 9, điểm b: the signature on the right, level with it the recipients.
void write_foot(OfficialSheet& out, const OfficialDocument& document);

/// Of the lines of its body.
[[nodiscard]] int width_of(const OfficialDocument& document);

/// The line of a third to a half of the words above it, in the middle of `width`.
void rule_below(OfficialSheet& out, std::string_view words, int size, int letter_percent,
                int width);

}  // namespace caicach::document
