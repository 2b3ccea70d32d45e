#include "channel/print/body.hpp"

#include <algorithm>
#include <string>

#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

using document::PosterArea;
using document::PosterBox;
using document::PosterInk;
using document::PosterMark;
using document::PosterRing;
using document::PosterType;
using document::PosterWords;

/// Millimetres of letters that are so many points large.
double millimetres_of(double points) { return points * 25.4 / 72; }

/// Items in one size: how high each is, and how it is drawn.
class Setting
{
public:
    Setting(PosterInk& ink, const Zone& zone, const Palette& palette, BodyKind kind,
            std::span<const BodyItem> items)
        : m_ink(ink), m_zone(zone), m_palette(palette), m_kind(kind), m_items(items)
    {
        bool are_parts = true;
        for (const auto& item : items) {
            m_most = std::max(m_most, item.number);
            are_parts = are_parts && item.text.ends_with('%');
        }
        // Of a hundred: a bar of 96 % that fills the line would lie.
        constexpr double whole = 100;
        if (are_parts && m_most < whole) m_most = whole;
    }

    [[nodiscard]] bool fits(double size)
    {
        m_size = size;
        double used = gap() * static_cast<double>(rows() - 1);
        for (std::size_t row = 0; row < rows(); ++row) used += row_height(row);
        return used <= m_zone.box.height && words_fit();
    }

    /// What is left of the height goes between the rows, but only so much of it.
    [[nodiscard]] std::vector<PosterMark> marks(double size)
    {
        m_size = size;
        double used = 0;
        for (std::size_t row = 0; row < rows(); ++row) used += row_height(row);
        const auto between = static_cast<double>(rows()) - 1;
        const double spare = m_zone.box.height - used;
        const double room = between > 0 ? std::min(spare / between, gap() * room_max) : 0;
        double y = m_zone.box.y + (spare - room * between) / 2;
        std::vector<PosterMark> made;
        for (std::size_t row = 0; row < rows(); ++row) {
            const double height = row_height(row);
            if (m_kind == BodyKind::steps && row + 1 < rows()) thread(made, y, height, room);
            for (std::size_t i = row * columns(); i < row_end(row); ++i) draw(made, i, y, height);
            y += height + room;
        }
        return made;
    }

private:
    static constexpr double room_max = 2.6;
    static constexpr double text_part = 0.82;   ///< of the head's size
    static constexpr double figure_part = 2.3;  ///< of a large number

    [[nodiscard]] double unit() const { return millimetres_of(m_size); }
    [[nodiscard]] double gap() const { return unit() * (m_kind == BodyKind::bars ? 0.7 : 0.9); }
    [[nodiscard]] std::size_t columns() const
    {
        return m_kind == BodyKind::figures && m_items.size() > 1 ? 2 : 1;
    }
    [[nodiscard]] std::size_t rows() const { return (m_items.size() + columns() - 1) / columns(); }
    [[nodiscard]] std::size_t row_end(std::size_t row) const
    {
        return std::min((row + 1) * columns(), m_items.size());
    }
    [[nodiscard]] double badge() const { return unit() * 1.9; }
    [[nodiscard]] double indent() const
    {
        if (m_kind == BodyKind::steps) return badge() + unit() * 0.8;
        if (m_kind == BodyKind::points) return unit() * 1.2;
        return 0;
    }
    [[nodiscard]] double column_width() const
    {
        const auto count = static_cast<double>(columns());
        return (m_zone.box.width - (count - 1) * unit() * 1.5) / count;
    }
    [[nodiscard]] double text_width() const { return column_width() - indent(); }

    [[nodiscard]] PosterType head_type() const
    {
        PosterType type{.size = m_size,
                        .is_strong = true,
                        .line_height = 1.22,
                        .colour = m_palette.ink(m_zone.ink)};
        if (m_kind == BodyKind::bars) type.is_strong = false;
        if (m_kind == BodyKind::slogan) {
            type.alignment = document::PosterAlignment::centre;
            type.colour = m_palette.ink("main");
            type.is_balanced = true;
        }
        return type;
    }
    [[nodiscard]] PosterType text_type() const
    {
        return {.size = m_size * text_part,
                .line_height = 1.32,
                .colour = m_palette.ink("quiet"),
                .is_balanced = true};
    }
    [[nodiscard]] PosterType number_type() const
    {
        return {.size = m_size * figure_part,
                .is_strong = true,
                .line_height = 1.1,
                .colour = m_palette.ink("main")};
    }
    [[nodiscard]] PosterType value_type() const
    {
        return {.size = m_size,
                .is_strong = true,
                .line_height = 1.22,
                .alignment = document::PosterAlignment::right,
                .colour = m_palette.ink("main")};
    }

