#include "obligation/reminder/work_news.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "evidence/api.hpp"
#include "obligation/acting.hpp"
#include "obligation/inbox_query.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/reminder/news.hpp"
#include "text/text.hpp"

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

/// "Gồm: II.1. Đăng tin (Tháng 3/2026); …", as many as a message has room for.
Result<std::string> named(database::Transaction& transaction,
                          const std::vector<const Obligation*>& works)
{
    constexpr std::size_t room = limits::news_text_length_max / 2;
    std::string text;
    std::size_t count = 0;
    for (const auto* work : works) {
        if (text::length(text) > room) break;
        const auto task = TRY(task_of(transaction, *work));
        text += (count++ == 0 ? "Gồm: " : "; ") + about_of(task);
    }
    if (count < works.size()) text += "; và " + std::to_string(works.size() - count) + " việc khác";
    return text + ".";
}

/// To one person, about what of it is theirs.
Result<News> excused_news(Context& context, database::Transaction& transaction,
                          const plan::PlanSummary& plan,
                          const std::vector<const Obligation*>& works)
{
    const auto& first = *works.front();
    const auto reason = "Lý do: " + first.closing_reason;
    if (works.size() == 1) {
        auto news = TRY(news_of(context, transaction, first, "excused"));
        news.what = "Miễn việc này cho cơ quan";
        news.text = reason;
        return news;
    }
    const auto names = TRY(named(transaction, works));
    return News{.what = "Miễn " + std::to_string(works.size()) + " việc cho cơ quan",
                .about = about_of(plan),
                .agency = acting_for(context, plan.coordinator),
                .text = names + " " + reason,
                .path = inbox_path_of_plan(Box::done, false, plan.code),
                .key = key_of("excused-together", first)};
}

/// To one person, about what of it is theirs again.
Result<News> owed_again_news(Context& context, database::Transaction& transaction,
                             const std::vector<const Obligation*>& works)
{
    const auto& first = *works.front();
    auto news = TRY(news_of(context, transaction, first, "excuse-ended"));
    news.what = "Thôi miễn: cơ quan lại phải làm việc này";
    news.text = due_text(first);
    if (works.size() == 1) return news;
    const auto names = TRY(named(transaction, works));
    const auto* nearest =
        *std::ranges::min_element(works, {}, [](const Obligation* work) { return work->due_on; });
    news.what = "Thôi miễn: cơ quan lại phải làm " + std::to_string(works.size()) + " việc";
    news.text = names + " Hạn gần nhất: hết ngày " + nearest->due_on.vietnamese() + ".";
    return news;
}

struct Share {
    identity::Account reader{};
    std::vector<const Obligation*> works{};
};

/// What of it is whose: who does the work before the heads, each once.
Result<std::vector<Share>> shares_of(Context& context, database::Transaction& transaction,
                                     const std::vector<Obligation>& works)
{
    std::vector<Share> shares;
    People people{transaction, context.today()};
    for (const auto& work : works) {
        const auto accounts = TRY(people.concerned(work));
        for (const auto& account : accounts) {
            auto share = std::ranges::find_if(
                shares, [&](const Share& one) { return one.reader.id == account.id; });
            if (share == shares.end())
                share = shares.insert(share, Share{.reader = account, .works = {}});
            share->works.push_back(&work);
        }
    }
    return shares;
}

/// Of one match that was undone; each step is told of by itself.
Result<News> news_of_match(Context& context, database::Transaction& transaction,
                           const Obligation& obligation, const Uncounted& undone)
{
    auto news = TRY(news_of(context, transaction, obligation, "match"));
    const auto fact = TRY(evidence::fact_by_id(transaction, undone.fact));
    news.key += "/" + fact.code + "/" + to_iso(context.now());
    news.text = "“" + text::shorten(fact.title, limits::news_title_length_max) + "”.";
    return news;
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
                          const plan::PlanSummary& plan, const std::vector<Obligation>& excused)
{
    const auto shares = TRY(shares_of(context, transaction, excused));
    for (const auto& share : shares) {
        const auto news = TRY(excused_news(context, transaction, plan, share.works));
        TRY(tell(context, transaction, {share.reader}, news));
    }
    return {};
}

Result<void> tell_excuse_ended(Context& context, database::Transaction& transaction,
                               const std::vector<Obligation>& owed)
{
    const auto shares = TRY(shares_of(context, transaction, owed));
    for (const auto& share : shares) {
        const auto news = TRY(owed_again_news(context, transaction, share.works));
        TRY(tell(context, transaction, {share.reader}, news));
    }
    return {};
}

Result<void> tell_uncounted(Context& context, database::Transaction& transaction,
                            const Obligation& obligation, const Uncounted& undone)
{
    auto news = TRY(news_of_match(context, transaction, obligation, undone));
    news.what = "Không tính một kết quả cho việc này";
    news.text += " Lý do: " + undone.reason;
    People people{transaction, context.today()};
    const auto accounts = TRY(people.concerned(obligation));
    return tell(context, transaction, accounts, news);
}

Result<void> tell_counted_again(Context& context, database::Transaction& transaction,
                                const Obligation& obligation, const Uncounted& undone)
{
    auto news = TRY(news_of_match(context, transaction, obligation, undone));
    news.what = "Thôi loại một kết quả khỏi việc này";
    People people{transaction, context.today()};
    const auto accounts = TRY(people.concerned(obligation));
    return tell(context, transaction, accounts, news);
}

Result<void> tell_uncounting_answered(Context& context, database::Transaction& transaction,
                                      const Obligation& obligation, const Uncounted& undone)
{
    if (!undone.account) return {};
    auto news = TRY(news_of_match(context, transaction, obligation, undone));
    news.what = "Cơ quan trả lời về kết quả không được tính";
    news.text += " " + undone.answer;
    auto account = TRY(identity::account_by_id(transaction, undone.account));
    return tell(context, transaction, {std::move(account)}, news);
}

}  // namespace caicach::obligation
