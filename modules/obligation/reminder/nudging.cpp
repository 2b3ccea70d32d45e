#include "obligation/reminder/nudging.hpp"

#include <map>
#include <set>
#include <utility>

#include "calendar/working_time.hpp"
#include "obligation/reminder/office_moment.hpp"

namespace caicach::obligation
{

Nudging::Nudging(Context& context, database::Transaction& transaction, std::string_view rule,
                 Told told)
    : m_context(context),
      m_transaction(transaction),
      m_rule(rule),
      m_told(told),
      m_people(transaction, context.today())
{
}

Result<std::int64_t> Nudging::add(const organisation::AgencySummary& agency,
                                  std::vector<Task> tasks)
{
    const std::vector channels{notification::Channel::in_app, notification::Channel::email};
    const auto& kept = m_tasks.emplace_back(std::move(tasks));
    std::set<AccountId> told;
    for (const auto& task : kept) {
        const auto accounts = TRY(m_people.of(Audience::officer, task.obligation));
        for (const auto& account : accounts) {
            const bool may_answer = TRY(m_people.may_answer(account.id, task.obligation));
            const bool is_its_own = TRY(m_people.stands_for(account.id, task.obligation));
            if (!is_its_own && m_told == Told::only_its_own) continue;
            auto& digest = m_digests[account.id];
            digest.account = account;
            digest.add({.task = &task, .rule = m_rule, .is_own = may_answer, .agency = agency.name},
                       channels);
            told.insert(account.id);
        }
    }
    return static_cast<std::int64_t>(told.size());
}

Result<void> Nudging::send(const Occasion& occasion)
{
    std::map<organisation::AgencyId, Instant> moments;
    for (const auto& [account, digest] : m_digests) {
        // A work is named once a day, so that the first one tells the message from others.
        const auto& first = digest.entries.front().task->obligation;
        const auto agency = first.agency;
        auto moment = moments.find(agency);
        if (moment == moments.end()) {
            const auto time = TRY(organisation::working_time(m_transaction, agency));
            moment = moments.emplace(agency, office_moment(time, m_context.now())).first;
        }
        auto own = occasion;
        own.key += "/" + std::to_string(first.id.value) + "/" + m_context.today().iso();
        own.sent_by = m_context.actor().name;
        own.priority = notification::Priority::single;
        own.send_at = moment->second;
        own.variables.push_back({"nguoi_nhac", m_context.actor().name});
        TRY(send_digest(m_context, m_transaction, digest, own));
    }
    return {};
}

}  // namespace caicach::obligation
