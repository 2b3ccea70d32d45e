#include "channel/agency_asked.hpp"

namespace caicach::channel
{

Result<organisation::AgencySummary> agency_asked(const Context& context,
                                                 database::Transaction& transaction,
                                                 std::string_view code)
{
    const auto today = context.today();
    if (!code.empty()) return organisation::agency_by_code(transaction, code, today);
    const auto own = organisation::agency_of(context.actor().agency);
    return organisation::agency_by_id(transaction, own, today);
}

Result<std::vector<organisation::AgencySummary>> agencies_with(const Context& context,
                                                               database::Transaction& transaction,
                                                               const Permission& permission)
{
    auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    std::erase_if(agencies, [&](const organisation::AgencySummary& one) {
        return !context.may(permission, organisation::scope_of(one.id));
    });
    return agencies;
}

}  // namespace caicach::channel
