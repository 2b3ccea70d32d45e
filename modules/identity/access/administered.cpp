#include "identity/access/administered.hpp"

#include <vector>

#include "database/transaction.hpp"
#include "identity/permissions.hpp"

namespace caicach::identity
{

Result<Account> administered_account(const Context& context, database::Transaction& transaction,
                                     const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("account"));
    auto account = TRY(account_by_code(transaction, code));
    if (!context.may(manage_accounts, organisation::scope_of(account.agency)))
        return failure(Failure::not_found, "identity.account.not_found");
    return account;
}

Result<BranchChoices> administered_agencies(const Context& context,
                                            database::Transaction& transaction)
{
    BranchChoices choices;
    choices.agencies = TRY(organisation::agencies_on(transaction, context.today()));
    choices.has_whole_province = context.may(manage_accounts, {});
    std::erase_if(choices.agencies, [&](const organisation::AgencySummary& agency) {
        return !context.may(manage_accounts, organisation::scope_of(agency.id));
    });
    return choices;
}

}  // namespace caicach::identity
