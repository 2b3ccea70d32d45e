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

/// "cấp huyện", "cấp tỉnh", "cấp cơ sở" behind "cấp" at word `at`.
static std::optional<LevelHit> level_named(const Words& words, std::size_t at)
{
    if (const auto unit = unit_at(words, at)) return unit;
    if (words.is(at, "tinh")) return LevelHit{Level::province, at + 1};
    if (const auto end = words.match(at, "co so")) return LevelHit{Level::commune, end};
    return std::nullopt;
}

/// "thuộc tỉnh", "trên địa bàn tỉnh", "trong tỉnh" say nothing new: the word behind.
static std::size_t behind_whereabouts(const Words& words, std::size_t at)
{
    for (const auto* tail : {"thuoc tinh", "tren dia ban tinh", "tren dia ban", "trong tinh",
                             "cua tinh", "truc thuoc tinh"}) {
        if (const auto end = words.match(at, tail)) return end;
    }
    return at;
}

/// Units of one level joined by marks: "huyện, thị xã và thành phố".
struct UnitRun {
    LevelHit hit{};
    std::size_t last{};  ///< the word at which the last unit begins
};
/// "thị", "thành" for "thị xã", "thành phố", as lists of districts shorten them.
static std::optional<LevelHit> short_unit_at(const Words& words, std::size_t at)
{
    if (!words.is(at, "thi") && !words.is(at, "thanh")) return std::nullopt;
    const bool ends = at + 1 >= words.size() || !words[at + 1].letters || words.is(at + 1, "va") ||
                      role_verbs().find(words, at + 1).has_value();
    return ends ? std::optional{LevelHit{Level::district, at + 1}} : std::nullopt;
}

static UnitRun units_from(const Words& words, std::size_t at, const LevelHit& first)
{
    UnitRun run{first, at};
    for (;;) {
        const auto link = run.hit.end;
        const bool joined = words.is(link, ",") || words.is(link, "/") || words.is(link, "-") ||
                            words.is(link, "va") || words.is(link, "hoac");
        auto more = joined ? unit_at(words, link + 1) : std::nullopt;
        if (joined && !more) more = short_unit_at(words, link + 1);
        if (!more || more->level != run.hit.level) return run;
        run.hit.end = more->end;
        run.last = link + 1;
    }
}

/// "các huyện, thị xã và thành phố X", "các phường, xã, đặc khu Y": the only one of its kind may
/// be called by its name.
static std::size_t behind_own_name(const Words& words, std::size_t at)
{
    while (at < words.size() && words[at].capital && words[at].letters &&
           !heads_agency(words, at)) {
        ++at;
    }
    return at;
}

std::optional<LevelHit> level_at(const Words& words, std::size_t at)
{
    if (words.is(at, "cap")) return level_named(words, at + 1);
    const bool many = words.is(at, "cac") || words.is(at, "tung") || words.is(at, "moi");
    const auto begin = many ? at + 1 : at;
    const auto first = unit_at(words, begin);
    if (!first) return std::nullopt;
    auto [hit, last] = units_from(words, begin, *first);
    if (last > begin) {
        hit.end = behind_own_name(words, hit.end);
    } else if (!many) {
        const bool named = hit.end < words.size() && words[hit.end].capital;
        if (named || words.match(at, "thanh pho") != 0) return std::nullopt;
    }
    hit.end = behind_whereabouts(words, hit.end);
    return hit;
}

std::string level_called(const Words& words, std::size_t at, const LevelHit& level)
{
    const auto unit = unit_at(words, at);
    return unit && unit->end == level.end ? std::string{words.slice(at, level.end)}
                                          : level_name(level.level);
}

}  // namespace caicach::plan::importer
