#include "evidence/review_news.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "evidence/limits.hpp"
#include "identity/api.hpp"
#include "notification/api.hpp"
#include "text/text.hpp"

namespace caicach::evidence
{
namespace
{

using Accounts = std::vector<identity::Account>;

std::string_view news_of(ReviewStep step)
{
    switch (step) {
        case ReviewStep::refused:
            return "Không công nhận kết quả";
        case ReviewStep::accepted:
            return "Công nhận lại kết quả";
        case ReviewStep::answered:
            break;
    }
    return "Cơ quan trả lời về kết quả";
}

void add_once(Accounts& all, identity::Account account)
{
    const bool is_there = std::ranges::find(all, account.id, &identity::Account::id) != all.end();
    if (!is_there && !account.is_disabled) all.push_back(std::move(account));
}

/// Who recorded it, while that person works there, and those who speak for the agency.
Result<Accounts> of_agency(const Context& context, database::Transaction& transaction,
                           const RecordedFact& fact)
{
    Accounts all;
    const auto people = TRY(identity::people_at(transaction, fact.agency, context.today()));
    const auto author =
        std::ranges::find(people, AccountId{fact.recorded_by}, &identity::Account::id);
    if (author != people.end()) all.push_back(*author);
    for (const auto role : {identity::Role::agency_head, identity::Role::agency_officer}) {
        const auto holders = TRY(identity::role_holders(transaction, role, fact.agency));
        for (const auto& holder : holders)
            if (all.size() < limits::news_readers_max) add_once(all, holder);
        if (!holders.empty()) break;
    }
    return all;
}

Result<Accounts> who_refused(database::Transaction& transaction, std::span<const Review> steps)
{
    Accounts all;
    for (const auto& step : steps) {
        if (step.step != ReviewStep::refused || !step.account) continue;
        auto account = TRY(identity::account_by_id(transaction, step.account));
        add_once(all, std::move(account));
    }
    return all;
}

struct News {
    std::string_view text{};     ///< "Không công nhận kết quả"
    std::string_view content{};  ///< the reason, the answer
    std::string key{};           ///< of one letter to one person
};

Result<void> tell(Context& context, database::Transaction& transaction, const RecordedFact& fact,
                  const Accounts& accounts, const News& news)
{
    using notification::Channel;
    const auto& actor = context.actor();
    const auto& who = actor.agency_name.empty() ? actor.name : actor.agency_name;
    const auto title = text::shorten(fact.title, limits::news_title_length_max);
    for (const auto& account : accounts) {
        if (account.id == actor.account) continue;
        for (const auto channel : {Channel::in_app, Channel::email}) {
            const bool reaches = TRY(notification::has_address(transaction, account.id, channel));
            if (!reaches) continue;
            TRY(notification::send(context, transaction,
                                   {.channel = channel,
                                    .template_key = "evidence.review",
                                    .account = account.id,
                                    .variables = {{"nguoi", account.name},
                                                  {"chuyen", std::string{news.text}},
                                                  {"ket_qua", title},
                                                  {"co_quan", who},
                                                  {"noi_dung", std::string{news.content}}},
                                    .path = fact_path(fact),
                                    .key = news.key + "/" + std::to_string(account.id.value)}));
        }
    }
    return {};
}

}  // namespace

Result<void> tell_review(Context& context, database::Transaction& transaction,
                         const RecordedFact& fact, ReviewStep step, std::string_view text,
                         std::span<const Review> before)
{
    const auto accounts = TRY(step == ReviewStep::answered ? who_refused(transaction, before)
                                                           : of_agency(context, transaction, fact));
    return tell(context, transaction, fact, accounts,
                {.text = news_of(step),
                 .content = text,
                 .key = "review/" + fact.code + "/" + std::to_string(before.size())});
}

Result<void> tell_correction(Context& context, database::Transaction& transaction,
                             const RecordedFact& refused, const RecordedFact& correction)
{
    const auto steps = TRY(reviews_of(transaction, refused.id));
    const auto accounts = TRY(who_refused(transaction, steps));
    return tell(context, transaction, correction, accounts,
                {.text = "Cơ quan sửa kết quả không được công nhận",
                 .content = "Kết quả đã sửa nay lại được tính. Hãy xem lại.",
                 .key = "review/" + refused.code + "/corrected"});
}

}  // namespace caicach::evidence