    [[nodiscard]] double words_height(const BodyItem& item)
    {
        double height = m_ink.height_of(item.head, head_type(), text_width());
        if (!item.text.empty())
            height += unit() * 0.12 + m_ink.height_of(item.text, text_type(), text_width());
        return height;
    }
    [[nodiscard]] double height_of(const BodyItem& item)
    {
        switch (m_kind) {
            case BodyKind::figures:
                return unit() * figure_part * 1.1 + unit() * 0.15 +
                       m_ink.height_of(item.head, label_type(), text_width());
            case BodyKind::bars:
                return m_ink.height_of(item.head, head_type(), label_width(item)) + unit() * 0.95;
            case BodyKind::steps:
                return std::max(badge(), words_height(item));
            case BodyKind::points:
            case BodyKind::slogan:
                return words_height(item);
        }
        return 0;
    }
    [[nodiscard]] PosterType label_type() const
    {
        return {.size = m_size, .line_height = 1.25, .colour = m_palette.ink(m_zone.ink)};
    }
    [[nodiscard]] double label_width(const BodyItem& item)
    {
        return column_width() - m_ink.width_of(item.text, value_type()) - unit();
    }
    [[nodiscard]] double row_height(std::size_t row)
    {
        double height = 0;
        for (std::size_t i = row * columns(); i < row_end(row); ++i)
            height = std::max(height, height_of(m_items[i]));
        return height;
    }

    /// No word is wider than its column.
    [[nodiscard]] bool words_fit()
    {
        constexpr double any_height = 1e6;
        return std::ranges::all_of(m_items, [&](const BodyItem& item) {
            const bool is_figure = m_kind == BodyKind::figures;
            const double width = m_kind == BodyKind::bars ? label_width(item) : text_width();
            if (width <= 0) return false;
            const PosterBox box{.width = width, .height = any_height};
            if (is_figure && m_ink.width_of(item.text, number_type()) > width) return false;
            const bool has_text = !is_figure && m_kind != BodyKind::bars;
            return m_ink.fits(item.head, is_figure ? label_type() : head_type(), box) &&
                   (!has_text || m_ink.fits(item.text, text_type(), box));
        });
    }

    /// The line that leads from one step to the next.
    void thread(std::vector<PosterMark>& made, double y, double height, double room) const
    {
        const double thick = unit() * 0.12;
        made.emplace_back(PosterArea{.box = {.x = m_zone.box.x + (badge() - thick) / 2,
                                             .y = y + badge() / 2,
                                             .width = thick,
                                             .height = height + room},
                                     .colour = m_palette.ink("tint")});
    }

    void draw(std::vector<PosterMark>& made, std::size_t i, double y, double height)
    {
        const double x =
            m_zone.box.x + static_cast<double>(i % columns()) * (column_width() + unit() * 1.5);
        if (m_kind == BodyKind::figures) return draw_figure(made, m_items[i], x, y);
        if (m_kind == BodyKind::bars) return draw_bar(made, m_items[i], x, y, height);
        if (m_kind == BodyKind::steps) draw_badge(made, i, x, y);
        const double spare = m_kind == BodyKind::steps
                                 ? std::max(0.0, badge() - unit() * 1.22) / 2 *
                                       static_cast<double>(words_height(m_items[i]) < badge())
                                 : 0;
        if (m_kind == BodyKind::points)
            made.emplace_back(PosterRing{.x = x + unit() * 0.3,
                                         .y = y + unit() * 0.61,
                                         .outer = unit() * 0.26,
                                         .colour = m_palette.ink("main")});
        draw_words(made, m_items[i], x + indent(), y + spare);
    }

    void draw_words(std::vector<PosterMark>& made, const BodyItem& item, double x, double y)
    {
        const double head = m_ink.height_of(item.head, head_type(), text_width());
        made.emplace_back(
            PosterWords{.box = {.x = x, .y = y, .width = text_width(), .height = head},
                        .text = item.head,
                        .type = head_type()});
        if (item.text.empty()) return;
        made.emplace_back(PosterWords{
            .box = {.x = x, .y = y + head + unit() * 0.12, .width = text_width(), .height = head},
            .text = item.text,
            .type = text_type()});
    }

