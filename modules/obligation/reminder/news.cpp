#include "obligation/reminder/news.hpp"

#include "notification/api.hpp"
#include "obligation/limits.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{

Result<void> tell(Context& context, database::Transaction& transaction,
                  const People::Accounts& accounts, const News& news)
{
    using notification::Channel;
    const auto agency = TRY(organisation::agency_by_id(transaction, news.agency, context.today()));
    const auto title = text::shorten(news.task.work.title, limits::news_title_length_max);
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
                                                  {"viec", news.task.work.path + ". " + title},
                                                  {"co_quan", agency.name},
                                                  {"noi_dung", words}},
                                    .path = news.path,
                                    .key = news.key + "/" + std::to_string(account.id.value)}));
        }
    }
    return {};
}

}  // namespace caicach::obligation
