#include "document/poster_ink.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "document/limits.hpp"
#include "document/poster_fonts.hpp"
#include "document/poster_marking.hpp"
#include "document/qr_code.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

struct Freed {
    void operator()(FcConfig* it) const { FcConfigDestroy(it); }
    void operator()(PangoFontMap* it) const { g_object_unref(it); }
    void operator()(PangoContext* it) const { g_object_unref(it); }
    void operator()(PangoLayout* it) const { g_object_unref(it); }
    void operator()(PangoFontDescription* it) const { pango_font_description_free(it); }
    void operator()(PangoAttrList* it) const { pango_attr_list_unref(it); }
    void operator()(cairo_surface_t* it) const { cairo_surface_destroy(it); }
    void operator()(cairo_t* it) const { cairo_destroy(it); }
    void operator()(cairo_font_options_t* it) const { cairo_font_options_destroy(it); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

constexpr double points_a_millimetre = 72 / 25.4;
double points_of(double millimetres) { return millimetres * points_a_millimetre; }
int pango_of(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }
double millimetres_of(int pango) { return pango / points_a_millimetre / PANGO_SCALE; }

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

void set_colour(cairo_t* page, PosterColour colour)
{
    constexpr double full = 255;
    const auto part = [&](unsigned shift) { return ((colour >> shift) & 0xFFU) / full; };
    cairo_set_source_rgb(page, part(16), part(8), part(0));
}

void draw(cairo_t* page, const PosterBox& box, double radius)
{
    const double x = points_of(box.x);
    const double y = points_of(box.y);
    const double right = points_of(box.x + box.width);
    const double bottom = points_of(box.y + box.height);
    const double bend = points_of(std::min({radius, box.width / 2, box.height / 2}));
    if (bend <= 0) {
        cairo_rectangle(page, x, y, right - x, bottom - y);
        cairo_fill(page);
        return;
    }
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(page);
    cairo_arc(page, right - bend, y + bend, bend, -quarter, 0);
    cairo_arc(page, right - bend, bottom - bend, bend, 0, quarter);
    cairo_arc(page, x + bend, bottom - bend, bend, quarter, 2 * quarter);
    cairo_arc(page, x + bend, y + bend, bend, 2 * quarter, 3 * quarter);
    cairo_close_path(page);
    cairo_fill(page);
}

void draw(cairo_t* page, const PosterRing& ring)
{
    constexpr double turn = 2 * std::numbers::pi;
    const auto angle = [](double part) { return part * turn - turn / 4; };
    const double x = points_of(ring.x);
    const double y = points_of(ring.y);
    set_colour(page, ring.colour);
    cairo_new_path(page);
    if (ring.inner <= 0 && ring.to - ring.from < 1) cairo_move_to(page, x, y);
    cairo_arc(page, x, y, points_of(ring.outer), angle(ring.from), angle(ring.to));
    if (ring.inner > 0) {
        if (ring.to - ring.from >= 1) cairo_new_sub_path(page);
        cairo_arc_negative(page, x, y, points_of(ring.inner), angle(ring.to), angle(ring.from));
    }
    cairo_close_path(page);
    cairo_fill(page);
}

Result<void> draw(cairo_t* page, const PosterCode& code)
{
    const auto made = TRY(qr_code(code.text));
    cairo_set_source_rgb(page, 1, 1, 1);
    draw(page, code.box, 0);
    set_colour(page, code.colour);
    const double unit = points_of(std::min(code.box.width, code.box.height)) / made.size;
    // A trace over the edge: no light hair shows between rows.
    const double over = unit / 50;
    for (const auto& run : made.runs)
        cairo_rectangle(page, points_of(code.box.x) + run.x * unit,
                        points_of(code.box.y) + run.y * unit, run.length * unit + over,
                        unit + over);
    cairo_fill(page);
    return {};
}

Result<void> finished(cairo_surface_t* surface, cairo_t* page)
{
    cairo_surface_finish(surface);
    for (const auto status : {cairo_status(page), cairo_surface_status(surface)})
        if (status != CAIRO_STATUS_SUCCESS) return internal_failure(cairo_status_to_string(status));
    return {};
}

}  // namespace

struct PosterInk::Tools {
    Owned<FcConfig> config{};
    Owned<PangoFontMap> fonts{};
    Owned<PangoContext> context{};

