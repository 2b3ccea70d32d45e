#include <algorithm>
#include <utility>

#include "crypto/public_code.hpp"
#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/acting/post.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/sql.hpp"
#include "manifest/context.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

Result<void> check(const NewAccount& account)
{
    if (text::trim(account.name).empty())
        return failure(Failure::invalid, "identity.account.name_missing", "name");
    if (text::length(account.name) > limits::name_length_max)
        return failure(Failure::invalid, "identity.account.name_too_long", "name",
                       {std::to_string(limits::name_length_max)});
    return {};
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_of(std::string_view text, std::string_view more)
{
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return is_letter_or_digit(c) || more.find(c) != std::string_view::npos;
    });
}

/// "songlam.gov.vn": two labels at least, none of them empty.
bool is_domain(std::string_view domain)
{
    const auto labels = text::split(domain, '.');
    return labels.size() >= 2 && std::ranges::all_of(labels, [](std::string_view label) {
               return is_of(label, "-") && !label.starts_with('-') && !label.ends_with('-');
           });
}

}  // namespace

Result<AccountId> create_account(Context& context, database::Transaction& transaction,
                                 const NewAccount& account)
{
    TRY(context.require(manage_accounts, organisation::scope_of(account.agency)));
    TRY(check(account));
    std::optional<std::string> user_name;
    if (!account.user_name.empty()) user_name = TRY(parse_user_name(account.user_name));
    TRY(organisation::agency_by_id(transaction, account.agency, context.today()));
    const auto id = make_id<AccountId>();
    const auto inserted = TRY(
        transaction.change(sql::insert_account, id, text::clean_input(account.name), account.agency,
                           context.now(), crypto::make_public_code(), user_name));
    if (inserted == 0)
        return failure(Failure::conflict, "identity.account.user_name_taken", "user_name");
    TRY(insert_post(transaction, id,
                    {.agency = account.agency,
                     .title = account.title,
                     .validity = {.from = context.today(), .to = {}}}));
    TRY(context.record(transaction, "identity.account.created", "account", id.value));
    return id;
}

Account account_of(const database::Row& row)
{
    return {.id = row.id<AccountId>("id"),
            .name = row.string("name"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .is_disabled = !row.is_null("disabled_at"),
            .code = row.string("code"),
            .user_name = row.maybe_text("user_name").value_or("")};
}

Result<Account> account_by_id(database::Transaction& transaction, AccountId id)
{
    auto account = TRY(transaction.maybe_one(sql::account_by_id, account_of, id));
    if (!account) return failure(Failure::not_found, "identity.account.not_found");
    return std::move(*account);
}

Result<Account> account_by_code(database::Transaction& transaction, std::string_view code)
{
    auto account = TRY(transaction.maybe_one(sql::account_by_code, account_of, code));
    if (!account) return failure(Failure::not_found, "identity.account.not_found");
    return std::move(*account);
}

Result<std::optional<Account>> account_by_user_name(database::Transaction& transaction,
                                                    std::string_view user_name)
{
    return transaction.maybe_one(sql::account_by_user_name, account_of, user_name);
}

Result<std::string> parse_user_name(std::string_view typed)
{
    auto name = text::lower(text::trim(typed));
    const auto cut = name.find('@');
    const bool is_right = cut != std::string::npos && name.size() <= limits::user_name_length_max &&
                          is_of(std::string_view(name).substr(0, cut), "._+-") &&
                          is_domain(std::string_view(name).substr(cut + 1));
    if (!is_right)
        return failure(Failure::invalid, "identity.account.user_name_malformed", "user_name");
    return name;
}

Result<Actor> actor_of(database::Transaction& transaction, AccountId id, Date today)
{
    auto account = TRY(account_by_id(transaction, id));
    auto agency = TRY(organisation::agency_by_id(transaction, account.agency, today));
    return Actor{.account = account.id,
                 .name = std::move(account.name),
                 .agency = organisation::scope_of(account.agency),
                 .agency_name = std::move(agency.name),
                 .is_system = false,
                 .operating_system_user = {}};
}

Actor system_actor(std::string name, std::string operating_system_user)
{
    return Actor{.account = {},
                 .name = std::move(name),
                 .agency = {},
                 .agency_name = {},
                 .is_system = true,
                 .operating_system_user = std::move(operating_system_user)};
}

}  // namespace caicach::identity
