#include "obligation/reminder/reminder_handlers.hpp"

#include <map>
#include <utility>

#include "calendar/moment.hpp"
#include "identity/api.hpp"
#include "obligation/board/downloads.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/limits.hpp"
#include "obligation/paths.hpp"
#include "obligation/reminder/reminder_rule.hpp"

namespace caicach::obligation
{
namespace
{

/// Puts names to what a reminder knows by its keys.
class Naming
{
public:
    Naming(database::Transaction& transaction, Date today)
        : m_transaction(transaction), m_agencies(transaction, today)
    {
    }

    Result<ShownReminder> shown(ListedReminder listed)
    {
        if (m_rules.empty()) m_rules = TRY(reminder_rules_on(listed.reminder.day));
        const auto person = TRY(person_of(listed.reminder.account));
        const auto* agency = TRY(m_agencies.of(listed.reminder.agency));
        auto rule = rule_title(m_rules, listed.reminder.rule);
        if (!listed.reminder.sent_by.empty()) rule += ": " + listed.reminder.sent_by;
        if (listed.reminder.nudged_by) {
            const auto* nudger = TRY(m_agencies.of(listed.reminder.nudged_by));
            rule += " (" + nudger->name + ")";
        }
        return ShownReminder{.listed = std::move(listed),
                             .person = person,
                             .agency = agency->name,
                             .rule = std::move(rule)};
    }

private:
    Result<std::string> person_of(AccountId account)
    {
        const auto known = m_people.find(account);
        if (known != m_people.end()) return known->second;
        auto found = TRY(identity::account_by_id(m_transaction, account));
        return m_people.emplace(account, std::move(found.name)).first->second;
    }

    database::Transaction& m_transaction;
    AgencyNames m_agencies;
    std::vector<ReminderRule> m_rules{};
    std::map<AccountId, std::string> m_people{};
};

}  // namespace

Result<http::Response> show_reminders(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    const auto before = TRY(request.maybe_integer("truoc")).value_or(0);
    auto listed = TRY(ReminderStore{transaction}.of_plan(watched.plan.id, ReminderId{before},
                                                         limits::reminders_per_page + 1));
    RemindersPage page{.plan = watched.plan};
    if (listed.size() > static_cast<std::size_t>(limits::reminders_per_page)) {
        listed.pop_back();
        page.next_path = reminders_path(watched.plan.code) +
                         "?truoc=" + std::to_string(listed.back().reminder.id.value);
    }
    Naming naming{transaction, context.today()};
    page.reminders.reserve(listed.size());
    for (auto& one : listed) {
        auto shown = TRY(naming.shown(std::move(one)));
        page.reminders.push_back(std::move(shown));
    }
    return reminders_page(context, page);
}

Result<http::Response> export_reminders(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    auto listed = TRY(ReminderStore{transaction}.of_plan(watched.plan.id, ReminderId{},
                                                         limits::exported_tasks_max));
    TakenTable taken{.table = {.title = "Đã nhắc việc"},
                     .name = file_name_of("Đã nhắc việc", watched.plan)};
    for (const auto* const name : {"Lúc", "Ai", "Việc", "Cơ quan", "Vì sao", "Trả lời"})
        taken.table.columns.push_back({.name = name});
    Naming naming{transaction, context.today()};
    for (auto& one : listed) {
        const auto shown = TRY(naming.shown(std::move(one)));
        const auto& reminder = shown.listed.reminder;
        taken.table.rows.push_back({text_cell(vietnamese_moment(reminder.sent_at)),
                                    text_cell(shown.person), text_cell(shown.listed.work),
                                    text_cell(shown.agency), text_cell(shown.rule),
                                    text_cell(answer_text(reminder))});
    }
    return csv_download(taken);
}

Result<std::vector<ShownReminder>> shown_reminders(const Context& context,
                                                   database::Transaction& transaction,
                                                   ObligationId obligation)
{
    auto reminders = TRY(ReminderStore{transaction}.of_obligation(obligation));
    Naming naming{transaction, context.today()};
    std::vector<ShownReminder> all;
    all.reserve(reminders.size());
    for (auto& reminder : reminders) {
        auto shown = TRY(naming.shown({.reminder = std::move(reminder)}));
        all.push_back(std::move(shown));
    }
    return all;
}

}  // namespace caicach::obligation
