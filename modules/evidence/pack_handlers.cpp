#include "evidence/pack_handlers.hpp"

#include <iterator>
#include <utility>

#include "evidence/limits.hpp"
#include "evidence/list_request.hpp"
#include "evidence/pack.hpp"
#include "evidence/permissions.hpp"
#include "evidence/typed_fact.hpp"

namespace caicach::evidence
{
namespace
{

/// One more than fits, so that too many are refused and never cut off.
Result<std::vector<RecordedFact>> facts_to_pack(database::Transaction& transaction, FactQuery query)
{
    std::vector<RecordedFact> all;
    query.limit = facts_at_once;
    while (all.size() <= pack_facts_max) {
        auto page = TRY(facts(transaction, query));
        if (page.empty()) break;
        query.after = After{.happened_on = page.back().happened_on, .id = page.back().id};
        all.insert(all.end(), std::make_move_iterator(page.begin()),
                   std::make_move_iterator(page.end()));
    }
    return all;
}

Result<http::Response> download_pack(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto agency = TRY(organisation::agency_asked_by_slug(
        context, transaction, request.query("co-quan").value_or("")));
    if (!may_see_facts(context, agency.id))
        TRY(context.require(see_facts, organisation::scope_of(agency.id)));
    const auto first_of_year = Date::create(context.today().year(), 1, 1).value_or(context.today());
    const auto from = TRY(request.maybe_date("tu")).value_or(first_of_year);
    const auto to = TRY(request.maybe_date("den")).value_or(context.today());
    const FactQuery query{.agency = agency.id, .from = from, .to = to};
    PackContent content{.subject = "từ " + from.vietnamese() + " đến " + to.vietnamese(),
                        .name = "Minh chứng " + agency.short_name,
                        .agency = agency.id};
    content.facts = TRY(facts_to_pack(transaction, query));
    return pack(context, transaction, content);
}

}  // namespace

void add_pack(Module& module)
{
    module.get("/minh-chung/goi.zip", http::Access::signed_in, download_pack,
               {.limits = {.seconds = pack_seconds}});
}

}  // namespace caicach::evidence
