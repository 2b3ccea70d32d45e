#include "plan/importer/levels.hpp"

#include "plan/importer/lexicon.hpp"

namespace caicach::plan::importer
{

std::string level_name(Level level)
{
    return level == Level::district ? "cấp huyện" : level == Level::commune ? "cấp xã" : "tỉnh";
}

std::optional<LevelHit> unit_at(const Words& words, std::size_t at)
{
    struct Unit {
        std::string_view phrase{};
        Level level{};
    };
    static constexpr Unit units[] = {
        {"thi xa", Level::district},    {"thi tran", Level::commune}, {"dac khu", Level::commune},
        {"thanh pho", Level::district}, {"huyen", Level::district},   {"quan", Level::district},
        {"xa", Level::commune},         {"phuong", Level::commune},
    };
    for (const auto& unit : units) {
        if (const auto end = words.match(at, unit.phrase)) return LevelHit{unit.level, end};
    }
    return std::nullopt;
}

std::optional<LevelHit> level_at(const Words& words, std::size_t at)
{
    if (words.is(at, "cap")) {
        auto hit = unit_at(words, at + 1);
        if (!hit && words.is(at + 1, "tinh")) hit = LevelHit{Level::province, at + 2};
        if (!hit && words.match(at + 1, "co so") != 0) hit = LevelHit{Level::commune, at + 3};
        return hit;
    }
    const auto begin = at;
    const bool many = words.is(at, "cac") || words.is(at, "tung") || words.is(at, "moi");
    if (many) ++at;
    auto hit = unit_at(words, at);
    if (!hit) return std::nullopt;
    bool several = many;
    auto last_unit = at;
    for (;;) {
        auto next = hit->end;
        if (words.is(next, ",") || words.is(next, "/") || words.is(next, "-") ||
            words.is(next, "va") || words.is(next, "hoac")) {
            ++next;
        } else {
            break;
        }
        const auto more = unit_at(words, next);
        if (!more || more->level != hit->level) break;
        hit->end = more->end;
        several = true;
        last_unit = next;
    }
    // "các huyện, thị xã và thành phố X", "các phường, xã, đặc khu Y": the only one of its kind
    // may be called by its name.
    if (several && last_unit > at) {
        while (hit->end < words.size() && words[hit->end].capital && words[hit->end].letters &&
               !is_agency_head(words[hit->end].folded)) {
            ++hit->end;
        }
    }
    if (!several && begin + 1 <= words.size()) {
        const bool named = hit->end < words.size() && words[hit->end].capital;
        if (named || words.match(begin, "thanh pho") != 0) return std::nullopt;
    }
    // "thuộc tỉnh", "trên địa bàn tỉnh", "trong tỉnh" say nothing new.
    for (const auto* tail : {"thuoc tinh", "tren dia ban tinh", "tren dia ban", "trong tinh",
                             "cua tinh", "truc thuoc tinh"}) {
        if (const auto end = words.match(hit->end, tail)) {
            hit->end = end;
            break;
        }
    }
    return hit;
}

std::string level_called(const Words& words, std::size_t at, const LevelHit& level)
{
    const auto unit = unit_at(words, at);
    return unit && unit->end == level.end ? std::string{words.slice(at, level.end)}
                                          : level_name(level.level);
}

}  // namespace caicach::plan::importer
