#include "obligation/cascade/part_shown.hpp"

#include <algorithm>
#include <utility>

#include "obligation/board/task_list.hpp"
#include "obligation/cascade/handing_on.hpp"
#include "obligation/cascade/part_store.hpp"
#include "obligation/cascade/units.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/proposal/proposal_steps.hpp"
#include "obligation/result.hpp"

namespace caicach::obligation
{
namespace
{

bool is_late(const Obligation& part, Date today)
{
    const auto state = state_of(part, today);
    return state == State::overdue || state == State::fulfilled_late;
}

Result<void> add_whole(const Context& context, database::Transaction& transaction,
                       const Obligation& part, CascadePart& shown)
{
    auto whole = TRY(ObligationStore{transaction}.find(part.parent));
    const auto giver = TRY(organisation::agency_by_id(transaction, part.giver, part.due_on));
    const auto terms = TRY(PartStore{transaction}.find(part));
    shown.giver = giver.name;
    shown.note = terms.note;
    shown.sees_whole = TRY(may_see(context, transaction, whole));
    shown.may_decide = part.closing == Closing::none && may_hand_on(context, part.giver);
    if (terms.agreed_in) {
        const auto proposal = TRY(ProposalStore{transaction}.find(terms.agreed_in));
        shown.proposal = proposal.code;
    }
    shown.whole = std::move(whole);
    return {};
}

/// What the agency may ask of others that the item names, and what it asked.
Result<void> add_proposals(const Context& context, database::Transaction& transaction,
                           const Obligation& whole, CascadePart& shown)
{
    if (whole.is_part()) return {};
    const auto proposals = TRY(ProposalStore{transaction}.of(whole.id));
    shown.proposals = std::ranges::count_if(proposals, &Proposal::is_waiting);
    if (!check_proposing(context, transaction, whole)) return {};
    const auto named = TRY(cooperating(transaction, whole));
    shown.may_propose = !named.empty();
    return {};
}

}  // namespace

PartSums sums_of(const std::vector<ShownPart>& parts, Date today)
{
    PartSums sums;
    for (const auto& [part, unit] : parts) {
        const auto& obligation = part.obligation;
        if (obligation.closing == Closing::closed) continue;
        ++sums.parts;
        sums.needed += obligation.needed;
        sums.done += obligation.done;
        if (obligation.closing == Closing::none) sums.missing += obligation.missing();
        if (is_late(obligation, today)) ++sums.late;
    }
    return sums;
}

Result<CascadePart> cascade_of(const Context& context, database::Transaction& transaction,
                               const Obligation& obligation)
{
    CascadePart shown;
    if (obligation.is_part()) TRY(add_whole(context, transaction, obligation, shown));
    auto parts = TRY(PartStore{transaction}.of(obligation.id));
    AgencyNames names{transaction, obligation.due_on};
    const auto* agency = TRY(names.of(obligation.agency));
    shown.agency_code = agency->code;
    shown.parts.reserve(parts.size());
    for (auto& part : parts) {
        const auto* unit = TRY(names.of(part.obligation.agency));
        shown.parts.push_back({.part = std::move(part), .unit = unit->name});
    }
    TRY(add_proposals(context, transaction, obligation, shown));
    if (!may_hand_on(context, obligation.agency) || !check_handing_on(context, obligation))
        return shown;
    const auto units = TRY(units_of(transaction, obligation.agency, context.today(), 1));
    shown.may_hand_on = !units.empty();
    return shown;
}

Result<std::string> why_part_due(database::Transaction& transaction, const Obligation& part)
{
    const auto terms = TRY(PartStore{transaction}.find(part));
    if (!terms.named_on) return std::string{"Theo hạn của cơ quan giao."};
    const auto due_days = TRY(DueDays::load(transaction));
    const auto due = due_days.on(*terms.named_on, plan::Limit::by);
    const auto said = "Cơ quan giao ghi ngày " + terms.named_on->vietnamese() + ". ";
    if (due.day == part.due_on) return said + calendar::in_words(due.explanation);
    return said + "Không sau hạn của cơ quan giao, nên đến hết ngày " + part.due_on.vietnamese() +
           ".";
}

Result<GiverNames> giver_names(database::Transaction& transaction, const std::vector<Task>& tasks,
                               Date day)
{
    AgencyNames known{transaction, day};
    GiverNames names;
    for (const auto& task : tasks) {
        if (!task.obligation.is_part()) continue;
        const auto* agency = TRY(known.of(task.obligation.giver));
        names.try_emplace(task.obligation.giver, agency->name);
    }
    return names;
}

}  // namespace caicach::obligation
