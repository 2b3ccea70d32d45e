#include "document/poster_marking.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include "document/pdf_file.hpp"
#include "document/pdf_update.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

std::string xml_escaped(std::string_view text)
{
    auto escaped = text::replace_all(text, "&", "&amp;");
    escaped = text::replace_all(escaped, "<", "&lt;");
    return text::replace_all(escaped, ">", "&gt;");
}

/// ISO 3309, as PNG wants it behind every chunk.
std::uint32_t checksum(std::string_view bytes)
{
    constexpr std::uint32_t polynomial = 0xEDB88320U;
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? polynomial : 0U);
    }
    return ~sum;
}

std::string big_endian(std::uint32_t number)
{
    std::string bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes += static_cast<char>((number >> shift) & 0xFFU);
    return bytes;
}

PdfValue box_of(double from, double width, double height)
{
    constexpr double points_a_millimetre = 72 / 25.4;
    PdfArray corners;
    for (const double at : {from, from, from + width, from + height})
        corners.push_back({PdfNumber{fmt::format("{:.3f}", at * points_a_millimetre)}});
    return {PdfNested<PdfArray>{std::move(corners)}};
}

}  // namespace

std::string with_title(std::string svg, const Poster& poster)
{
    const auto root = svg.find("<svg");
    const auto behind = root == std::string::npos ? root : svg.find('>', root);
    if (behind == std::string::npos) return svg;
    svg.insert(behind + 1, "\n<title>" + xml_escaped(poster.title) + "</title><desc>" +
                               xml_escaped(poster.text) + "</desc>");
    svg.insert(behind, R"( role="img")");
    return svg;
}

std::string with_resolution(std::string png, double points_a_metre)
{
    constexpr std::size_t behind_head = 33;  // signature and IHDR
    const auto across = big_endian(static_cast<std::uint32_t>(std::lround(points_a_metre)));
    const auto chunk = "pHYs" + across + across + '\1';
    if (png.size() < behind_head) return png;
    png.insert(behind_head, big_endian(9) + chunk + big_endian(checksum(chunk)));
    return png;
}

Result<std::string> with_boxes(std::string pdf, const Poster& poster, const PosterFrame& frame)
{
    const auto file = TRY(PdfFile::read(std::move(pdf)));
    PdfUpdate update{file};
    const auto pages = TRY(file.pages(file.revisions().size()));
    for (const auto& page : pages) {
        const auto object = TRY(file.object(page.number));
        if (object.value.dictionary() == nullptr) return internal_failure("a page is a dictionary");
        auto dictionary = *object.value.dictionary();
        dictionary["TrimBox"] = box_of(frame.margin(), poster.width, poster.height);
        dictionary["BleedBox"] =
            box_of(frame.slug, poster.width + 2 * frame.bleed, poster.height + 2 * frame.bleed);
        update.say(page, {PdfNested<PdfDictionary>{std::move(dictionary)}});
    }
    return update.finish();
}

}  // namespace caicach::document
