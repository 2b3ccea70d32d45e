#include "plan/importer/open_names.hpp"

#include <algorithm>

#include "plan/importer/levels.hpp"
#include "plan/importer/lexicon.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{
namespace
{

/// The head word of a name in running text, with a capital behind it: "Ban Quản lý", "Công ty
/// Điện lực"; never "Ban hành", "Tổ chức Hội nghị".
std::size_t head_end(const Words& words, std::size_t at)
{
    static constexpr std::string_view heads[] = {
        "cong ty",   "trung tam",       "chi cuc",           "lien doan",
        "hiep hoi",  "tap doan",        "tong cong ty",      "benh vien",
        "ngan hang", "vien nghien cuu", "truong dai hoc",    "truong cao dang",
        "lien minh", "lien hiep",       "kho bac",           "buu dien",
        "toa an",    "van phong",       "lien hiep cac hoi", "hop tac xa",
        "chi nhanh", "to cong tac",     "cong doan co so",   "doan kiem tra"};
    auto end = at + 1;
    for (const auto head : heads) end = std::max(end, words.match(at, head));
    const bool capital = end < words.size() && words[end].letters && words[end].capital;
    return capital ? end : 0;
}

/// The verb of a sentence behind the name of its subject: "… Lê Quý Đôn tổ chức", "… hằng tháng".
bool does_something(const Words& words, std::size_t at)
{
    static constexpr std::string_view openings[] = {
        "to chuc",      "xay dung",  "tham muu",  "ra soat",    "dang tai",   "dang",
        "bien soan",    "cung cap",  "mo chuyen", "mo lop",     "bo tri",     "ban hanh",
        "day manh",     "bao cao",   "tien hanh", "hang",       "dinh ky",    "kip thoi",
        "thuong xuyen", "chu dong",  "tiep tuc",  "can cu",     "tang cuong", "tuyen truyen",
        "phat song",    "phat dong", "san xuat",  "ho tro",     "tham gia",   "tiep nhan",
        "niem yet",     "cap nhat",  "van hanh",  "lap",        "gui",        "nghien cuu",
        "bien tap",     "bao dam",   "dam bao",   "hoan thanh", "hoan thien", "de xuat",
        "phoi",         "trinh",     "duy tri",   "quan triet", "pho bien",   "thuc"};
    return std::ranges::any_of(openings,
                               [&](auto opening) { return words.match(at, opening) != 0; });
}

bool goes_on(const Words& words, std::size_t at)
{
    return at < words.size() && words[at].letters && !words[at].capital &&
           !role_verbs().find(words, at) && !does_something(words, at) &&
           (words.is(at, "so") || !is_connective(text::lower(words.slice(at, at + 1))));
}

/// "và" or a dash between two halves of one name; no agency of its own follows.
bool joins_names(const Words& words, const Gazetteer& gazetteer, std::size_t at)
{
    if (!words.is(at, "va") && !words.is(at, "-")) return false;
    return at + 2 < words.size() && words[at + 1].letters && words[at + 1].capital &&
           !is_agency_head(words[at + 1].folded) && !gazetteer.find(words, at + 1) &&
           (words.is(at, "-") || !gazetteer.find_bare_department(words, at + 1));
}

/// The "tỉnh" that closes a name behind small syllables: "Trung tâm Chuyển đổi số tỉnh". 0 where
/// none does.
std::size_t owner_ahead(const Words& words, std::size_t at)
{
    constexpr std::size_t longest = 5;
    for (auto place = at; place < at + longest && goes_on(words, place); ++place) {
        if (words.is(place, "tinh")) return place;
    }
    return 0;
}

}  // namespace

std::size_t proper_name_end(const Words& words, std::size_t at)
{
    while (at < words.size() && words[at].letters && words[at].capital && !words[at].digits) ++at;
    return at;
}

std::size_t skip_province(const Words& words, const Gazetteer& gazetteer, std::size_t at)
{
    if (const auto hit = gazetteer.find_province(words, at)) return hit->end;
    const auto end = proper_name_end(words, at);
    // A province that the list does not know; a capital head word begins the next agency.
    return end > at && !heads_agency(words, at) && !gazetteer.find(words, at) ? end : at;
}

