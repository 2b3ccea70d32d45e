#include "notification/sending/lane.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calendar/moment.hpp"
#include "database/migration.hpp"
#include "jobs/jobs.hpp"
#include "notification/limits.hpp"
#include "notification/outbox.hpp"
#include "notification/rules/purpose.hpp"
#include "notification/rules/rules.hpp"
#include "notification/sending/bounces.hpp"
#include "notification/sending/budget.hpp"
#include "notification/sending/carrier.hpp"
#include "notification/sending/fallback.hpp"
#include "notification/sending/hands.hpp"
#include "notification/sql.hpp"

namespace caicach::notification
{
namespace
{

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day_seconds = 24L * 3600;

std::string_view job_of(Priority priority)
{
    return priority == Priority::single ? single_job : bulk_job;
}

/// Whether many messages share a job, or this one has its own.
enum class Sharing { shared, own };

/// Messages that are due within a second share a job that runs when it is over: it would not see
/// those due after it has begun.
Instant whole_second_from(Instant at) { return {(at.microseconds + second - 1) / second * second}; }

Result<void> enqueue_lane(Context& context, database::Transaction& transaction, Channel channel,
                          Priority priority, Instant at, Sharing sharing)
{
    const auto now = context.now();
    const bool is_now = at <= now;
    auto run_at = is_now ? now : whole_second_from(at);
    std::string key;
    if (sharing == Sharing::shared)
        key = fmt::format("{}@{}", key_of(channel), run_at.microseconds / second);
    // Workers take what has been due for longest: a single message goes before all the jobs that a
    // crowd put into the queue meanwhile.
    if (is_now && priority == Priority::single) run_at = now + -limits::head_start_seconds;
    TRY(jobs::enqueue(transaction, job_of(priority), key_of(channel),
                      {.now = now, .run_at = run_at, .key = std::move(key)}));
    if (const auto& wake = context.services().wake_worker; wake && is_now)
        transaction.after_commit(wake);
    return {};
}

/// One sweep for all messages of a minute, when the next one is over.
Result<void> enqueue_sweep(Context& context, database::Transaction& transaction, Instant at)
{
    constexpr auto span = limits::sweep_seconds * second;
    const auto next = at.microseconds / span + 1;
    TRY(jobs::enqueue(transaction, sweep_job, "",
                      {.now = context.now(),
                       .run_at = Instant{next * span},
                       .key = fmt::format("minute-{}", next)}));
    return {};
}

std::string_view claim_statement(const database::Transaction& transaction)
{
    static const std::string sqlite = database::in_dialect(sql::claim_messages, false);
    static const std::string postgres = database::in_dialect(sql::claim_messages, true);
    return transaction.is_postgres() ? postgres : sqlite;
}

Result<bool> is_due(database::Transaction& transaction, Channel channel, Priority priority,
                    Instant now)
{
    const auto found = TRY(transaction.maybe_one(
        sql::first_due, [](const database::Row& row) { return row.integer("id"); }, key_of(channel),
        key_of(priority), now));
    return found.has_value();
}

/// One run of a lane's job.
class Run
{
public:
    Run(Context& context, jobs::JobContext& job, Channel channel, Priority priority,
        Breakers& breakers, Pace& pace)
        : m_context(context),
          m_job(job),
          m_channel(channel),
          m_priority(priority),
          m_breakers(breakers),
          m_pace(pace)
    {
    }

    Result<void> go()
    {
        m_carriers = TRY(carriers_of(m_context, m_channel));
        if (m_carriers.empty()) return failure(Failure::unavailable, "notification.channel_off");
        if (m_priority == Priority::bulk)
            m_per_minute = TRY(crowd_per_minute_on(m_channel, m_context.today()));
        const auto end = std::chrono::steady_clock::now() +
                         std::chrono::milliseconds(limits::slice_milliseconds);
        Hands hands(limits::under_way_max);
        for (;;) {
            auto over = hands.take(limits::under_way_max / 2);
            count_failures(over);
            const bool is_time_up = std::chrono::steady_clock::now() >= end;
            const bool is_ending = m_job.is_cancelled() || is_time_up;
            const auto turn = is_ending ? Turn{} : choose(hands);
            const auto claimed = settle_and_claim(over, turn, hands);
            if (!claimed) return end_early(over, hands, claimed.error());
            if (*claimed > 0 || hands.under_way() > 0) continue;
            if (m_job.is_cancelled()) return {};
            if (is_time_up) return come_back(m_context.now());
            if (turn.carriers.empty()) return come_back(opens_at());
            if (is_minute_full()) return come_back(m_pace.opens_at(m_channel));
            return {};  // the lane is empty
        }
    }

private:
    using Over = std::vector<HandedOver>;

