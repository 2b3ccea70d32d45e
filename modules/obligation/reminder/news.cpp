#include "obligation/reminder/news.hpp"

#include "notification/api.hpp"
#include "obligation/limits.hpp"
#include "obligation/state_views.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{

std::string about_of(const Task& task)
{
    const auto title = text::shorten(task.work.title, limits::news_title_length_max);
    const auto period = period_label(task.obligation);
    return task.work.path + ". " + title + (period.empty() ? "" : " (" + period + ")");
}

std::string about_of(const plan::PlanSummary& plan)
{
    return (plan.number.empty() ? "" : plan.number + " – ") +
           text::shorten(plan.title, limits::news_title_length_max);
}

Result<void> tell(Context& context, database::Transaction& transaction,
                  const People::Accounts& accounts, const News& news)
{
    using notification::Channel;
    const auto agency = TRY(organisation::agency_by_id(transaction, news.agency, context.today()));
    const auto words = text::shorten(news.text, limits::news_text_length_max);
    for (const auto& account : accounts) {
        if (account.id == context.actor().account) continue;
        for (const auto channel : {Channel::in_app, Channel::email}) {
            const bool reaches = TRY(notification::has_address(transaction, account.id, channel));
            if (!reaches) continue;
            TRY(notification::send(context, transaction,
                                   {.channel = channel,
                                    .template_key = news.template_key,
                                    .account = account.id,
                                    .variables = {{"nguoi", account.name},
                                                  {"chuyen", news.what},
                                                  {"viec", news.about},
                                                  {"co_quan", agency.name},
                                                  {"noi_dung", words}},
                                    .path = news.path,
                                    .key = news.key + "/" + std::to_string(account.id.value)}));
        }
    }
    return {};
}

}  // namespace caicach::obligation
