#include "channel/print/compose.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "channel/print/body.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

using document::Poster;
using document::PosterArea;
using document::PosterInk;
using document::PosterRing;
using document::PosterType;
using document::PosterWords;

/// Rings of a drum, `box.width` across, some solid, some of short strokes; what lies beyond the
/// sheet is cut off.
void drum(document::PosterSide& side, const Zone& zone, document::PosterColour colour)
{
    const double radius = zone.box.width / 2;
    const auto ring = [&](double outer, double inner, double from, double to) {
        side.marks.emplace_back(PosterRing{.x = zone.box.x,
                                           .y = zone.box.y,
                                           .outer = radius * outer,
                                           .inner = radius * inner,
                                           .from = from,
                                           .to = to,
                                           .colour = colour});
    };
    struct Solid {
        double outer{};
        double inner{};
    };
    for (const auto& one :
         {Solid{1, 0.985}, Solid{0.955, 0.945}, Solid{0.80, 0.79}, Solid{0.755, 0.74},
          Solid{0.56, 0.545}, Solid{0.52, 0.512}, Solid{0.36, 0.345}})
        ring(one.outer, one.inner, 0, 1);
    const auto strokes = [&](double outer, double inner, int count, double part) {
        for (int i = 0; i < count; ++i)
            ring(outer, inner, (i + (1 - part) / 2) / count, (i + (1 + part) / 2) / count);
    };
    strokes(0.925, 0.83, 96, 0.28);
    strokes(0.715, 0.585, 40, 0.5);
    strokes(0.49, 0.385, 64, 0.22);
    strokes(0.31, 0.06, 12, 0.34);
}

PosterType type_of(const Zone& zone, const Palette& palette)
{
    PosterType type{.line_height = 1.32, .stand = zone.stand, .colour = palette.ink(zone.ink)};
    if (zone.kind == ZoneKind::title) {
        type.is_strong = true;
        type.line_height = 1.16;
        type.spacing = -0.012;
        type.is_balanced = true;
    }
    if (zone.kind == ZoneKind::kicker) {
        type.is_strong = true;
        type.spacing = 0.06;
    }
    if (zone.kind == ZoneKind::caption) {
        type.is_strong = true;
        type.line_height = 1.22;
    }
    if (zone.kind == ZoneKind::caption || zone.kind == ZoneKind::lead) type.is_balanced = true;
    return type;
}

std::string_view field_of(ZoneKind kind)
{
    switch (kind) {
        case ZoneKind::kicker:
            return "kicker";
        case ZoneKind::title:
            return "title";
        case ZoneKind::lead:
            return "lead";
        case ZoneKind::caption:
            return "caption";
        case ZoneKind::agency:
            return "contact";
        default:
            return "body";
    }
}

/// One side after the other, zone by zone.
class Composer
{
public:
    Composer(PosterInk& ink, const Palette& palette, const Wording& wording, const Sender& sender)
        : m_ink(ink), m_palette(palette), m_wording(wording), m_sender(sender)
    {
    }

    Result<void> set(document::PosterSide& side, const Zone& zone)
    {
        switch (zone.kind) {
            case ZoneKind::area:
                side.marks.emplace_back(PosterArea{
                    .box = zone.box, .colour = m_palette.ink(zone.ink), .radius = zone.radius});
                return {};
            case ZoneKind::drum:
                drum(side, zone, m_palette.ink(zone.ink));
                return {};
            case ZoneKind::kicker:
                return words(side, zone, text::upper(m_wording.kicker));
            case ZoneKind::title:
                return words(side, zone, m_wording.title);
            case ZoneKind::lead:
                return words(side, zone, m_wording.lead);
            case ZoneKind::caption:
                return words(side, zone, m_wording.caption);
            case ZoneKind::agency:
                return agency(side, zone);
            case ZoneKind::body:
                return body(side, zone);
            case ZoneKind::code:
                return code(side, zone);
        }
        return {};
    }

private:
    Result<void> words(document::PosterSide& side, const Zone& zone, const std::string& text)
    {
        if (text.empty()) return {};
        auto type = type_of(zone, m_palette);
        const auto size = m_ink.fitting_size(text, type, zone.box,
                                             {.largest = zone.largest, .smallest = zone.smallest});
        if (!size) {
            auto error = size.error();
            error.field = field_of(zone.kind);
            return tl::unexpected<Error>(std::move(error));
        }
        type.size = *size;
        side.marks.emplace_back(PosterWords{.box = zone.box, .text = text, .type = type});
        return {};
    }

    /// Its name stands out, what else there is stands below; both in one block.
    Result<void> agency(document::PosterSide& side, const Zone& zone)
    {
        auto below = zone;
        auto above = zone;
        auto type = type_of(zone, m_palette);
        auto strong = type;
        strong.is_strong = true;
        const auto height_in = [&](double size) {
            type.size = size;
            strong.size = size;
            const double name = m_ink.height_of(m_sender.name, strong, zone.box.width);
            const double rest = m_wording.contact.empty()
                                    ? 0
                                    : m_ink.height_of(m_wording.contact, type, zone.box.width);
            return std::pair{name, rest};
        };
        double size = zone.largest;
        constexpr double step = 0.25;
        auto [name, rest] = height_in(size);
        while (name + rest > zone.box.height && size > zone.smallest) {
            size -= step;
            std::tie(name, rest) = height_in(size);
        }
        const double spare = std::max(0.0, zone.box.height - name - rest);
        const double lead = zone.stand == document::PosterStand::middle   ? spare / 2
                            : zone.stand == document::PosterStand::bottom ? spare
                                                                          : 0;
        above.box.y += lead;
        below.box.y += lead + name;
        below.box.height = zone.box.height - name;
        below.stand = document::PosterStand::top;
        below.largest = size;
        strong.stand = document::PosterStand::top;
        side.marks.emplace_back(
            PosterWords{.box = above.box, .text = m_sender.name, .type = strong});
        return words(side, below, m_wording.contact);
    }

    Result<void> body(document::PosterSide& side, const Zone& zone)
    {
        const auto items = TRY(items_of(m_wording));
        auto marks = TRY(body_marks(m_ink, zone, m_palette, m_wording.kind, items));
        for (auto& mark : marks) side.marks.push_back(std::move(mark));
        return {};
    }

    Result<void> code(document::PosterSide& side, const Zone& zone)
    {
        if (m_sender.address.empty()) return {};
        side.marks.emplace_back(
            PosterArea{.box = zone.box, .colour = 0xFFFFFF, .radius = zone.box.width / 24});
        auto inner = zone.box;
        const double rim = zone.box.width / 48;
        inner.x += rim;
        inner.y += rim;
        inner.width -= 2 * rim;
        inner.height -= 2 * rim;
        side.marks.emplace_back(document::PosterCode{
            .box = inner, .text = m_sender.address, .colour = m_palette.ink(zone.ink)});
        return {};
    }

    PosterInk& m_ink;
    const Palette& m_palette;
    const Wording& m_wording;
    const Sender& m_sender;
};

}  // namespace

Result<Poster> composed(PosterInk& ink, const Template& shape, const Palette& palette,
                        const Wording& wording, const Sender& sender)
{
    Poster poster{.width = shape.width,
                  .height = shape.height,
                  .title = wording.title,
                  .text = plain_text(wording, sender.name)};
    Composer composer{ink, palette, wording, sender};
    poster.sides.reserve(shape.sides.size());
    for (const auto& zones : shape.sides) {
        auto& side = poster.sides.emplace_back();
        for (const auto& zone : zones) TRY(composer.set(side, zone));
    }
    return poster;
}

}  // namespace caicach::channel
