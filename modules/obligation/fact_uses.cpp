#include "obligation/fact_uses.hpp"

#include <algorithm>
#include <utility>

#include "obligation/counting.hpp"
#include "obligation/explanation.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/paths.hpp"
#include "obligation/result.hpp"
#include "obligation/state_views.hpp"
#include "obligation/uncounted.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{
namespace
{

class Telling
{
public:
    Telling(const Context& context, database::Transaction& transaction,
            const evidence::FactUsesAsked& asked)
        : m_context(context), m_transaction(transaction), m_asked(asked)
    {
    }

    Result<void> run()
    {
        m_uses = TRY(m_store.with_fact(m_asked.fact.id));
        for (const auto& obligation : m_uses) TRY(tell_use(obligation));
        const auto undone = TRY(uncounted_of_fact(m_transaction, m_asked.fact.id));
        for (const auto& one : undone) TRY(tell_undone(one));
        auto around = TRY(around_fact());
        std::erase_if(around, [&](const Obligation& one) {
            return std::ranges::find(undone, one.id, &Uncounted::obligation) != undone.end();
        });
        for (const auto& obligation : around) {
            const auto work = TRY(work_of(m_transaction, obligation.plan, obligation.lineage));
            auto told = TRY(told_of(obligation, work));
            told.why =
                why_it_does_not({.obligation = obligation, .work = work}, m_asked.fact, m_uses);
            m_asked.not_uses->push_back(std::move(told));
        }
        return {};
    }

private:
    Result<void> tell_use(const Obligation& obligation)
    {
        const auto work = TRY(work_of(m_transaction, obligation.plan, obligation.lineage));
        const auto counts = TRY(m_store.counts(obligation.id));
        const auto count = std::ranges::find(counts, m_asked.fact.id, &Count::fact);
        if (count == counts.end()) return {};
        const auto agency = TRY(organisation::agency_by_id(m_transaction, m_asked.fact.agency,
                                                           m_asked.fact.happened_on));
        auto told = TRY(told_of(obligation, work));
        told.why = why_it_counts({.obligation = obligation, .work = work}, *count, agency.name);
        m_asked.uses->push_back(std::move(told));
        return {};
    }

    /// What a person undid, in that person's words.
    Result<void> tell_undone(const Uncounted& undone)
    {
        const auto obligation = TRY(m_store.find(undone.obligation));
        const auto work = TRY(work_of(m_transaction, obligation.plan, obligation.lineage));
        auto told = TRY(told_of(obligation, work));
        told.why = why_undone(work, undone);
        m_asked.not_uses->push_back(std::move(told));
        return {};
    }

    Result<evidence::FactUse> told_of(const Obligation& obligation, const Work& work)
    {
        evidence::FactUse use{.text = work.path + ". " + work.title + " (" +
                                      period_label(obligation) + ")"};
        if (obligation.agency != m_asked.fact.agency) {
            const auto owes = TRY(organisation::agency_by_id(m_transaction, obligation.agency,
                                                             m_asked.fact.happened_on));
            use.text += ", việc của " + owes.name;
        }
        const bool sees = TRY(may_see(m_context, m_transaction, obligation));
        if (sees) use.path = task_path(obligation.code);
        return use;
    }

    /// What the agency owed around that day and that asks for the fact's product, but for which the
    /// fact does not count; of a fact that counts for nothing at all, what it was reported for.
    Result<std::vector<Obligation>> around_fact()
    {
        const auto& fact = m_asked.fact;
        std::vector<Obligation> around;
        if (fact.source_module == fact_source && fact.standing != evidence::Standing::counts) {
            auto reported_for = m_store.find(ObligationId{fact.source_object});
            if (reported_for) around.push_back(std::move(*reported_for));
        }
        if (fact.product.empty() || fact.standing != evidence::Standing::counts) return around;
        auto near = TRY(m_store.near(fact.agency, fact.product, fact.happened_on));
        std::erase_if(near, [&](const Obligation& one) {
            return std::ranges::find(m_uses, one.id, &Obligation::id) != m_uses.end();
        });
        return near;
    }

    const Context& m_context;
    database::Transaction& m_transaction;
    const evidence::FactUsesAsked& m_asked;
    ObligationStore m_store{m_transaction};
    std::vector<Obligation> m_uses{};
};

}  // namespace

Result<void> tell_uses_of_fact(Context& context, database::Transaction& transaction,
                               const evidence::FactUsesAsked& asked)
{
    return Telling{context, transaction, asked}.run();
}

}  // namespace caicach::obligation
