#include "document/official_sheet.hpp"

#include <array>
#include <utility>

namespace caicach::document
{

void OfficialSheet::paragraph(const SheetParagraph& shape, std::string text)
{
    const std::array runs{OfficialRun{.text = std::move(text)}};
    paragraph(shape, std::span<const OfficialRun>{runs});
}

}  // namespace caicach::document
