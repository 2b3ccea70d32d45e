#include "obligation/generation.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "crypto/public_code.hpp"
#include "database/turn.hpp"
#include "jobs/jobs.hpp"
#include "obligation/ask.hpp"
#include "obligation/cascade/part_generation.hpp"
#include "obligation/counting.hpp"
#include "obligation/doers.hpp"
#include "obligation/gone_works.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/own_plan/waiting.hpp"
#include "obligation/proposal/proposal_generation.hpp"
#include "obligation/quota_key.hpp"
#include "obligation/receivers.hpp"
#include "obligation/reminder/plan_news.hpp"
#include "obligation/role/item_role.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{
namespace
{

/// What tells the obligations of one plan apart.
using Key = std::tuple<plan::ItemId, organisation::AgencyId, std::string, std::string>;

Key key_of(const Obligation& obligation)
{
    return {obligation.lineage, obligation.agency, obligation.quota, obligation.period};
}

/// What a plan asks for, as obligations that nobody has saved.
using Wanted = std::map<Key, Obligation>;

Obligation wanted_from(const plan::Item& item, const Ask& ask, organisation::AgencyId agency)
{
    return {.lineage = item.lineage,
            .item = item.id,
            .agency = agency,
            .role = Doers::owing_role(item),
            .quota = ask.quota,
            .period = ask.period,
            .begins_on = ask.begins_on,
            .ends_on = ask.ends_on,
            .due_on = ask.due_on,
            .needed = ask.needed,
            .unit = ask.unit,
            .product = ask.product,
            .is_requested = item.requested};
}

Result<Wanted> wanted_of(database::Transaction& transaction, Doers& doers, const DueDays& due_days,
                         const plan::PlanSummary& plan, const std::vector<plan::Item>& items)
{
    const auto years = years_of(plan);
    Receivers receivers{transaction, plan.issued_on};
    Wanted wanted;
    for (const auto& item : items) {
        if (owed_elsewhere(item, items) != nullptr) continue;
        for (const auto& ask : asks_of(item, years, due_days)) {
            if (!is_asked_by(ask, plan.issued_on)) continue;
            const auto agencies = TRY(doers.on(item, plan.issued_on, ask.due_on));
            for (const auto agency : agencies) {
                if (agencies.size() > 1 && is_for_duty(ask.product)) {
                    const auto is_own = TRY(receivers.has(item, agency));
                    if (is_own) continue;
                }
                auto obligation = wanted_from(item, ask, agency);
                obligation.plan = plan.id;
                wanted.emplace(key_of(obligation), std::move(obligation));
            }
        }
    }
    return wanted;
}

void take_terms(Obligation& obligation, const Obligation& wanted)
{
    obligation.item = wanted.item;
    obligation.role = wanted.role;
    obligation.begins_on = wanted.begins_on;
    obligation.ends_on = wanted.ends_on;
    obligation.due_on = wanted.due_on;
    obligation.needed = wanted.needed;
    obligation.unit = wanted.unit;
    obligation.product = wanted.product;
    obligation.is_requested = wanted.is_requested;
}

/// A database of an earlier release: also of plans that are over.
Result<void> name_quotas_of_all(Context& context)
{
    auto transaction = TRY(context.begin());
    const bool is_needed = TRY(has_numbered_quotas(transaction));
    if (!is_needed) return {};
    const auto plans = TRY(plan::plans_in_force(transaction));
    for (const auto& plan : plans) TRY(name_numbered_quotas(transaction, plan.id));
    return transaction.commit();
}

/// One run over one plan.
class Generation
{
public:
    Generation(Context& context, database::Transaction& transaction, Doers& doers,
               plan::PlanId plan)
        : m_context(context), m_transaction(transaction), m_doers(doers), m_plan(plan)
    {
    }

    Result<Generated> run(const std::vector<Obligation>& known, Wanted wanted)
    {
        remember_ended(known);
        for (const auto& obligation : known) {
            const auto found = wanted.find(key_of(obligation));
            if (found == wanted.end()) {
                TRY(let_go(obligation));
                continue;
            }
            TRY(renew(obligation, found->second));
            wanted.erase(found);
        }
        const auto fresh = make(std::move(wanted));
        TRY(m_store.add_untold(fresh));
        // Terms stand before facts are looked for: what fits nothing any more is free for others.
        const auto misfits = TRY(drop_misfits(m_transaction, m_plan));
        for (const auto obligation : misfits) TRY(settle_anew(m_transaction, obligation));
        for (const auto& renewed : m_renewed) TRY(count_renewed(renewed));
        for (auto obligation : fresh) TRY(count_known(obligation));
        m_done.made = static_cast<int>(fresh.size());
        return m_done;
    }

private:
    /// Those of whom others took something over by today or later.
    void remember_ended(const std::vector<Obligation>& known)
    {
        std::set<organisation::AgencyId> agencies;
        for (const auto& obligation : known) agencies.insert(obligation.agency);
        for (const auto agency : agencies) {
            const auto heirs =
                m_doers.succession().heirs(agency, organisation::first_day(), limits::last_day());
            const bool goes_on = heirs.size() == 1 && heirs.front().agency == agency;
            if (!goes_on) m_ended.push_back(agency);
        }
    }

