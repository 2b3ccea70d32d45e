#include "obligation/reminder/number_reminding.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "calendar/period_key.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/reminder/people.hpp"
#include "obligation/target/numbers_missing.hpp"
#include "obligation/target/target_paths.hpp"

namespace caicach::obligation
{
namespace
{

/// Of one plan and period: who lacks how many targets.
struct Lacking {
    AskedPeriod asked{};
    std::map<organisation::AgencyId, int> targets{};
};

/// Which rules speak today, of numbers that are due on a day.
std::vector<const ReminderRule*> rules_for(const std::vector<ReminderRule>& rules,
                                           const AskedPeriod& asked,
                                           const calendar::WorkingDays& working, Date after,
                                           Date today)
{
    std::vector<const ReminderRule*> speaking;
    for (const auto& rule : rules) {
        const auto fires = rule.fires_on(asked.due, working);
        if (fires > after && fires <= today && fires > asked.period.last) speaking.push_back(&rule);
    }
    return speaking;
}

class Adding
{
public:
    Adding(database::Transaction& transaction, Date today, Digests& digests)
        : m_people(transaction, today), m_names(transaction, today), m_digests(digests)
    {
    }

    Result<void> add(const plan::PlanSummary& plan, const Lacking& lacking,
                     const ReminderRule& rule)
    {
        const auto of_plan = plan.number.empty() ? plan.title : plan.number;
        if (rule.audience == Audience::coordinator)
            return add_for_all(plan, of_plan, lacking, rule);
        for (const auto& [agency, targets] : lacking.targets) {
            const auto* summary = TRY(m_names.of(agency));
            const auto accounts =
                TRY(m_people.of(rule.audience, {.plan = plan.id, .agency = agency}));
            put(accounts, rule,
                {.plan = plan.id,
                 .agency = agency,
                 .period = calendar::key(lacking.asked.period),
                 .text = summary->name + ": số liệu " + lacking.asked.label() + " của " +
                         std::to_string(targets) + " chỉ tiêu (" + of_plan + ")",
                 .due = lacking.asked.due,
                 .targets = targets,
                 .path = own_targets_path()});
        }
        return {};
    }

private:
    Result<void> add_for_all(const plan::PlanSummary& plan, const std::string& of_plan,
                             const Lacking& lacking, const ReminderRule& rule)
    {
        const auto accounts = TRY(m_people.of(rule.audience, {.plan = plan.id}));
        put(accounts, rule,
            {.plan = plan.id,
             .period = calendar::key(lacking.asked.period),
             .text = std::to_string(lacking.targets.size()) + " cơ quan chưa báo số liệu " +
                     lacking.asked.label() + " (" + of_plan + ")",
             .due = lacking.asked.due,
             .targets = static_cast<int>(lacking.targets.size()),
             .path = plan_targets_path(plan.code)});
        return {};
    }

    void put(const People::Accounts& accounts, const ReminderRule& rule, NumberEntry entry)
    {
        entry.rule = rule.key;
        for (const auto& account : accounts) {
            auto& digest = m_digests[account.id];
            digest.account = account;
            digest.add(entry, rule.channels);
        }
    }

    People m_people;
    AgencyNames m_names;
    Digests& m_digests;
};

/// Only what some rule speaks of today is counted.
Result<std::vector<Lacking>> lacking_in(PlanTargets& targets, const auto& has_rules)
{
    std::vector<Lacking> all;
    for (const auto& target : targets.targets()) {
        const auto asked = targets.asked_now(target);
        if (!asked || !has_rules(*asked)) continue;
        const auto standing = TRY(targets.standing(target));
        auto found = std::ranges::find_if(all, [&](const Lacking& one) {
            return one.asked.period == asked->period && one.asked.due == asked->due;
        });
        if (found == all.end()) found = all.insert(all.end(), Lacking{.asked = *asked});
        for (const auto& agency : standing.missing) ++found->targets[agency.id];
    }
    return all;
}

}  // namespace

Result<void> add_missing_numbers(Context& context, database::Transaction& transaction, Date after,
                                 Date today, Digests& digests)
{
    const auto plans = TRY(plans_asking(transaction, today));
    if (plans.empty()) return {};
    const auto rules = TRY(reminder_rules_on(today));
    const auto working = TRY(organisation::working_days(transaction));
    const auto speaking = [&](const AskedPeriod& asked) {
        return rules_for(rules, asked, working, after, today);
    };
    Adding adding{transaction, today, digests};
    for (const auto& plan : plans) {
        auto targets = TRY(PlanTargets::load(context, transaction, plan));
        const auto all = TRY(lacking_in(
            targets, [&](const AskedPeriod& asked) { return !speaking(asked).empty(); }));
        for (const auto& lacking : all) {
            if (lacking.targets.empty()) continue;
            for (const auto* rule : speaking(lacking.asked)) {
                if (rule->audience == Audience::overseer || rule->audience == Audience::committee)
                    continue;
                TRY(adding.add(plan, lacking, *rule));
            }
        }
    }
    return {};
}

}  // namespace caicach::obligation
