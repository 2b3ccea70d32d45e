#include "document/pdf_reader.hpp"

#include <algorithm>
#include <charconv>

#include "base/process.hpp"
#include "document/canonical_text.hpp"
#include "document/limits.hpp"
#include "document/ocr_reader.hpp"
#include "document/page_layout.hpp"
#include "document/picture.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

constexpr ChildLimits child_limits{.wall_seconds = limits::pdf_seconds_max,
                                   .cpu_seconds = limits::pdf_seconds_max,
                                   .memory_bytes = 1ULL << 30U,
                                   .file_bytes = 0,
                                   .output_bytes = limits::pdf_text_bytes_max};

tl::unexpected<Error> damaged() { return failure(Failure::invalid, "document.pdf.damaged"); }

// poppler's words for what went wrong.
tl::unexpected<Error> refusal(const ChildOutput& output)
{
    if (output.errors.find("Incorrect password") != std::string::npos) {
        return failure(Failure::invalid, "document.encrypted");
    }
    return damaged();
}

// "Pages:          12" of pdfinfo; 0 where there is no such line.
int pages_in(std::string_view info)
{
    for (const auto line : text::split(info, '\n')) {
        constexpr std::string_view label = "Pages:";
        if (!line.starts_with(label)) continue;
        const auto number = text::trim(line.substr(label.size()));
        int pages = 0;
        std::from_chars(number.data(), number.data() + number.size(), pages);
        return pages;
    }
    return 0;
}

Result<int> count_pages(const std::string& path)
{
    const auto info = TRY(run_child({.arguments = {"pdfinfo", path}, .limits = child_limits}));
    const int pages = pages_in(info.text);
    if (info.exit_code != 0 || pages <= 0) return refusal(info);
    if (pages > limits::pdf_pages_max) {
        return failure(Failure::too_large, "document.limit.pdf_pages", {},
                       {std::to_string(pages), std::to_string(limits::pdf_pages_max)});
    }
    return pages;
}

// Text that some scanners put on each page (a date, a stamp of signature) is no text of a document.
bool is_scan(const std::vector<PageWords>& pages)
{
    constexpr std::size_t words_a_page_min = 15;
    std::size_t words = 0;
    for (const auto& page : pages) words += page.words.size();
    return words < words_a_page_min * pages.size();
}

// Rendering a page costs as much as reading the text of ten: only for the few that need it.
constexpr int pages_rendered_max = 4;

std::vector<Grid> drawn_grids(const std::string& path, const PageWords& page)
{
    constexpr int dots_an_inch = 72;
    constexpr int length_min = 40;
    constexpr float side_max = 3'000;  // points: A1 is 1,684 by 2,384
    if (page.box.width() > side_max || page.box.height() > side_max) return {};
    auto raster = render_page(path, page.number, dots_an_inch);
    // Without the picture the text alone must do.
    if (!raster) return {};
    return find_grids(take_out_rulings(*raster, length_min), 1);
}

}  // namespace

Result<SourceText> read_pdf(const std::string& path, const ReadOptions& options)
{
    const int page_count = TRY(count_pages(path));
    const auto output = TRY(
        run_child({.arguments = {"pdftotext", "-tsv", "-q", path, "-"}, .limits = child_limits}));
    if (output.exit_code != 0) return refusal(output);
    auto pages = TRY(parse_words(output.text));
    if (pages.empty()) return damaged();
    if (is_scan(pages)) {
        if (!options.may_recognise) return failure(Failure::unsupported, "document.scanned");
        return read_scan(path, page_count, options);
    }
    CanonicalText canonical;
    int pages_rendered = 0;
    lay_out(pages,
            {.source = WordSource::text,
             .drawing = [&](const PageWords& page) -> Drawing {
                 if (++pages_rendered > pages_rendered_max) return {};
                 return {.grids = drawn_grids(path, page)};
             }},
            canonical);
    auto source = TRY(canonical.finish("pdf"));
    source.pages = page_count;
    return source;
}

}  // namespace caicach::document
