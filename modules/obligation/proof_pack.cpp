#include "obligation/proof_pack.hpp"

#include <utility>

#include "evidence/api.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/permissions.hpp"
#include "obligation/role/insight.hpp"
#include "obligation/state_views.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

Result<http::Response> download_proof_pack(Context& context, const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("task"));
    auto transaction = TRY(context.read());
    ObligationStore store{transaction};
    const auto found = TRY(store.find(code));
    const auto insight = TRY(insight_into(context, transaction, found));
    if (insight < Insight::proof)
        TRY(context.require(see_work, organisation::scope_of(found.agency)));
    const auto work = TRY(work_of(transaction, found.plan, found.lineage));
    const auto counts = TRY(store.counts(found.id));
    evidence::PackContent content{
        .subject = work.path + ". " + work.title + " (" + period_label(found) + ")",
        .name = "Minh chứng " + work.path,
        .agency = found.agency};
    content.facts.reserve(counts.size());
    for (const auto& count : counts) {
        auto fact = TRY(evidence::fact_by_id(transaction, count.fact));
        content.facts.push_back(std::move(fact));
    }
    return evidence::pack(context, transaction, content);
}

}  // namespace caicach::obligation
