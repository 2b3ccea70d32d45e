#include "document/pdf_stamp.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "document/limits.hpp"
#include "document/pdf_pages.hpp"

namespace caicach::document
{

namespace
{

struct Freed {
    void operator()(cairo_surface_t* it) const { cairo_surface_destroy(it); }
    void operator()(cairo_t* it) const { cairo_destroy(it); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

/// The same stamp is the same bytes on any day.
constexpr const char* made_at = "1970-01-01T00:00:00+07:00";

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}
cairo_status_t hand_on(void* unread, unsigned char* data, unsigned int size)
{
    auto& bytes = *static_cast<std::string_view*>(unread);
    if (bytes.size() < size) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, bytes.data(), size);
    bytes.remove_prefix(size);
    return CAIRO_STATUS_SUCCESS;
}

/// Before it is unpacked: as wide and high as its head says.
bool is_small_png(std::string_view bytes)
{
    constexpr std::string_view head{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16};
    if (bytes.size() < head.size() + 8 || !bytes.starts_with(head)) return false;
    const auto number_at = [&](std::size_t at) {
        std::uint32_t number = 0;
        for (const char byte : bytes.substr(at, 4))
            number = (number << 8U) | static_cast<unsigned char>(byte);
        return number;
    };
    const auto fits = [](std::uint32_t side) { return side > 0 && side <= limits::stamp_side_max; };
    return fits(number_at(head.size())) && fits(number_at(head.size() + 4));
}

bool draw_picture(cairo_t* page, std::string_view png, const PrintedPlace& place)
{
    const Owned<cairo_surface_t> picture{cairo_image_surface_create_from_png_stream(hand_on, &png)};
    if (cairo_surface_status(picture.get()) != CAIRO_STATUS_SUCCESS) return false;
    const double width = cairo_image_surface_get_width(picture.get());
    const double height = cairo_image_surface_get_height(picture.get());
    const double scale = std::min(place.width / width, place.height / height);
    cairo_save(page);
    cairo_translate(page, (place.width - scale * width) / 2, (place.height - scale * height) / 2);
    cairo_scale(page, scale, scale);
    cairo_set_source_surface(page, picture.get(), 0, 0);
    cairo_paint(page);
    cairo_restore(page);
    return true;
}

void draw_lines(cairo_t* page, const std::vector<std::string>& lines, const std::string& family,
                const PrintedPlace& place)
{
    constexpr double size = layout::attachment_place_size / 2.0;
    cairo_select_font_face(page, family.c_str(), CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(page, size);
    double y = 0;
    for (const auto& line : lines) {
        cairo_text_extents_t extents{};
        cairo_text_extents(page, line.c_str(), &extents);
        y += size;
        cairo_move_to(page, place.width - extents.x_advance, y);
        cairo_show_text(page, line.c_str());
        y += size * 0.2;
    }
}

}  // namespace

Result<std::string> draw_stamp(const SignatureStamp& stamp, const PrintedPlace& place)
{
    std::string bytes;
    const Owned<cairo_surface_t> surface{
        cairo_pdf_surface_create_for_stream(append, &bytes, place.width, place.height)};
    auto* const file = surface.get();
    cairo_pdf_surface_set_metadata(file, CAIRO_PDF_METADATA_CREATE_DATE, made_at);
    const Owned<cairo_t> page{cairo_create(file)};
    if (!stamp.picture.empty() &&
        (!is_small_png(stamp.picture) || !draw_picture(page.get(), stamp.picture, place)))
        return failure(Failure::invalid, "document.stamp.picture", {},
                       {std::to_string(limits::stamp_side_max)});
    if (!stamp.lines.empty()) {
        const auto letters = TRY(PdfPages::create());
        draw_lines(page.get(), stamp.lines, letters->family(), place);
    }
    cairo_show_page(page.get());
    cairo_surface_finish(file);
    for (const auto status : {cairo_status(page.get()), cairo_surface_status(file)}) {
        if (status != CAIRO_STATUS_SUCCESS) return internal_failure(cairo_status_to_string(status));
    }
    return bytes;
}

}  // namespace caicach::document
