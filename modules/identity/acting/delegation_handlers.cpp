#include "identity/acting/delegation_handlers.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "database/transaction.hpp"
#include "http/percent.hpp"
#include "identity/access/identity_authority.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/acting/delegation.hpp"
#include "identity/acting/delegation_views.hpp"
#include "identity/agency_field.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/sql.hpp"
#include "text/collate.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

/// Whose delegations the request is about.
struct Owner {
    Account account{};
    bool is_self{};

    [[nodiscard]] DelegationsOwner view() const
    {
        return {.name = account.name, .code = is_self ? std::string{} : account.code};
    }
};

Result<Owner> owner_in(const Context& context, database::Transaction& transaction,
                       const http::Request& request)
{
    const auto code = request.raw("nguoi");
    if (code.empty()) {
        auto own = TRY(account_by_id(transaction, context.actor().account));
        return Owner{std::move(own), true};
    }
    auto account = TRY(account_by_code(transaction, code));
    if (!context.may(manage_accounts, organisation::scope_of(account.agency)))
        return failure(Failure::not_found, "identity.account.not_found");
    return Owner{std::move(account), false};
}

std::string path_of(const Owner& owner)
{
    return owner.is_self
               ? delegations_path()
               : delegations_path() + "?nguoi=" + http::percent_encoded(owner.account.code);
}

Result<std::string> branch_name(database::Transaction& transaction, organisation::AgencyId branch,
                                Date today)
{
    if (!branch) return std::string("Toàn tỉnh");
    const auto agency = TRY(organisation::agency_by_id(transaction, branch, today));
    return agency.name;
}

Result<std::string> name_and_agency(database::Transaction& transaction, AccountId id, Date today)
{
    const auto account = TRY(account_by_id(transaction, id));
    const auto agency = TRY(organisation::agency_by_id(transaction, account.agency, today));
    return account.name + ", " + agency.name;
}

Result<DelegationView> view_of(database::Transaction& transaction, const AccessSnapshot& access,
                               const Delegation& delegation, AccountId other, Date today)
{
    DelegationView view{.id = delegation.id,
                        .role = std::string(text_of(delegation.role)),
                        .days = delegation.from.vietnamese() + " – " + delegation.to.vietnamese(),
                        .document = delegation.document,
                        .made_by = delegation.made_by,
                        .state = state_of(delegation, access, today),
                        .ended_by = delegation.ended_by};
    view.other = TRY(name_and_agency(transaction, other, today));
    view.branch = TRY(branch_name(transaction, delegation.branch, today));
    return view;
}

bool is_delegable_by(const std::vector<HeldRole>& held)
{
    return std::ranges::any_of(held, [](const HeldRole& one) { return is_delegable(one.role); });
}

Result<bool> may_give(const Context& context, database::Transaction& transaction,
                      const Owner& owner)
{
    if (context.actor().on_behalf_of || owner.account.is_disabled) return false;
    if (!owner.is_self && !require_over(context, transaction, owner.account)) return false;
    const auto held = TRY(roles_of(transaction, owner.account.id));
    return is_delegable_by(held);
}

/// Those who may receive from the owner: where one delegates for oneself the people of the own
/// agency and below, and those in the branches held; for an administrator all that they administer.
Result<std::vector<ListedAccount>> receivers(const Context& context,
                                             database::Transaction& transaction, const Owner& owner,
                                             const std::set<organisation::AgencyId>& near)
{
    const auto read = [](const database::Row& row) {
        return std::pair(account_of(row), row.id<organisation::AgencyId>("post_agency_id"));
    };
    const auto placed = TRY(
        transaction.all(sql::accounts_with_posts_on, read, context.today(), limits::accounts_max));
    std::unordered_map<std::int64_t, std::string> names;
    std::vector<ListedAccount> people;
    for (const auto& [account, agency_id] : placed) {
        if (account.id == owner.account.id) continue;
        if (!people.empty() && people.back().account.id == account.id) continue;
        const bool is_offered =
            context.may(manage_accounts, organisation::scope_of(account.agency)) ||
            (owner.is_self && near.contains(agency_id));
        if (!is_offered) continue;
        auto& name = names[agency_id.value];
        if (name.empty()) name = TRY(branch_name(transaction, agency_id, context.today()));
        people.push_back({.account = account, .agency = name, .roles = account.name + ", " + name});
    }
    std::ranges::sort(people, [](const ListedAccount& one, const ListedAccount& other) {
        return text::collate(one.roles, other.roles) < 0;
    });
    return people;
}

/// Branches within what the owner holds, for any of the roles.
Result<void> add_branches(const Context& context, database::Transaction& transaction,
                          const AccessSnapshot& access, const Owner& owner, NewDelegationPage& page)
{
    auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    const auto held = TRY(roles_of(transaction, owner.account.id));
    for (const auto& [role, branch] : held) {
        if (!is_delegable(role)) continue;
        const bool is_known = std::ranges::any_of(
            page.held, [&](const GrantView& known) { return known.role == key_of(role); });
        if (!is_known)
            page.held.push_back(
                {.role = std::string(key_of(role)), .role_text = std::string(text_of(role))});
    }
    const auto reaches = [&](organisation::AgencyId agency) {
        return std::ranges::any_of(page.held, [&](const GrantView& grant) {
            const Permission role{.key = "", .text = "", .roles = {grant.role}};
            return access.holds(owner.account.id, role, organisation::scope_of(agency));
        });
    };
    page.has_whole_province = reaches(whole_province);
    std::erase_if(agencies, [&](const auto& agency) { return !reaches(agency.id); });
    page.branches = std::move(agencies);
    return {};
}

