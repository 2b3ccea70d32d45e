#include "plan/importer/role_words.hpp"

#include <algorithm>
#include <string_view>

#include "text/text.hpp"

namespace caicach::plan::importer
{

Opening opening_of(const Words& words, std::size_t at)
{
    struct Row {
        std::string_view phrase{};
        bool requested{};
        bool passes_on{};  ///< one asks or charges another
    };
    static constexpr Row rows[] = {
        {"de nghi", true, true},
        {"kinh de nghi", true, true},
        {"tran trong de nghi", true, true},
        {"giao cho", false, true},
        {"giao trach nhiem cho", false, true},
        {"giao", false, true},
        {"yeu cau", false, true},
        {"phan cong", false, true},
        {"trach nhiem cua", false, false},
        {"nhiem vu cua", false, false},
        {"doi voi", false, false},
        {"rieng doi voi", false, false},
        {"rieng", false, false},
        {"do", false, false},
    };
    Opening found{at, false, false};
    // "Mời Ủy ban Mặt trận …"; "mỗi" and "mới" fold to the same.
    const auto invited = std::max(words.match(at, "moi"), words.match(at, "kinh moi"));
    if (invited != 0 && text::lower(words.slice(invited - 1, invited)) == "mời") {
        found = {invited, true, true};
    }
    for (const auto& row : rows) {
        const auto end = words.match(at, row.phrase);
        if (end > found.end) found = {end, row.requested, row.passes_on};
    }
    return found;
}

std::optional<PhraseTable<RoleVerb>::Hit> role_verb_at(const Words& words, std::size_t at)
{
    if (at > 0 && words.is(at - 1, "ban") && words.match(at, "chi dao") != 0) return std::nullopt;
    // "các cơ quan được kiểm tra" do not do it.
    if (at > 0 && words.is(at - 1, "duoc")) return std::nullopt;
    return role_verbs().find(words, at);
}

std::size_t charge_end(const Words& words, std::size_t at)
{
    for (const auto* verb : {"giao nhiem vu cho", "giao cho", "giao", "phan cong", "de nghi"}) {
        if (const auto end = words.match(at, verb)) return end;
    }
    return 0;
}

AgencyList partners_at(const Words& words, std::size_t at, const Gazetteer& gazetteer)
{
    auto next = words.match(at, "phoi hop");
    // "Chương trình phối hợp giữa A và B" is a name.
    if (next == 0 || words.is(next, "giua")) return {};
    for (const auto* filler : {"chat che", "thuong xuyen"}) {
        if (const auto end = words.match(next, filler)) next = end;
    }
    // "phối hợp, hướng dẫn các tổ chức …": further verbs share the object.
    for (int i = 0; i < 3; ++i) {
        auto verb = next;
        if (words.is(verb, ",") || words.is(verb, "va")) ++verb;
        const auto end = std::max({words.match(verb, "huong dan"), words.match(verb, "van dong"),
                                   words.match(verb, "chi dao"), words.match(verb, "don doc"),
                                   words.match(verb, "lam viec")});
        if (end == 0) break;
        next = end;
    }
    for (const auto* link : {"cung voi", "voi", "cung"}) {
        if (const auto end = words.match(next, link)) {
            next = end;
            break;
        }
    }
    auto list = agencies_at(words, next, gazetteer, Reading::sentence);
    if (list.empty()) list.end = next;
    return list;
}

}  // namespace caicach::plan::importer
