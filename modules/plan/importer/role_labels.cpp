// Labels that name several roles at once: "Cơ quan hướng dẫn, chủ trì", "Chỉ đạo và theo dõi".
#include <algorithm>

#include "plan/importer/lexicon.hpp"

namespace caicach::plan::importer
{
namespace
{

struct RoleWord {
    std::string_view phrase{};
    Label label{};
};
constexpr RoleWord role_words[] = {
    {"chu tri", Label::lead},     {"thuc hien", Label::lead},   {"tham muu", Label::lead},
    {"trien khai", Label::lead},  {"phu trach", Label::lead},   {"chi dao", Label::oversee},
    {"theo doi", Label::oversee}, {"don doc", Label::oversee},  {"huong dan", Label::oversee},
    {"giam sat", Label::oversee}, {"kiem tra", Label::oversee}, {"danh gia", Label::oversee},
    {"tong hop", Label::oversee},
};

/// "Cơ quan", "Đơn vị" before the roles: the word behind.
std::size_t behind_office(const Words& words, std::size_t at)
{
    std::size_t end = at;
    for (const auto* office : {"co quan", "don vi", "co quan , don vi", "bo phan", "phong"}) {
        end = std::max(end, words.match(at, office));
    }
    return end;
}

std::optional<LabelHit> role_word_at(const Words& words, std::size_t at)
{
    for (const auto& [phrase, label] : role_words) {
        if (const auto end = words.match(at, phrase)) return LabelHit{label, end};
    }
    return std::nullopt;
}

/// Two roles or more, parted by marks, and a colon behind them.
std::optional<LabelHit> roles_at(const Words& words, std::size_t at)
{
    const auto first = role_word_at(words, behind_office(words, at));
    if (!first) return std::nullopt;
    LabelHit all = *first;
    while (words.is(all.end, ",") || words.is(all.end, "va") || words.is(all.end, "/")) {
        const auto next = role_word_at(words, all.end + 1);
        if (!next) return std::nullopt;
        all = {next->label == all.label ? all.label : Label::lead_and_oversee, next->end};
    }
    const bool several = all.end != first->end;
    return several && words.is(all.end, ":") ? std::optional{all} : std::nullopt;
}

}  // namespace

std::optional<LabelHit> label_at(const Words& words, std::size_t at)
{
    const auto known = labels().find(words, at);
    auto roles = roles_at(words, at);
    if (!known) return roles;
    if (roles && roles->end > known->end) return roles;
    return LabelHit{*known->value, known->end};
}

}  // namespace caicach::plan::importer
