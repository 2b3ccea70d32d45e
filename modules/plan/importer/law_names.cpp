#include "plan/importer/law_names.hpp"

#include "plan/importer/dates.hpp"
#include "plan/importer/references.hpp"

namespace caicach::plan::importer
{

/// "Luật Ngân sách nhà nước và khả năng cân đối": behind "và" something else begins.
static bool leaves_law(const Words& words, std::size_t at)
{
    for (const auto* other : {"cac", "kha nang", "tinh hinh", "quy dinh", "van ban", "huong dan",
                              "dieu kien", "nguon", "nhung", "chi dao", "yeu cau", "de nghi"}) {
        if (words.match(at, other) != 0) return true;
    }
    return false;
}

/// "Luật Khám bệnh, chữa bệnh năm 2023": small words up to the year or the number.
static bool goes_on_to_year(const Words& words, std::size_t at)
{
    constexpr std::size_t longest = 8;
    for (auto place = at; place < words.size() && place < at + longest; ++place) {
        if (words.is(place, "nam") && year_at(words, place + 1)) return place > at;
        if (!words[place].letters || words[place].capital || words[place].digits) return false;
        if (words.is(place, "luat") || words.is(place, "nghi") || words.is(place, "theo")) {
            return false;
        }
    }
    return false;
}

/// The comma at `at` belongs to the name.
static bool comma_goes_on(const Words& words, std::size_t at, bool amends)
{
    if (goes_on_to_year(words, at + 1)) return true;
    if (amends) return words.match(at - 1, "doi , bo sung") != 0;
    // "Luật Cán bộ, công chức": known by this name without its year.
    return words.match(at - 1, "bo , cong chuc") != 0 && !words[at + 1].capital;
}

/// The date or the number of the law begins at `at`.
static bool begins_details(const Words& words, std::size_t at)
{
    if (words.is(at, "ngay")) return at + 1 < words.size() && words[at + 1].digits;
    return words.is(at, "so") && document_number_end(words, at + 1) != 0;
}

std::size_t law_name_end(const Words& words, std::size_t at)
{
    const bool amends = words.match(at + 1, "sua doi") != 0;
    for (; at < words.size(); ++at) {
        if (words.is(at, "nam") && year_at(words, at + 1)) return at + 2;
        if (begins_details(words, at)) return at;
        if (words.is(at, ",") && comma_goes_on(words, at, amends)) continue;
        if (!words.is(at, "-") && !words[at].letters) return at;
        if (words.is(at, "va") && leaves_law(words, at + 1)) return at;
    }
    return at;
}

}  // namespace caicach::plan::importer