    [[nodiscard]] bool is_past(const Obligation& obligation) const
    {
        return obligation.due_on < m_context.today();
    }

    /// Nobody asks for it any more.
    Result<void> let_go(Obligation obligation)
    {
        if (is_past(obligation) || obligation.closing == Closing::closed) return {};
        ++m_done.closed;
        ++m_done.agencies[obligation.agency].closed;
        const bool is_kept = TRY(m_store.has_anything(obligation.id));
        if (!is_kept && obligation.closing == Closing::none)
            return m_store.remove_untold(obligation);
        obligation.closing = Closing::closed;
        obligation.closing_reason = "Kế hoạch hoặc danh mục cơ quan đã thay đổi";
        obligation.closed_by = m_context.actor().name;
        obligation.closed_at = m_context.now();
        return m_store.save_untold(obligation);
    }

    /// One whose terms changed, or to which those merged into its agency may bring facts.
    struct Renewed {
        Obligation before{};
        Date wanted_due_on{};
        std::vector<organisation::AgencyId> merged{};
    };

    std::vector<Obligation> make(Wanted wanted)
    {
        std::vector<Obligation> fresh;
        fresh.reserve(wanted.size());
        for (auto& [key, obligation] : wanted) {
            obligation.id = make_id<ObligationId>();
            obligation.code = crypto::make_public_code();
            obligation.version = 1;
            note_made(obligation);
            fresh.push_back(std::move(obligation));
        }
        return fresh;
    }

    /// What is over by its old day and by its new one stays, and what was done in time by the old.
    [[nodiscard]] bool stays(const Obligation& obligation, const Obligation& wanted) const
    {
        if (!is_past(obligation)) return false;
        const bool is_in_time = obligation.done_on && *obligation.done_on <= obligation.due_on;
        return is_past(wanted) || (is_in_time && obligation.closing != Closing::closed);
    }

    /// First its terms; facts are counted when all have theirs.
    Result<void> renew(const Obligation& before, const Obligation& wanted)
    {
        if (stays(before, wanted)) return {};
        Renewed renewed{
            .before = before, .wanted_due_on = wanted.due_on, .merged = merged_into(before)};
        auto after = before;
        take_terms(after, wanted);
        after.due_on = judged_day(before, wanted.due_on, before.done_on);
        const bool is_back = before.closing == Closing::closed;
        if (is_back) {
            after.closing = Closing::none;
            after.closing_reason.clear();
            after.closed_by.clear();
            after.closed_at.reset();
        }
        const bool is_same = before.item == after.item && terms_of(before) == terms_of(after);
        if (is_same && renewed.merged.empty()) return {};
        if (!is_same) TRY(m_store.save_untold(after));
        m_renewed.push_back(std::move(renewed));
        return {};
    }

    Result<void> count_renewed(const Renewed& renewed)
    {
        const auto& before = renewed.before;
        const auto stored = TRY(m_store.find(before.id));
        auto after = stored;
        TRY(count_known_facts(m_context, m_transaction, after, renewed.merged));
        after.due_on = judged_day(before, renewed.wanted_due_on, after.done_on);
        const bool is_counted = after.done != stored.done || after.done_on != stored.done_on ||
                                after.due_on != stored.due_on;
        if (is_counted) TRY(m_store.save_untold(after));
        if (after.version != before.version) note_changed(before, after);
        return {};
    }

    void note_made(const Obligation& obligation)
    {
        auto& changes = m_done.agencies[obligation.agency];
        ++changes.made;
        changes.first_due =
            std::min(changes.first_due.value_or(obligation.due_on), obligation.due_on);
    }

    void note_changed(const Obligation& before, const Obligation& after)
    {
        ++m_done.changed;
        ChangedTerms changed{after.lineage, after.period, terms_of(before), terms_of(after)};
        if (changed.before == changed.after) return;
        if (before.due_on != after.due_on)
            ++m_done.moved[{after.lineage, after.period, before.due_on, after.due_on}];
        m_done.agencies[after.agency].changed.push_back(std::move(changed));
    }