std::size_t group_tail_end(const Words& words, const Gazetteer& gazetteer, std::size_t at)
{
    if (words.is(at, "tinh")) return skip_province(words, gazetteer, at + 1);
    for (const auto* tail :
         {"tren dia ban tinh", "tren dia ban", "thuoc tinh", "cua tinh", "cap tinh", "( cap tinh )",
          "con lai", "duoc giao nhiem vu", "duoc giao", "cac cap"}) {
        auto end = words.match(at, tail);
        if (end == 0) continue;
        // "… trên địa bàn phường", "… trên địa bàn huyện X"
        if (const auto unit = unit_at(words, end)) end = unit->end;
        return skip_province(words, gazetteer, end);
    }
    return at;
}

std::size_t value_name_end(const Words& words, const Gazetteer& gazetteer, std::size_t at)
{
    const auto begin = at;
    int brackets = 0;
    for (; at < words.size(); ++at) {
        const auto& word = words[at].folded;
        brackets += word == "(" ? 1 : word == ")" ? -1 : 0;
        if (brackets > 0) continue;
        if (word == "," || word == ";" || word == "." || word == ":") break;
        // "Trung tâm Y tế các huyện, thành phố, thị xã": the units are one level.
        const auto level = word == "cac" && at > begin ? level_at(words, at) : std::nullopt;
        if (level) return level->end;
        const auto next = gazetteer.find(words, at + 1);
        if (word == "va" && at > begin && at + 1 < words.size() &&
            (next || words.is(at + 1, "cac"))) {
            break;
        }
    }
    return at;
}

std::size_t sentence_name_end(const Words& words, const Gazetteer& gazetteer, std::size_t at)
{
    at = head_end(words, at);
    auto end = at;
    while (at != 0 && at < words.size() && words[at].letters) {
        if (words[at].capital) {
            end = ++at;
        } else if (at + 1 < words.size() && words[at + 1].capital && at == end &&
                   words[at].folded.size() <= 5 && !role_verbs().find(words, at) &&
                   !gazetteer.find(words, at + 1)) {
            ++at;  // "Quỹ Bảo vệ và Phát triển rừng": small words between capitals
        } else if (const auto owner = at == end ? owner_ahead(words, at) : 0) {
            return skip_province(words, gazetteer, owner + 1);
        } else {
            // The second syllable of the last word: "Ban Quản lý", "Trung tâm Lưu trữ".
            if (at != end || end == 0 || !goes_on(words, at)) return end;
            end = ++at;
            // "Sở Môi trường Xanh", "Trung tâm Lưu trữ Lịch sử"
            if (at < words.size() && words[at].letters && words[at].capital &&
                !is_agency_head(words[at].folded)) {
                continue;
            }
            // "Trung tâm Quy hoạch và Kiểm định", "Phòng Kế hoạch - Tài chính"
            if (!joins_names(words, gazetteer, at)) return end;
            end = at = at + 1;
        }
    }
    return end;
}

std::size_t office_end(const Words& words, std::size_t at)
{
    if (words.is(at, "so") && words[at].capital) {
        const bool named = at + 1 < words.size() && words[at + 1].letters && words[at + 1].capital;
        return named ? 0 : at + 1;
    }
    const auto committee = words.match(at, "uy ban nhan dan");
    if (committee == 0) {
        // "thuộc phường", and not "thuộc phường Hòa Bình"
        const auto unit = unit_at(words, at);
        const bool named = unit && unit->end < words.size() && words[unit->end].capital;
        return unit && !named ? unit->end : 0;
    }
    const auto called = words.is(committee, "cap") ? committee + 1 : committee;
    const auto unit = unit_at(words, called);
    return unit ? unit->end : 0;
}

std::size_t zones_end(const Words& words, std::size_t at)
{
    const auto name = proper_name_end(words, at);
    return name == at ? 0 : words.match(name, "va cac khu cong nghiep");
}

std::string name_with_level(const Words& words, std::size_t at, std::size_t end)
{
    for (auto place = at + 1; place < end; ++place) {
        const auto level = words.is(place, "cac") ? level_at(words, place) : std::nullopt;
        if (level && level->end >= end) {
            return with_capital(words.slice(at, place)) + " " + level_name(level->level);
        }
    }
    return with_capital(words.slice(at, end));
}

bool has_capital(const Words& words, std::size_t from, std::size_t to)
{
    for (; from < to; ++from) {
        if (words[from].capital && !words[from].digits) return true;
    }
    return false;
}

std::size_t bare_head_end(const Words& words, std::size_t at)
{
    const auto end = words.is(at, "so") ? at + 1 : words.match(at, "co quan");
    return end < words.size() && words[end].letters ? 0 : end;
}

}  // namespace caicach::plan::importer
