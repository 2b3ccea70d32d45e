#include "obligation/reminder/progress.hpp"

#include "obligation/heirs.hpp"
#include "obligation/limits.hpp"
#include "obligation/permissions.hpp"
#include "obligation/reminder/reminder_rule.hpp"

namespace caicach::obligation
{

Result<GivenAnswer> progress_in(const Context& context, const http::Request& request,
                                std::string_view text_field)
{
    GivenAnswer given;
    given.text = TRY(request.text(text_field, limits::answer_length_max));
    given.expected_on = TRY(request.maybe_date("expected_on"));
    if (given.expected_on && *given.expected_on < context.today())
        return failure(Failure::invalid, "obligation.answer.day_past", "expected_on");
    return given;
}

Result<void> tell_progress(Context& context, database::Transaction& transaction,
                           const Obligation& obligation, const GivenAnswer& given)
{
    TRY(require_for(context, transaction, report_work, obligation));
    if (!obligation.is_owed()) return failure(Failure::conflict, "obligation.closed");
    const auto now = context.now();
    TRY(ReminderStore{transaction}.keep_progress({.id = make_id<ReminderId>(),
                                                  .obligation = obligation.id,
                                                  .plan = obligation.plan,
                                                  .lineage = obligation.lineage,
                                                  .agency = obligation.agency,
                                                  .account = context.actor().account,
                                                  .rule = std::string{progress_rule},
                                                  .day = context.today(),
                                                  .sent_at = now,
                                                  .answer_text = given.text,
                                                  .expected_on = given.expected_on}));
    return context.record(transaction, "obligation.progress.told", "obligation",
                          obligation.id.value);
}

std::string last_progress(const std::vector<ShownReminder>& reminders)
{
    const ShownReminder* last = nullptr;
    for (const auto& shown : reminders) {
        const auto& reminder = shown.listed.reminder;
        if (reminder.answer != Answer::doing) continue;
        if (last == nullptr || reminder.answered_at > last->listed.reminder.answered_at)
            last = &shown;
    }
    if (last == nullptr) return {};
    const auto& reminder = last->listed.reminder;
    const auto day = Date::of(reminder.answered_at.value_or(reminder.sent_at));
    return answer_text(reminder) + " (" + last->person + ", " + day.vietnamese() + ")";
}

}  // namespace caicach::obligation
