#include "obligation/reminder/proposal_reminding.hpp"

#include <optional>
#include <string>
#include <utility>

#include "obligation/board/task_list.hpp"
#include "obligation/limits.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/proposal/proposal_paths.hpp"
#include "obligation/proposal/proposal_store.hpp"
#include "obligation/proposal/proposal_waiting.hpp"
#include "obligation/reminder/people.hpp"
#include "obligation/state_views.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

class Adding
{
public:
    Adding(Context& context, database::Transaction& transaction, calendar::WorkingTime time,
           Digests& digests)
        : m_now(context.now()),
          m_transaction(transaction),
          m_time(std::move(time)),
          m_people(transaction, context.today()),
          m_names(transaction, context.today()),
          m_digests(digests)
    {
    }

    Result<void> add(const Proposal& proposal, const std::vector<const ReminderRule*>& rules)
    {
        const auto whole = TRY(ObligationStore{m_transaction}.find(proposal.whole));
        // A generation will say that it lapsed; nobody answers it any more.
        if (!whole.is_owed()) return {};
        ProposalEntry entry{.proposal = proposal,
                            .due = proposal.terms.due_on.value_or(whole.due_on),
                            .path = proposal_path(proposal.code)};
        entry.text = TRY(text_of(proposal, whole));
        for (const auto* rule : rules) {
            const auto accounts = TRY(asked(proposal, whole, rule->audience));
            entry.rule = rule->key;
            for (const auto& account : accounts) {
                auto& digest = m_digests[account.id];
                digest.account = account;
                digest.add(entry, rule->channels);
            }
        }
        return {};
    }

private:
    /// "Sở Nội vụ đề nghị nhận một phần: II.1. Đăng tin (Tháng 3/2026), chờ trả lời từ …"
    Result<std::string> text_of(const Proposal& proposal, const Obligation& whole)
    {
        const bool is_new = proposal.state == ProposalState::proposed;
        const auto task = TRY(task_of(m_transaction, whole));
        const auto* by = TRY(m_names.of(is_new ? proposal.giver : proposal.agency));
        return by->name + (is_new ? " đề nghị nhận một phần: " : " đề nghị khác về phần việc: ") +
               task.work.path + ". " +
               text::shorten(task.work.title, limits::digest_title_length_max) + " (" +
               period_label(whole) + "), chờ trả lời " +
               waited_since(m_time, proposal.changed_at, m_now);
    }

    /// Who was told of the step; of the cooperating agency its heads are those.
    Result<People::Accounts> asked(const Proposal& proposal, const Obligation& whole,
                                   Audience audience)
    {
        if (proposal.state == ProposalState::proposed) return m_people.speakers(proposal.agency);
        if (audience == Audience::head) return m_people.of(audience, whole);
        return m_people.concerned(whole);
    }

    Instant m_now;
    database::Transaction& m_transaction;
    calendar::WorkingTime m_time;
    People m_people;
    AgencyNames m_names;
    Digests& m_digests;
};

}  // namespace

Result<void> add_waiting_proposals(Context& context, database::Transaction& transaction, Date after,
                                   Digests& digests)
{
    const auto rules = TRY(proposal_rules_on(context.today()));
    auto time = TRY(organisation::working_time(transaction, {}));
    const auto by_day = rules_by_day(rules, time.days(), after, context.today());
    Adding adding{context, transaction, std::move(time), digests};
    ProposalStore store{transaction};
    for (const auto& [since, speaking] : by_day) {
        for (std::optional<Proposal> last;;) {
            const auto some = TRY(store.waiting_since(since, last, limits::reminded_at_once));
            if (some.empty()) break;
            for (const auto& proposal : some) TRY(adding.add(proposal, speaking));
            last = some.back();
        }
    }
    return {};
}

}  // namespace caicach::obligation
