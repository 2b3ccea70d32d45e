// "2. Sở Nội vụ", "3. Các sở, ban, ngành có trách nhiệm: …": headings that name who is in charge.
#include <algorithm>

#include "plan/importer/agencies.hpp"
#include "plan/importer/role_words.hpp"
#include "plan/importer/roles.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

/// "Các cơ quan, tổ chức: A, B": the agencies are those behind the colon, if nothing else is.
static std::vector<AgencyName> listed_behind_colon(const Words& words, std::size_t at,
                                                   const Gazetteer& gazetteer)
{
    constexpr std::size_t longest = 10;
    if (!words.is(at, "cac")) return {};
    const auto end = std::min(words.size(), at + longest);
    for (; at < end; ++at) {
        if (!words.is(at, ":")) continue;
        auto list = agencies_at(words, at + 1, gazetteer, Reading::sentence);
        if (words.is(list.end, ".")) ++list.end;
        return list.end == words.size() ? list.names : std::vector<AgencyName>{};
    }
    return {};
}

/// "Sở Nội vụ - Cơ quan thường trực Ban Chỉ đạo", "Giám đốc Sở Y tế - Ủy viên": what the agency
/// is, not another one.
static std::size_t behind_capacity(const Words& words, std::size_t at)
{
    if (!words.is(at, "-")) return at;
    const auto begin = at + 1;
    for (const auto* capacity : {"co quan", "don vi", "truong ban", "pho truong ban", "uy vien",
                                 "thanh vien", "to truong", "to pho", "thuong truc"}) {
        if (words.match(begin, capacity) == 0) continue;
        auto end = begin;
        while (end < words.size() && words[end].letters) ++end;
        return end == words.size() || words.is(end, ":") ? end : at;
    }
    return at;
}

/// "Phòng Tổ chức cán bộ: …", "Các phòng, ban chuyên môn; …": the small words up to the mark are
/// the name's. A known name needs none, a known collective may have some.
static std::size_t lowered_name_end(const Words& words, std::size_t at, AgencyName& last)
{
    constexpr std::size_t longest = 6;
    if (last.known && !last.name.starts_with("Các ")) return at;
    auto end = at;
    while (end < words.size() && end < at + longest && words[end].letters && !words[end].capital &&
           !words.is(end, "va") && !role_verb_at(words, end)) {
        ++end;
    }
    const bool ends = end == words.size() || words.is(end, ":") || words.is(end, ",") ||
                      words.is(end, ";") || words.is(end, "va");
    if (end == at || !ends) return at;
    last.name += " " + std::string{words.slice(at, end)};
    return end;
}

/// Behind "," and "và" the list of a heading goes on with further agencies.
static std::size_t further_agencies(const Words& words, std::size_t at, const Gazetteer& gazetteer,
                                    std::vector<AgencyName>& names)
{
    constexpr int most = 8;
    for (int i = 0; i < most; ++i) {
        const bool parted = words.is(at, ",") || words.is(at, ";") || words.is(at, "va");
        const auto next = parted ? at + 1 : at;
        const auto list = agencies_at(words, next, gazetteer, Reading::sentence);
        if (!parted || list.empty()) return at;
        merge(names, list.names);
        at = lowered_name_end(words, list.end, names.back());
    }
    return at;
}

/// "Sở A và các tổ chức CT-XH: …": members of the list that were not understood are named as they
/// are printed. The answer is the end of the list, 0 where what follows is none.
static std::size_t behind_unread(const Words& words, std::size_t at, std::vector<AgencyName>& names)
{
    constexpr std::size_t longest = 16;
    if (!words.is(at, ",") && !words.is(at, ";") && !words.is(at, "va")) return 0;
    const auto begin = at + 1;
    for (auto end = begin; end <= words.size() && end < begin + longest; ++end) {
        const bool ends = end == words.size() || words.is(end, ":");
        if (!ends && (words.is(end, ".") || role_verb_at(words, end))) return 0;
        if (!ends) continue;
        const bool collective = words.is(begin, "cac") || words.is(begin, "nhung");
        if (end == begin || !(collective || words[begin].capital)) return 0;
        names.push_back({with_capital(words.slice(begin, end)), false});
        return end;
    }
    return 0;
}

/// "UBND cấp xã, trừ các phường: …": who is left out stands before the colon.
static std::size_t behind_exception(const Words& words, std::size_t at)
{
    constexpr std::size_t longest = 12;
    if (!words.is(at, ",") || !words.is(at + 1, "tru")) return at;
    for (auto end = at + 2; end < words.size() && end < at + longest; ++end) {
        if (words.is(end, ":")) return end;
        if (!words[end].letters) break;
    }
    return at;
}

AgencyHeading agency_heading(std::string_view text, const Gazetteer& gazetteer)
{
    AgencyHeading heading;
    const auto expanded = gazetteer.expand(text);
    const Words words{expanded};
    const auto opening = opening_of(words, 0);
    heading.agencies = listed_behind_colon(words, opening.end, gazetteer);
    heading.requested = opening.requested;
    if (!heading.agencies.empty()) return heading;
    auto list = agencies_at(words, opening.end, gazetteer, Reading::sentence);
    if (list.empty()) return heading;
    auto at = list.end;
    for (const auto* tail : {"co trach nhiem", "chiu trach nhiem", "chu tri thuc hien", "chu tri",
                             "thuc hien", "tren dia ban tinh", "co lien quan", "lien quan"}) {
        if (const auto end = words.match(at, tail)) at = end;
    }
    if (words.is(at, "(")) {
        while (at < words.size() && !words.is(at, ")")) ++at;
        ++at;
    }
    if (const auto end = lowered_name_end(words, at, list.names.back()); end != at) {
        at = further_agencies(words, end, gazetteer, list.names);
    }
    at = behind_capacity(words, at);
    at = behind_exception(words, at);
    if (const auto end = behind_unread(words, at, list.names)) at = end;
    if (at < words.size() && !words.is(at, ":") && !words.is(at, ".")) return heading;
    heading.agencies = std::move(list.names);
    if (at + 1 < words.size()) {
        // The body is quoted from the text as printed, not from the one written out.
        const auto colon = text.find(words.is(at, ":") ? ':' : '.');
        if (colon != std::string_view::npos) {
            heading.body = std::string{text::trim(text.substr(colon + 1))};
        }
    }
    return heading;
}

}  // namespace caicach::plan::importer