    /// `width` in millimetres; negative: nothing is broken.
    [[nodiscard]] Owned<PangoLayout> lay_out(std::string_view text, const PosterType& type,
                                             double width) const;
    /// As few lines as in the whole width, in the least width.
    [[nodiscard]] Owned<PangoLayout> balanced(const PosterWords& words, double& width) const;
    void draw_words(cairo_t* page, const PosterWords& words) const;
    [[nodiscard]] Result<void> draw_side(cairo_t* page, const Poster& poster, std::size_t side,
                                         double bleed) const;
};

Owned<PangoLayout> PosterInk::Tools::lay_out(std::string_view text, const PosterType& type,
                                             double width) const
{
    Owned<PangoLayout> layout{pango_layout_new(context.get())};
    const Owned<PangoFontDescription> font{pango_font_description_new()};
    pango_font_description_set_family(font.get(),
                                      type.is_strong ? poster_family_strong : poster_family);
    pango_font_description_set_size(font.get(), pango_of(type.size));
    pango_font_description_set_weight(font.get(),
                                      type.is_strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    const Owned<PangoAttrList> attributes{pango_attr_list_new()};
    const auto add = [&](PangoAttribute* one) { pango_attr_list_insert(attributes.get(), one); };
    add(pango_attr_insert_hyphens_new(FALSE));
    add(pango_attr_line_height_new_absolute(pango_of(type.size * type.line_height)));
    if (type.spacing != 0) add(pango_attr_letter_spacing_new(pango_of(type.size * type.spacing)));
    auto* const made = layout.get();
    pango_layout_set_font_description(made, font.get());
    pango_layout_set_attributes(made, attributes.get());
    pango_layout_set_auto_dir(made, FALSE);
    pango_layout_set_wrap(made, PANGO_WRAP_WORD);
    pango_layout_set_width(made, width < 0 ? -1 : pango_of(points_of(width)));
    if (type.alignment == PosterAlignment::centre)
        pango_layout_set_alignment(made, PANGO_ALIGN_CENTER);
    if (type.alignment == PosterAlignment::right)
        pango_layout_set_alignment(made, PANGO_ALIGN_RIGHT);
    pango_layout_set_text(made, text.data(), static_cast<int>(text.size()));
    return layout;
}

Owned<PangoLayout> PosterInk::Tools::balanced(const PosterWords& words, double& width) const
{
    auto layout = lay_out(words.text, words.type, width);
    const int lines = pango_layout_get_line_count(layout.get());
    if (!words.type.is_balanced || lines < 2) return layout;
    double too_narrow = width / 2;
    double enough = width;
    for (int i = 0; i < 10; ++i) {
        const double middle = (too_narrow + enough) / 2;
        auto tried = lay_out(words.text, words.type, middle);
        int across = 0;
        pango_layout_get_size(tried.get(), &across, nullptr);
        const bool holds =
            pango_layout_get_line_count(tried.get()) <= lines && millimetres_of(across) <= middle;
        (holds ? enough : too_narrow) = middle;
        if (holds) layout = std::move(tried);
    }
    width = enough;
    return layout;
}

void PosterInk::Tools::draw_words(cairo_t* page, const PosterWords& words) const
{
    double width = words.box.width;
    const auto layout = balanced(words, width);
    int tall = 0;
    pango_layout_get_size(layout.get(), nullptr, &tall);
    double x = words.box.x;
    if (words.type.alignment == PosterAlignment::centre) x += (words.box.width - width) / 2;
    if (words.type.alignment == PosterAlignment::right) x += words.box.width - width;
    double y = words.box.y;
    const double spare = words.box.height - millimetres_of(tall);
    if (words.type.stand == PosterStand::middle) y += spare / 2;
    if (words.type.stand == PosterStand::bottom) y += spare;
    set_colour(page, words.type.colour);
    cairo_move_to(page, points_of(x), points_of(y));
    pango_cairo_show_layout(page, layout.get());
}

Result<void> PosterInk::Tools::draw_side(cairo_t* page, const Poster& poster, std::size_t side,
                                         double bleed) const
{
    VERIFY(side < poster.sides.size());
    cairo_set_source_rgb(page, 1, 1, 1);
    draw(page,
         {.x = -bleed,
          .y = -bleed,
          .width = poster.width + 2 * bleed,
          .height = poster.height + 2 * bleed},
         0);
    for (const auto& mark : poster.sides[side].marks) {
        if (const auto* area = std::get_if<PosterArea>(&mark)) {
            set_colour(page, area->colour);
            draw(page, bled(area->box, poster, bleed), area->radius);
        } else if (const auto* ring = std::get_if<PosterRing>(&mark)) {
            draw(page, *ring);
        } else if (const auto* words = std::get_if<PosterWords>(&mark)) {
            draw_words(page, *words);
        } else if (const auto* code = std::get_if<PosterCode>(&mark)) {
            TRY(draw(page, *code));
        }
    }
    return {};
}

PosterInk::PosterInk(std::unique_ptr<Tools> tools) : m_tools(std::move(tools)) {}
PosterInk::~PosterInk() = default;

Result<std::unique_ptr<PosterInk>> PosterInk::create()
{
    const auto files = TRY(poster_font_files());
    auto tools = std::make_unique<Tools>();
    tools->config.reset(FcConfigCreate());
    for (const auto& file : files) {
        const auto* const path = reinterpret_cast<const FcChar8*>(file.c_str());
        if (FcConfigAppFontAddFile(tools->config.get(), path) == FcFalse)
            return failure(Failure::unavailable, "document.font_missing");
    }
    tools->fonts.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (!tools->fonts) return failure(Failure::unavailable, "document.font_missing");
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(tools->fonts.get()), tools->config.get());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(tools->fonts.get()), 72);
    tools->context.reset(pango_font_map_create_context(tools->fonts.get()));
    auto* const context = tools->context.get();
    pango_context_set_language(context, pango_language_from_string("vi"));
    pango_context_set_round_glyph_positions(context, FALSE);
    const Owned<cairo_font_options_t> options{cairo_font_options_create()};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options.get());
    return std::unique_ptr<PosterInk>{new PosterInk{std::move(tools)}};
}

