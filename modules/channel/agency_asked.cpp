#include "channel/agency_asked.hpp"

namespace caicach::channel
{

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