    Result<void> count_known(Obligation& obligation)
    {
        if (m_context.today() < obligation.begins_on) return {};
        const auto merged = merged_into(obligation);
        const bool counts = TRY(count_known_facts(m_context, m_transaction, obligation, merged));
        return counts ? m_store.save_untold(obligation) : Result<void>{};
    }

    /// Agencies of this plan for which the obligation's agency answers on its day.
    [[nodiscard]] std::vector<organisation::AgencyId> merged_into(
        const Obligation& obligation) const
    {
        std::vector<organisation::AgencyId> merged;
        for (const auto agency : m_ended) {
            if (agency == obligation.agency) continue;
            const auto heirs =
                m_doers.succession().heirs(agency, obligation.begins_on, obligation.due_on);
            const bool answers = std::ranges::any_of(heirs, [&](const organisation::Heir& heir) {
                return heir.agency == obligation.agency;
            });
            if (answers) merged.push_back(agency);
        }
        return merged;
    }

    Context& m_context;
    database::Transaction& m_transaction;
    Doers& m_doers;
    ObligationStore m_store{m_transaction};
    plan::PlanId m_plan{};
    std::vector<organisation::AgencyId> m_ended{};
    std::vector<Renewed> m_renewed{};
    Generated m_done{};
};

}  // namespace

Terms terms_of(const Obligation& obligation)
{
    return {.role = obligation.role,
            .begins_on = obligation.begins_on,
            .ends_on = obligation.ends_on,
            .due_on = obligation.due_on,
            .needed = obligation.needed,
            .unit = obligation.unit,
            .product = obligation.product,
            .is_requested = obligation.is_requested,
            .is_closed = obligation.closing == Closing::closed};
}

Result<Generated> generate(Context& context, database::Transaction& transaction, plan::PlanId plan)
{
    // Results that others record meanwhile are seen here, or see what this makes.
    TRY(database::take_turn(transaction, database::Turn::alone));
    const auto summary = TRY(plan::summary_of(transaction, plan));
    const auto items = TRY(plan::items_in_force(transaction, plan));
    auto doers = TRY(Doers::create(transaction));
    const auto due_days = TRY(DueDays::load(transaction));
    auto wanted = TRY(wanted_of(transaction, doers, due_days, summary, items));
    TRY(name_numbered_quotas(transaction, plan));
    ObligationStore store{transaction};
    const auto known = TRY(store.of_plan(plan));
    Generation generation{context, transaction, doers, plan};
    auto done = TRY(generation.run(known, std::move(wanted)));
    TRY(renew_parts(context, transaction, plan, {doers.succession(), due_days}));
    TRY(save_works(transaction, plan, items));
    done.gone = TRY(leave_gone_works(transaction, plan, items));
    TRY(save_roles(transaction, summary, items, doers, context.today()));
    TRY(renew_proposals(context, transaction, plan, doers.succession()));
    TRY(store.retell_tally(plan));
    return done;
}

Result<std::vector<plan::PlanSummary>> plans_going_on(const Context& context,
                                                      database::Transaction& transaction)
{
    auto plans = TRY(plan::plans_in_force(transaction));
    const int year = context.today().year();
    std::erase_if(plans, [&](const plan::PlanSummary& plan) { return plan.last_year < year; });
    return plans;
}

Result<void> run_generate_job(Context& context, jobs::JobContext& job)
{
    TRY(name_quotas_of_all(context));
    auto reading = TRY(context.read());
    const auto plans = TRY(plans_going_on(context, reading));
    for (const auto& plan : plans) {
        if (job.is_cancelled()) break;
        auto transaction = TRY(context.begin());
        const auto done = TRY(generate(context, transaction, plan.id));
        TRY(tell_agencies(context, transaction, plan, done, Cause::directory));
        TRY(transaction.commit());
    }
    return {};
}

Result<void> hear_directory(Context& context, database::Transaction& transaction,
                            const organisation::DirectoryChanged& /*event*/)
{
    TRY(jobs::enqueue(transaction, generate_job, "", {.now = context.now()}));
    if (context.services().wake_worker) transaction.after_commit(context.services().wake_worker);
    return {};
}

Result<void> hear_plan(Context& context, database::Transaction& transaction,
                       const plan::PlanPutInForce& event)
{
    const auto done = TRY(generate(context, transaction, event.plan));
    const auto plan = TRY(plan::summary_of(transaction, event.plan));
    return tell_agencies(context, transaction, plan, done,
                         event.replaced ? Cause::amended : Cause::in_force);
}

}  // namespace caicach::obligation
