#pragma once
#include <string>

#include "document/official_sheet.hpp"

/// The one layout of official documents, whatever they are written on.
namespace caicach::document
{

/// too_large "document.limit.official"; invalid "document.landscape".
[[nodiscard]] Result<void> check_document(const OfficialDocument& document);
/// Of pages, which take longer than markup: too_large "document.limit.printed".
[[nodiscard]] Result<void> check_printed(const OfficialDocument& document);
/// The whole document, in the order of the decree.
void write_on(OfficialSheet& out, const OfficialDocument& document);
/// What programs show above the page: "Báo cáo Kết quả …".
[[nodiscard]] std::string title_of(const OfficialDocument& document);

}  // namespace caicach::document
