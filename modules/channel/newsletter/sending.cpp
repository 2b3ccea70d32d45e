#include "channel/newsletter/sending.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "channel/limits.hpp"
#include "channel/newsletter/issue_letter.hpp"
#include "channel/newsletter/issue_store.hpp"
#include "channel/sql.hpp"
#include "channel/subscription/subscribing.hpp"
#include "jobs/jobs.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view send_job = "channel.send_issue";
constexpr int send_attempts_max = 50;
constexpr std::string_view key_beginning = "channel.issue/";

struct Recipient {
    SubscriberId id{};
    std::string address{};
};

std::string key_of(IssueId issue, SubscriberId recipient)
{
    return std::string(key_beginning) + std::to_string(issue.value) + "/" +
           std::to_string(recipient.value);
}

Sending sending_from(const database::Row& row)
{
    return {.issue = row.id<IssueId>("issue_id"),
            .cursor = row.id<SubscriberId>("cursor_id"),
            .posted = row.integer("posted"),
            .begun_at = row.instant("begun_at"),
            .done_at = row.maybe_instant("done_at")};
}

Result<void> enqueue(Context& context, database::Transaction& transaction, IssueId issue,
                     Instant at)
{
    TRY(jobs::enqueue(
        transaction, send_job, std::to_string(issue.value),
        {.now = context.now(),
         .run_at = at,
         .key = std::to_string(issue.value) + "@" + std::to_string(at.microseconds)}));
    if (const auto& wake = context.services().wake_worker; wake && at <= context.now())
        transaction.after_commit(wake);
    return {};
}

/// The next lot into the outbox, and the cursor behind it. Whoever is killed before the commit has
/// posted nothing; behind it the key of each letter keeps it one.
Result<void> post_lot(Context& context, database::Transaction& transaction,
                      const IssueLetter& letter, Sending& sending)
{
    const auto before = sending.cursor;
    const auto recipients = TRY(transaction.all(
        sql::next_recipients,
        [](const database::Row& row) {
            return Recipient{.id = row.id<SubscriberId>("id"), .address = row.string("address")};
        },
        letter.issue().agency, before, letter.issue().released_at, limits::lot_letters));
    for (const auto& one : recipients) {
        auto message = letter.to(one.id, one.address);
        message.key = key_of(sending.issue, one.id);
        TRY(notification::send(context, transaction, message));
        sending.cursor = one.id;
        ++sending.posted;
    }
    if (std::ssize(recipients) < limits::lot_letters) sending.done_at = context.now();
    return transaction.change_one(sql::move_sending, sending.issue, before, sending.cursor,
                                  sending.posted, sending.done_at);
}

/// One lot in a transaction of its own. Whether there is more to post now; when the outbox is full
/// enough, another job goes on in a while: letters are long, and wait there whole.
Result<bool> go_on(Context& context, IssueId id)
{
    auto transaction = TRY(context.begin());
    auto sending = TRY(sending_of(transaction, id));
    if (!sending || sending->done_at) return false;
    const auto waiting = TRY(notification::crowd_waiting(transaction, notification::Channel::email,
                                                         limits::letters_waiting_max));
    if (waiting.count >= limits::letters_waiting_max) {
        const auto soon = context.now() + limits::lot_pause_seconds;
        TRY(enqueue(context, transaction, id, std::max(soon, waiting.first_due.value_or(soon))));
        TRY(transaction.commit());
        return false;
    }
    const auto issue = TRY(IssueStore{transaction}.find(id));
    const auto letter = TRY(IssueLetter::create(context, transaction, issue));
    TRY(post_lot(context, transaction, letter, *sending));
    TRY(transaction.commit());
    return !sending->done_at;
}

Result<void> run_send_job(Context& context, jobs::JobContext& job)
{
    std::int64_t id = 0;
    const auto text = std::string(job.payload());
    std::from_chars(text.data(), text.data() + text.size(), id);
    while (!job.is_cancelled()) {
        const bool is_more = TRY(go_on(context, IssueId{id}));
        if (!is_more) return {};
    }
    return {};
}

/// Who has not got a letter of ours, by its key.
Result<void> note_failed(Context& context, database::Transaction& transaction,
                         const notification::MessageFailed& failed)
{
    if (failed.channel != notification::Channel::email || !failed.key.starts_with(key_beginning))
        return {};
    const auto slash = failed.key.rfind('/');
    std::int64_t id = 0;
    std::from_chars(failed.key.data() + slash + 1, failed.key.data() + failed.key.size(), id);
    return note_failed_letter(context, transaction, SubscriberId{id}, failed.why);
}

}  // namespace

Result<void> begin_sending(Context& context, database::Transaction& transaction, const Issue& issue)
{
    if (!takes_subscribers(context.services())) return {};
    TRY(transaction.change_one(sql::insert_sending, issue.id, context.now()));
    return enqueue(context, transaction, issue.id, context.now());
}

Result<std::optional<Sending>> sending_of(database::Transaction& transaction, IssueId issue)
{
    return transaction.maybe_one(sql::sending_of_issue, sending_from, issue);
}

void add_sending(Module& module)
{
    // What waits is all that a retry does: the cursor stands where the last lot ended.
    module.job(send_job, {.attempts_max = send_attempts_max}, run_send_job);
    module.on<notification::MessageFailed>(note_failed);
}

}  // namespace caicach::channel
