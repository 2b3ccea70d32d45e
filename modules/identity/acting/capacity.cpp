#include "identity/acting/capacity.hpp"

#include <algorithm>
#include <utility>

#include "database/transaction.hpp"
#include "identity/acting/post.hpp"
#include "identity/api.hpp"

namespace caicach::identity
{

namespace
{

Result<ActingAs> for_agency(database::Transaction& transaction, const Account& account,
                            organisation::AgencyId agency_id, std::string_view title, Date today)
{
    auto agency = TRY(organisation::agency_by_id(transaction, agency_id, today));
    ActingAs acting{.value = "co-quan:" + agency.code, .text = agency.name};
    if (!title.empty()) acting.text += " – " + std::string(title);
    acting.actor = {.account = account.id,
                    .name = account.name,
                    .agency = organisation::scope_of(agency_id),
                    .agency_name = std::move(agency.name)};
    return acting;
}

Result<ActingAs> in_place_of(database::Transaction& transaction, const Account& account,
                             AccountId delegator_id, Date today)
{
    auto delegator = TRY(account_by_id(transaction, delegator_id));
    auto agency = TRY(organisation::agency_by_id(transaction, delegator.agency, today));
    ActingAs acting{.value = "thay:" + delegator.code,
                    .text = "Thay " + delegator.name + " – " + agency.name};
    acting.actor = {.account = account.id,
                    .name = account.name,
                    .agency = organisation::scope_of(delegator.agency),
                    .agency_name = std::move(agency.name),
                    .on_behalf_of = delegator_id,
                    .on_behalf_of_name = std::move(delegator.name)};
    return acting;
}

bool is_same(const Actor& one, const Actor& other)
{
    return one.agency == other.agency && one.on_behalf_of == other.on_behalf_of;
}

}  // namespace

Result<std::vector<ActingAs>> capacities_of(database::Transaction& transaction,
                                            const AccessSnapshot& access, AccountId id, Date today)
{
    const auto account = TRY(account_by_id(transaction, id));
    const auto posts = TRY(posts_of(transaction, id));
    const auto title_at = [&](organisation::AgencyId agency) {
        const auto found = std::ranges::find_if(posts, [&](const Post& post) {
            return post.agency == agency && post.validity.holds_on(today);
        });
        return found == posts.end() ? std::string_view{} : std::string_view(found->title);
    };
    std::vector<ActingAs> all;
    const auto add = [&](ActingAs acting) { all.push_back(std::move(acting)); };
    const auto home = account.agency;
    auto first = TRY(for_agency(transaction, account, home, title_at(home), today));
    add(std::move(first));
    for (const auto scope : access.agencies_of(id)) {
        const auto agency = organisation::agency_of(scope);
        if (agency == home) continue;
        auto other = TRY(for_agency(transaction, account, agency, title_at(agency), today));
        add(std::move(other));
    }
    for (const auto delegator : access.delegators_of(id)) {
        auto other = TRY(in_place_of(transaction, account, delegator, today));
        add(std::move(other));
    }
    return all;
}

Result<void> settle_capacity(database::Transaction& transaction, const AccessSnapshot& access,
                             ScopeId home, Date today, Session& session)
{
    auto& actor = session.actor;
    const auto agencies = access.agencies_of(actor.account);
    const auto delegators = access.delegators_of(actor.account);
    const bool has_other_agency =
        std::ranges::any_of(agencies, [&](ScopeId agency) { return agency != home; });
    const bool is_home = actor.agency == home && !actor.on_behalf_of;
    // Nearly everybody: one agency, and no question more.
    if (is_home && !has_other_agency && delegators.empty()) return {};
    const auto all = TRY(capacities_of(transaction, access, actor.account, today));
    const auto current = std::ranges::find_if(
        all, [&](const ActingAs& acting) { return is_same(acting.actor, actor); });
    actor = current == all.end() ? all.front().actor : current->actor;
    if (all.size() < 2) return {};
    for (const auto& acting : all)
        session.capacities.push_back({acting.value, acting.text, is_same(acting.actor, actor)});
    return {};
}

}  // namespace caicach::identity
