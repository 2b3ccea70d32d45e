#include "newsroom/desk/agency_asked.hpp"

namespace caicach::newsroom
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

}  // namespace caicach::newsroom
