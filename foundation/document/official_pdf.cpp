#include "document/official_pdf.hpp"

#include <utility>

#include "document/limits.hpp"
#include "document/official_writing.hpp"
#include "document/pdf_pages.hpp"

namespace caicach::document
{

Result<std::string> write_pdf(const OfficialDocument& document)
{
    auto printed = TRY(print_to_sign(document));
    return std::move(printed.bytes);
}

Result<PrintedDocument> print_to_sign(const OfficialDocument& document)
{
    TRY(check_printed(document));
    const auto pages = TRY(PdfPages::create());
    write_on(*pages, document);
    // A draft whose day is open says the same on each day.
    return pages->finish(title_of(document), document.date.value_or(Date::from_days(0)));
}

Result<void> check_letters()
{
    TRY(PdfPages::create());
    return {};
}

}  // namespace caicach::document