    /// Those that are not left alone; where the first is on trial it gets a single message.
    Turn choose(const Hands& hands)
    {
        Turn turn;
        for (const auto& carrier : m_carriers) {
            const auto state = m_breakers.state(carrier->name(), m_context.now());
            if (state == Breakers::State::open) {
                turn.is_somebody_away = true;
                continue;
            }
            turn.carriers.push_back(carrier.get());
            if (turn.carriers.size() > 1) continue;
            const auto room = state == Breakers::State::closed ? limits::under_way_max : 1;
            m_room = room > hands.under_way() ? room - hands.under_way() : 0;
        }
        m_room = m_pace.room(m_channel, m_per_minute, m_room, m_context.now());
        return turn;
    }

    [[nodiscard]] bool is_minute_full()
    {
        return m_pace.room(m_channel, m_per_minute, 1, m_context.now()) == 0;
    }

    [[nodiscard]] Instant opens_at() const
    {
        auto first = m_breakers.opens_at(m_carriers.front()->name());
        for (const auto& carrier : m_carriers)
            first = std::min(first, m_breakers.opens_at(carrier->name()));
        return std::max(first, m_context.now());
    }

    Result<void> come_back(Instant at)
    {
        auto transaction = TRY(m_context.begin());
        // This job may have the key of this very second, and is not over yet.
        const auto sharing = at <= m_context.now() ? Sharing::own : Sharing::shared;
        TRY(enqueue_lane(m_context, transaction, m_channel, m_priority, at, sharing));
        return transaction.commit();
    }

    /// Both in one transaction. Answers how many were claimed: those that are not held are under
    /// way once they are noted as being sent.
    Result<std::size_t> settle_and_claim(const Over& over, const Turn& turn, Hands& hands)
    {
        const bool claims = !turn.carriers.empty() && m_room > 0;
        if (over.empty() && !claims) return std::size_t{};
        auto transaction = TRY(m_context.begin());
        TRY(settle(transaction, over));
        std::vector<Message> claimed;
        if (claims) claimed = TRY(claim(transaction, *turn.carriers.front()));
        const auto count = claimed.size();
        TRY(hold(transaction, claimed));
        TRY(transaction.commit());
        if (m_per_minute > 0) m_pace.gone(m_channel, claimed.size());
        for (auto& message : claimed) hands.give(turn, std::move(message));
        return count;
    }

    /// What is due, noted as being sent, in the order in which it waited.
    Result<std::vector<Message>> claim(database::Transaction& transaction, const Carrier& carrier)
    {
        auto claimed = TRY(transaction.all(claim_statement(transaction), message_from,
                                           key_of(m_channel), key_of(m_priority), m_context.now(),
                                           carrier.name(), static_cast<std::int64_t>(m_room)));
        // PostgreSQL answers in any order; money is for those who have waited longest.
        std::ranges::sort(claimed, {},
                          [](const Message& one) { return std::pair(one.due_at, one.id); });
        return claimed;
    }

    /// Takes out what is not sent now.
    Result<void> hold(database::Transaction& transaction, std::vector<Message>& claimed)
    {
        if (claimed.empty()) return {};
        auto budget = TRY(Budget::load(m_context, transaction, m_channel));
        const auto rules = TRY(limits_on(m_channel, m_context.today()));
        std::vector<Message> kept;
        kept.reserve(claimed.size());
        for (auto& message : claimed) {
            const auto held = TRY(hold(transaction, message, rules, budget));
            if (!held) kept.push_back(std::move(message));
        }
        claimed = std::move(kept);
        return budget.save(m_context, transaction);
    }

