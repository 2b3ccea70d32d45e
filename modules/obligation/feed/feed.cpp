#include "obligation/feed/feed.hpp"

#include <iterator>
#include <utility>

#include "crypto/crypto.hpp"
#include "crypto/public_code.hpp"
#include "identity/api.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

constexpr std::size_t secret_bytes = 24;

Feed feed_from(const database::Row& row)
{
    return {.id = row.id<FeedId>("id"),
            .code = row.string("code"),
            .account = row.id<AccountId>("account_id"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .only_mine = row.boolean("only_mine"),
            .made_at = row.instant("made_at")};
}

std::string hash_of(std::string_view secret) { return crypto::sha256_hex(secret); }

document::CalendarEntry entry_of(const Task& task, Date today, const std::string& site)
{
    const auto& obligation = task.obligation;
    return {.uid = obligation.code + "-viec@caicach",
            .title = "Hạn: " + task.work.path + ". " + task.work.title,
            .description = progress_of(obligation, today),
            .category = obligation.is_requested ? "Đề nghị" : "Được giao",
            .url = site.empty() ? std::string{} : site + task_path(obligation.code),
            .first = obligation.due_on,
            .last = obligation.due_on};
}

Result<std::vector<Task>> owed(database::Transaction& transaction, const Feed& feed, Date today)
{
    TaskQuery query{.agency = feed.agency,
                    .box = Box::urgent,
                    .only_mine = feed.only_mine,
                    .account = feed.account,
                    .limit = limits::feed_tasks_max};
    auto all = TRY(tasks(transaction, query, today));
    query.box = Box::later;
    query.limit -= static_cast<int>(all.size());
    if (query.limit <= 0) return all;
    auto later = TRY(tasks(transaction, query, today));
    all.insert(all.end(), std::make_move_iterator(later.begin()),
               std::make_move_iterator(later.end()));
    return all;
}

}  // namespace

Result<std::string> make_feed(Context& context, database::Transaction& transaction, bool only_mine)
{
    const auto scope = context.actor().agency;
    TRY(context.require(see_work, scope));
    const auto known = TRY(own_feeds(context, transaction));
    if (known.size() >= limits::feeds_max)
        return failure(Failure::conflict, "obligation.feed.too_many", "whose",
                       {std::to_string(limits::feeds_max)});
    auto secret = crypto::random_token(secret_bytes);
    const auto id = make_id<FeedId>();
    TRY(transaction.change_one(sql::insert_feed, id, crypto::make_public_code(),
                               context.actor().account, organisation::agency_of(scope), only_mine,
                               hash_of(secret), context.now()));
    TRY(context.record(transaction, "obligation.feed.made", "obligation.feed", id.value));
    return secret;
}

Result<std::vector<Feed>> own_feeds(const Context& context, database::Transaction& transaction)
{
    return transaction.all(sql::feeds_of_account, feed_from, context.actor().account);
}

Result<void> revoke_feed(Context& context, database::Transaction& transaction,
                         std::string_view code)
{
    const auto own = TRY(own_feeds(context, transaction));
    for (const auto& feed : own) {
        if (feed.code != code) continue;
        TRY(transaction.change_one(sql::remove_feed, feed.id));
        return context.record(transaction, "obligation.feed.revoked", "obligation.feed",
                              feed.id.value);
    }
    return failure(Failure::not_found, "obligation.feed.not_found");
}

Result<document::Calendar> feed_of(const Context& context, database::Transaction& transaction,
                                   std::string_view secret)
{
    const auto feed = TRY(transaction.maybe_one(sql::feed_by_hash, feed_from, hash_of(secret)));
    if (!feed) return failure(Failure::not_found, "obligation.feed.not_found");
    const auto today = context.today();
    const bool may_see = TRY(identity::account_may(transaction, feed->account, see_work,
                                                   organisation::scope_of(feed->agency), today));
    if (!may_see) return failure(Failure::not_found, "obligation.feed.not_found");
    const auto agency = TRY(organisation::agency_by_id(transaction, feed->agency, today));
    document::Calendar calendar{.name = "Việc của " + agency.name, .stamp = context.now()};
    const auto all = TRY(owed(transaction, *feed, today));
    calendar.entries.reserve(all.size());
    for (const auto& task : all)
        calendar.entries.push_back(entry_of(task, today, context.services().site));
    return calendar;
}

}  // namespace caicach::obligation
