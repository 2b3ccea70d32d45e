#include "obligation/reminder/work_news.hpp"

#include <map>
#include <string>
#include <utility>

#include "obligation/acting.hpp"
#include "obligation/inbox_query.hpp"
#include "obligation/paths.hpp"
#include "obligation/reminder/news.hpp"

namespace caicach::obligation
{
namespace
{

/// One deed is told of once: `version` is what it made of the work.
std::string key_of(std::string_view deed, const Obligation& obligation)
{
    return std::string(deed) + "/" + obligation.code + "/" + std::to_string(obligation.version);
}

std::string due_text(const Obligation& obligation)
{
    return "Hạn: hết ngày " + obligation.due_on.vietnamese() + ".";
}

/// What it is about and where; the rest is the deed's own.
Result<News> news_of(Context& context, database::Transaction& transaction,
                     const Obligation& obligation, std::string_view deed)
{
    const auto task = TRY(task_of(transaction, obligation));
    return News{.about = about_of(task),
                .agency = acting_for(context, obligation.agency),
                .path = task_path(obligation.code),
                .key = key_of(deed, obligation)};
}

}  // namespace

Result<void> tell_assigned(Context& context, database::Transaction& transaction,
                           const Obligation& given, int periods)
{
    auto news = TRY(news_of(context, transaction, given, "assigned"));
    news.what = "Giao việc cho ông/bà";
    news.text = due_text(given);
    if (periods > 1)
        news.text += " Cùng với " + std::to_string(periods - 1) + " kỳ sau của việc này.";
    auto officer = TRY(identity::account_by_id(transaction, given.assigned_to));
    return tell(context, transaction, {std::move(officer)}, news);
}

Result<void> tell_excused(Context& context, database::Transaction& transaction,
                          const Obligation& excused)
{
    auto news = TRY(news_of(context, transaction, excused, "excused"));
    news.what = "Miễn việc này cho cơ quan";
    news.text = "Lý do: " + excused.closing_reason;
    People people{transaction, context.today()};
    const auto accounts = TRY(people.concerned(excused));
    return tell(context, transaction, accounts, news);
}

Result<void> tell_excused_together(Context& context, database::Transaction& transaction,
                                   const plan::PlanSummary& plan,
                                   const std::vector<Obligation>& excused, std::string_view reason)
{
    struct Share {
        identity::Account reader{};
        int works{};
        const Obligation* first{};
    };
    std::map<AccountId, Share> shares;
    People people{transaction, context.today()};
    for (const auto& obligation : excused) {
        const auto accounts = TRY(people.concerned(obligation));
        for (const auto& account : accounts) {
            auto& share = shares[account.id];
            if (share.works++ == 0) share = {account, 1, &obligation};
        }
    }
    for (const auto& [id, share] : shares) {
        const News news{.what = "Miễn " + std::to_string(share.works) + " việc cho cơ quan",
                        .about = about_of(plan),
                        .agency = acting_for(context, plan.coordinator),
                        .text = "Lý do: " + std::string{reason},
                        .path = inbox_path_of_plan(Box::done, false, plan.code),
                        .key = key_of("excused-together", *share.first)};
        TRY(tell(context, transaction, {share.reader}, news));
    }
    return {};
}

Result<void> tell_excuse_ended(Context& context, database::Transaction& transaction,
                               const Obligation& owed)
{
    auto news = TRY(news_of(context, transaction, owed, "excuse-ended"));
    news.what = "Thôi miễn: cơ quan lại phải làm việc này";
    news.text = due_text(owed);
    People people{transaction, context.today()};
    const auto accounts = TRY(people.concerned(owed));
    return tell(context, transaction, accounts, news);
}

}  // namespace caicach::obligation
