#include <algorithm>
#include <cstdint>
#include <map>

#include "base/result.hpp"
#include "database/transaction.hpp"
#include "organisation/api.hpp"
#include "organisation/limits.hpp"
#include "organisation/naming.hpp"
#include "organisation/official_code.hpp"
#include "organisation/rows.hpp"
#include "organisation/sql.hpp"
#include "text/text.hpp"

/// From what people write to whom they mean.
namespace caicach::organisation
{
namespace
{

/// A way to write a target: 0 the official name, 1 the short name, 2 an alias.
struct Writing {
    Match match{};
    std::int64_t rank{};
};

Writing writing_from(const database::Row& row)
{
    return {.match = {.target = target_from(row),
                      .name = row.string("name"),
                      .kind = row.string("kind"),
                      .matched = row.string("text")},
            .rank = row.integer("rank")};
}

struct Scored {
    Match match{};
    double score{};  ///< higher is better
};

/// The best of each target, best first, `count` at most.
std::vector<Match> best(std::vector<Scored> candidates, std::size_t count)
{
    std::ranges::stable_sort(candidates,
                             [](const Scored& a, const Scored& b) { return a.score > b.score; });
    std::vector<Match> chosen;
    for (auto& candidate : candidates) {
        if (chosen.size() == count) break;
        const auto is_same = [&](const Match& m) { return m.target == candidate.match.target; };
        if (std::ranges::none_of(chosen, is_same)) chosen.push_back(std::move(candidate.match));
    }
    return chosen;
}

/// What was typed in full comes first, then what begins with it, then shorter before longer.
double search_score(const Writing& writing, std::string_view typed_key)
{
    const auto key = text::fold(writing.match.matched);
    const double class_score = key == typed_key ? 3 : key.starts_with(typed_key) ? 2 : 1;
    const auto length = static_cast<double>(std::min<std::size_t>(key.size(), 1000));
    return class_score - length / 2000 - static_cast<double>(writing.rank) / 1e6;
}

/// Several bear the name without its diacritics: those that bear it with them, if there are any.
std::vector<Match> narrowed(const std::vector<Writing>& writings, std::string_view printed)
{
    const auto spoken = spoken_form(printed);
    std::vector<Scored> exact;
    std::vector<Scored> all;
    for (const auto& writing : writings) {
        const auto score = -static_cast<double>(writing.rank);
        if (spoken_form(writing.match.matched) == spoken) exact.push_back({writing.match, score});
        all.push_back({writing.match, score});
    }
    return best(exact.empty() ? std::move(all) : std::move(exact), limits::suggestions_max);
}

Resolution resolution_of(const Target& target)
{
    if (const auto* agency = std::get_if<AgencyId>(&target)) return *agency;
    return std::get<GroupId>(target);
}

Result<std::vector<Match>> nearest(database::Transaction& transaction, std::string_view key,
                                   Date day)
{
    // Below this the "suggestion" shares little but the word "Sở".
    constexpr double similarity_min = 0.6;
    std::vector<Scored> candidates;
    const auto weigh = [&](const database::Row& row) {
        const auto other = name_key(row.text("text"));
        const auto longer = std::max(key.size(), other.size());
        const auto shorter = std::min(key.size(), other.size());
        // So different in length that the distance alone says no.
        if (static_cast<double>(shorter) < similarity_min * static_cast<double>(longer)) return;
        const auto score = similarity(key, other);
        if (score >= similarity_min) candidates.push_back({writing_from(row).match, score});
    };
    TRY(transaction.each(sql::known_names, weigh, day));
    return best(std::move(candidates), limits::suggestions_max);
}

/// Those who took over from the agencies that were called so once.
Result<std::vector<Match>> successors(database::Transaction& transaction, std::string_view key,
                                      Date day)
{
    struct Bearer {
        std::string text{};
        AgencyId agency{};
        Date last_day{};
    };
    const auto bearer_from = [](const database::Row& row) {
        return Bearer{.text = row.string("text"),
                      .agency = row.id<AgencyId>("agency_id"),
                      .last_day = row.date("last_day")};
    };
    const auto bearers = TRY(transaction.all(sql::past_bearers, bearer_from, key, day));
    std::vector<Scored> candidates;
    if (bearers.empty()) return std::vector<Match>{};
    const auto passages = TRY(organisation::succession(transaction));
    for (const auto& bearer : bearers) {
        for (const auto& heir : passages.heirs(bearer.agency, bearer.last_day, day)) {
            if (heir.agency == bearer.agency) continue;
            const auto summary = TRY(agency_by_id(transaction, heir.agency, day));
            candidates.push_back({.match = {.target = heir.agency,
                                            .name = summary.name,
                                            .kind = summary.kind,
                                            .matched = bearer.text},
                                  .score = static_cast<double>(heir.share)});
        }
    }
    return best(std::move(candidates), limits::suggestions_max);
}

}  // namespace

Result<std::vector<Match>> search_agencies(database::Transaction& transaction,
                                           std::string_view typed, Date day, int limit)
{
    const auto count = static_cast<std::size_t>(std::clamp(limit, 0, limits::search_results_max));
    const auto shortened = text::squeeze(text::shorten(typed, limits::name_length_max));
    const auto typed_key = text::fold(shortened);
    std::vector<Scored> candidates;
    const auto coded = TRY(agencies_by_any_code(transaction, shortened, day));
    constexpr double before_all_names = 4;
    for (const auto& agency : coded)
        candidates.push_back({.match = {.target = agency.id,
                                        .name = agency.name,
                                        .kind = agency.kind,
                                        .matched = official_code_form(shortened)},
                              .score = before_all_names});
    // As typed, and with abbreviations read out: "ubnd xa" finds "Ủy ban nhân dân xã …".
    const std::array patterns{search_pattern(shortened), search_pattern(spoken_form(shortened))};
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        if (patterns[i].empty() || (i > 0 && patterns[i] == patterns[i - 1])) continue;
        // The first word stands at the beginning of the name, or behind a gap.
        const auto behind_a_gap = std::string_view(patterns[i]);
        const auto at_beginning = behind_a_gap.substr(std::string_view("% ").size());
        auto writings = TRY(
            transaction.all(sql::known_names_like, writing_from, day, at_beginning, behind_a_gap));
        for (auto& writing : writings) {
            const auto score = search_score(writing, typed_key);
            candidates.push_back({std::move(writing.match), score});
        }
    }
    return best(std::move(candidates), count);
}

Result<Resolution> resolve_name(database::Transaction& transaction, std::string_view printed,
                                Date day)
{
    if (text::length(printed) > limits::name_length_max) return Resolution{Unresolved{}};
    const auto key = name_key(printed);
    if (key.empty()) return Resolution{Unresolved{}};
    const auto writings =
        TRY(transaction.all(sql::known_names_by_key, writing_from, day, std::string_view(key)));
    auto meant = narrowed(writings, printed);
    if (meant.size() == 1) return resolution_of(meant.front().target);
    if (meant.empty()) meant = TRY(successors(transaction, key, day));
    if (meant.empty()) meant = TRY(nearest(transaction, key, day));
    return Resolution{Unresolved{.suggestions = std::move(meant)}};
}

Result<std::vector<KnownName>> known_names(database::Transaction& transaction, Date day)
{
    const auto known = [](const database::Row& row) {
        auto writing = writing_from(row);
        return KnownName{.text = std::move(writing.match.matched),
                         .target = writing.match.target,
                         .name = std::move(writing.match.name),
                         .kind = std::move(writing.match.kind),
                         .is_official = writing.rank == 0};
    };
    return transaction.all(sql::known_names, known, day);
}

}  // namespace caicach::organisation