    /// What speaks against it by now. What waited, for the morning, for a server or for a person
    /// who sends it again, may not be wanted any more, tried or not; what was judged seconds ago is
    /// held against the guests of a trial alone, as the program may have been started in one since.
    Result<std::string> objection_by_now(database::Transaction& transaction, const Message& message)
    {
        if (!is_guest(m_context.services().messaging, message.address))
            return std::string("notification.reason.trial");
        const auto judged_lately = m_context.now() + -limits::judged_seconds;
        const bool has_waited =
            message.due_at > message.created_at || message.created_at < judged_lately;
        if (!has_waited) return std::string{};
        const auto purpose = TRY(purpose_on(message.purpose, m_context.today()));
        return objection(m_context, transaction, message, purpose);
    }

    Result<bool> hold_by_rules(database::Transaction& transaction, const Message& message,
                               const ChannelLimits& rules)
    {
        const auto now = m_context.now();
        const auto reason = TRY(objection_by_now(transaction, message));
        if (!reason.empty()) {
            TRY(put_down(transaction, message, Status::cancelled, reason, now));
            return true;
        }
        const auto morning = rules.after_quiet_hours(now);
        if (morning <= now) return false;
        const auto purpose = TRY(purpose_on(message.purpose, m_context.today()));
        if (purpose.is_urgent) return false;
        TRY(put_off(transaction, message, "notification.night", morning));
        return true;
    }

    /// What has run out, is not wanted any more, came into the quiet hours or cannot be paid for is
    /// not sent now.
    Result<bool> hold(database::Transaction& transaction, const Message& message,
                      const ChannelLimits& rules, Budget& budget)
    {
        const auto now = m_context.now();
        if (now >= message.expires_at) {
            TRY(put_down(transaction, message, Status::cancelled, "notification.expired", now));
            return true;
        }
        const auto is_held = TRY(hold_by_rules(transaction, message, rules));
        if (is_held) return true;
        if (budget.pay(message)) return false;
        if (!budget.has_bound()) {
            TRY(put_down(transaction, message, Status::technical_failure,
                         "notification.budget.none", now));
            return true;
        }
        const auto tomorrow =
            rules.after_quiet_hours(instant_at(m_context.today().plus_days(1), 0));
        TRY(put_off(transaction, message, "notification.budget.spent", tomorrow));
        return true;
    }

    Result<void> put_off(database::Transaction& transaction, const Message& message,
                         std::string_view reason, Instant until)
    {
        TRY(put_down(transaction, message, Status::created, reason, until));
        return enqueue_lane(m_context, transaction, m_channel, m_priority, until, Sharing::shared);
    }

    Result<void> put_down(database::Transaction& transaction, const Message& message, Status status,
                          std::string_view error, Instant due)
    {
        const auto settled =
            status == Status::created ? std::nullopt : std::optional(m_context.now());
        return transaction.change_one(sql::hold_message, message.id, key_of(status), error, due,
                                      settled);
    }

    /// Where the claim failed: what is over, or under way, is noted if the database can do that.
    Result<void> end_early(Over& over, Hands& hands, const Error& error)
    {
        auto rest = hands.take(hands.under_way());
        count_failures(rest);
        std::ranges::move(rest, std::back_inserter(over));
        TRY(settle_and_claim(over, {}, hands));
        return tl::unexpected<Error>(error);
    }

    void count_failures(const Over& over)
    {
        for (const auto& one : over) {
            for (const auto& provider : one.blamed) m_breakers.failed(provider, m_context.now());
            if (!one.outcome.blames_provider) m_breakers.succeeded(one.message.provider);
        }
    }

    Result<void> settle(database::Transaction& transaction, const Over& over)
    {
        std::optional<Instant> retry;
        for (const auto& one : over) {
            const auto due = TRY(settle(transaction, one.message, one.outcome));
            if (due) retry = std::min(retry.value_or(*due), *due);
        }
        if (!retry) return {};
        return enqueue_lane(m_context, transaction, m_channel, m_priority, *retry, Sharing::shared);
    }