double PosterInk::height_of(std::string_view text, const PosterType& type, double width)
{
    int tall = 0;
    pango_layout_get_size(m_tools->lay_out(text, type, width).get(), nullptr, &tall);
    return millimetres_of(tall);
}

double PosterInk::width_of(std::string_view text, const PosterType& type)
{
    int across = 0;
    pango_layout_get_size(m_tools->lay_out(text, type, -1).get(), &across, nullptr);
    return millimetres_of(across);
}

bool PosterInk::fits(std::string_view text, const PosterType& type, const PosterBox& box)
{
    constexpr double trace = 0.02;  // of rounding
    int across = 0;
    int tall = 0;
    pango_layout_get_size(m_tools->lay_out(text, type, box.width).get(), &across, &tall);
    return millimetres_of(across) <= box.width + trace &&
           millimetres_of(tall) <= box.height + trace;
}

Result<double> PosterInk::fitting_size(std::string_view text, const PosterType& type,
                                       const PosterBox& box, const PosterSizes& sizes)
{
    if (auto letter = unknown_letter(text); !letter.empty())
        return failure(Failure::invalid, "document.poster.unknown_letter", {}, {std::move(letter)});
    auto tried = type;
    const auto fits_in = [&](std::string_view words, double size) {
        tried.size = size;
        return fits(words, tried, box);
    };
    if (fits_in(text, sizes.largest)) return sizes.largest;
    if (!fits_in(text, sizes.smallest)) {
        // As many of these letters as do stand there.
        std::size_t fitting = 0;
        std::size_t over = text::length(text);
        while (fitting + 1 < over) {
            const auto middle = (fitting + over) / 2;
            (fits_in(text::shorten(text, middle), sizes.smallest) ? fitting : over) = middle;
        }
        return failure(Failure::too_large, "document.poster.too_long", {},
                       {std::to_string(fitting)});
    }
    double fitting = sizes.smallest;
    double over = sizes.largest;
    constexpr double exact = 0.1;
    while (over - fitting > exact) {
        const double middle = (fitting + over) / 2;
        (fits_in(text, middle) ? fitting : over) = middle;
    }
    return fitting;
}

