#include "document/pdf_pages.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "document/pdf_body.hpp"
#include "text/text.hpp"

namespace caicach::document
{

namespace
{

struct Freed {
    void operator()(PangoFontMap* it) const { g_object_unref(it); }
    void operator()(PangoContext* it) const { g_object_unref(it); }
    void operator()(PangoLayout* it) const { g_object_unref(it); }
    void operator()(PangoFont* it) const { g_object_unref(it); }
    void operator()(PangoFontDescription* it) const { pango_font_description_free(it); }
    void operator()(PangoFontMetrics* it) const { pango_font_metrics_unref(it); }
    void operator()(PangoAttrList* it) const { pango_attr_list_unref(it); }
    void operator()(PangoLayoutIter* it) const { pango_layout_iter_free(it); }
    void operator()(cairo_surface_t* it) const { cairo_surface_destroy(it); }
    void operator()(cairo_t* it) const { cairo_destroy(it); }
    void operator()(cairo_font_options_t* it) const { cairo_font_options_destroy(it); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

constexpr double units_a_point = layout::points(1);
/// Of a rule below words, and of a frame.
constexpr int rule_line = layout::points(3) / 4;
constexpr int frame_line = layout::points(1);
/// Of a rule: as Word draws it, a paragraph without words.
constexpr int rule_room = layout::points(2);

int pango_of(int length) { return length * PANGO_SCALE / layout::points(1); }
int length_of(int pango) { return (pango * layout::points(1) + PANGO_SCALE / 2) / PANGO_SCALE; }

/// Letters of one family are alike in all sizes: the larger the measured ones, the exacter.
constexpr int measured_size = layout::letters(1'000);
int scaled(int measure, int size) { return (measure * size + measured_size / 2) / measured_size; }

/// How words stand, with what the style says of it.
struct Shape {
    const StyleMeasures& style;
    SheetAlignment alignment{};
    int size{};
    bool is_bold{};
    bool is_italic{};
    int before{};
    int after{};
    bool keeps_with_next{};
};
Shape shape_of(const SheetParagraph& paragraph)
{
    const auto& style = measures_of(paragraph.style);
    const bool has_room = paragraph.before > 0 || paragraph.after > 0;
    return {.style = style,
            .alignment = paragraph.alignment == SheetAlignment::of_style ? style.alignment
                                                                         : paragraph.alignment,
            .size = paragraph.size > 0 ? paragraph.size : style.size,
            .is_bold = paragraph.is_bold || style.is_bold,
            .is_italic = paragraph.is_italic || style.is_italic,
            .before = has_room ? paragraph.before : style.before,
            .after = has_room ? paragraph.after : style.after,
            .keeps_with_next = paragraph.keeps_with_next || style.keeps_with_next};
}

/// What no page can show goes; a broken line is U+2028, which ends no paragraph.
std::string printable(std::string_view text)
{
    auto clean = text::clean_input(text);
    clean = text::replace_all(clean, "\xEF\xBF\xBE", "");
    clean = text::replace_all(clean, "\xEF\xBF\xBF", "");
    clean = text::replace_all(clean, "\xE2\x80\xA9", "\n");
    clean = text::replace_all(clean, "\t", " ");
    return text::replace_all(clean, "\n", "\xE2\x80\xA8");
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size)
{
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

struct PdfPages::Ink {
    std::string family{};
    int line_height{};  ///< of letters that are `measured_size` high
    int ascent{};
    Owned<PangoFontMap> fonts{};
    Owned<PangoContext> context{};
    std::vector<Owned<PangoLayout>> layouts{};
    std::vector<PangoLayoutLine*> lines{};  ///< of the layouts, which keep them
    PdfBody body{};
    PrintedDocument printed{};

    [[nodiscard]] Owned<PangoFontDescription> font_of(int size, bool is_bold, bool is_italic) const
    {
        Owned<PangoFontDescription> font{pango_font_description_new()};
        pango_font_description_set_family(font.get(), family.c_str());
        pango_font_description_set_size(font.get(), size * PANGO_SCALE / layout::letters(1));
        if (is_bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
        if (is_italic) pango_font_description_set_style(font.get(), PANGO_STYLE_ITALIC);
        return font;
    }

    /// The words in lines of that width. The layout lives as long as the pages.
    PangoLayout* lay_out(const Shape& shape, std::span<const OfficialRun> runs, int width);
    /// A paragraph's lines, its left side at `left`.
    PdfPiece lines_of(const Shape& shape, std::span<const OfficialRun> runs, int left, int width);
    void draw(cairo_t* page, const PdfSection& section, const FlowPage& placed, int number);
    /// Where the signature of such a mark stands, whose top is that far below the page's text.
    void keep_place(const PdfMark& mark, int top);
    void draw_cells(cairo_t* page, const PdfBlock& block, int top, int bottom);
    void draw_marks(cairo_t* page, const PdfBlock& block, const FlowPlaced& placed);
    void draw_number(cairo_t* page, const PdfSection& section, int number);
};

PangoLayout* PdfPages::Ink::lay_out(const Shape& shape, std::span<const OfficialRun> runs,
                                    int width)
{
    auto* const made = layouts.emplace_back(pango_layout_new(context.get())).get();
    const Owned<PangoAttrList> attributes{pango_attr_list_new()};
    std::string words;
    const auto add = [&](PangoAttribute* attribute, std::size_t from) {
        attribute->start_index = static_cast<guint>(from);
        attribute->end_index = static_cast<guint>(words.size());
        pango_attr_list_insert(attributes.get(), attribute);
    };
    for (const auto& run : runs) {
        const auto from = words.size();
        words += printable(run.text);
        if (run.is_bold) add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), from);
        if (run.is_italic) add(pango_attr_style_new(PANGO_STYLE_ITALIC), from);
    }
    // As Word does: blanks at the end move no words that are centred, and a letter is a letter.
    while (words.ends_with(' ')) words.pop_back();
    add(pango_attr_font_features_new("liga=0, clig=0, kern=0"), 0);
    const auto font = font_of(shape.size, shape.is_bold, shape.is_italic);
    pango_layout_set_font_description(made, font.get());
    pango_layout_set_attributes(made, attributes.get());
    pango_layout_set_auto_dir(made, FALSE);
    pango_layout_set_width(made, pango_of(width));
    pango_layout_set_wrap(made, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(made, pango_of(shape.style.first_line));
    pango_layout_set_justify(made, shape.alignment == SheetAlignment::both ? TRUE : FALSE);
    if (shape.alignment == SheetAlignment::centre)
        pango_layout_set_alignment(made, PANGO_ALIGN_CENTER);
    if (shape.alignment == SheetAlignment::right)
        pango_layout_set_alignment(made, PANGO_ALIGN_RIGHT);
    pango_layout_set_text(made, words.c_str(), static_cast<int>(words.size()));
    return made;
}

PdfPiece PdfPages::Ink::lines_of(const Shape& shape, std::span<const OfficialRun> runs, int left,
                                 int width)
{
    // What stands between lines of more than one height is below them.
    const int height =
        scaled(line_height, shape.size) * shape.style.line_height / layout::line_height_single;
    const int baseline = scaled(ascent, shape.size);
    PdfPiece piece{
        .before = shape.before, .after = shape.after, .keeps_with_next = shape.keeps_with_next};
    const Owned<PangoLayoutIter> at{pango_layout_get_iter(lay_out(shape, runs, width))};
    do {
        PangoRectangle place{};
        pango_layout_iter_get_line_extents(at.get(), nullptr, &place);
        piece.marks.push_back({.top = piece.height,
                               .height = height,
                               .left = left + length_of(place.x),
                               .line = lines.size(),
                               .baseline = baseline});
        lines.push_back(pango_layout_iter_get_line_readonly(at.get()));
        piece.height += height;
    } while (pango_layout_iter_next_line(at.get()) != FALSE);
    return piece;
}

void PdfPages::Ink::draw_number(cairo_t* page, const PdfSection& section, int number)
{
    const Shape shape{.style = plain_style,
                      .alignment = SheetAlignment::centre,
                      .size = layout::page_number_size};
    const std::array words{OfficialRun{.text = std::to_string(number)}};
    auto piece = lines_of(shape, words, 0, section.text_width());
    const auto block = block_of(std::move(piece));
    cairo_save(page);
    cairo_translate(page, layout::margin_left / units_a_point,
                    layout::page_number_top / units_a_point);
    draw_marks(page, block, {.count = 1});
    cairo_restore(page);
}

void PdfPages::Ink::draw_marks(cairo_t* page, const PdfBlock& block, const FlowPlaced& placed)
{
    const int from = block.tops[placed.first];
    const int to = block.tops[placed.first + placed.count];
    for (const auto& mark : block.marks) {
        if (mark.top < from || mark.top >= to) continue;
        const int top = placed.top + mark.top - from;
        const double red = mark.is_red ? 1 : 0;
        cairo_set_source_rgb(page, red, 0, 0);
        const double x = mark.left / units_a_point;
        const double y = top / units_a_point;
        const double length = mark.length / units_a_point;
        switch (mark.kind) {
            case PdfMarkKind::words:
                cairo_move_to(page, x, y + mark.baseline / units_a_point);
                pango_cairo_show_layout_line(page, lines[mark.line]);
                break;
            case PdfMarkKind::rule:
                cairo_rectangle(page, x, y, length, rule_line / units_a_point);
                cairo_fill(page);
                break;
            case PdfMarkKind::frame:
                cairo_set_line_width(page, frame_line / units_a_point);
                cairo_rectangle(page, x, y, length, mark.height / units_a_point);
                cairo_stroke(page);
                break;
            case PdfMarkKind::place:
                keep_place(mark, top);
                break;
        }
    }
    cairo_set_source_rgb(page, 0, 0, 0);
}

void PdfPages::Ink::keep_place(const PdfMark& mark, int top)
{
    int left = mark.left + (mark.length - layout::signature_width) / 2;
    int width = layout::signature_width;
    int height = mark.height;
    if (mark.place == SignaturePlace::agency) {
        left += layout::signature_under_seal - layout::seal_side;
        top += (mark.height - layout::seal_side) / 2;
        width = layout::seal_side;
        height = layout::seal_side;
    }
    printed.places[mark.place] = {.page = printed.pages,
                                  .left = (layout::margin_left + left) / units_a_point,
                                  .top = (layout::margin_top + top) / units_a_point,
                                  .width = width / units_a_point,
                                  .height = height / units_a_point};
}

void PdfPages::Ink::draw_cells(cairo_t* page, const PdfBlock& block, int top, int bottom)
{
    if (block.edges.empty()) return;
    const double above = top / units_a_point;
    const double below = bottom / units_a_point;
    const double left = block.edges.front() / units_a_point;
    const double right = block.edges.back() / units_a_point;
    cairo_set_line_width(page, PdfBody::cell_line / units_a_point);
    for (const double y : {above, below}) {
        cairo_move_to(page, left, y);
        cairo_line_to(page, right, y);
    }
    for (const int edge : block.edges) {
        cairo_move_to(page, edge / units_a_point, above);
        cairo_line_to(page, edge / units_a_point, below);
    }
    cairo_stroke(page);
}

void PdfPages::Ink::draw(cairo_t* page, const PdfSection& section, const FlowPage& placed,
                         int number)
{
    ++printed.pages;
    if (number > 1) draw_number(page, section, number);
    cairo_save(page);
    cairo_translate(page, layout::margin_left / units_a_point, layout::margin_top / units_a_point);
    for (const auto& one : placed) {
        const auto& block = section.blocks[one.block];
        const int height = block.tops[one.first + one.count] - block.tops[one.first];
        draw_cells(page, block, one.top, one.top + height);
        draw_marks(page, block, one);
    }
    cairo_restore(page);
    cairo_show_page(page);
}

PdfPages::PdfPages(std::unique_ptr<Ink> ink) : m_ink(std::move(ink)) {}
PdfPages::~PdfPages() = default;

const std::string& PdfPages::family() const { return m_ink->family; }

Result<std::unique_ptr<PdfPages>> PdfPages::create(std::span<const char* const> families)
{
    auto ink = std::make_unique<Ink>();
    // Of our own: the default one would stay with each thread that ever drew.
    ink->fonts.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (!ink->fonts) return failure(Failure::unavailable, "document.font_missing");
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(ink->fonts.get()), 72);
    ink->context.reset(pango_font_map_create_context(ink->fonts.get()));
    auto* const context = ink->context.get();
    pango_context_set_language(context, pango_language_from_string("vi"));
    pango_context_set_round_glyph_positions(context, FALSE);
    const Owned<cairo_font_options_t> options{cairo_font_options_create()};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options.get());
    for (const auto* family : families) {
        ink->family = family;
        const auto wanted = ink->font_of(measured_size, false, false);
        const Owned<PangoFont> font{pango_context_load_font(context, wanted.get())};
        if (!font) continue;
        const Owned<PangoFontDescription> found{pango_font_describe(font.get())};
        if (ink->family != pango_font_description_get_family(found.get())) continue;
        const Owned<PangoFontMetrics> metrics{pango_font_get_metrics(font.get(), nullptr)};
        ink->line_height = length_of(pango_font_metrics_get_height(metrics.get()));
        ink->ascent = length_of(pango_font_metrics_get_ascent(metrics.get()));
        return std::unique_ptr<PdfPages>{new PdfPages{std::move(ink)}};
    }
    return failure(Failure::unavailable, "document.font_missing");
}

void PdfPages::begin_section(const SheetPage& page) { m_ink->body.begin_section(page); }

void PdfPages::paragraph(const SheetParagraph& paragraph, std::span<const OfficialRun> runs)
{
    const int width = m_ink->body.width() - paragraph.left;
    m_ink->body.stand(m_ink->lines_of(shape_of(paragraph), runs, paragraph.left, width));
}

void PdfPages::rule(const SheetRule& rule)
{
    const Shape shape{.style = plain_style, .size = rule.size, .is_bold = true};
    const std::array words{OfficialRun{.text = rule.words}};
    int width = 0;
    pango_layout_get_size(m_ink->lay_out(shape, words, rule.width), &width, nullptr);
    const int length = length_of(width) * rule.percent / 100;
    constexpr int height = rule_room + rule_line;
    m_ink->body.stand({.marks = {{.kind = PdfMarkKind::rule,
                                  .height = height,
                                  .left = (rule.width - length) / 2,
                                  .length = length}},
                       .height = height});
}

void PdfPages::box(const SheetBox& box)
{
    const Shape shape{.style = plain_style,
                      .alignment = SheetAlignment::centre,
                      .size = box.size,
                      .is_bold = true};
    const std::array words{OfficialRun{.text = box.words}};
    const int left = (box.width - box.frame_width) / 2;
    auto piece = m_ink->lines_of(shape, words, left, box.frame_width);
    for (auto& mark : piece.marks) {
        mark.top += frame_line + (box.frame_height - piece.height) / 2;
        mark.is_red = true;
    }
    piece.marks.push_back({.kind = PdfMarkKind::frame,
                           .top = frame_line,
                           .height = box.frame_height,
                           .left = left,
                           .length = box.frame_width,
                           .is_red = true});
    piece.height = box.frame_height + 2 * frame_line;
    piece.before = layout::paragraph_gap;
    piece.after = layout::paragraph_gap;
    m_ink->body.stand(std::move(piece));
}

void PdfPages::gap(int height, SheetKeep keep)
{
    m_ink->body.stand({.height = height, .keeps_with_next = keep == SheetKeep::with_next});
}

void PdfPages::mark(SignaturePlace place)
{
    if (place == SignaturePlace::attachment) {
        const int right = layout::margin_left + m_ink->body.width();
        m_ink->printed.places[place] = {
            .page = 1,
            .left = (right - layout::attachment_place_width) / units_a_point,
            .top = layout::attachment_place_top / units_a_point,
            .width = layout::attachment_place_width / units_a_point,
            .height = layout::attachment_place_height / units_a_point};
        return;
    }
    // What stands below leaves the room.
    m_ink->body.stand({.marks = {{.kind = PdfMarkKind::place,
                                  .height = layout::signature_room,
                                  .length = m_ink->body.width(),
                                  .place = place}}});
}

void PdfPages::begin_table(std::span<const int> widths, SheetLines lines)
{
    m_ink->body.begin_table(widths, lines);
}
void PdfPages::begin_row(SheetRow kind) { m_ink->body.begin_row(kind); }
void PdfPages::begin_cell(int /*width*/) { m_ink->body.begin_cell(); }
void PdfPages::end_cell() { m_ink->body.end_cell(); }
void PdfPages::end_row() { m_ink->body.end_row(); }
void PdfPages::end_table() { m_ink->body.end_table(); }

Result<PrintedDocument> PdfPages::finish(const std::string& title, Date day)
{
    auto& bytes = m_ink->printed.bytes;
    const Owned<cairo_surface_t> surface{cairo_pdf_surface_create_for_stream(
        append, &bytes, layout::page_width / units_a_point, layout::page_height / units_a_point)};
    auto* const file = surface.get();
    cairo_pdf_surface_set_metadata(file, CAIRO_PDF_METADATA_TITLE, printable(title).c_str());
    cairo_pdf_surface_set_metadata(file, CAIRO_PDF_METADATA_CREATE_DATE,
                                   (day.iso() + "T00:00:00+07:00").c_str());
    const Owned<cairo_t> page{cairo_create(file)};
    for (const auto& section : m_ink->body.sections()) {
        std::vector<FlowBlock> flow;
        flow.reserve(section.blocks.size());
        for (const auto& block : section.blocks) flow.push_back(block.flow);
        int number = 0;
        for (const auto& placed : pages_of(flow, section.text_height())) {
            cairo_pdf_surface_set_size(file, section.width() / units_a_point,
                                       section.height() / units_a_point);
            m_ink->draw(page.get(), section, placed, ++number);
        }
    }
    cairo_surface_finish(file);
    for (const auto status : {cairo_status(page.get()), cairo_surface_status(file)}) {
        if (status != CAIRO_STATUS_SUCCESS) return internal_failure(cairo_status_to_string(status));
    }
    return std::exchange(m_ink->printed, {});
}

}  // namespace caicach::document