/// Whose people one may choose from: the own agency and what is below it, and, unless that is
/// everywhere, what the own roles reach.
Result<std::set<organisation::AgencyId>> nearby(database::Transaction& transaction,
                                                const AccessSnapshot& access, const Owner& owner,
                                                const NewDelegationPage& page, Date today)
{
    std::set<organisation::AgencyId> near;
    if (!owner.is_self) return near;
    if (!page.has_whole_province)
        for (const auto& agency : page.branches) near.insert(agency.id);
    const auto home = organisation::scope_of(owner.account.agency);
    const auto agencies = TRY(organisation::agencies_on(transaction, today));
    for (const auto& agency : agencies) {
        if (access.contains(home, organisation::scope_of(agency.id))) near.insert(agency.id);
    }
    return near;
}

Result<http::Response> form_page(Context& context, database::Transaction& transaction,
                                 const Owner& owner, http::Form form)
{
    const bool may = TRY(may_give(context, transaction, owner));
    if (!may) return failure(Failure::forbidden, "identity.delegation.nothing");
    NewDelegationPage page{.owner = owner.view(), .form = std::move(form)};
    const auto access = TRY(read_access(transaction, context.today()));
    TRY(add_branches(context, transaction, access, owner, page));
    const auto near = TRY(nearby(transaction, access, owner, page, context.today()));
    page.people = TRY(receivers(context, transaction, owner, near));
    return new_delegation_page(context, page);
}

/// Nothing where the form has faults; they are noted in it.
Result<std::optional<NewDelegation>> read_form(const Context& context,
                                               database::Transaction& transaction,
                                               const http::Request& request, const Owner& owner,
                                               http::Form& form)
{
    NewDelegation wanted{.delegator = owner.account.id};
    const auto delegate = account_by_code(transaction, request.raw("delegate"));
    if (delegate) {
        wanted.delegate = delegate->id;
    } else {
        form.add({Failure::invalid, "identity.delegation.nobody", "delegate", {}, {}});
    }
    const auto role = role_from_key(request.raw("role"));
    if (!role) form.add({Failure::invalid, "identity.role.missing", "role", {}, {}});
    wanted.role = role.value_or(Role::overseer);
    wanted.branch = form.take(branch_in(context, transaction, request, "branch"));
    wanted.from = form.take(request.date("from"));
    wanted.to = form.take(request.date("to"));
    wanted.document = form.take(request.text("document", limits::document_length_max));
    if (form.has_errors()) return std::optional<NewDelegation>{};
    return std::optional(std::move(wanted));
}

}  // namespace

Result<http::Response> show_delegations(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto owner = TRY(owner_in(context, transaction, request));
    context.note_reading("account", owner.account.id.value);
    const auto access = TRY(read_access(transaction, context.today()));
    const auto all = TRY(delegations_of(transaction, owner.account.id));
    DelegationsPage page{.owner = owner.view()};
    for (const auto& given : all.given) {
        auto view = TRY(view_of(transaction, access, given, given.delegate, context.today()));
        page.given.push_back(std::move(view));
    }
    for (const auto& received : all.received) {
        auto view =
            TRY(view_of(transaction, access, received, received.delegator, context.today()));
        page.received.push_back(std::move(view));
    }
    page.may_give = TRY(may_give(context, transaction, owner));
    return delegations_page(context, page);
}

Result<http::Response> show_new_delegation(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto owner = TRY(owner_in(context, transaction, request));
    context.note_reading("account", owner.account.id.value);
    http::Form form;
    form.set("from", context.today().vietnamese());
    return form_page(context, transaction, owner, std::move(form));
}

Result<http::Response> post_delegation(Context& context, const http::Request& request)
{
    http::Form form(request);
    {
        auto transaction = TRY(context.begin());
        const auto owner = TRY(owner_in(context, transaction, request));
        const auto wanted = TRY(read_form(context, transaction, request, owner, form));
        if (wanted) {
            const auto made = add_delegation(context, transaction, *wanted);
            if (made) {
                TRY(transaction.commit());
                return web::redirect_with(path_of(owner), "identity.delegation.made");
            }
            if (made.error().field.empty()) return tl::unexpected(made.error());
            form.add(made.error());
        }
    }
    auto transaction = TRY(context.read());
    const auto owner = TRY(owner_in(context, transaction, request));
    return form_page(context, transaction, owner, std::move(form));
}

Result<http::Response> post_delegation_end(Context& context, const http::Request& request)
{
    const auto id = TRY(request.id<DelegationId>("delegation"));
    auto transaction = TRY(context.begin());
    TRY(end_delegation(context, transaction, id));
    const auto owner = TRY(owner_in(context, transaction, request));
    TRY(transaction.commit());
    return web::redirect_with(path_of(owner), "identity.delegation.ended");
}

}  // namespace caicach::identity
