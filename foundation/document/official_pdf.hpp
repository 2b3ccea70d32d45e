#pragma once
#include <map>
#include <string>

#include "base/result.hpp"
#include "document/official_document.hpp"
#include "document/official_sheet.hpp"

namespace caicach::document
{

/// The same document as write_docx, as pages of a PDF: what is read on a screen and printed as it
/// is. The same document gives the same bytes. It takes 20 ms, for the longest a second: end the
/// transaction first. too_large "document.limit.printed" beyond
/// limits::printed_pieces_max or printed_text_bytes_max; unavailable "document.font_missing";
/// invalid "document.landscape".
[[nodiscard]] Result<std::string> write_pdf(const OfficialDocument& document);

/// In points from the upper left corner of the page.
struct PrintedPlace {
    int page{};  ///< from 1
    double left{};
    double top{};
    double width{};
    double height{};
};
struct PrintedDocument {
    std::string bytes{};
    int pages{};
    std::map<SignaturePlace, PrintedPlace> places{};
};
/// The same pages, and where on them signatures are shown.
[[nodiscard]] Result<PrintedDocument> print_to_sign(const OfficialDocument& document);

/// The type of the answer that carries such a file.
inline constexpr const char* pdf_type = "application/pdf";

/// unavailable "document.font_missing" where write_pdf would have no letters.
[[nodiscard]] Result<void> check_letters();

}  // namespace caicach::document
