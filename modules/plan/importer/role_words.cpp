#include "plan/importer/role_words.hpp"

#include <string_view>

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

}  // namespace caicach::plan::importer