    /// When it is tried again, if it is.
    Result<std::optional<Instant>> settle(database::Transaction& transaction,
                                          const Message& message, const Outcome& outcome)
    {
        auto status = outcome.status;
        if (status == Status::created && message.attempts >= limits::attempts_max)
            status = Status::temporary_failure;
        const bool is_later = status == Status::created;
        const auto due = is_later ? retry_at(message) : message.due_at;
        const auto settled = is_later ? std::nullopt : std::optional(m_context.now());
        const bool has_gone = status == Status::sent || status == Status::delivered;
        const bool is_kept = !has_gone || may_fall_back(m_context, message);
        const auto changed = TRY(transaction.change(
            sql::settle_message, message.id, key_of(status), outcome.error, outcome.reference, due,
            settled, has_gone ? 1 : 0, message.provider, is_kept ? 0 : 1));
        if (changed == 1 && status == Status::permanent_failure)
            TRY(fall_back(m_context, transaction, message));
        if (changed == 1) TRY(tell_unreached(m_context, transaction, message, status));
        if (!is_later) return std::optional<Instant>{};
        return std::optional(due);
    }

    [[nodiscard]] Instant retry_at(const Message& message) const
    {
        auto pause = limits::retry_seconds;
        for (std::int64_t attempt = 1;
             attempt < message.attempts && pause < limits::retry_seconds_max; ++attempt)
            pause *= 2;
        return m_context.now() + std::min(pause, limits::retry_seconds_max);
    }

    Context& m_context;
    jobs::JobContext& m_job;
    Channel m_channel;
    Priority m_priority;
    Breakers& m_breakers;
    Pace& m_pace;
    std::int64_t m_per_minute{};  ///< of a crowd; 0: no bound
    Carriers m_carriers{};
    std::size_t m_room{};  ///< for so many more messages
};

Result<void> remove_old(Context& context, database::Transaction& transaction)
{
    const auto days = TRY(days_kept_on(context.today()));
    TRY(transaction.change(sql::remove_old, context.now() + -days * day_seconds,
                           limits::removed_at_once_max));
    return {};
}

}  // namespace

Result<void> enqueue_sending(Context& context, database::Transaction& transaction,
                             const Message& message)
{
    // A crowd needs one job, not one each. Single messages that are due have their own: a job that
    // is about to end would not see them any more.
    const bool is_alone = message.priority == Priority::single && message.due_at <= context.now();
    TRY(enqueue_lane(context, transaction, message.channel, message.priority, message.due_at,
                     is_alone ? Sharing::own : Sharing::shared));
    return enqueue_sweep(context, transaction, context.now() + limits::sweep_seconds);
}

Result<void> run_lane_job(Context& context, jobs::JobContext& job, Priority priority,
                          Breakers& breakers, Pace& pace)
{
    const auto channel = channel_from(job.payload());
    if (!channel) return failure(Failure::invalid, "notification.message.not_found");
    return Run(context, job, *channel, priority, breakers, pace).go();
}

Result<void> run_sweep_job(Context& context, jobs::JobContext& /*job*/)
{
    TRY(take_bounces(context));
    const auto now = context.now();
    auto transaction = TRY(context.begin());
    TRY(transaction.change(sql::give_up_dead_senders, now + -limits::sending_seconds_max, now,
                           "notification.ended_while_sending"));
    TRY(transaction.change(sql::run_out, now));
    TRY(remove_old(context, transaction));
    auto next = TRY(transaction.one(
        sql::next_sweep, [](const database::Row& row) { return row.maybe_instant("at"); }));
    for (const auto channel : {Channel::email, Channel::sms, Channel::zalo}) {
        if (!is_on(context.services(), channel)) continue;
        for (const auto priority : {Priority::single, Priority::bulk}) {
            const bool is_left = TRY(is_due(transaction, channel, priority, now));
            if (!is_left) continue;
            TRY(enqueue_lane(context, transaction, channel, priority, now, Sharing::shared));
            next = now;
        }
    }
    // Letters come back hours later.
    if (!context.services().messaging.bounce_folder.empty()) {
        const auto look = now + limits::bounce_seconds;
        next = std::min(next.value_or(look), look);
    }
    if (next) TRY(enqueue_sweep(context, transaction, std::max(*next, now)));
    return transaction.commit();
}

}  // namespace caicach::notification
