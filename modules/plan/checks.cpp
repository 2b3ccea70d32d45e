#include "plan/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "organisation/api.hpp"
#include "plan/edition_store.hpp"
#include "plan/item_search.hpp"
#include "plan/item_store.hpp"

namespace caicach::plan
{
namespace
{

constexpr int editions_checked_max = 10'000;

using Problems = std::vector<std::string>;

Result<void> check_search_of(database::Transaction& transaction, const Edition& edition,
                             Problems& problems)
{
    auto store = ItemStore{transaction};
    const auto items = TRY(store.all_of(edition.id));
    for (const auto& item : items) {
        if (item.is_removed) continue;
        const auto found = TRY(is_found(transaction, item));
        if (found) continue;
        problems.push_back(
            fmt::format("{}: item {} is not found by its own words", edition.slug, item.path));
    }
    return {};
}

Result<void> check_agencies_of(database::Transaction& transaction, const Edition& edition,
                               Problems& problems)
{
    auto store = ItemStore{transaction};
    const auto items = TRY(store.all_of(edition.id));
    const auto day = Date::of(edition.created_at);
    for (const auto& item : items) {
        for (const auto role : roles) {
            for (const auto& mention : item.agencies(role)) {
                if (!mention.target) continue;
                const auto name = organisation::name_of(transaction, *mention.target, day);
                if (name) continue;
                problems.push_back(fmt::format("{}: item {} names {}, which is not there",
                                               edition.slug, item.path, mention.text));
            }
        }
    }
    return {};
}

}  // namespace

Result<std::vector<std::string>> check_search(Context& context)
{
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    Problems problems;
    const auto in_force = TRY(editions.in_force(0, editions_checked_max));
    for (const auto& edition : in_force) TRY(check_search_of(transaction, edition, problems));
    return problems;
}

Result<std::vector<std::string>> check_agencies(Context& context)
{
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    Problems problems;
    const auto in_force = TRY(editions.in_force(0, editions_checked_max));
    for (const auto& edition : in_force) TRY(check_agencies_of(transaction, edition, problems));
    return problems;
}

}  // namespace caicach::plan
