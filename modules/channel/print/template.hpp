#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/poster.hpp"

/// What a poster may look like, as data (data/print/templates.json): sizes, places, colours.
namespace caicach::channel
{

enum class ZoneKind : unsigned char {
    area,    ///< a coloured rectangle
    drum,    ///< rings like those of a bronze drum; its place is their middle
    kicker,  ///< the field of work, above the title
    title,
    lead,
    body,
    code,     ///< QR
    caption,  ///< beside it
    agency,
};

struct Zone {
    ZoneKind kind{};
    document::PosterBox box{};
    std::string ink{};  ///< a colour of the palette
    double largest{};   ///< of its letters, points
    double smallest{};  ///< below that nobody reads it from where it hangs
    document::PosterStand stand{};
    double radius{};
};

struct Palette {
    std::string key{};
    std::string name{};
    std::vector<std::pair<std::string, document::PosterColour>> inks{};

    [[nodiscard]] document::PosterColour ink(std::string_view name_of_ink) const;
};

struct Template {
    std::string key{};
    std::string name{};
    std::string hint{};  ///< how large, what for
    double width{};      ///< millimetres
    double height{};
    int points_across{};  ///< of its PNG
    bool is_screen{};     ///< shown, not printed
    std::vector<std::vector<Zone>> sides{};
};

[[nodiscard]] std::span<const Template> templates();
[[nodiscard]] std::span<const Palette> palettes();
/// Nothing where there is none of that key.
[[nodiscard]] const Template* template_of(std::string_view key);
[[nodiscard]] const Palette* palette_of(std::string_view key);

}  // namespace caicach::channel
