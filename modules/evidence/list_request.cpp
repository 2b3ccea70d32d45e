#include "evidence/list_request.hpp"

#include "evidence/fact_rows.hpp"
#include "evidence/permissions.hpp"
#include "evidence/typed_fact.hpp"

namespace caicach::evidence
{

Result<std::vector<organisation::AgencySummary>> agencies_to_see(const Context& context,
                                                                 database::Transaction& transaction)
{
    auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    std::erase_if(agencies, [&](const organisation::AgencySummary& agency) {
        return !may_see_facts(context, agency.id);
    });
    if (agencies.size() <= 1) agencies.clear();
    return agencies;
}

Result<void> read_days(const http::Request& request, ListQuery& query)
{
    query.from = TRY(request.maybe_date("tu"));
    query.to = TRY(request.maybe_date("den"));
    if (query.from && query.to && *query.to < *query.from)
        return failure(Failure::invalid, "evidence.list.days_backwards", "den");
    return {};
}

}  // namespace caicach::evidence
