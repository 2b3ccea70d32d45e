#include "organisation/reorganisation_terms.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "organisation/limits.hpp"
#include "text/text.hpp"

namespace caicach::organisation
{
namespace
{

using enum ReorganisationKind;

struct KindText {
    ReorganisationKind kind{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array kind_texts{
    KindText{rename, "rename", "Đổi tên"},
    KindText{merge, "merge", "Hợp nhất, sáp nhập"},
    KindText{split, "split", "Chia, tách"},
    KindText{dissolve, "dissolve", "Giải thể, kết thúc hoạt động"},
    KindText{transfer, "transfer", "Chuyển nhiệm vụ, đơn vị trực thuộc"},
};

int share_given(const Reorganisation& what)
{
    return std::accumulate(what.heirs.begin(), what.heirs.end(), 0,
                           [](int sum, const Heir& heir) { return sum + heir.share; });
}

Result<void> check_shares(const Reorganisation& what)
{
    const auto is_wrong = [](const Heir& heir) {
        return heir.share < 0 || heir.share > whole_share;
    };
    const auto given = share_given(what);
    const bool is_transfer = what.kind == transfer;
    if (std::ranges::any_of(what.heirs, is_wrong) || given > whole_share ||
        (is_transfer && given == whole_share) || (!is_transfer && given != whole_share))
        return refused("shares", "shares");
    return {};
}

/// Who else the kind needs, besides its subject.
Result<void> check_parties(const Reorganisation& what)
{
    switch (what.kind) {
        case rename:
            if (text::trim(what.name).empty()) return refused("name_missing", "name");
            return {};
        case merge:
            if (what.merged.empty()) return refused("merged_missing", "merged");
            return {};
        case dissolve:
            if (what.heirs.empty()) return {};
            return check_shares(what);
        case split:
            if (what.heirs.size() < 2) return refused("heirs_missing", "heirs");
            if (what.names_to &&
                std::ranges::find(what.heirs, what.names_to, &Heir::agency) == what.heirs.end())
                return refused("names_to", "names_to");
            return check_shares(what);
        case transfer:
            if (what.heirs.empty()) return refused("heirs_missing", "heirs");
            return check_shares(what);
    }
    return {};
}

/// Each agency once: those that give, and those that take.
Result<void> check_once(const Reorganisation& what)
{
    auto named = what.merged;
    for (const auto& heir : what.heirs) named.push_back(heir.agency);
    named.insert(named.end(), what.moved.begin(), what.moved.end());
    if (what.kind != split) named.push_back(what.subject);
    if (named.size() > limits::heirs_max) return refused("too_many", "heirs");
    std::ranges::sort(named);
    const bool is_twice = std::ranges::adjacent_find(named) != named.end();
    if (is_twice) return refused("twice", what.kind == merge ? "merged" : "heirs");
    return {};
}

}  // namespace

std::string_view key_of(ReorganisationKind kind)
{
    return std::ranges::find(kind_texts, kind, &KindText::kind)->key;
}

std::string_view text_of(ReorganisationKind kind)
{
    return std::ranges::find(kind_texts, kind, &KindText::kind)->text;
}

std::optional<ReorganisationKind> reorganisation_kind(std::string_view key)
{
    const auto* const found = std::ranges::find(kind_texts, key, &KindText::key);
    if (found == kind_texts.end()) return std::nullopt;
    return found->kind;
}

tl::unexpected<Error> refused(std::string_view what, std::string field,
                              std::vector<std::string> arguments)
{
    return failure(Failure::invalid, "organisation.reorganisation." + std::string(what),
                   std::move(field), std::move(arguments));
}

Result<void> check_terms(const Reorganisation& what)
{
    if (text::trim(what.document).empty()) return refused("document_missing", "document");
    if (text::length(what.document) > limits::document_length_max)
        return refused("document_too_long", "document",
                       {std::to_string(limits::document_length_max)});
    if (!what.subject) return refused("subject_missing", "subject");
    TRY(check_parties(what));
    return check_once(what);
}

std::vector<Passage> passages_of(const Reorganisation& what)
{
    std::vector<Passage> passages;
    const auto pass = [&](AgencyId from, AgencyId to, int share) {
        passages.push_back({.from = from, .to = to, .share = share, .day = what.day});
    };
    for (const auto agency : what.merged) pass(agency, what.subject, whole_share);
    for (const auto& heir : what.heirs) pass(what.subject, heir.agency, heir.share);
    if (what.kind == rename) pass(what.subject, what.subject, whole_share);
    if (what.kind == transfer) pass(what.subject, what.subject, whole_share - share_given(what));
    if (passages.empty()) pass(what.subject, {}, whole_share);
    return passages;
}

std::vector<AgencyId> ending(const Reorganisation& what)
{
    const auto is_subject = [&](const Heir& heir) { return heir.agency == what.subject; };
    if (what.kind == merge) return what.merged;
    if (what.kind == dissolve) return {what.subject};
    if (what.kind == split && std::ranges::none_of(what.heirs, is_subject)) return {what.subject};
    return {};
}

}  // namespace caicach::organisation