std::string PosterInk::unknown_letter(std::string_view text)
{
    const auto is_known = [&](std::string_view piece) {
        return pango_layout_get_unknown_glyphs_count(
                   m_tools->lay_out(piece, {.size = 10}, -1).get()) == 0;
    };
    if (is_known(text)) return {};
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U)
            ++next;
        if (const auto letter = text.substr(at, next - at); !is_known(letter))
            return std::string(letter);
        at = next;
    }
    return {};
}

Result<std::string> PosterInk::svg(const Poster& poster, std::size_t side)
{
    std::string bytes;
    const Owned<cairo_surface_t> surface{cairo_svg_surface_create_for_stream(
        append, &bytes, points_of(poster.width), points_of(poster.height))};
    const Owned<cairo_t> page{cairo_create(surface.get())};
    TRY(m_tools->draw_side(page.get(), poster, side, 0));
    TRY(finished(surface.get(), page.get()));
    return with_title(std::move(bytes), poster);
}

Result<std::string> PosterInk::png(const Poster& poster, std::size_t side, int width)
{
    const double scale = width / points_of(poster.width);
    const auto height = static_cast<int>(std::lround(points_of(poster.height) * scale));
    if (width < 1 || height < 1 || std::int64_t{width} * height > limits::poster_points_max)
        return failure(Failure::too_large, "document.poster.too_many_points");
    const Owned<cairo_surface_t> surface{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)};
    const Owned<cairo_t> page{cairo_create(surface.get())};
    cairo_scale(page.get(), scale, scale);
    TRY(m_tools->draw_side(page.get(), poster, side, 0));
    std::string bytes;
    const auto written = cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    if (written != CAIRO_STATUS_SUCCESS) return internal_failure(cairo_status_to_string(written));
    TRY(finished(surface.get(), page.get()));
    return with_resolution(std::move(bytes), width / poster.width * 1'000);
}

Result<std::string> PosterInk::pdf(const Poster& poster, const PosterFrame& frame, Date day)
{
    std::string bytes;
    const double margin = frame.margin();
    const Owned<cairo_surface_t> surface{
        cairo_pdf_surface_create_for_stream(append, &bytes, points_of(poster.width + 2 * margin),
                                            points_of(poster.height + 2 * margin))};
    auto* const file = surface.get();
    cairo_pdf_surface_set_metadata(file, CAIRO_PDF_METADATA_TITLE, poster.title.c_str());
    cairo_pdf_surface_set_metadata(file, CAIRO_PDF_METADATA_CREATE_DATE,
                                   (day.iso() + "T00:00:00+07:00").c_str());
    const Owned<cairo_t> page{cairo_create(file)};
    cairo_translate(page.get(), points_of(margin), points_of(margin));
    for (std::size_t side = 0; side < poster.sides.size(); ++side) {
        cairo_save(page.get());
        cairo_rectangle(page.get(), points_of(-frame.bleed), points_of(-frame.bleed),
                        points_of(poster.width + 2 * frame.bleed),
                        points_of(poster.height + 2 * frame.bleed));
        cairo_clip(page.get());
        TRY(m_tools->draw_side(page.get(), poster, side, frame.bleed));
        cairo_restore(page.get());
        cairo_set_source_rgb(page.get(), 0, 0, 0);
        for (const auto& mark : crop_marks(poster, frame)) draw(page.get(), mark, 0);
        cairo_show_page(page.get());
    }
    TRY(finished(file, page.get()));
    if (margin <= 0) return bytes;
    return with_boxes(std::move(bytes), poster, frame);
}

int points_across(double millimetres, int dots_per_inch)
{
    return static_cast<int>(std::lround(millimetres / 25.4 * dots_per_inch));
}

}  // namespace caicach::document
