#include "channel/print/template.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/result.hpp"
#include "channel/print_reference.hpp"
#include "document/poster_ink.hpp"
#include "json/value.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::array zone_kinds{std::pair{std::string_view{"area"}, ZoneKind::area},
                                std::pair{std::string_view{"drum"}, ZoneKind::drum},
                                std::pair{std::string_view{"kicker"}, ZoneKind::kicker},
                                std::pair{std::string_view{"title"}, ZoneKind::title},
                                std::pair{std::string_view{"lead"}, ZoneKind::lead},
                                std::pair{std::string_view{"body"}, ZoneKind::body},
                                std::pair{std::string_view{"code"}, ZoneKind::code},
                                std::pair{std::string_view{"caption"}, ZoneKind::caption},
                                std::pair{std::string_view{"agency"}, ZoneKind::agency}};
constexpr std::array ink_names{"main", "dark", "soft", "tint", "accent", "text", "quiet"};
constexpr document::PosterColour white = 0xFFFFFF;

document::PosterColour colour_from(std::string_view text)
{
    document::PosterColour colour = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), colour, 16);
    VERIFY(read.ec == std::errc{} && text.size() == 6);
    return colour;
}

Zone zone_from(const json::Value& value)
{
    const auto* const kind = std::ranges::find(zone_kinds, value["kind"].as_string(),
                                               [](auto& one) { return one.first; });
    VERIFY(kind != zone_kinds.end());
    const auto stand = value["stand"].as_string();
    return {.kind = kind->second,
            .box = {.x = value["x"].as_number(),
                    .y = value["y"].as_number(),
                    .width = value["w"].as_number(),
                    .height = value["h"].as_number()},
            .ink = std::string(value["ink"].as_string()),
            .largest = value["largest"].as_number(),
            .smallest = value["smallest"].as_number(),
            .stand = stand == "bottom"   ? document::PosterStand::bottom
                     : stand == "middle" ? document::PosterStand::middle
                                         : document::PosterStand::top,
            .radius = value["radius"].as_number()};
}

Template template_from(const json::Value& value)
{
    Template made{.key = std::string(value["key"].as_string()),
                  .name = std::string(value["name"].as_string()),
                  .hint = std::string(value["hint"].as_string()),
                  .width = value["width"].as_number(),
                  .height = value["height"].as_number(),
                  .is_screen = value["is_screen"].as_bool()};
    made.points_across = static_cast<int>(made.width / 25.4 * value["dots"].as_number() + 0.5);
    for (const auto& side : value["sides"].elements()) {
        auto& zones = made.sides.emplace_back();
        for (const auto& zone : side.elements()) zones.push_back(zone_from(zone));
    }
    return made;
}

Palette palette_from(const json::Value& value)
{
    Palette made{.key = std::string(value["key"].as_string()),
                 .name = std::string(value["name"].as_string())};
    made.inks.reserve(ink_names.size());
    for (const auto* name : ink_names)
        made.inks.emplace_back(name, colour_from(value[name].as_string()));
    return made;
}

/// The file is part of the program: what is wrong in it is found when the tests read it.
struct Known {
    std::vector<Template> templates{};
    std::vector<Palette> palettes{};
};
const Known& known()
{
    static const Known made = [] {
        const auto file = MUST(json::parse(print_reference::templates));
        Known read;
        for (const auto& one : file["templates"].elements())
            read.templates.push_back(template_from(one));
        for (const auto& one : file["palettes"].elements())
            read.palettes.push_back(palette_from(one));
        return read;
    }();
    return made;
}

}  // namespace

document::PosterColour Palette::ink(std::string_view name_of_ink) const
{
    for (const auto& [known_name, colour] : inks)
        if (known_name == name_of_ink) return colour;
    return white;
}

std::span<const Template> templates() { return known().templates; }
std::span<const Palette> palettes() { return known().palettes; }

const Template* template_of(std::string_view key)
{
    for (const auto& one : known().templates)
        if (one.key == key) return &one;
    return nullptr;
}

const Palette* palette_of(std::string_view key)
{
    for (const auto& one : known().palettes)
        if (one.key == key) return &one;
    return nullptr;
}

}  // namespace caicach::channel
