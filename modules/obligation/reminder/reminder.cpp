#include "obligation/reminder/reminder.hpp"

#include <limits>
#include <utility>

#include "calendar/period_key.hpp"
#include "crypto/crypto.hpp"
#include "obligation/limits.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

Reminder reminder_from(const database::Row& row)
{
    return {.id = row.id<ReminderId>("id"),
            .obligation = row.id<ObligationId>("obligation_id"),
            .plan = row.id<plan::PlanId>("plan_id"),
            .lineage = row.id<plan::ItemId>("lineage"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .account = row.id<AccountId>("account_id"),
            .rule = row.string("rule"),
            .day = row.date("day"),
            .sent_at = row.instant("sent_at"),
            .sent_by = row.string("sent_by"),
            .nudged_by = row.id<organisation::AgencyId>("nudged_by"),
            .link_until = row.maybe_instant("link_until"),
            .answer = answer_from(row.text("answer")),
            .answer_text = row.string("answer_text"),
            .expected_on = row.maybe_date("expected_on"),
            .answered_at = row.maybe_instant("answered_at")};
}

}  // namespace

std::string_view name_of(Answer answer)
{
    switch (answer) {
        case Answer::doing:
            return "doing";
        case Answer::done:
            return "done";
        case Answer::none:
            break;
    }
    return "";
}

std::string_view label_of(Answer answer)
{
    switch (answer) {
        case Answer::doing:
            return "Đang làm";
        case Answer::done:
            return "Đã làm xong";
        case Answer::none:
            break;
    }
    return "";
}

Answer answer_from(std::string_view name)
{
    for (const auto answer : {Answer::doing, Answer::done})
        if (name == name_of(answer)) return answer;
    return Answer::none;
}

std::string text_of(const SaidProgress& said)
{
    if (!said.expected_on) return said.text;
    const auto when = "Dự kiến xong " + said.expected_on->vietnamese();
    return said.text.empty() ? when : when + ": " + said.text;
}

Result<bool> ReminderStore::add(const Reminder& reminder, std::string_view link_secret)
{
    const auto hash =
        link_secret.empty() ? std::nullopt : std::optional(crypto::sha256_hex(link_secret));
    const auto added = TRY(m_transaction.change(
        sql::insert_reminder, reminder.id, reminder.obligation, reminder.plan, reminder.lineage,
        reminder.agency, reminder.account, reminder.rule, reminder.day, reminder.sent_at,
        reminder.sent_by, hash, reminder.link_until, reminder.nudged_by));
    return added == 1;
}

Result<Reminder> ReminderStore::by_link(std::string_view link_secret)
{
    const auto found = TRY(m_transaction.maybe_one(sql::reminder_by_link, reminder_from,
                                                   crypto::sha256_hex(link_secret)));
    if (!found) return failure(Failure::not_found, "obligation.answer.link_unknown");
    return *found;
}

Result<void> ReminderStore::answer(ReminderId id, const GivenAnswer& given, Instant now)
{
    const auto changed = TRY(m_transaction.change(sql::answer_reminder, id, name_of(given.answer),
                                                  given.text, given.expected_on, now));
    if (changed == 0) return failure(Failure::conflict, "obligation.answer.given");
    return {};
}

Result<void> ReminderStore::keep_progress(const Reminder& said)
{
    return m_transaction.change_one(sql::keep_progress, said.id, said.obligation, said.plan,
                                    said.lineage, said.agency, said.account, said.rule, said.day,
                                    said.sent_at, said.answer_text, said.expected_on);
}

Result<std::map<ObligationId, SaidProgress>> ReminderStore::progress_of_overdue(plan::PlanId plan,
                                                                                Date today)
{
    std::map<ObligationId, SaidProgress> all;
    TRY(m_transaction.each(
        sql::progress_of_overdue,
        [&](const database::Row& row) {
            all[row.id<ObligationId>("obligation_id")] = {
                .text = row.string("answer_text"), .expected_on = row.maybe_date("expected_on")};
        },
        plan, today));
    return all;
}

Result<std::vector<Reminder>> ReminderStore::of_obligation(ObligationId obligation)
{
    return m_transaction.all(sql::reminders_of_obligation, reminder_from, obligation,
                             limits::reminders_shown_max);
}

Result<std::vector<ListedReminder>> ReminderStore::of_plan(plan::PlanId plan, ReminderId before,
                                                           int limit)
{
    const auto listed = [](const database::Row& row) {
        auto work = row.string("path") + ". " + row.string("title");
        if (const auto period = calendar::period_from_key(row.text("period")))
            work += " (" + calendar::label(*period) + ")";
        return ListedReminder{
            .reminder = reminder_from(row), .work = std::move(work), .code = row.string("code")};
    };
    const auto end = before ? before.value : std::numeric_limits<std::int64_t>::max();
    return m_transaction.all(sql::reminders_of_plan, listed, plan, end, limit);
}

Result<std::vector<LastNudge>> ReminderStore::nudges(plan::PlanId plan)
{
    const auto nudge = [](const database::Row& row) {
        return LastNudge{.agency = row.id<organisation::AgencyId>("agency_id"),
                         .day = row.date("day"),
                         .by = row.id<organisation::AgencyId>("nudged_by")};
    };
    return m_transaction.all(sql::nudges_of_plan, nudge, plan);
}

Result<std::optional<Date>> ReminderStore::last_day()
{
    return m_transaction.one(sql::last_reminder_day,
                             [](const database::Row& row) { return row.maybe_date("day"); });
}

Result<void> ReminderStore::finish_day(Date day, std::int64_t people, Instant now)
{
    TRY(m_transaction.change(sql::finish_reminder_day, day, people, now));
    return {};
}

}  // namespace caicach::obligation