    void draw_badge(std::vector<PosterMark>& made, std::size_t i, double x, double y) const
    {
        const double half = badge() / 2;
        made.emplace_back(PosterRing{
            .x = x + half, .y = y + half, .outer = half, .colour = m_palette.ink("main")});
        made.emplace_back(PosterWords{.box = {.x = x, .y = y, .width = badge(), .height = badge()},
                                      .text = std::to_string(i + 1),
                                      .type = {.size = m_size,
                                               .is_strong = true,
                                               .line_height = 1,
                                               .alignment = document::PosterAlignment::centre,
                                               .stand = document::PosterStand::middle,
                                               .colour = m_palette.ink("white")}});
    }

    void draw_figure(std::vector<PosterMark>& made, const BodyItem& item, double x, double y) const
    {
        const double number = unit() * figure_part * 1.1;
        made.emplace_back(
            PosterWords{.box = {.x = x, .y = y, .width = column_width(), .height = number},
                        .text = item.text,
                        .type = number_type()});
        made.emplace_back(PosterWords{
            .box = {.x = x, .y = y + number + unit() * 0.15, .width = column_width(), .height = 0},
            .text = item.head,
            .type = label_type()});
    }

    void draw_bar(std::vector<PosterMark>& made, const BodyItem& item, double x, double y,
                  double height)
    {
        const double thick = unit() * 0.6;
        const double top = y + height - thick;
        const double part = m_most > 0 ? item.number / m_most : 0;
        made.emplace_back(
            PosterWords{.box = {.x = x, .y = y, .width = label_width(item), .height = top - y},
                        .text = item.head,
                        .type = head_type()});
        made.emplace_back(PosterWords{.box = {.x = x, .y = y, .width = column_width(), .height = 0},
                                      .text = item.text,
                                      .type = value_type()});
        made.emplace_back(
            PosterArea{.box = {.x = x, .y = top, .width = column_width(), .height = thick},
                       .colour = m_palette.ink("tint"),
                       .radius = thick / 2});
        if (part > 0)
            made.emplace_back(PosterArea{.box = {.x = x,
                                                 .y = top,
                                                 .width = std::max(thick, column_width() * part),
                                                 .height = thick},
                                         .colour = m_palette.ink("main"),
                                         .radius = thick / 2});
    }

    PosterInk& m_ink;
    const Zone& m_zone;
    const Palette& m_palette;
    BodyKind m_kind;
    std::span<const BodyItem> m_items;
    double m_size{};
    double m_most{};
};

/// Shortened to so many letters each.
std::vector<BodyItem> shortened(std::span<const BodyItem> items, std::size_t letters)
{
    std::vector<BodyItem> made(items.begin(), items.end());
    for (auto& item : made) {
        item.head = text::shorten(item.head, letters);
        const auto left = letters - std::min(letters, text::length(item.head));
        item.text = left == 0 ? std::string{} : text::shorten(item.text, left);
    }
    return made;
}

std::size_t letters_in(std::span<const BodyItem> items)
{
    std::size_t letters = 0;
    for (const auto& item : items) letters += text::length(item.head) + text::length(item.text);
    return letters;
}

}  // namespace

Result<std::vector<PosterMark>> body_marks(PosterInk& ink, const Zone& zone, const Palette& palette,
                                           BodyKind kind, std::span<const BodyItem> items)
{
    for (const auto& item : items)
        if (auto letter = ink.unknown_letter(item.head + " " + item.text); !letter.empty())
            return failure(Failure::invalid, "document.poster.unknown_letter", "body",
                           {std::move(letter)});
    Setting setting{ink, zone, palette, kind, items};
    const double largest = kind == BodyKind::slogan ? zone.largest * 2 : zone.largest;
    if (setting.fits(largest)) return setting.marks(largest);
    if (!setting.fits(zone.smallest)) {
        std::size_t fitting = 0;
        std::size_t over = letters_in(items);
        while (fitting + 1 < over) {
            const auto middle = (fitting + over) / 2;
            const auto fewer = shortened(items, middle);
            Setting tried{ink, zone, palette, kind, fewer};
            (tried.fits(zone.smallest) ? fitting : over) = middle;
        }
        const auto fewer = shortened(items, fitting);
        return failure(Failure::too_large, "channel.print.body_too_long", "body",
                       {std::to_string(letters_in(items)), std::to_string(letters_in(fewer))});
    }
    double fitting = zone.smallest;
    double over = largest;
    constexpr double exact = 0.1;
    while (over - fitting > exact) {
        const double middle = (fitting + over) / 2;
        (setting.fits(middle) ? fitting : over) = middle;
    }
    return setting.marks(fitting);
}

}  // namespace caicach::channel
