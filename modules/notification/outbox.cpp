#include "notification/outbox.hpp"

#include <charconv>
#include <limits>

#include "crypto/public_code.hpp"
#include "jobs/jobs.hpp"
#include "net/mail.hpp"
#include "notification/limits.hpp"
#include "notification/sql.hpp"

namespace caicach::notification
{
namespace
{

using enum LetterState;

Letter letter_from(const database::Row& row)
{
    return {.id = row.id<LetterId>("id"),
            .code = row.string("code"),
            .recipient = row.string("recipient"),
            .subject = row.string("subject"),
            .body = row.string("body"),
            .state = letter_state(row.text("state")),
            .attempts = static_cast<int>(row.integer("attempts")),
            .error = row.string("error"),
            .created_at = row.instant("created_at"),
            .expires_at = row.instant("expires_at"),
            .settled_at = row.maybe_instant("settled_at")};
}

struct Move {
    LetterState from{};
    LetterState to{};
    std::string error{};
    bool is_attempt{};
};

Result<void> move(Context& context, database::Transaction& transaction, LetterId id,
                  const Move& move)
{
    const bool is_settled = move.to != waiting && move.to != sending;
    const auto settled_at = is_settled ? std::optional(context.now()) : std::nullopt;
    TRY(transaction.change_one(sql::move_mail, id, key_of(move.from), key_of(move.to),
                               move.is_attempt ? 1 : 0, move.error, settled_at));
    if (move.to == sent || move.to == expired) TRY(transaction.change_one(sql::forget_body, id));
    return {};
}

Result<void> enqueue_sending(Context& context, database::Transaction& transaction, LetterId id)
{
    const auto text = std::to_string(id.value);
    TRY(jobs::enqueue(transaction, send_job, text, {.now = context.now(), .key = text}));
    return {};
}

Result<LetterId> id_in(const jobs::JobContext& job)
{
    LetterId id;
    const auto text = job.payload();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value);
    if (error != std::errc{} || end != text.data() + text.size())
        return failure(Failure::invalid, "notification.letter.not_found");
    return id;
}

Result<Letter> letter_by_id(database::Transaction& transaction, LetterId id)
{
    auto found = TRY(transaction.maybe_one(sql::mail_by_id, letter_from, id));
    if (!found) return failure(Failure::not_found, "notification.letter.not_found");
    return std::move(*found);
}

/// The letter to send now; nothing where there is nothing to send (any more).
Result<std::optional<Letter>> take(Context& context, LetterId id)
{
    auto transaction = TRY(context.begin());
    auto letter = TRY(letter_by_id(transaction, id));
    const bool is_due = letter.state == waiting && context.now() < letter.expires_at;
    if (is_due) {
        TRY(move(context, transaction, id, {.from = waiting, .to = sending, .is_attempt = true}));
    } else if (letter.state == waiting) {
        TRY(move(context, transaction, id, {.from = waiting, .to = expired}));
    } else if (letter.state == sending) {
        TRY(move(context, transaction, id, {.from = sending, .to = uncertain}));
    }
    TRY(transaction.commit());
    if (!is_due) return std::optional<Letter>{};
    return std::optional(std::move(letter));
}

/// What becomes of a letter after the server spoke.
Move move_after(const Result<void>& done, int attempt)
{
    if (done) return {.from = sending, .to = sent};
    const bool is_final =
        done.error().kind != Failure::unavailable || attempt >= limits::attempts_max;
    return {.from = sending, .to = is_final ? failed : waiting, .error = done.error().key};
}

Result<void> settle(Context& context, LetterId id, const Move& after)
{
    auto transaction = TRY(context.begin());
    TRY(move(context, transaction, id, after));
    return transaction.commit();
}

}  // namespace

Result<LetterId> post_letter(Context& context, database::Transaction& transaction,
                             const NewLetter& letter)
{
    const auto id = make_id<LetterId>();
    TRY(transaction.change_one(sql::insert_mail, id, crypto::make_public_code(), letter.recipient,
                               letter.subject, letter.body, context.now(), letter.expires_at));
    TRY(enqueue_sending(context, transaction, id));
    TRY(jobs::enqueue(transaction, expire_job, std::to_string(id.value),
                      {.now = context.now(), .run_at = letter.expires_at}));
    if (const auto& wake = context.services().wake_worker) transaction.after_commit(wake);
    return id;
}

Result<std::vector<Letter>> letters(database::Transaction& transaction, LetterId before,
                                    std::int64_t count)
{
    const auto end = before ? before.value : std::numeric_limits<std::int64_t>::max();
    return transaction.all(sql::mails_before, letter_from, end, count);
}

Result<Letter> letter_by_code(database::Transaction& transaction, std::string_view code)
{
    auto found = TRY(transaction.maybe_one(sql::mail_by_code, letter_from, code));
    if (!found) return failure(Failure::not_found, "notification.letter.not_found");
    return std::move(*found);
}

Result<void> send_again(Context& context, database::Transaction& transaction, const Letter& letter)
{
    if (!letter.can_be_sent_again(context.now()))
        return failure(Failure::conflict, "notification.letter.not_stuck");
    TRY(move(context, transaction, letter.id, {.from = letter.state, .to = waiting}));
    TRY(enqueue_sending(context, transaction, letter.id));
    if (const auto& wake = context.services().wake_worker) transaction.after_commit(wake);
    return context.record(transaction, "notification.letter.sent_again", "notification.letter",
                          letter.id.value);
}

Result<void> run_send_job(Context& context, jobs::JobContext& job)
{
    const auto& server = context.services().mail;
    if (!server.is_on()) return failure(Failure::unavailable, "notification.mail.not_set_up");
    const auto id = TRY(id_in(job));
    const auto letter = TRY(take(context, id));
    if (!letter) return {};
    const auto done = net::send_mail(server, {.to = letter->recipient,
                                              .subject = letter->subject,
                                              .text = letter->body,
                                              .id = letter->code,
                                              .at = letter->created_at});
    const auto after = move_after(done, job.attempt());
    TRY(settle(context, id, after));
    if (after.to == waiting) return done;
    return {};
}

Result<void> run_expire_job(Context& context, jobs::JobContext& job)
{
    const auto id = TRY(id_in(job));
    auto transaction = TRY(context.begin());
    const auto letter = TRY(letter_by_id(transaction, id));
    if (letter.state == waiting)
        TRY(move(context, transaction, id, {.from = waiting, .to = expired}));
    TRY(transaction.change_one(sql::forget_body, id));
    return transaction.commit();
}

}  // namespace caicach::notification
